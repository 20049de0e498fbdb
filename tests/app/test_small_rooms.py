"""The program's entry, its records, and a launch of the whole program in a process of its own."""

import argparse
import os
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from tests.fakes import FakeClock
from tests.ui.listening import heard
from tests.workouts import example_timeline, example_workout, header
from trainer import app
from trainer.app.records import DELETED_KEPT, Records
from trainer.core.preferences import Preferences, ThemeChoice
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError

# The program with one thing added: it closes by itself as soon as its rooms are open.
CLOSES_ITSELF = """
import sys
from trainer import cli
from trainer.app import program, rooms
class Rooms(rooms.Rooms):
    def open(self, reference, **keywords):
        super().open(reference, **keywords)
        print("page", self._window.current)
        self._window.hold_open(False)
        self._window.close()
rooms.Rooms = Rooms
from trainer import app
sys.exit(app.run(cli.parse(sys.argv[1:])))
"""


def launch(*arguments: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", CLOSES_ITSELF, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_launch_opens_its_rooms_and_leaves_its_place_behind(paths: DataPaths) -> None:
    result = launch("--data-dir", str(paths.folder))
    assert (result.returncode, result.stdout) == (0, "page workout\n")
    assert "Traceback" not in result.stderr
    assert 'window_geometry = "' in paths.preferences.read_text(encoding="utf-8")
    assert paths.database.exists()


def test_a_launch_that_starts_keeps_its_session_for_later(paths: DataPaths) -> None:
    result = launch("--data-dir", str(paths.folder), "--start", "--speed", "5")
    assert (result.returncode, result.stdout) == (0, "page workout\n")
    connection = sqlite3.connect(paths.database)
    assert connection.execute("SELECT kept_for_later FROM checkpoint").fetchall() == [(1,)]
    connection.close()


def test_preferences_gone_wrong_do_not_stop_a_launch(paths: DataPaths) -> None:
    paths.preferences.write_text('welcomed = true\ntext_scale = "huge"\ntheme = "plaid"\n', encoding="utf-8")
    result = launch("--data-dir", str(paths.folder))
    assert (result.returncode, result.stdout) == (0, "page workout\n")


@pytest.mark.parametrize("theme", list(ThemeChoice))
def test_the_look_is_the_persons(qapp: object, theme: ThemeChoice) -> None:
    from trainer.app.program import look_of

    del qapp
    look = look_of(Preferences(theme=theme, text_scale=1.5, reduce_motion=True))
    assert (look.text_scale, look.reduce_motion) == (1.5, True)
    if theme is not ThemeChoice.SYSTEM:
        high = (ThemeChoice.HIGH_CONTRAST, ThemeChoice.HIGH_CONTRAST_LIGHT)
        assert look.is_high_contrast is (theme in high)


# a machine without a display


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_says_so_and_what_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(argparse.Namespace(diagnose=False)) == 1
    said = capsys.readouterr().err
    assert "no display" in said
    assert "`trainer log`" in said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_sign_of_a_display_will_do(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "x")
    assert app.has_display()


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert app.has_display()


# records


def test_what_the_journal_says_arrives_on_the_windows_thread(paths: DataPaths, qtbot: QtBot) -> None:
    records = Records.open(paths)
    logged, trouble = heard(records.workout_logged), heard(records.trouble_met)
    workout = example_workout()
    records.journal.begin(header(workout), example_timeline())
    records.journal.finish(workout)
    assert records.journal.flush(20)
    assert logged == [], "not from the journal's thread"
    qtbot.waitUntil(lambda: bool(logged))
    assert (logged, trouble) == ([(workout.id,)], [])
    records.close(workout.started)


def test_the_last_news_come_before_the_log_closes(paths: DataPaths, qapp: QApplication) -> None:
    del qapp
    records = Records.open(paths)
    notes: list[str] = []

    def on_logged(workout_id: str) -> None:
        records.log.set_note(workout_id, "at the last moment")
        notes.append(workout_id)

    records.workout_logged.connect(on_logged)
    workout = example_workout()
    records.journal.begin(header(workout), example_timeline())
    records.journal.finish(workout)
    records.close(workout.started)
    again = Records.open(paths)
    found = again.log.get(workout.id)
    again.close(workout.started)
    assert found is not None
    assert found.note == "at the last moment"


def test_trouble_and_recovery_are_told(paths: DataPaths, qtbot: QtBot, clock: FakeClock) -> None:
    records = Records.open(paths)
    trouble, recovered = heard(records.trouble_met), heard(records.recovered)
    other = sqlite3.connect(paths.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    records.journal.begin(header(example_workout()), example_timeline())
    qtbot.waitUntil(lambda: bool(trouble), timeout=20000)
    assert str(paths.database) in trouble[0][0]
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: bool(recovered), timeout=20000)
    assert len(trouble) == 1
    records.close(clock.now())


def test_what_was_deleted_long_ago_is_erased_at_the_end(paths: DataPaths, qapp: QApplication) -> None:
    del qapp
    records = Records.open(paths)
    old, fresh = example_workout(1), example_workout(2)
    now = old.started + timedelta(days=100)
    for workout in (old, fresh):
        records.log.add(workout)
    records.log.delete(old.id, now - DELETED_KEPT - timedelta(hours=1))
    records.log.delete(fresh.id, now - timedelta(days=1))
    records.close(now)
    again = Records.open(paths)
    assert again.log.get(old.id) is None
    assert again.log.get(fresh.id) is not None
    again.close(now)


def test_a_log_that_cannot_be_opened_is_a_sentence(paths: DataPaths) -> None:
    paths.database.write_bytes(b"this is no database, and long enough to be looked at " * 20)
    with pytest.raises(StorageError, match="not a Trainer log"):
        Records.open(paths)


def test_what_is_remembered_and_what_was_declined_are_shown_and_forgotten_one_by_one(house: House) -> None:
    house.open()
    house.keeper.change(variants={"russian_twist": "feet-lifted"}, declined={"reverse_fly": "three-second-hold"})
    house.window.open("settings")
    QApplication.processEvents()

    def forgets() -> list[str]:
        buttons = house.window.findChildren(QAbstractButton)
        return sorted(b.accessibleName() for b in buttons if b.accessibleName().startswith("Forget ") and b.isVisible())

    assert len(forgets()) == 2
    assert forgets()[0].startswith("Forget Reverse Fly, ")
    assert forgets()[0].endswith(": not proposed again")
    house.button(forgets()[0]).click()
    QApplication.processEvents()
    assert (house.keeper.value.declined, len(forgets())) == ({}, 1)
    house.button(forgets()[0]).click()
    assert house.keeper.value.variants == {}
