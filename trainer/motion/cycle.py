"""Cycle: a move at a tempo, as a pose for every moment. One cycle repeats without a seam.

An alternating move has both sides in one cycle.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from trainer.motion.easing import arc, cascade, flow_slopes, hermite, minimum_jerk, window
from trainer.motion.geometry import ORIGIN, Vector, between, subtract
from trainer.motion.move import BREATH, STAY, Move, Step
from trainer.motion.pose import Pose
from trainer.motion.posture import PLANTED_HANDS, LegSupport
from trainer.motion.root import contact_of
from trainer.motion.skeleton import SIDES
from trainer.motion.solver import Carriage, Passage, solve

_DEFAULT_SECONDS: Final = 1.0  # of a step whose part of the tempo has no time
_STEP_LIFT: Final = (2.5, 0.1)  # a stepping foot rises by 2.5 cm and a tenth of its way; so does a walking hand
_BREATH_SECONDS: Final = 5.0  # a breath in and out of who rests in a stretch: twelve a minute
_FOOT_PLACE: Final = ("x", "y", "z", "out")
_PALM_PLACE: Final = ("x", "y", "z")
_GRAVITY: Final = 981.0  # cm/s2
_HEIGHT: Final = "root.z"  # the channel that flies


class Segment(Struct, frozen=True):
    """The way from one pose to the next."""

    step: Step
    index: int  # of the step in the move
    start: float  # seconds into the cycle
    seconds: float
    source: str  # names of poses
    target: str
    carriages: tuple[Carriage, Carriage]  # what carries the root at both ends
    offsets: tuple[Vector, Vector]  # added to the root at both ends, where others carry as well
    lifts: dict[str, float]  # channel -> centimetres a stepping foot or a walking hand is lifted
    windows: dict[str, tuple[float, float]]  # spine part -> when in the segment it moves

    @property
    def stance(self) -> str:
        """The sides that carry the root throughout; of two supports those of the first."""
        return self.carriages[0].stance


class Cycle:
    """A move timed by the seconds of its tempo parts: "concentric", "hold", "eccentric", "pause", "cycle".

    A "breath" lasts as long as it does whatever the tempo. In a step of flight the body is a thrown one: its height
    follows gravity, and so do the steps before and after it where they meet.
    """

    def __init__(self, move: Move, seconds: Mapping[str, float]) -> None:
        self.move = move
        self.tempo = dict(seconds)
        self.segments = _segments(move, seconds)
        self.period = sum(segment.seconds for segment in self.segments)

    def segment_at(self, seconds: float) -> tuple[Segment, float]:
        """The segment at a moment since the start (any number of cycles ago) and the share of it that is over."""
        moment = seconds % self.period
        for segment in self.segments:
            if moment < segment.start + segment.seconds:
                return segment, (moment - segment.start) / segment.seconds
        return self.segments[-1], 1.0

    def channels_at(self, seconds: float) -> dict[str, float]:
        """Every channel at a moment."""
        segment, share = self.segment_at(seconds)
        source, target = self.move.poses[segment.source], self.move.poses[segment.target]
        if self.move.flow:
            channels = self._flowing(segment, share)
        elif segment.source == segment.target:
            channels = dict(source)
        else:
            eased = minimum_jerk(share)
            channels = {name: value + (target[name] - value) * eased for name, value in source.items()}
            for part, (start, end) in segment.windows.items():
                late = minimum_jerk(window(share, start, end))
                for name in source:
                    if name.startswith(part):
                        channels[name] = source[name] + (target[name] - source[name]) * late
        if self.flies:
            channels[_HEIGHT] = self._height(segment, share)
        for name, lift in segment.lifts.items():
            channels[name] += lift * arc(share)
        return channels

    def pose_at(self, seconds: float) -> Pose:
        """The pose at a moment."""
        segment, share = self.segment_at(seconds)
        eased = minimum_jerk(share)
        offset = between(segment.offsets[0], segment.offsets[1], eased)
        pose = solve(self.channels_at(seconds), self.move.posture, Passage(*segment.carriages, eased, offset))
        pose.share = (seconds % self.period) / self.period
        return pose

    @property
    def flies(self) -> bool:
        """Whether the body leaves the floor."""
        return any(segment.step.flight for segment in self.segments)

    def is_in_flight(self, seconds: float) -> bool:
        """Whether the body is off the floor at a moment."""
        return self.segment_at(seconds)[0].step.flight

    def effort_at(self, seconds: float) -> float:
        """How hard the muscles work: 0 in the pose of rest, 1 at a peak."""
        move = self.move
        if not move.rest or not move.peaks:
            return 1.0
        rest, now = move.poses[move.rest], self.channels_at(seconds)
        return max(_progress(rest, move.poses[peak], now) for peak in move.peaks)

    @cached_property
    def _slopes(self) -> dict[str, list[float]]:
        ends = [segment.start + segment.seconds for segment in self.segments]
        names = self.move.poses[self.segments[0].target]
        return {
            name: flow_slopes(ends, [self.move.poses[s.target][name] for s in self.segments], self.period)
            for name in names
        }

    def _height(self, segment: Segment, share: float) -> float:
        """The height of the root's channel: in flight a parabola, elsewhere smooth from one throw to the next."""
        ends = (self.move.poses[segment.source][_HEIGHT], self.move.poses[segment.target][_HEIGHT])
        here = self.segments.index(segment)
        return hermite(share, ends, (self._height_slopes[here - 1], self._height_slopes[here]), segment.seconds)

    @cached_property
    def _height_slopes(self) -> list[float]:
        """Speeds of the root's height (cm/s) at the end of each segment."""
        slopes = list(self._slopes[_HEIGHT]) if self.move.flow else [0.0] * len(self.segments)
        for here, segment in enumerate(self.segments):
            if segment.step.flight:
                rise = self.move.poses[segment.target][_HEIGHT] - self.move.poses[segment.source][_HEIGHT]
                fall = 0.5 * _GRAVITY * segment.seconds
                slopes[here - 1] = rise / segment.seconds + fall
                slopes[here] = rise / segment.seconds - fall
        return slopes

    def _flowing(self, segment: Segment, share: float) -> dict[str, float]:
        source, target = self.move.poses[segment.source], self.move.poses[segment.target]
        here = self.segments.index(segment)
        return {
            name: hermite(share, (source[name], target[name]), (slopes[here - 1], slopes[here]), segment.seconds)
            for name, slopes in self._slopes.items()
        }


def _progress(rest: Mapping[str, float], peak: Mapping[str, float], now: Mapping[str, float]) -> float:
    """How far `now` is on the straight way from rest to peak, 0 .. 1."""
    way = {name: peak[name] - value for name, value in rest.items() if peak[name] != value}
    size = sum(step * step for step in way.values())
    done = sum((now[name] - rest[name]) * step for name, step in way.items())
    return max(0.0, min(1.0, done / size)) if size else 1.0


def _segments(move: Move, seconds: Mapping[str, float]) -> tuple[Segment, ...]:
    lasting = {**seconds, BREATH: _BREATH_SECONDS}
    timed = [(index, step, lasting.get(step.part, 0.0) * step.share) for index, step in enumerate(move.steps)]
    timed = [(index, step, time or _DEFAULT_SECONDS) for index, step, time in timed if time > 0.0 or step.pose != STAY]
    source = next(step.pose for step in reversed(move.steps) if step.pose != STAY)
    roots = {name: _root(move, name, _carriage(move, name)) for name in move.poses}
    segments: list[Segment] = []
    start = 0.0
    for index, step, time in timed:
        target = source if step.pose == STAY else step.pose
        carriages = _carriages(move, source, target)
        segments.append(
            Segment(
                step=step,
                index=index,
                start=start,
                seconds=time,
                source=source,
                target=target,
                carriages=carriages,
                offsets=(_offset(move, source, carriages[0], roots), _offset(move, target, carriages[1], roots)),
                lifts=_lifts(move, source, target, _GRAVITY * time * time / 8.0 if step.flight else None),
                windows={part: cascade(place, len(step.cascade)) for place, part in enumerate(step.cascade)},
            )
        )
        start += time
        source = target
    return tuple(segments)


def _carriage(move: Move, pose: str) -> Carriage:
    """What carries a pose by itself: of its support the sides whose contact is on; both where no limb carries."""
    support = move.support(pose)
    part = contact_of(support)
    channels = move.poses[pose]
    sides = "".join(side for side in SIDES if part is None or channels[f"{part}.{side}.free"] == 0.0)
    return Carriage(support, sides or "lr")


def _carriages(move: Move, source: str, target: str) -> tuple[Carriage, Carriage]:
    """What carries from the one pose to the other: of the same support the sides that neither leave nor move."""
    before, after = _carriage(move, source), _carriage(move, target)
    part = contact_of(before.support)
    if before.support is not after.support or part is None:
        return before, after
    stepping = {name.split(".")[1] for name in _lifts(move, source, target) if name.startswith(part)}
    both = "".join(side for side in before.stance if side in after.stance)
    stance = "".join(side for side in both if side not in stepping) or both or "lr"
    carriage = Carriage(before.support, stance)
    return carriage, carriage


def _lifts(move: Move, source: str, target: str, flight: float | None = None) -> dict[str, float]:
    """The feet and hands that are planted elsewhere in the next pose, and how high they are lifted on the way.

    In flight (so many centimetres high) all feet leave the floor, those too that let go of it or take it.
    """
    a, b = move.poses[source], move.poses[target]
    lifts = {}
    for side in SIDES:
        free = (a[f"foot.{side}.free"], b[f"foot.{side}.free"])
        if move.posture.leg(side) is LegSupport.PLANTED and min(free) == 0.0:
            way = _way(a, b, f"foot.{side}", _FOOT_PLACE)
            if flight is not None:
                lifts[f"foot.{side}.lift"] = flight
            elif max(free) == 0.0 and way > 0.5:
                lifts[f"foot.{side}.lift"] = _STEP_LIFT[0] + _STEP_LIFT[1] * way
        if move.posture.hand(side) in PLANTED_HANDS and a[f"palm.{side}.free"] == b[f"palm.{side}.free"] == 0.0:
            way = _way(a, b, f"palm.{side}", _PALM_PLACE)
            if way > 0.5:
                lifts[f"palm.{side}.z"] = _STEP_LIFT[0] + _STEP_LIFT[1] * way
    return lifts


def _way(a: Mapping[str, float], b: Mapping[str, float], limb: str, places: tuple[str, ...]) -> float:
    return max(abs(b[f"{limb}.{place}"] - a[f"{limb}.{place}"]) for place in places)


def _root(move: Move, pose: str, carriage: Carriage) -> Vector:
    return solve(move.poses[pose], move.posture, Passage(carriage, carriage)).origins["pelvis"]


def _offset(move: Move, pose: str, carriage: Carriage, roots: Mapping[str, Vector]) -> Vector:
    if carriage == _carriage(move, pose):
        return ORIGIN
    return subtract(roots[pose], _root(move, pose, carriage))
