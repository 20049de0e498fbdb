"""SessionDesk: one workout of the log in its dialog, and what the person changes of it, written at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.core.session_strip import Stretch, session_strip
from trainer.core.workout import Workout
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog

if TYPE_CHECKING:
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.ui.progress.session_dialog import SessionDialog
    from trainer.ui.theme.look import Look


class SessionDesk(QObject):
    """Opens workouts over any page; the last edits of one that is closed are written as it closes."""

    trouble_met = Signal(str)
    log_changed = Signal()

    def __init__(
        self, look: Look, log: WorkoutLog, preferences: PreferencesKeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._log, self._preferences = look, log, preferences

    def open(self, workout_id: str, over: QWidget, delete: Callable[[str], None]) -> None:
        """Open a workout; `delete` is told its id where it is to be deleted."""
        from trainer.ui.progress.session_dialog import SessionDialog

        try:
            workout = self._log.get(workout_id)
            strip = self._strip(workout_id)
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        if workout is None:
            return
        dialog = SessionDialog(self._look, workout, over, self._preferences.value.weight_unit, strip)
        self._connect(dialog, workout_id, delete)
        dialog.open()

    def _strip(self, workout_id: str) -> tuple[Stretch, ...]:
        """How it went; empty where it was not followed here, or by a version whose events mean nothing to this one."""
        try:
            recording = self._log.recording(workout_id)
        except msgspec.MsgspecError:
            return ()
        return () if recording is None else session_strip(recording.events)

    def _connect(self, dialog: SessionDialog, workout_id: str, delete: Callable[[str], None]) -> None:
        log, record = self._log, dialog.record

        def note(words: str) -> Workout | None:
            log.set_note(workout_id, words)
            return log.get(workout_id)

        def edit(change: Callable[[], Workout | None]) -> None:
            try:
                changed = change()
            except StorageError as error:
                self.trouble_met.emit(error.sentence)
                return
            if changed is not None:
                dialog.show_workout(changed)
                self.log_changed.emit()

        def on_deletion_chosen(chosen: str) -> None:
            dialog.close()
            delete(chosen)

        record.effort_chosen.connect(lambda effort: edit(lambda: log.set_effort(workout_id, effort)))
        record.note_changed.connect(lambda words: edit(lambda: note(words)))
        record.step_corrected.connect(lambda index, done: edit(lambda: log.mark_step(workout_id, index, done=done)))
        dialog.deletion_chosen.connect(on_deletion_chosen)
