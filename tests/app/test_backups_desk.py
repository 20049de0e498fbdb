"""Backups make themselves off the GUI thread and between sessions; by hand they go where they are wanted, and back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from tests.backups import furnish, spoil
from tests.fakes import FakeClock
from tests.ui.listening import heard
from tests.workouts import example_workout
from trainer.app.backups_desk import BackupsDesk
from trainer.core.preferences import ThemeChoice
from trainer.paths import DataPaths
from trainer.resources import resources
from trainer.storage.restoring import finish_restore
from trainer.storage.rotation import made_by_itself
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.main_window import MainWindow
from trainer.ui.preferences.backups_group import BackupsGroup
from trainer.ui.preferences.restore_sheet import RestoreSheet
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_dialog import ChoiceDialog
from trainer.ui.widgets.text import Text

TODAY = date(2026, 1, 5)


class Later:
    """An executor that runs what was handed over when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[[], None], /) -> object:
        self.waiting.append(work)
        return None

    def shutdown(self, wait: bool = True) -> None:
        del wait

    def run(self) -> None:
        waiting, self.waiting = self.waiting, []
        for work in waiting:
            work()


class Desk:
    """The desk, its group and its window."""

    def __init__(self, qtbot: QtBot, paths: DataPaths, clock: FakeClock) -> None:
        self.later, self.qtbot = Later(), qtbot
        look = Look(resources(), ThemeChoice.LIGHT)
        self.window = MainWindow(look)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.desk = BackupsDesk(look, self.window, paths, clock, executor=self.later)
        self.group = BackupsGroup(look)
        qtbot.addWidget(self.group)
        self.desk.furnish(self.group)
        self.messages, self.damages = heard(self.desk.message), heard(self.desk.damage_found)
        self.restarts = heard(self.desk.restart_wanted)

    def work(self) -> None:
        """Do what is waiting, and what that brings."""
        while self.later.waiting:
            self.later.run()
            self.qtbot.wait(1)

    def shows(self, words: str) -> bool:
        return any(words in text.text() for text in self.group.findChildren(Text))

    def press(self, name: str) -> None:
        shown = [b for b in self.window.findChildren(QAbstractButton) if b.isVisible()]
        next(b for b in shown if name in (b.accessibleName(), b.text())).click()


@pytest.fixture
def desk(qtbot: QtBot, paths: DataPaths, clock: FakeClock) -> Iterator[Desk]:
    furnish(paths)
    made = Desk(qtbot, paths, clock)
    yield made
    made.desk.close()


def test_todays_is_made_once_and_shown(desk: Desk, paths: DataPaths, clock: FakeClock) -> None:
    desk.work()
    assert desk.shows("there is no backup yet")
    desk.desk.make_if_due()
    assert list(made_by_itself(paths.backups)) == []  # it is elsewhere that it is made
    desk.work()
    assert list(made_by_itself(paths.backups)) == [TODAY]
    assert desk.shows("Last backup: Today, 07:00; 1 workout until 5 January 2026, 1 routine of your own")
    before = made_by_itself(paths.backups)[TODAY].stat().st_mtime_ns
    desk.desk.make_if_due()
    desk.work()
    assert made_by_itself(paths.backups)[TODAY].stat().st_mtime_ns == before
    clock.advance(86400)
    desk.desk.make_if_due()
    desk.work()
    assert list(made_by_itself(paths.backups)) == [TODAY + timedelta(days=1), TODAY]


def test_what_was_logged_since_is_in_it(desk: Desk, paths: DataPaths) -> None:
    desk.desk.make_if_due()
    desk.work()
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(2))
    desk.desk.on_log_changed()
    desk.desk.make_if_due()
    desk.work()
    assert desk.shows("2 workouts")


def test_nothing_is_made_while_a_session_runs(desk: Desk, paths: DataPaths) -> None:
    desk.desk.on_session_running(True)
    desk.desk.make_if_due()
    desk.work()
    assert list(made_by_itself(paths.backups)) == []
    # and one that is being made as it begins stops, and is made after it
    desk.desk.on_session_running(False)
    desk.desk.make_if_due()
    desk.desk.on_session_running(True)
    desk.work()
    assert list(made_by_itself(paths.backups)) == []
    desk.desk.on_session_running(False)
    desk.desk.make_if_due()
    desk.work()
    assert list(made_by_itself(paths.backups)) == [TODAY]


def test_a_damaged_log_is_told_once_and_what_was_made_before_stays(desk: Desk, paths: DataPaths) -> None:
    desk.desk.make_if_due()
    desk.work()
    whole = made_by_itself(paths.backups)[TODAY].read_bytes()
    spoil(paths.database)
    for _ in range(2):
        desk.desk.on_log_changed()
        desk.desk.make_if_due()
        desk.work()
    assert len(desk.damages) == 1
    assert "is damaged" in desk.damages[0][0]
    assert desk.shows("is damaged")
    assert made_by_itself(paths.backups)[TODAY].read_bytes() == whole


def test_by_hand_and_back_again(desk: Desk, paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file.with_suffix("")), ""))
    desk.group.create_chosen.emit()
    desk.work()
    assert desk.messages == [(f"Backed up: 1 workout until 5 January 2026, 1 routine of your own, in {file}.",)]
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(2))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.group.restore_chosen.emit()
    desk.work()
    desk.press("Another file…")
    desk.work()
    assert desk.window.findChildren(ChoiceDialog)
    desk.press("Restore and start anew")
    assert desk.restarts == []
    desk.work()
    assert desk.restarts == [()]
    assert finish_restore(paths)  # as the next start does
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        assert log.count() == 1


def test_left_alone_nothing_is_restored(desk: Desk, paths: DataPaths) -> None:
    desk.desk.make_if_due()
    desk.work()
    desk.group.restore_chosen.emit()
    desk.work()
    assert len(desk.window.findChildren(RestoreSheet)[0].rows.buttons) == 1
    desk.press("Restore: Today, 07:00")
    desk.work()
    desk.press("Leave all as it is")
    desk.work()
    assert (desk.restarts, finish_restore(paths)) == ([], False)


def test_what_is_no_backup_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"?")
    desk.desk.look_into(tmp_path / "a.zip")
    desk.work()
    assert "can't be restored" in desk.messages[0][0]
    assert not desk.window.findChildren(ChoiceDialog)


def test_a_stopped_backup_leaves_nothing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.zip"), ""))
    desk.group.create_chosen.emit()
    desk.press("Cancel")
    desk.work()
    assert desk.messages == []
    assert not (tmp_path / "a.zip").exists()
