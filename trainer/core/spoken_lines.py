"""Spoken lines: what the coach says aloud, and when. The moments are behaviour.md's ("Cues").

The name, the side and the position when the wait for a step begins; in work the first technique cue, the safety
cue, half time or the change of sides, ten seconds left. What finds no room beside more important lines is dropped,
and so is a line whose moment has gone by. The last three seconds of a phase belong to the tones.
"""

from collections.abc import Mapping
from enum import IntEnum, auto
from typing import Final

from msgspec import Struct, structs

from trainer.core.events import AnyEvent, Paused, PhaseStarted, Skipped, SkipUndone, TimeAdjusted
from trainer.core.exercise import Cue, CueKind, Exercise, Posture, Sides
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import PhaseKind, Side, Timeline

LONGEST_LINE: Final = 2.5  # seconds a line may take
MOST_WORDS: Final = 9
TONES: Final = 3.0  # seconds before the end of a phase that stay free of speech
BRIEF: Final = 2.0  # seconds the name and side alone may take: what a get-ready of five leaves
SPACING: Final = 3.0  # seconds between the beginnings of two lines
GRACE: Final = 1.0  # seconds a line of one moment may come late; names may until their room is gone
MOST_LINES: Final = 5  # in any WINDOW seconds
WINDOW: Final = 45.0
NAME_IN_WORK: Final = 1.0  # seconds into work, where no wait had room for the name
TECHNIQUE: Final = (3.0, 6.0)  # seconds into work: earliest, latest
SAFETY: Final = (12.0, 15.0)
LAST_SECONDS: Final = 10.0


class Next(Struct, frozen=True, tag=True):
    """The step to come. `brief`: the name and the side only, for want of time or because it has begun."""

    exercise: str
    variant: str
    side: Side | None
    posture: Posture
    brief: bool = False


class SwitchSides(Struct, frozen=True, tag=True):
    """The other side's turn."""

    side: Side


class CueLine(Struct, frozen=True, tag=True):
    """A cue in its own words."""

    text: str


class Halfway(Struct, frozen=True, tag=True):
    """Half of the work has passed."""


class TenSecondsLeft(Struct, frozen=True, tag=True):
    """Ten seconds of work to go."""


Line = Next | SwitchSides | CueLine | Halfway | TenSecondsLeft


class Part(IntEnum):
    """What a line is for in its phase, the most important first; each is said once a visit."""

    NAME = auto()
    SIDE = auto()
    OTHER_SIDE = auto()  # half time of a form done side by side in one window
    SAFETY = auto()
    TECHNIQUE = auto()
    TEN_LEFT = auto()
    HALF = auto()

    @property
    def essential(self) -> bool:
        """Names and sides are never dropped for others."""
        return self in (Part.NAME, Part.SIDE, Part.OTHER_SIDE)


class TimedLine(Struct, frozen=True):
    """A line and the seconds into its phase between which it may begin."""

    part: Part
    start: float
    latest: float
    line: Line


class Told(Struct, frozen=True):
    """The step and side the person has been told of."""

    step: int
    side: Side | None


def phase_lines(timeline: Timeline, now: Snapshot, exercise: Exercise, told: Told | None) -> tuple[TimedLine, ...]:
    """The lines of the phase shown, by their start. `told`: what had been told when it began."""
    due = Told(now.step.index, side_of(timeline, now))
    wanted: list[TimedLine] = []
    if told is None or told.step != due.step:
        name = Next(exercise.id, now.rung.variant, due.side, exercise.posture)
        wanted += _essential(Part.NAME, name, now)
    elif due.side is not None and told.side is not due.side:
        wanted += _essential(Part.SIDE, SwitchSides(due.side), now)
    if now.phase.kind is PhaseKind.WORK:
        wanted += _work_lines(timeline, now, exercise)
    placed: list[TimedLine] = []
    for line in sorted(wanted, key=lambda one: one.part):
        fitted = _beside(line, placed)
        if fitted is not None:
            placed.append(fitted)
    return tuple(sorted(placed, key=lambda one: one.start))


def side_of(timeline: Timeline, now: Snapshot) -> Side | None:
    """The side the phase is about: to work on, or to come. Of a form done side by side in one window, the first."""
    if now.rung.sides is not Sides.EACH:
        return None
    if now.phase.side is not None:
        return now.phase.side
    work = next(phase for phase in timeline.phases_of(now.step.index) if phase.kind is PhaseKind.WORK)
    if work.side is not None or work.seconds is None or now.step.sides is Sides.EACH:
        return work.side
    return timeline.first_side


def _essential(part: Part, line: Next | SwitchSides, now: Snapshot) -> list[TimedLine]:
    """A name or side, from the beginning of a wait or a second into work, until too little of the phase is left."""
    start = NAME_IN_WORK if now.phase.kind is PhaseKind.WORK else 0.0
    latest = start + GRACE
    if now.length is not None:
        room = now.length - TONES - BRIEF
        latest = min(latest, room) if now.phase.kind is PhaseKind.WORK else room
    return [TimedLine(part, start, latest, line)] if latest >= start else []


def _work_lines(timeline: Timeline, now: Snapshot, exercise: Exercise) -> list[TimedLine]:
    technique = _spoken(
        *_variant_cues(exercise, now.rung.variant),
        *exercise.cues_of(CueKind.DO),
        *exercise.cues_of(CueKind.BREATHE),
    )
    safety = _spoken(*exercise.cues_of(CueKind.SAFETY))
    length = now.length
    lines = []
    if technique is not None:
        lines.append(TimedLine(Part.TECHNIQUE, *TECHNIQUE, technique))
    if safety is not None:
        lines.append(TimedLine(Part.SAFETY, *SAFETY, safety))
    if length is None:
        return lines
    half, ten_left = length / 2, length - LAST_SECONDS
    if now.rung.sides is Sides.EACH and now.phase.side is None and now.step.sides is not Sides.EACH:
        other = SwitchSides(timeline.first_side.other)
        lines.append(TimedLine(Part.OTHER_SIDE, half, half + GRACE, other))
    else:
        lines.append(TimedLine(Part.HALF, half, half + GRACE, Halfway()))
    if ten_left > 0:
        lines.append(TimedLine(Part.TEN_LEFT, ten_left, ten_left + GRACE, TenSecondsLeft()))
    last_start = length - TONES - LONGEST_LINE
    return [
        TimedLine(line.part, line.start, min(line.latest, last_start), line.line)
        for line in lines
        if line.start <= last_start
    ]


def _variant_cues(exercise: Exercise, variant_id: str) -> tuple[Cue, ...]:
    variant = exercise.variant(variant_id)
    return (Cue(CueKind.DO, variant.cue),) if variant is not None and variant.cue else ()


def _spoken(*cues: Cue) -> CueLine | None:
    """The first of the cues meant to be spoken, in its short form where only that is short enough."""
    for cue in cues:
        for text in (cue.text, cue.short):
            if cue.spoken and text and len(text.split()) <= MOST_WORDS:
                return CueLine(text)
    return None


def _beside(line: TimedLine, placed: list[TimedLine]) -> TimedLine | None:
    """The line, begun as early as its distance from those placed allows; None if it has no room."""
    for moment in sorted({line.start, *(one.start + SPACING for one in placed)}):
        if line.start <= moment <= line.latest and all(abs(one.start - moment) >= SPACING for one in placed):
            return TimedLine(line.part, moment, line.latest, line.line)
    return None


class SpokenLines:
    """Follows a session and tells which line is to be said now. The same session gives the same lines."""

    def __init__(self, timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
        self._timeline = timeline
        self._exercises = exercises
        self._told: Told | None = None  # by now
        self._told_before: Told | None = None  # when the phase began
        self._said: set[Part] = set()  # in this visit to the phase
        self._begun: list[float] = []  # the moments, on the session's clock, of the lines of the last WINDOW
        self._name_until = 0.0  # until when a name is being said

    def follow(self, events: tuple[AnyEvent, ...]) -> None:
        """What has happened: a skip makes all stale, a pause in the middle of a name makes it unsaid."""
        for event in events:
            match event:
                case PhaseStarted():
                    self._told_before = self._told
                    self._said.clear()
                case Skipped() | SkipUndone():
                    self._told = None
                case Paused(at=at) if at < self._name_until:
                    self._told = self._told_before
                    self._said = {part for part in self._said if not part.essential}
                case TimeAdjusted():
                    self._said.discard(Part.TEN_LEFT)
                case _:
                    pass

    def due(self, now: Snapshot, *, busy: bool = False) -> Line | None:
        """The line to begin at this moment, given out once; None if there is none.

        `busy`: a line is being said. Only names and sides go before it; the others wait as long as they may.
        """
        exercise = self._exercises.get(now.step.exercise)
        if now.state is not SessionState.RUNNING or exercise is None:
            return None
        for timed in phase_lines(self._timeline, now, exercise, self._told_before):
            if timed.part in self._said or not timed.start <= now.elapsed <= timed.latest:
                continue
            if busy and not timed.part.essential:
                continue
            self._said.add(timed.part)  # said now, or dropped for good
            if timed.part.essential or self._has_room(now):
                return self._begin(timed, now)
        return None

    def _has_room(self, now: Snapshot) -> bool:
        """Whether a line more keeps the number of lines, with a place left for the name that follows this phase."""
        self._begun = [begun for begun in self._begun if now.at - begun < WINDOW]
        if len(self._begun) < MOST_LINES - 1:
            return True
        phase_end = now.at + (now.remaining or 0.0)
        return len(self._begun) < MOST_LINES and self._begun[0] + WINDOW <= phase_end

    def _begin(self, timed: TimedLine, now: Snapshot) -> Line:
        line = timed.line
        self._begun.append(now.at)
        if timed.part.essential:
            self._name_until = now.at + LONGEST_LINE
        if isinstance(line, Next):
            self._told = Told(now.step.index, line.side)
            short_of_time = now.remaining is not None and now.remaining < TONES + LONGEST_LINE
            return structs.replace(line, brief=short_of_time or now.phase.kind is PhaseKind.WORK)
        if isinstance(line, SwitchSides):
            self._told = Told(now.step.index, line.side)
        return line
