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
from trainer.motion.posture import LegSupport, RootSupport
from trainer.motion.root import contact_of
from trainer.motion.skeleton import SIDES
from trainer.motion.solver import solve

_DEFAULT_SECONDS: Final = 1.0  # of a step whose part of the tempo has no time
_STEP_LIFT: Final = (2.5, 0.1)  # a stepping foot rises by 2.5 cm and a tenth of its way
_STEPPING: Final = (RootSupport.FEET, RootSupport.STEPS)
_BREATH_SECONDS: Final = 5.0  # a breath in and out of who rests in a stretch: twelve a minute
_FOOT_PLACE: Final = ("x", "y", "z", "out")


class Segment(Struct, frozen=True):
    """The way from one pose to the next."""

    step: Step
    index: int  # of the step in the move
    start: float  # seconds into the cycle
    seconds: float
    source: str  # names of poses
    target: str
    stance: str  # the sides that carry the root throughout
    offsets: tuple[Vector, Vector]  # added to the root at both ends, where others carry as well
    lifts: dict[str, float]  # channel -> centimetres a stepping foot is lifted
    windows: dict[str, tuple[float, float]]  # spine part -> when in the segment it moves


class Cycle:
    """A move timed by the seconds of its tempo parts: "concentric", "hold", "eccentric", "pause", "cycle".

    A "breath" lasts as long as it does whatever the tempo.
    """

    def __init__(self, move: Move, seconds: Mapping[str, float]) -> None:
        self.move = move
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
        for name, lift in segment.lifts.items():
            channels[name] += lift * arc(share)
        return channels

    def pose_at(self, seconds: float) -> Pose:
        """The pose at a moment."""
        segment, share = self.segment_at(seconds)
        offset = between(segment.offsets[0], segment.offsets[1], minimum_jerk(share))
        return solve(self.channels_at(seconds), self.move.posture, segment.stance, offset)

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
    roots = {name: _root(move, name, _carrying(move, name)) for name in move.poses}
    segments: list[Segment] = []
    start = 0.0
    for index, step, time in timed:
        target = source if step.pose == STAY else step.pose
        stance = _stance(move, source, target)
        segments.append(
            Segment(
                step=step,
                index=index,
                start=start,
                seconds=time,
                source=source,
                target=target,
                stance=stance,
                offsets=(_offset(move, source, stance, roots), _offset(move, target, stance, roots)),
                lifts=_lifts(move, source, target),
                windows={part: cascade(place, len(step.cascade)) for place, part in enumerate(step.cascade)},
            )
        )
        start += time
        source = target
    return tuple(segments)


def _carrying(move: Move, pose: str) -> str:
    """The sides whose contact is on in a pose; both where no limb carries."""
    part = contact_of(move.posture)
    channels = move.poses[pose]
    sides = "".join(side for side in SIDES if part is None or channels[f"{part}.{side}.free"] == 0.0)
    return sides or "lr"


def _stance(move: Move, source: str, target: str) -> str:
    """The sides that carry from the one pose to the other without leaving or moving."""
    if contact_of(move.posture) is None:
        return "lr"
    stepping = {name.split(".")[1] for name in _lifts(move, source, target)}
    both = "".join(side for side in _carrying(move, source) if side in _carrying(move, target))
    return "".join(side for side in both if side not in stepping) or both or "lr"


def _lifts(move: Move, source: str, target: str) -> dict[str, float]:
    """The feet that are planted elsewhere in the next pose, and how high they are lifted on the way."""
    if move.posture.root not in _STEPPING or move.posture.legs is not LegSupport.PLANTED:
        return {}
    a, b = move.poses[source], move.poses[target]
    lifts = {}
    for side in SIDES:
        way = max(abs(b[f"foot.{side}.{place}"] - a[f"foot.{side}.{place}"]) for place in _FOOT_PLACE)
        if way > 0.5 and a[f"foot.{side}.free"] == b[f"foot.{side}.free"] == 0.0:
            lifts[f"foot.{side}.lift"] = _STEP_LIFT[0] + _STEP_LIFT[1] * way
    return lifts


def _root(move: Move, pose: str, stance: str) -> Vector:
    return solve(move.poses[pose], move.posture, stance).origins["pelvis"]


def _offset(move: Move, pose: str, stance: str, roots: Mapping[str, Vector]) -> Vector:
    if stance == _carrying(move, pose):
        return ORIGIN
    return subtract(roots[pose], _root(move, pose, stance))
