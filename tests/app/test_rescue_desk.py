"""A damaged log: what can be read and the newest backup are offered, and nothing happens before it is chosen."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.app.test_backups_desk import Later
from tests.backups import furnish, spoil
from tests.fakes import FakeClock
from tests.ui.listening import heard
from tests.workouts import example_workout
from trainer.app.rescue_desk import RescueDesk
from trainer.core.preferences import ThemeChoice
from trainer.paths import DataPaths
from trainer.resources import resources
from trainer.storage.restoring import finish_restore
from trainer.storage.rotation import make_rotating
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.main_window import MainWindow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_dialog import ChoiceDialog


class Desk:
    """The desk and its window."""

    def __init__(self, qtbot: QtBot, paths: DataPaths, clock: FakeClock) -> None:
        self.later, self.qtbot = Later(), qtbot
        look = Look(resources(), ThemeChoice.LIGHT)
        self.window = MainWindow(look)
        qtbot.addWidget(self.window)
        self.window.show()
        self.desk = RescueDesk(look, self.window, paths, clock, executor=self.later)
        self.messages, self.restarts = heard(self.desk.message), heard(self.desk.restart_wanted)

    def work(self) -> None:
        while self.later.waiting:
            self.later.run()
            self.qtbot.wait(1)

    def asked(self) -> str:
        return self.window.findChildren(ChoiceDialog)[-1].accessibleDescription()

    def press(self, name: str) -> None:
        next(b for b in self.window.findChildren(QAbstractButton) if b.isVisible() and b.text() == name).click()


@pytest.fixture
def desk(qtbot: QtBot, paths: DataPaths, clock: FakeClock) -> Iterator[Desk]:
    furnish(paths)
    make_rotating(paths, clock.now(), date(2026, 1, 5))
    made = Desk(qtbot, paths, clock)
    yield made
    made.desk.close()


def count(paths: DataPaths) -> int:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        return log.count()


def test_found_while_running_it_is_asked_first(desk: Desk, paths: DataPaths) -> None:
    spoil(paths.database)
    before = paths.database.read_bytes()
    desk.desk.offer("It is damaged.")
    assert desk.asked() == "It is damaged."
    desk.press("See what can be saved")
    desk.work()
    assert "Nothing of it can be read. The newest backup is of Today, 07:00: 1 workout" in desk.asked()
    desk.press("Leave all as it is")
    assert (desk.restarts, finish_restore(paths)) == ([], False)
    assert paths.database.read_bytes() == before


def test_the_newest_backup_comes_back_and_the_damaged_file_stays(desk: Desk, paths: DataPaths) -> None:
    spoil(paths.database)
    before = paths.database.read_bytes()
    desk.desk.begin()
    desk.work()
    desk.press("Restore the backup")
    desk.work()
    assert desk.restarts == [()]
    assert finish_restore(paths)
    assert count(paths) == 1
    assert any(path.read_bytes() == before for path in paths.backups.rglob("workouts.sqlite3"))


def test_what_can_be_read_is_gone_on_with(desk: Desk, paths: DataPaths) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(2))
    desk.desk.begin()
    desk.work()
    assert "What can be read: 2 workouts until" in desk.asked()
    desk.press("Go on with these")
    desk.work()
    assert desk.restarts == [()]
    assert finish_restore(paths)
    assert count(paths) == 2
    assert list(paths.backups.glob("damaged-*/workouts.sqlite3"))


def test_with_nothing_to_read_and_no_backup_a_new_log_is_offered(desk: Desk, paths: DataPaths) -> None:
    for backup in paths.backups.glob("*.zip"):
        backup.unlink()
    paths.database.write_bytes(b"?" * 20_000)
    desk.desk.begin()
    desk.work()
    desk.press("Begin a new log")
    desk.work()
    assert finish_restore(paths)
    assert count(paths) == 0


def test_a_log_that_another_computer_has_open_is_left_alone(desk: Desk, paths: DataPaths) -> None:
    (paths.folder / "trainer.lock").write_text("12\ntrainer\nelsewhere\n", encoding="utf-8")
    desk.desk.begin()
    assert "on the computer elsewhere" in desk.messages[0][0]
    assert desk.later.waiting == []
