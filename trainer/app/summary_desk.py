"""SummaryDesk: the workout just done, and what the person says of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trainer.app.library_desk import LibraryDesk
from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.core.level_memory import Proposal, proposals
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.workout.summary_view import SummaryView


class SummaryDesk(QObject):
    """Edits wait until the workout has reached the log; then they are written at once."""

    again_chosen = Signal()
    done_chosen = Signal()
    log_changed = Signal()
    trouble_met = Signal(str)

    def __init__(
        self,
        view: SummaryView,
        log: WorkoutLog,
        library: LibraryDesk,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._log, self._library, self._preferences = view, log, library, preferences
        self._workout: Workout | None = None
        self._waiting: dict[str, list[Callable[[], Workout | None]]] = {}  # by workouts on their way into the log
        view.effort_chosen.connect(self._on_effort_chosen)
        view.note_changed.connect(self._on_note_changed)
        view.step_corrected.connect(self._on_step_corrected)
        view.proposal_answered.connect(self._on_proposal_answered)
        view.again_chosen.connect(self.again_chosen)
        view.done_chosen.connect(self.done_chosen)

    def show(self, workout: Workout) -> None:
        """Show a workout that is on its way into the log."""
        self._workout = workout
        self._waiting[workout.id] = []
        self._show(workout)
        self._view.show_proposal(None, None)
        self._view.show_saving(tr("Saving"))

    def on_workout_logged(self, workout_id: str) -> None:
        """It is there."""
        waiting = self._waiting.pop(workout_id, [])
        if self._workout is not None and self._workout.id == workout_id:
            self._view.show_saving("")
            self._propose()
        for edit in waiting:
            self._write(edit)

    def refresh(self) -> None:
        """The log has changed: show the workout as it is there now."""
        workout = self._workout
        if workout is not None and workout.id not in self._waiting:
            try:
                self._workout = self._log.get(workout.id) or workout
            except StorageError as error:
                self.trouble_met.emit(error.sentence)
            if self._workout is not None and self._workout != workout:
                self._show(self._workout)

    def show_trouble(self, sentence: str) -> None:
        """The workout can't be written for now."""
        if self._workout is not None and self._workout.id in self._waiting:
            self._view.show_saving(tr("Not saved yet. {why}").format(why=sentence))

    def leave(self) -> None:
        """Another view comes: what was typed is kept."""
        self._view.flush_note()

    def _show(self, workout: Workout) -> None:
        entry = self._library.find(workout.routine)
        words = entry.routine.done if entry is not None else ""
        self._view.show_workout(workout, words, self._preferences.value.weight_unit)

    def _propose(self) -> None:
        """Propose what the log says of the exercises of this workout, one at a time."""
        if self._workout is None:
            return
        exercises = self._library.catalogue.exercises
        done = {step.exercise for step in self._workout.steps}
        try:
            bouts = self._log.bouts()
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        preferences = self._preferences.value
        found = [one for one in proposals(bouts, exercises, preferences.declined) if one.exercise in done]
        first = next((one for one in found if preferences.variants.get(one.exercise) != one.harder), None)
        self._view.show_proposal(first, exercises[first.exercise] if first else None)

    def _on_proposal_answered(self, proposal: Proposal, taken: bool) -> None:
        preferences = self._preferences.value
        answer = {proposal.exercise: proposal.harder}
        if taken:
            self._preferences.change(variants={**preferences.variants, **answer})
        else:
            self._preferences.change(declined={**preferences.declined, **answer})
        self._propose()

    def _on_effort_chosen(self, effort: int) -> None:
        self._edit(lambda workout: self._log.set_effort(workout.id, effort))

    def _on_note_changed(self, note: str) -> None:
        def keep(workout: Workout) -> Workout | None:
            self._log.set_note(workout.id, note)
            return self._log.get(workout.id)

        self._edit(keep)

    def _on_step_corrected(self, index: int, done: bool) -> None:
        self._edit(lambda workout: self._log.mark_step(workout.id, index, done=done))

    def _edit(self, change: Callable[[Workout], Workout | None]) -> None:
        workout = self._workout
        if workout is None:
            return
        if workout.id in self._waiting:
            self._waiting[workout.id].append(lambda: change(workout))
        else:
            self._write(lambda: change(workout))

    def _write(self, edit: Callable[[], Workout | None]) -> None:
        try:
            changed = edit()
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        if changed is not None:
            if self._workout is not None and self._workout.id == changed.id:
                self._workout = changed
                self._show(changed)
                self._propose()
            self.log_changed.emit()
