"""The schedule of a session's cues: which lines are said, to the fraction of a second, between which tones.

Tones stand first, then names and sides, then the other lines by importance, each as early in its window as no tone
and no other line is touched and no 45 seconds hold more than five lines; what has no room is dropped. Deciding in
this order means that taking up a schedule in the middle gives the rest of the same schedule.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import Final

from msgspec import Struct

from trainer.core.cue_lines import (
    LONGEST_LINE,
    SETTLED,
    Detail,
    Fetch,
    Line,
    Next,
    Part,
    Verbosity,
    Window,
    next_forms,
    side_forms,
    work_lines,
)
from trainer.core.exercise import Exercise, Sides
from trainer.core.snapshot import Snapshot
from trainer.core.speech_pace import Pace
from trainer.core.timeline import Phase, PhaseKind, PlannedStep, Rung, Side, Timeline
from trainer.core.tones import COUNTS, TONE_SECONDS, TimedTone, Tone, phase_tones, tone_after

MOST_LINES: Final = 5  # in any WINDOW seconds, behaviour.md
WINDOW: Final = 45.0
BESIDE_TONE: Final = 0.1  # seconds of silence between a line and a tone: two looks at the clock and a frame
BETWEEN_LINES: Final = 0.5  # seconds of silence between two lines, to tell them apart
LONGEST_SILENCE: Final = 15.0  # seconds no tone and no line ever takes, however slow the voice

_ALL_PARTS: Final = frozenset(Part)
_PARTS: Final = {
    Verbosity.FULL: _ALL_PARTS,
    Verbosity.NAMES: frozenset(part for part in Part if part.essential),
    Verbosity.TONES: frozenset[Part](),
    Verbosity.SILENT: frozenset[Part](),
}


class Speaker(Struct, frozen=True):
    """How lines are worded ("": not at all), how long they take, and how much is said."""

    wording: Callable[[Line], str]
    pace: Pace
    verbosity: Verbosity = Verbosity.FULL


class Told(Struct, frozen=True):
    """The step and side the person has been told of."""

    step: int
    side: Side | None


class Heard(Struct, frozen=True):
    """What has been said by now; moments are on the session's clock."""

    told: Told | None = None
    parts: frozenset[Part] = frozenset()  # in this visit to the phase
    begun: tuple[float, ...] = ()  # when the lines of the last WINDOW seconds began
    busy_until: float = 0.0  # until when the line under way takes


class PlannedLine(Struct, frozen=True):
    """A line with its moment: seconds on the session's clock if it runs on undisturbed."""

    at: float
    seconds: float  # it takes
    until: float  # when its moment has passed: it is over by then
    phase: int
    offset: float  # seconds into the phase at which it begins
    part: Part
    line: Line
    text: str

    @property
    def end(self) -> float:
        """When its last word is out."""
        return self.at + self.seconds


class Place(Struct, frozen=True):
    """A phase and where it lies on the session's clock."""

    phase: Phase
    step: PlannedStep
    rung: Rung
    start: float
    length: float | None  # None: it waits for the person
    end: float  # expected

    @property
    def sides_change(self) -> bool:
        """Whether the other side's turn comes at half of this one window."""
        return (
            self.phase.kind is PhaseKind.WORK
            and self.length is not None
            and self.rung.sides is Sides.EACH
            and self.phase.side is None
            and self.step.sides is not Sides.EACH
        )


class _Wanted(Struct, frozen=True):
    """A line to be placed; windows on the session's clock, the one to try first first, each with its ways to say it."""

    part: Part
    windows: tuple[tuple[Place, Window, tuple[Line, ...]], ...]


def places(timeline: Timeline, now: Snapshot, until: float = inf) -> tuple[Place, ...]:
    """The phase at hand and those to come, up to the session's moment `until`; waiting ones take their estimate."""
    found: list[Place] = []
    start = now.at - now.elapsed
    for phase in timeline.phases[now.phase.index :]:
        if start > until:
            break
        step = timeline.steps[phase.step]
        here = phase.index == now.phase.index
        length = now.length if here else phase.seconds
        takes = timeline.expected(phase) if length is None else length
        end = max(start + takes, now.at) if here else start + takes
        found.append(Place(phase, step, step.ladder[now.rungs[step.index]], start, length, end))
        start = end
    return tuple(found)


def planned_tones(timeline: Timeline, at: tuple[Place, ...]) -> tuple[TimedTone, ...]:
    """The tones of those phases on the session's clock, in order; at a boundary one at most."""
    tones: list[TimedTone] = []
    if at and at[0].phase.index:  # where the phase at hand has begun with the end of the one before
        before = tone_after(timeline, timeline.phases[at[0].phase.index - 1])
        tones += [TimedTone(at[0].start, Tone.END)] if before is Tone.END else []
    for place in at:
        for tone in phase_tones(timeline, place.phase, place.length, sides_change=place.sides_change):
            same = tones and tone.at == 0.0 and tones[-1].at >= place.start - 1e-6
            if not same:
                tones.append(TimedTone(place.start + tone.at, tone.tone))
    return tuple(tones)


def plan_lines(
    timeline: Timeline,
    exercises: Mapping[str, Exercise],
    now: Snapshot,
    speaker: Speaker,
    heard: Heard | None = None,
    *,
    horizon: float = inf,
) -> tuple[PlannedLine, ...]:
    """The lines from now on, up to `horizon` seconds from now, by their moment."""
    parts = _PARTS[speaker.verbosity]
    if not parts:
        return ()
    heard = heard or Heard()
    ahead = places(timeline, now, now.at + horizon)
    table = _Table(speaker, now.at, heard, _silences(planned_tones(timeline, ahead)))
    wanted = [one for one in _wanted(timeline, exercises, ahead, now, heard) if one.part in parts]
    for essential in (True, False):
        for one in sorted(wanted, key=lambda each: each.part):
            if one.part.essential is essential:
                table.place(one)
    return tuple(sorted(table.lines, key=lambda line: line.at))


class _Table:
    """The lines placed so far, and what time is taken."""

    def __init__(self, speaker: Speaker, now: float, heard: Heard, silences: Iterator[tuple[float, float]]) -> None:
        self.lines: list[PlannedLine] = []
        self._speaker = speaker
        self._earliest = max(now, heard.busy_until)
        self._taken = sorted(silences)
        self._begun = sorted(heard.begun)

    def place(self, wanted: _Wanted) -> None:
        """Give it the first room there is, in the fullest form that has any."""
        for place, window, forms in wanted.windows:
            for form in forms:
                text = self._speaker.wording(form)
                seconds = self._speaker.pace.seconds(text)
                least = form == forms[-1]
                if not text or (seconds > LONGEST_LINE and not (least and wanted.part.essential)):
                    continue
                at = self._room(window, seconds)
                if at is None or not (wanted.part.essential or self._few_enough(at)):
                    continue
                insort(self._begun, at)
                insort(self._taken, (at - BETWEEN_LINES, at + seconds + BETWEEN_LINES))
                offset = at - place.start
                self.lines.append(
                    PlannedLine(at, seconds, window.until, place.phase.index, offset, wanted.part, form, text)
                )
                return

    def _room(self, window: Window, seconds: float) -> float | None:
        """The earliest moment in the window from which that long is free."""
        at = max(window.start, self._earliest)
        for begin, end in self._taken[bisect_left(self._taken, (at - LONGEST_SILENCE,)) :]:
            if begin >= at + seconds:
                break
            at = max(at, end)
        return at if at <= window.latest and at + seconds <= window.until else None

    def _few_enough(self, at: float) -> bool:
        """Whether with a line begun at that moment no WINDOW seconds would hold too many."""
        here = bisect_left(self._begun, at)
        near = [*self._begun[max(0, here - MOST_LINES) : here], at, *self._begun[here : here + MOST_LINES]]
        return all(near[n + MOST_LINES] - near[n] > WINDOW - 1e-6 for n in range(len(near) - MOST_LINES))


def _silences(tones: tuple[TimedTone, ...]) -> Iterator[tuple[float, float]]:
    """Intervals without speech: each tone with a little around it, and the whole second a count stands for."""
    for one in tones:
        lasts = 1.0 if one.tone in COUNTS else TONE_SECONDS[one.tone]
        yield one.at - BESIDE_TONE, one.at + lasts + BESIDE_TONE


def _wanted(
    timeline: Timeline, exercises: Mapping[str, Exercise], ahead: tuple[Place, ...], now: Snapshot, heard: Heard
) -> Iterator[_Wanted]:
    """Everything that might be said. A work phase is spoken of in the wait before it and in itself."""
    told = heard.told
    waits: list[Place] = []
    for place in ahead:
        if waits and waits[0].step.index != place.step.index:
            waits = []
        if place.phase.kind is not PhaseKind.WORK:
            waits.append(place)
            continue
        exercise = exercises.get(place.step.exercise)
        said = (
            heard.parts
            if place.phase.index == now.phase.index or any(wait.phase.index == now.phase.index for wait in waits)
            else frozenset[Part]()
        )
        if exercise is not None:
            due = Told(place.step.index, side_at(timeline, place))
            yield from _essential(place, waits, exercise, due, told)
            told = due
            if Part.FETCH not in said and place.phase.index == _first_work(timeline, place):
                yield from _fetch(timeline, place, waits, now.rungs)
            yield from _in_work(timeline, place, exercise, said)
        waits = []


def side_at(timeline: Timeline, work: Place) -> Side | None:
    """The side a work phase is for; of a form done side by side in one window, the first."""
    if work.rung.sides is not Sides.EACH:
        return None
    if work.phase.side is not None or work.length is None or work.step.sides is Sides.EACH:
        return work.phase.side
    return timeline.first_side


def _first_work(timeline: Timeline, place: Place) -> int:
    return next(phase.index for phase in timeline.phases_of(place.step.index) if phase.kind is PhaseKind.WORK)


def _essential(work: Place, waits: list[Place], exercise: Exercise, due: Told, told: Told | None) -> Iterator[_Wanted]:
    """The name, or the change of sides: in the wait if there is room, else as soon as the work has begun."""
    forms: tuple[Line, ...]
    if told is None or told.step != due.step:
        part, forms = Part.NAME, next_forms(exercise.id, work.rung.variant, due.side, exercise.posture)
        in_work: tuple[Line, ...] = tuple(
            form for form in forms if isinstance(form, Next) and form.detail is Detail.BRIEF
        )
    elif due.side is not None and told.side is not due.side:
        part, forms = Part.SIDE, side_forms(due.side)
        in_work = forms
    else:
        return
    end = inf if work.length is None else work.end
    windows = [(wait, Window(wait.start, wait.end, work.start), forms) for wait in waits]
    yield _Wanted(part, (*windows, (work, Window(work.start, end, end), in_work)))


def _fetch(timeline: Timeline, work: Place, waits: list[Place], rungs: tuple[int, ...]) -> Iterator[_Wanted]:
    gear = timeline.gear_to_fetch(work.step.index, rungs)
    settled = work.start - SETTLED
    if gear:
        windows = tuple((wait, Window(wait.start, min(wait.end, settled), settled), (Fetch(gear),)) for wait in waits)
        yield _Wanted(Part.FETCH, windows)


def _in_work(timeline: Timeline, work: Place, exercise: Exercise, said: frozenset[Part]) -> Iterator[_Wanted]:
    other = timeline.first_side.other if work.sides_change else None
    block = timeline.blocks[work.step.block].kind
    for line in work_lines(exercise, work.rung.variant, work.length, work.step.index, block, other):
        if line.part in said:
            continue
        start, until = work.start + line.window.start, work.start + line.window.until
        if work.length is not None:
            until = min(until, work.end)
        window = Window(start, min(work.start + line.window.latest, until), until)
        yield _Wanted(line.part, ((work, window, line.forms),))
