"""CoachVoice: says a session's lines aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.core.cue_director import CueDirector
from trainer.core.cue_lines import Line, Verbosity
from trainer.core.cue_schedule import Speaker
from trainer.core.events import AnyEvent
from trainer.core.exercise import Exercise
from trainer.core.snapshot import Snapshot
from trainer.core.speech_pace import SpeechPace
from trainer.sound.voice import Voice
from trainer.ui.workout.session_driver import SessionDriver

OPEN_AFTER_MS: Final = 150  # of a session: its first frame is on the screen by then
_SPOKEN: Final = (Verbosity.FULL, Verbosity.NAMES)


class CoachVoice(QObject):
    """Follows one driver for as long as it lives; silent until told how much to say.

    The voice stays the caller's to close. `pace` learns from it and outlives the session.
    """

    problem_met = Signal(str)  # a sentence: why nothing can be heard. Once each time it begins to speak.

    def __init__(
        self,
        driver: SessionDriver,
        voice: Voice,
        exercises: Mapping[str, Exercise],
        wording: Callable[[Line], str],
        pace: SpeechPace,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice, self._wording, self._pace = voice, wording, pace
        self._director = CueDirector(driver.timeline, exercises, self._speaker(Verbosity.SILENT))
        self._problem_told = False
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPEN_AFTER_MS)
        self._opening.timeout.connect(voice.open)
        driver.events_happened.connect(self._on_events_happened)
        driver.changed.connect(self._on_changed)

    def set_verbosity(self, verbosity: Verbosity) -> None:
        """Say that much from now on, or fall silent at once."""
        before = self._director.verbosity
        if verbosity is before:
            return
        self._director.set_speaker(self._speaker(verbosity))
        if not self._speaks:
            self._opening.stop()
            self._voice.stop()
        elif before not in _SPOKEN:
            self._problem_told = False
            self._opening.start()

    def stop(self) -> None:
        """The session is left: say no more."""
        self._opening.stop()
        self._voice.stop()

    @property
    def _speaks(self) -> bool:
        return self._director.verbosity in _SPOKEN

    def _speaker(self, verbosity: Verbosity) -> Speaker:
        return Speaker(self._wording, self._pace, verbosity)

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        if self._director.follow(events) and self._speaks:
            self._voice.stop()

    def _on_changed(self, now: Snapshot) -> None:
        if not self._speaks or self._opening.isActive():
            return
        if not self._voice.available:
            self._tell_problem()
            return
        for report in self._voice.take_reports():
            self._pace.heard(report.text, report.seconds)
        if self._voice.speaking and self._director.must_hush(now):
            self._voice.stop()
        line = self._director.due(now, busy=self._voice.speaking)
        if line is not None:
            self._voice.say(line.text)

    def _tell_problem(self) -> None:
        if self._voice.problem and not self._problem_told:
            self._problem_told = True
            self.problem_met.emit(self._voice.problem)
