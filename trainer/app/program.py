"""Program: makes every object once and connects them. What they do is theirs.

The window is painted before anything else is imported: it is there in about the time of an empty one, and the
pages come into it a moment later.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon

from trainer import APP_ID, __version__, resources
from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.core.preferences import Preferences
from trainer.desktop.clock import SystemClock
from trainer.desktop.folder_holder import holder_of
from trainer.desktop.opening_files import FileOpeningApplication, make_application
from trainer.language import tr
from trainer.paths import DataPaths, data_paths
from trainer.storage.errors import DamagedError, StorageError
from trainer.storage.half_restored import half_restored
from trainer.storage.preferences_file import PreferencesFile
from trainer.ui.jobs import Jobs
from trainer.ui.main_window import MainWindow
from trainer.ui.theme.look import Look
from trainer.ui.theme.style_sheet import Dressing

if TYPE_CHECKING:
    import argparse

    from trainer.app.mishaps import Mishaps
    from trainer.app.records import Records
    from trainer.app.rooms import Rooms
    from trainer.app.safekeeping import Safekeeping
    from trainer.desktop.reception import Reception, Request


class Program:
    """One run of the program with its window."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._application = make_application([sys.argv[0], "-style", "fusion"])  # by name: an object of it costs 5 ms
        self._application.setApplicationName("trainer")
        self._application.setApplicationDisplayName(tr("Trainer"))
        self._application.setApplicationVersion(__version__)
        self._application.setDesktopFileName(APP_ID)
        self._paths = data_paths(arguments.data_dir)
        self._clock = SystemClock(arguments.speed)
        self._jobs = Jobs(self._application)
        self._restore_left = _finish_restore(self._paths)  # before anything in the folder is read
        file = PreferencesFile(self._paths.preferences, self._paths.backups)
        loaded = file.load()
        self._preferences = PreferencesKeeper(file, loaded.preferences, self._jobs, self._application)
        self._look = look_of(loaded.preferences)
        self._window = MainWindow(self._look)
        self._dressing = Dressing(self._look, self._window)
        self._window.restore_geometry_text(loaded.preferences.window_geometry)
        self._preferences.changed.connect(self._on_preferences_changed)
        self._records: Records | None = None
        self._safekeeping: Safekeeping | None = None
        self._mishaps: Mishaps | None = None
        self._reception: Reception | None = None
        self._start_again = False
        self._hung = False  # the speech service's thread, which nothing ends safely
        self._rooms: Rooms | None = None
        self._problems = loaded.problems
        self._opening = QTimer(self._application)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._on_ready_to_open)
        self._window.first_painted.connect(self._on_first_painted, Qt.ConnectionType.QueuedConnection)

    def run(self) -> int:
        """Show the window and run until it closes; where another has the data open, let that one do it."""
        if self._is_handed_over():
            return 0
        self._window.show()
        code = self._application.exec()
        saved = self._close()
        if not saved:
            sys.stderr.write(
                tr("What was trained last could not be written to {file}.").format(file=self._paths.database)
            )
            sys.stderr.write("\n")
        code = code if saved else 1
        if self._start_again:
            from trainer.desktop.again import start_again

            start_again(self._arguments)
        if self._hung:  # all is put away; clearing up would take that thread's things apart under its hands
            sys.stderr.flush()
            os._exit(code)
        return code

    def _on_first_painted(self) -> None:
        """Let the rail be seen before the rest is loaded."""
        self._application.setWindowIcon(QIcon(str(resources.icons() / "trainer.svg")))
        self._window.furnish()
        self._opening.start()

    def _on_ready_to_open(self) -> None:
        try:
            self._open()
        finally:
            gc.freeze()  # what a launch made lasts; no later pass has to look at it, in a session least of all
            gc.enable()

    def _is_handed_over(self) -> bool:
        holder = holder_of(self._paths.folder)
        if holder is None or not holder.here:
            return False
        from trainer.desktop.reception import hand_over

        return hand_over(self._paths.folder, self._arguments.routine, start=self._arguments.start)

    def _open(self) -> None:
        """Open the log and, with it, the rooms; else say in one sentence what is in the way."""
        from trainer.app.mishaps import Mishaps
        from trainer.app.records import Records, place_missing
        from trainer.app.rooms import Rooms
        from trainer.app.safekeeping import Safekeeping
        from trainer.desktop.reception import Reception, Request

        missing = place_missing(self._paths.folder)
        if missing:  # before anything writes there
            self._show_storage_problem(missing)
            return
        if self._mishaps is None:
            self._mishaps = Mishaps(self._look, self._window, self._paths.log, self._clock, self._application)
            self._mishaps.restart_wanted.connect(self._restart)
        if self._restore_left:
            self._show_storage_problem(self._restore_left)
            return
        try:
            self._records = Records.open(self._paths, self._application)
        except StorageError as error:
            self._show_storage_problem(error.sentence, damaged=isinstance(error, DamagedError))
            return
        self._rooms = Rooms(
            self._window, self._look, self._clock, self._jobs, self._paths, self._preferences, self._records
        )
        self._records.trouble_met.connect(self._rooms.on_trouble_met)
        self._records.recovered.connect(self._rooms.on_recovered)
        self._records.workout_logged.connect(self._rooms.on_workout_logged)
        self._preferences.trouble_met.connect(self._rooms.show_message)
        self._safekeeping = Safekeeping(
            self._look, self._window, self._paths, self._clock, self._rooms, self._application
        )
        self._safekeeping.restart_wanted.connect(self._restart)
        self._rooms.session_running.connect(self._mishaps.note_session)
        self._rooms.open(self._arguments.routine, start=self._arguments.start, resume=self._arguments.resume)
        if self._mishaps.found_fault is not None:
            said = tr("Trainer ended unexpectedly last time. Your log is safe; a report lies at {path}.")
            self._rooms.show_message(said.format(path=self._mishaps.found_fault))
        for sentence in self._problems:
            self._rooms.show_message(sentence)
        self._reception = Reception(self._paths.folder, self._application)
        self._reception.asked.connect(self._on_asked)
        if isinstance(self._application, FileOpeningApplication):
            self._application.file_asked.connect(lambda path: self._on_asked(Request(path)))

    def _on_asked(self, request: Request) -> None:
        """A second launch: come to the front, and show what it was asked for."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if self._rooms is not None and (request.routine or request.start):
            self._rooms.ask_for(request.routine, start=request.start)

    def _show_storage_problem(self, sentence: str, *, damaged: bool = False) -> None:
        from trainer.ui.workout.problem_view import StorageProblemView

        view = StorageProblemView(self._look, sentence, damaged=damaged)
        if damaged:
            from trainer.app.rescue_desk import RescueDesk

            rescue = RescueDesk(self._look, self._window, self._paths, self._clock, view)
            rescue.message.connect(self._show_storage_problem)
            rescue.restart_wanted.connect(self._restart)
            view.rescue_chosen.connect(rescue.begin)
            self._application.aboutToQuit.connect(rescue.close)
        view.again_chosen.connect(self._on_again_chosen)
        view.close_chosen.connect(self._window.close)
        self._window.show_alone(view)

    def _on_again_chosen(self) -> None:
        if self._restore_left:
            self._restore_left = _finish_restore(self._paths)
            if self._restore_left:
                self._show_storage_problem(self._restore_left)
            else:
                self._restart()  # with the preferences that came with it
            return
        self._window.show_alone(None)
        self._open()

    def _restart(self) -> None:
        self._start_again = True
        self._window.hold_open(False)
        self._window.close()

    def _on_preferences_changed(self, _before: Preferences, now: Preferences) -> None:
        self._look.set_theme(now.theme)
        self._look.set_text_scale(now.text_scale)
        self._look.set_reduce_motion(now.reduce_motion)
        self._look.set_figure(now.figure)

    def _close(self) -> bool:
        """Put everything away; False if the disk took not all of it."""
        geometry = self._window.geometry_text()
        if self._records is not None and geometry != self._preferences.value.window_geometry:
            self._preferences.change(window_geometry=geometry)
        if self._reception is not None:
            self._reception.close()
        if self._safekeeping is not None:
            self._safekeeping.close()
        if self._rooms is not None:
            self._hung = not self._rooms.close()
        self._jobs.close()
        saved = self._records is None or self._records.close(self._clock.now())
        if self._mishaps is not None:
            self._mishaps.close()
        return saved


def _finish_restore(paths: DataPaths) -> str:
    """Put a backup in place that was being restored when the program ended; why that fails, else empty."""
    if not half_restored(paths.folder).exists():
        return ""
    from trainer.storage.restoring import finish_restore

    try:
        finish_restore(paths)
    except StorageError as error:
        return error.sentence
    return ""


def look_of(preferences: Preferences) -> Look:
    """The look the person chose."""
    return Look(
        resources.resources(),
        preferences.theme,
        text_scale=preferences.text_scale,
        reduce_motion=preferences.reduce_motion,
        figure=preferences.figure,
    )
