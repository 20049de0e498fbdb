"""The program's own objects on a data folder of the test's: a window, its rooms, the log, and a clock in the hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.app.records import Records
from trainer.app.rooms import Rooms
from trainer.core.preferences import Preferences, ThemeChoice
from trainer.core.workout import Workout
from trainer.desktop.keep_awake import LetSleep
from trainer.paths import DataPaths, data_paths
from trainer.resources import resources
from trainer.sound.tone_player import SilentTones
from trainer.sound.voice import SilentVoice
from trainer.storage.preferences_file import PreferencesFile
from trainer.ui.jobs import Jobs
from trainer.ui.main_window import MainWindow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.toast import Toast
from trainer.ui.workout.page import WorkoutPage
from trainer.ui.workout.session_driver import SessionDriver

WELCOMED = 'welcomed = true\nweight_kg = 70.0\nlast_routine = "upper-and-lower-back"\n'


class House:
    """What one launch of the program makes, put together as `Program` does."""

    def __init__(self, paths: DataPaths, clock: FakeClock) -> None:
        self.paths, self.clock = paths, clock
        self.look = Look(resources(), ThemeChoice.LIGHT, reduce_motion=True)
        self.jobs = Jobs()
        file = PreferencesFile(paths.preferences, paths.backups)
        self.keeper = PreferencesKeeper(file, file.load().preferences, self.jobs)
        self.records = Records.open(paths)
        self.window = MainWindow(self.look)
        self.rooms = Rooms(self.window, self.look, clock, self.jobs, paths, self.keeper, self.records)
        self.records.trouble_met.connect(self.rooms.on_trouble_met)
        self.records.recovered.connect(self.rooms.on_recovered)
        self.records.workout_logged.connect(self.rooms.on_workout_logged)
        self.keeper.trouble_met.connect(self.rooms.show_message)
        self.closed = False

    def open(self, routine: str | None = None, *, start: bool = False) -> None:
        """Show the window, as a launch with these options does."""
        self.window.resize(1280, 800)
        self.window.show()
        self.rooms.open(routine, start=start)
        QApplication.processEvents()

    def close(self) -> None:
        """End the program."""
        if not self.closed:
            self.closed = True
            self.window.hold_open(False)
            self.window.close()
            self.rooms.close()
            self.jobs.close()
            self.records.close(self.clock.now())

    @property
    def page(self) -> WorkoutPage:
        """The Workout page."""
        return self.window.findChildren(WorkoutPage)[0]

    @property
    def driver(self) -> SessionDriver:
        """The session under way."""
        return self.drivers[-1]

    @property
    def drivers(self) -> list[SessionDriver]:
        """The session under way, none between two."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.window.findChildren(SessionDriver)

    def go(self, seconds: float) -> None:
        """Let time pass, looked at every second."""
        for _ in range(round(seconds)):
            self.clock.advance(1.0)
            self.driver.tick()

    def press(self, key: Qt.Key, text: str = "") -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def button(self, name: str) -> QAbstractButton:
        """The visible button of that name, in the window or in a dialog over it."""
        found = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if name in (button.accessibleName(), button.text()) and button.isVisible()
        ]
        assert found, f"no button {name}"
        return found[-1]

    def described(self, name: str) -> str:
        """The value of that name, as assistive technology sees it."""
        found = [w for w in self.window.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()]
        assert len(found) == 1, f"{len(found)} values {name}"
        return found[0].accessibleDescription()

    def said(self) -> str:
        """The message that shows, if any."""
        return next((toast.accessibleName() for toast in self.window.findChildren(Toast) if toast.isVisible()), "")

    def written(self) -> None:
        """Wait until the journal has written everything, and its news have arrived."""
        assert self.records.journal.flush(20)
        QApplication.processEvents()

    def workouts(self) -> list[Workout]:
        """The log, oldest first."""
        self.written()
        return [logged.workout for logged in self.records.log.all_workouts()]


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    """The folder of somebody who has answered the first-run page."""
    found = data_paths(tmp_path / "data")
    found.folder.mkdir()
    found.preferences.write_text(WELCOMED, encoding="utf-8")
    return found


Launch = Callable[[], House]


@pytest.fixture
def launch(qtbot: QtBot, paths: DataPaths, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Launch]:
    """Launch the program, with a voice that says nothing; every launch is ended after the test."""
    monkeypatch.setattr("trainer.app.rooms.QtVoice", lambda _parent: SilentVoice())
    monkeypatch.setattr("trainer.app.rooms.QtTones", lambda *_: SilentTones())
    monkeypatch.setattr("trainer.app.rooms.keep_awake", lambda _parent: LetSleep())
    monkeypatch.setattr("trainer.app.sounds.preload_voice", lambda: None)
    houses: list[House] = []

    def launched() -> House:
        house = House(paths, clock)
        qtbot.addWidget(house.window)
        houses.append(house)
        return house

    yield launched
    for house in houses:
        house.close()


@pytest.fixture
def house(launch: Launch) -> House:
    """One launch, not opened yet."""
    return launch()


def preferences_of(paths: DataPaths) -> Preferences:
    """What the file says."""
    return PreferencesFile(paths.preferences, paths.backups).load().preferences
