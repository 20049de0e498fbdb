"""Repetitions: a cycle as whoever follows it counts it, and which way each part of one goes."""

from enum import StrEnum
from functools import lru_cache
from math import hypot
from typing import Final

from msgspec import Struct

from trainer.motion.cycle import Cycle, Segment
from trainer.motion.geometry import Vector, subtract
from trainer.motion.move import BREATH, STAY
from trainer.motion.pose import Pose
from trainer.motion.skeleton import SIDES

_LIMBS: Final = ("hand", "shank", "foot")
_WATCHED: Final = ("head", "T2", "pelvis", *(f"{limb}.{side}" for limb in _LIMBS for side in SIDES))  # by the eye
_STEEP: Final = 0.35  # of the ways of all that is watched, from which on a part goes up or down
_NOTABLE: Final = 0.008  # metres that the centre of mass rises or sinks
_END: Final = 1.0 - 1e-9  # the last moment of a segment, not the first of the next


class Way(StrEnum):
    """Which way a part of a repetition goes."""

    UP = "up"
    DOWN = "down"
    OUT = "out"  # neither up nor down: away from the pose of rest
    BACK = "back"
    LEFT = "left"  # the figure's own
    RIGHT = "right"
    HOLD = "hold"
    PAUSE = "pause"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"


class Part(Struct, frozen=True):
    """A part of a repetition, in seconds since the repetition began."""

    way: Way
    start: float
    seconds: float


class Repetition(Struct, frozen=True):
    """What is counted as one, in seconds since the cycle began. An alternating move has one for each side."""

    start: float
    seconds: float
    parts: tuple[Part, ...]

    def part_at(self, seconds: float) -> Part:
        """The part at a moment since the repetition began."""
        return next((part for part in self.parts if seconds < part.start + part.seconds), self.parts[-1])


class Repetitions:
    """The repetitions of a cycle."""

    def __init__(self, cycle: Cycle) -> None:
        self.period = cycle.period
        self.each = _repetitions(cycle, reached(cycle))
        self.breathes = any(segment.step.part == BREATH for segment in cycle.segments)
        self.is_cyclic = all(segment.step.part == "cycle" for segment in cycle.segments)
        self.is_still = all(part.way is Way.HOLD for one in self.each for part in one.parts)

    def at(self, seconds: float) -> tuple[int, Repetition, float]:
        """How many are over at a moment since the first began, the one under way, and the seconds into it."""
        cycles, moment = divmod(seconds, self.period)
        index = max(n for n, one in enumerate(self.each) if n == 0 or one.start <= moment)
        return int(cycles) * len(self.each) + index, self.each[index], moment - self.each[index].start


@lru_cache(maxsize=4)  # asked for twice of each move, and solving takes its time
def reached(cycle: Cycle) -> tuple[Pose, ...]:
    """The pose that each segment ends in."""
    return tuple(cycle.pose_at(segment.start + segment.seconds * _END) for segment in cycle.segments)


def _way(cycle: Cycle, segment: Segment, source: Pose, target: Pose) -> Way:
    """Which way a segment goes, by its name where it goes to a side, else by where head, trunk, hands and feet go."""
    part = segment.step.part
    if segment.step.pose == STAY or part in {"hold", "pause"}:
        return Way.PAUSE if part == "pause" else Way.HOLD
    if part == BREATH:
        breaths = [s.index for s in cycle.segments if s.step.part == BREATH and s.step.pose != STAY]
        if len(breaths) < 2:
            return Way.HOLD
        return Way.BREATHE_OUT if breaths.index(segment.index) % 2 else Way.BREATHE_IN
    before, side = _side(segment.source), _side(segment.target)
    if before is not side:
        return side or Way.BACK
    steepness = _steepness(source, target)
    if abs(steepness) >= _STEEP:
        return Way.UP if steepness > 0 else Way.DOWN
    returns = segment.target == cycle.move.rest if cycle.move.rest else part == "eccentric"
    return Way.BACK if returns else Way.OUT


def _side(pose: str) -> Way | None:
    """The side a pose is named after: "left", "left_low"."""
    word = pose.partition("_")[0]
    return Way(word) if word in {Way.LEFT, Way.RIGHT} else None


def _steepness(source: Pose, target: Pose) -> float:
    """How much of the way that everything goes is upward, -1 straight down .. 1 straight up.

    Of who bends and stretches on the spot, head one way and trunk the other, the centre of mass goes up or down.
    """
    ways = [subtract(target.origins[frame], source.origins[frame]) for frame in _WATCHED]
    steepness = _upward(ways)
    if abs(steepness) < _STEEP:
        way = subtract(target.centre_of_mass(), source.centre_of_mass())
        if abs(way[2]) > _NOTABLE:
            return _upward([way])
    return steepness


def _upward(ways: list[Vector]) -> float:
    whole = sum(hypot(*way) for way in ways)
    return sum(way[2] for way in ways) / whole if whole else 0.0


def _repetitions(cycle: Cycle, poses: tuple[Pose, ...]) -> tuple[Repetition, ...]:
    """A repetition begins where the cycle's first part of the tempo begins again, from the pose it began from."""
    first = cycle.segments[0].step.part
    groups: list[list[tuple[Segment, Way]]] = []
    before = None
    for segment, source, target in zip(cycle.segments, (poses[-1], *poses), poses, strict=False):
        anew = segment.step.part == first and segment.source == cycle.segments[0].source
        if before is None or (anew and before.step.part != first):
            groups.append([])
        groups[-1].append((segment, _way(cycle, segment, source, target)))
        before = segment
    return tuple(_repetition(group) for group in groups)


def _repetition(segments: list[tuple[Segment, Way]]) -> Repetition:
    """Neighbours that go the same way are one part."""
    start = segments[0][0].start
    parts: list[Part] = []
    for segment, way in segments:
        if parts and parts[-1].way is way:
            parts[-1] = Part(way, parts[-1].start, parts[-1].seconds + segment.seconds)
        else:
            parts.append(Part(way, segment.start - start, segment.seconds))
    return Repetition(start, sum(segment.seconds for segment, _ in segments), tuple(parts))
