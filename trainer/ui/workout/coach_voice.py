"""CoachVoice: says a session's spoken lines aloud."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.core.events import AnyEvent, CountdownReached, Paused, SessionEnded, Skipped, SkipUndone
from trainer.core.exercise import Exercise, Posture
from trainer.core.snapshot import Snapshot
from trainer.core.spoken_lines import MOST_WORDS, CueLine, Halfway, Line, Next, SpokenLines, SwitchSides, TenSecondsLeft
from trainer.core.timeline import Side
from trainer.language import tr
from trainer.sound.voice import Voice
from trainer.ui.workout.amounts import listed, move_name
from trainer.ui.workout.session_driver import SessionDriver

OPEN_AFTER_MS: Final = 150  # of a session: its first frame is on the screen by then

# After these what is being said no longer holds; in the last three seconds nobody speaks.
_SILENCING: Final = (Paused, Skipped, SkipUndone, CountdownReached, SessionEnded)


class CoachVoice(QObject):
    """Follows one driver for as long as it lives; silent until enabled. The voice stays the caller's to close."""

    problem_met = Signal(str)  # a sentence: why nothing can be heard. Once each time it is enabled.

    def __init__(
        self,
        driver: SessionDriver,
        voice: Voice,
        exercises: Mapping[str, Exercise],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._exercises = exercises
        self._lines = SpokenLines(driver.timeline, exercises)
        self._enabled = False
        self._problem_told = False
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPEN_AFTER_MS)
        self._opening.timeout.connect(voice.open)
        driver.events_happened.connect(self._on_events_happened)
        driver.changed.connect(self._on_changed)

    def set_enabled(self, enabled: bool) -> None:
        """Speak from now on, or fall silent at once."""
        if enabled == self._enabled:
            return
        self._enabled = enabled
        self._problem_told = False
        if enabled:
            self._opening.start()
        else:
            self._opening.stop()
            self._voice.stop()

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        self._lines.follow(events)
        if self._enabled and any(isinstance(event, _SILENCING) for event in events):
            self._voice.stop()

    def _on_changed(self, now: Snapshot) -> None:
        if not self._enabled or self._opening.isActive():
            return
        if not self._voice.available:
            self._tell_problem()
            return
        line = self._lines.due(now, busy=self._voice.speaking)
        if line is not None:
            self._voice.say(spoken_text(line, self._exercises))

    def _tell_problem(self) -> None:
        if self._voice.problem and not self._problem_told:
            self._problem_told = True
            self.problem_met.emit(self._voice.problem)


def spoken_text(line: Line, exercises: Mapping[str, Exercise]) -> str:
    """A line in words, at most nine of them."""
    match line:
        case Next():
            return _next_text(line, exercises[line.exercise])
        case SwitchSides(side=side):
            return tr("Now your left side") if side is Side.LEFT else tr("Now your right side")
        case CueLine(text=text):
            return text
        case Halfway():
            return tr("Halfway")
        case TenSecondsLeft():
            return tr("Ten seconds left")


def _next_text(line: Next, exercise: Exercise) -> str:
    """Name, side and position; without room for all of it first the position goes, then the form."""
    variant = exercise.variant(line.variant)
    name = move_name(exercise.name, variant.name if variant else "")
    side = _side_text(line.side)
    if line.brief:
        return listed(exercise.name, side)
    ways = (
        tr("Next: {move}").format(move=listed(name, side, _posture_text(line.posture))),
        tr("Next: {move}").format(move=listed(name, side)),
    )
    shortest = tr("Next: {move}").format(move=listed(exercise.name, side))
    return next((way for way in ways if len(way.split()) <= MOST_WORDS), shortest)


def _side_text(side: Side | None) -> str:
    if side is None:
        return ""
    return tr("left side") if side is Side.LEFT else tr("right side")


def _posture_text(posture: Posture) -> str:
    return {
        Posture.STANDING: tr("standing"),
        Posture.HINGED: tr("bent forward"),
        Posture.SEATED: tr("seated"),
        Posture.KNEELING: tr("kneeling"),
        Posture.HALF_KNEELING: tr("on one knee"),
        Posture.ALL_FOURS: tr("on all fours"),
        Posture.PLANK: tr("in a plank"),
        Posture.PRONE: tr("face down"),
        Posture.SUPINE: tr("on your back"),
        Posture.SIDE_LYING: tr("on your side"),
        Posture.OVER_BALL: tr("over the ball"),
    }[posture]
