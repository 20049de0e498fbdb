"""PreviewDesk: a routine's schedule in a dialog, and what can be made of it: a wall card, a file of sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.core.cue_lines import Verbosity
from trainer.core.cue_preview import PreviewRow, preview_rows
from trainer.core.cue_schedule import Speaker
from trainer.core.hearing import verbosity_of
from trainer.core.speech_pace import SpeechPace
from trainer.core.timeline import Timeline
from trainer.ui.workout.spoken_text import SpokenText

if TYPE_CHECKING:
    from trainer.app.coaches import Coaches
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.track_desk import TrackDesk
    from trainer.app.training import Training
    from trainer.desktop.clock import Clock
    from trainer.library.catalogue import Catalogue
    from trainer.ui.figure.wall_card import WallCard
    from trainer.ui.jobs import Jobs
    from trainer.ui.theme.look import Look
    from trainer.ui.workout.preview_dialog import PreviewDialog
    from trainer.ui.workout.ready_view import ReadyView


class PreviewDesk(QObject):
    """Serves the Ready page."""

    message = Signal(str)

    def __init__(
        self,
        window: QWidget,
        look: Look,
        clock: Clock,
        jobs: Jobs,
        preferences: PreferencesKeeper,
        training: Training,
        coaches: Coaches,
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._clock, self._jobs = window, look, clock, jobs
        self._preferences, self._training, self._coaches = preferences, training, coaches
        self._tracks: TrackDesk | None = None
        self._dialog: PreviewDialog | None = None
        coaches.message.connect(self._tell_there)
        self.message.connect(self._tell_there)

    def serve(self, ready: ReadyView) -> None:
        """Answer its buttons."""
        ready.card_chosen.connect(self._save_card)
        ready.schedule_chosen.connect(lambda: self.open(ready))

    def open(self, ready: ReadyView) -> None:
        """Show what Start would run."""
        timeline = self._training.timeline
        if timeline is None:
            return
        from trainer.ui.workout.preview_dialog import PreviewDialog

        catalogue = self._training.catalogue
        verbosity = verbosity_of(self._preferences.value)

        def rows_for(heard: Verbosity) -> tuple[PreviewRow, ...]:
            return preview_rows(timeline, catalogue.exercises, _speaker(catalogue, heard))

        dialog = PreviewDialog(self._look, timeline.name, rows_for, verbosity, self._clock, self._window)
        dialog.card_chosen.connect(ready.choose_card)
        dialog.track_chosen.connect(lambda heard: self._save_track(timeline, heard, dialog))
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _save_card(self, card: WallCard) -> None:
        self._coaches.save_card(card, self._training.routine_id, self._dialog or self._window)

    def _save_track(self, timeline: Timeline, verbosity: Verbosity, over: QWidget) -> None:
        from trainer.app.track_desk import Heard, TrackDesk

        if self._tracks is None:
            self._tracks = TrackDesk(self._look, self._jobs, self)
            self._tracks.message.connect(self.message)
        catalogue = self._training.catalogue
        speaker = _speaker(catalogue, verbosity)
        heard = Heard(timeline, catalogue.exercises, speaker, self._preferences.value)
        self._tracks.ask(heard, self._training.routine_id, over)

    def _tell_there(self, sentence: str) -> None:
        """The dialog lies over the place where messages show."""
        if self._dialog is not None:
            self._dialog.show_message(sentence)

    def _on_closed(self) -> None:
        self._dialog = None


def _speaker(catalogue: Catalogue, verbosity: Verbosity) -> Speaker:
    return Speaker(SpokenText(catalogue.exercises, catalogue.equipment), SpeechPace(), verbosity)
