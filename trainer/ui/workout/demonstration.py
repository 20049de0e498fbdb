"""Demonstration: the coming move, shown once in slow motion from two sides while the person gets set. Pure."""

from typing import Final

from msgspec import Struct

from trainer.core.snapshot import Snapshot
from trainer.core.timeline import PhaseKind, Timeline
from trainer.motion.cycle import Cycle
from trainer.motion.repetition import Repetitions

SLOW: Final = 0.5  # of the move's own tempo
_UNHURRIED: Final = 0.75  # slower than this is worth leaving out an alternating move's other side
_HURRIED: Final = 2.0  # faster than this nobody learns anything
_STILL: Final = 0.5  # seconds that a hold lasts at most: it shows nothing new
_LOOK: Final = 0.3  # seconds to see where one looks from before it moves
_BEFORE: Final = -1e-6  # seconds: the pose that work begins from is the one the cycle ends in
_SET: Final = (0.12, 3.0)  # share and seconds of the waiting, at most, in which it stands ready at the end


class Showing(Struct, frozen=True):
    """What the figure shows: seconds since the first repetition began, and from which side."""

    seconds: float
    from_second: bool = False  # the second side, not the one the move was made for
    slow: bool = False  # in slow motion


class Waiting:
    """How long the person has waited for a step's work, its rest and its get-ready time taken together."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._rested: tuple[int, float] = (-1, 0.0)  # the phase of rest seen last, and how long it lasted

    def so_far(self, now: Snapshot) -> tuple[float, float]:
        """Seconds waited, and seconds in all until the work begins."""
        phase, length = now.phase, now.length or 0.0
        if phase.kind is PhaseKind.REST:
            self._rested = (phase.index, now.elapsed)
            return now.elapsed, length + self._ready_after(phase.index, phase.step)
        before = self._rested[1] if self._rested[0] == phase.index - 1 else 0.0
        return before + now.elapsed, before + length

    def _ready_after(self, index: int, step: int) -> float:
        following = self._timeline.phases[index + 1 : index + 2]
        return sum(phase.seconds or 0.0 for phase in following if phase.step == step and phase.kind is _READY)


_READY: Final = PhaseKind.GET_READY


def demonstrated(cycle: Cycle, waited: float, whole: float) -> Showing:
    """What to show `waited` seconds into a waiting of `whole` seconds: both sides, then the pose work begins from.

    One cycle from each side at half the move's tempo, faster where there is less time; of an alternating move one
    repetition, then from one side only; and where even that would be a blur, nothing moves.
    """
    ready = Showing(_BEFORE)
    plan = _planned(cycle, whole - min(_SET[0] * whole, _SET[1]))
    if plan is None:
        return ready
    end, sides, speed = plan
    each = _LOOK + _shown_seconds(cycle, end) / speed
    turn, into = divmod(max(0.0, waited), each)
    if turn >= sides:
        return ready
    moment = ready.seconds if into < _LOOK else _moment(cycle, (into - _LOOK) * speed)
    return Showing(moment, from_second=turn > 0, slow=speed < 1.0)


def work_seconds(now: Snapshot) -> float:
    """Seconds since the first repetition of the side at work. Both sides in one window: each begins anew."""
    if now.phase.side is None and now.side is not None and now.length and now.elapsed >= now.length / 2:
        return now.elapsed - now.length / 2
    return now.elapsed


def _planned(cycle: Cycle, seconds: float) -> tuple[float, int, float] | None:
    """The moment of the cycle it is shown up to, from how many sides, at what speed. None: there is no time."""
    one = Repetitions(cycle).each[0].seconds
    for end, sides, limit in ((cycle.period, 2, _UNHURRIED), (one, 2, 1.0), (one, 1, _HURRIED)):
        room = seconds - sides * _LOOK
        if room > 0.0 and (needed := sides * _shown_seconds(cycle, end) / room) <= limit:
            return end, sides, max(SLOW, needed)
    return None


def _shown_seconds(cycle: Cycle, end: float) -> float:
    """Seconds the cycle takes up to a moment, its holds cut short, at its own tempo."""
    return sum(_lasting(source == target, seconds) for start, seconds, source, target in _parts(cycle) if start < end)


def _moment(cycle: Cycle, shown: float) -> float:
    """The moment of the cycle after so many seconds, its holds cut short."""
    for start, seconds, source, target in _parts(cycle):
        lasting = _lasting(source == target, seconds)
        if shown < lasting:
            return start + seconds * shown / lasting
        shown -= lasting
    return cycle.period + _BEFORE


def _parts(cycle: Cycle) -> list[tuple[float, float, str, str]]:
    return [(segment.start, segment.seconds, segment.source, segment.target) for segment in cycle.segments]


def _lasting(stays: bool, seconds: float) -> float:
    return min(seconds, _STILL) if stays else seconds
