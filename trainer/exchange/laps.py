"""Laps: a workout as watches keep one, laid out on the clock, for the formats that want times rather than sums.

A lap is one step's work (both sides of it, and the switch between), or the rest and the getting ready before it.
When each began, and when the clock stood, is in the recording of the session. A workout that has none (written down by
hand, imported) is laid out from its start, one lap after the other, and what was paused or away comes after the last.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from trainer.core.energy import LedgerLine
from trainer.core.progress import LoggedWorkout, counted_spans, ledger_of
from trainer.core.routine import BlockKind
from trainer.core.session_strip import Stretch, StretchKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Span, WorkoutStep

_WORKING: Final = (PhaseKind.WORK, PhaseKind.SWITCH_SIDES)
_STANDING: Final = (StretchKind.PAUSED, StretchKind.AWAY)
_AGREED: Final = 1.0  # seconds by which recording and log may differ in sum; more, and the recording is passed over

Strip = Sequence[Stretch]  # a session as trainer.core.session_strip lays it out; empty: not known


class Lap(Struct, frozen=True):
    """Time in one piece. `kcal` is rounded so that the laps add up to the workout's estimate."""

    started: datetime  # aware, UTC
    seconds: float  # active
    elapsed: float  # seconds from its start to its end, pauses included
    kcal: int
    working: bool  # False: rest, get ready
    name: str  # the exercise's; of a rest that of the step it follows
    block: BlockKind | None = None
    reps: int | None = None
    load_kg: float | None = None

    @property
    def ended(self) -> datetime:
        """Aware, UTC."""
        return self.started + timedelta(seconds=self.elapsed)


class Pause(Struct, frozen=True):
    """A time in which the clock stood. Aware, UTC."""

    started: datetime
    ended: datetime


class LaidOut(Struct, frozen=True):
    """A workout on the clock: its laps, never none, and the pauses between and in them."""

    laps: tuple[Lap, ...]
    pauses: tuple[Pause, ...]
    ended: datetime  # aware, UTC; never before the last lap


def laid_out(logged: LoggedWorkout, strip: Strip = ()) -> LaidOut:
    """The workout on the clock; one lap of all its active time if the log has no spans of it."""
    workout = logged.workout
    clock = _Clock(strip if _agree(strip, workout.spans) else ())
    laps = tuple(_laps(logged, clock))
    if not laps:
        seconds = workout.active_seconds
        whole = Lap(workout.started, seconds, seconds, round(logged.energy.mid), True, workout.routine_name)
        laps = (whole,)
    pauses = tuple(
        Pause(workout.started + timedelta(seconds=begin), workout.started + timedelta(seconds=end))
        for begin, end in clock.pauses
    )
    last = max((laps[-1].ended, *(pause.ended for pause in pauses)))
    return LaidOut(laps, pauses, last if workout.ended is None else max(workout.ended, last))


def _laps(logged: LoggedWorkout, clock: "_Clock") -> Iterator[Lap]:
    steps = {step.index: step for step in logged.workout.steps}
    kcal, told = 0.0, 0
    for piece in _pieces(logged):
        kcal += piece.kcal
        part, told = round(kcal) - told, round(kcal)
        began, ended = clock.after(piece.begin), clock.before(piece.end)
        yield _lap(piece, steps.get(piece.step), logged.workout.started + timedelta(seconds=began), ended - began, part)


class _Piece(Struct):
    """Spans that make a lap, on the clock of active seconds."""

    step: int
    working: bool
    exercise: str
    block: BlockKind
    begin: float
    end: float
    seconds: float = 0.0
    kcal: float = 0.0


def _pieces(logged: LoggedWorkout) -> Iterator[_Piece]:
    workout, counted = logged.workout, ledger_of(logged.workout)
    scale = logged.energy.mid / counted.mid if counted.mid > 0 else 0.0  # as it was logged, which may be otherwise
    left: list[tuple[Span, LedgerLine]] = list(zip(counted_spans(workout), counted.lines, strict=True))
    left.reverse()
    piece: _Piece | None = None
    active = 0.0
    for span in workout.spans:
        begin, active = active, active + span.seconds
        if not left or left[-1][0] is not span:
            continue  # of a step that is said not to have been done
        _, line = left.pop()
        if span.seconds <= 0:
            continue
        working = span.kind in _WORKING
        if piece is None or (piece.step, piece.working) != (span.step, working):
            if piece is not None:
                yield piece
            piece = _Piece(span.step, working, span.exercise, span.block, begin, begin)
        piece.end = active
        piece.seconds += span.seconds
        piece.kcal += line.kcal * scale
    if piece is not None:
        yield piece


def _lap(piece: _Piece, step: WorkoutStep | None, started: datetime, elapsed: float, kcal: int) -> Lap:
    working = piece.working and step is not None
    return Lap(
        started=started,
        seconds=piece.seconds,
        elapsed=max(elapsed, piece.seconds),
        kcal=kcal,
        working=piece.working,
        name=piece.exercise if step is None else step.name,
        block=piece.block,
        reps=step.reps if working and step is not None else None,
        load_kg=step.load_kg if working and step is not None else None,
    )


class _Clock:
    """From active seconds to seconds since the start, and the pauses between."""

    def __init__(self, strip: Strip) -> None:
        self.pauses: list[tuple[float, float]] = []
        self._stops: list[tuple[float, float]] = []  # active seconds so far, length of the pause there
        active = 0.0
        for stretch in strip:
            if stretch.kind not in _STANDING:
                active += stretch.seconds
                continue
            self._stops.append((active, stretch.seconds))
            if self.pauses and self.pauses[-1][1] == stretch.begin:
                self.pauses[-1] = (self.pauses[-1][0], stretch.end)
            else:
                self.pauses.append((stretch.begin, stretch.end))

    def before(self, active: float) -> float:
        """When so many active seconds were over: before a pause that follows at once."""
        return active + sum(length for at, length in self._stops if at < active - _LEAST)

    def after(self, active: float) -> float:
        """When the next active second began: after a pause that lies there."""
        return active + sum(length for at, length in self._stops if at < active + _LEAST)


_LEAST: Final = 1e-3  # seconds: what is shorter is rounding


def _agree(strip: Strip, spans: Sequence[Span]) -> bool:
    ran = sum(stretch.seconds for stretch in strip if stretch.kind not in _STANDING)
    return abs(ran - sum(span.seconds for span in spans)) <= _AGREED
