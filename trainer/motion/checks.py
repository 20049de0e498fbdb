"""Checks: what a cycle must hold to be a movement a body can make. For tests and for whoever writes a move."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from trainer.motion.angles import angles_of
from trainer.motion.capsules import capsules
from trainer.motion.cycle import Cycle, Segment
from trainer.motion.geometry import Vector, closest_points, distance, length, subtract
from trainer.motion.limits import Beyond, beyond_limits
from trainer.motion.pose import Pose
from trainer.motion.posture import PLANTED_HANDS, HandPlace, LegSupport, RootSupport
from trainer.motion.root import BALANCE_FORWARD
from trainer.motion.skeleton import FOREARM, SHANK, SIDES, SPINE, THIGH, UPPER_ARM

SAMPLES: Final = 240  # of a cycle
_MOMENT: Final = 1e-5  # seconds over which a speed is measured: short, for what is brisk turns fast and yet smoothly

_BONES: Final = (
    ("thigh", "shank", THIGH),
    ("shank", "foot", SHANK),
    ("upper_arm", "forearm", UPPER_ARM),
    ("forearm", "hand", FOREARM),
)
_STANDING: Final = frozenset({RootSupport.FEET, RootSupport.STEPS})
_TRACED: Final = (
    "pelvis", "T2", "head", "hand.l", "hand.r", "foot.l", "foot.r", "shank.l", "shank.r", "forearm.l", "forearm.r",
)  # fmt: skip

# Neighbours may touch.
_MAY_TOUCH: Final = frozenset(
    frozenset(pair)
    for side in SIDES
    for pair in (
        (f"upper_arm.{side}", f"forearm.{side}"),
        (f"forearm.{side}", f"hand.{side}"),
        (f"upper_arm.{side}", f"hand.{side}"),
        (f"thigh.{side}", f"shank.{side}"),
        (f"upper_arm.{side}", "chest"),
        (f"thigh.{side}", "belly"),
    )
) | {frozenset(("chest", "belly")), frozenset(("chest", "head")), frozenset(("thigh.l", "thigh.r"))}


class Measures(Struct, frozen=True):
    """The worst of a cycle. Lengths in metres, speeds in m/s, accelerations in m/s2."""

    slip: float  # of a planted ball of the foot, palm or knee
    seam: float  # between the end of a cycle and its beginning
    speed_jump: float  # at the poses
    acceleration: float
    bone_error: float
    miss: float  # by which a limb can't reach its goal
    overlap: float  # of two parts of the body
    overlapping: str  # which: "hand.l, thigh.l"
    imbalance: float | None  # of the centre of mass, standing; None where something else carries
    beyond: dict[str, Beyond]  # joints out of their range, the worst of each


def measure(cycle: Cycle, samples: int = SAMPLES) -> Measures:
    """Look at `samples` poses of a cycle, evenly over its period."""
    moments = [cycle.period * i / samples for i in range(samples)]
    poses = [cycle.pose_at(moment) for moment in moments]
    overlaps = [_overlap(pose) for pose in poses]
    worst = max(overlaps)
    return Measures(
        slip=_slip(cycle, moments, poses),
        seam=_apart(cycle.pose_at(0.0), cycle.pose_at(cycle.period * (1.0 - 1e-12))),
        speed_jump=max(_speed_jump(cycle, segment) for segment in cycle.segments),
        acceleration=_acceleration(poses, cycle.period / samples),
        bone_error=max(_bone_error(pose) for pose in poses),
        miss=max((miss.metres for pose in poses for miss in pose.misses), default=0.0),
        overlap=worst[0],
        overlapping=worst[1],
        imbalance=_imbalance(cycle, moments, poses),
        beyond=_beyond(poses),
    )


def _slip(cycle: Cycle, moments: list[float], poses: list[Pose]) -> float:
    """How far anything moves while it is planted: in every stretch of time over which it stays so."""
    worst = 0.0
    for contact in _contacts(cycle):
        start: Vector | None = None
        for moment, pose in zip(moments, poses, strict=True):
            place = contact.place(cycle, moment, pose)
            if place is None:
                start = None
            elif start is None:
                start = place
            else:
                worst = max(worst, distance(start, place))
    return worst


class _Contact(Struct, frozen=True):
    """Something planted: a point of a frame, and the channel that says it is free."""

    frame: str
    point: Vector
    free: str  # channel; empty: never free
    lift: str = ""  # channel of a stepping foot

    def place(self, cycle: Cycle, moment: float, pose: Pose) -> Vector | None:
        """Where it is, None while it is not planted."""
        segment, _ = cycle.segment_at(moment)
        if segment.step.flight:
            return None
        for name in (segment.source, segment.target):
            if self.free and cycle.move.poses[name][self.free] > 0.0:
                return None
        if self.lift and self.lift in segment.lifts:
            return None
        return pose.point(self.frame, self.point)


def _contacts(cycle: Cycle) -> list[_Contact]:
    posture = cycle.move.posture
    contacts: list[_Contact] = []
    for side in SIDES:
        if posture.leg(side) is LegSupport.PLANTED:
            contacts.append(_Contact(f"toes.{side}", (0.0, 0.0, 0.0), f"foot.{side}.free", f"foot.{side}.lift"))
        if posture.leg(side) is LegSupport.KNEELING:
            contacts.append(_Contact(f"shank.{side}", (0.0, 0.0, 0.0), f"knee.{side}.free"))
        if posture.root is RootSupport.TOES and posture.leg(side) is LegSupport.FREE:
            contacts.append(_Contact(f"toes.{side}", (0.0, 0.0, 0.0), f"foot.{side}.free"))
        if posture.hand(side) in {HandPlace.FLOOR, HandPlace.WALL}:
            contacts.append(_Contact(f"hand.{side}", (0.0, 0.0, -0.05), f"palm.{side}.free", f"palm.{side}.z"))
        if posture.root is RootSupport.ELBOWS and posture.hand(side) is HandPlace.FOREARM:
            contacts.append(_Contact(f"forearm.{side}", (0.0, 0.0, 0.0), f"palm.{side}.free"))
    return contacts


def _apart(a: Pose, b: Pose) -> float:
    return max(distance(a.origins[name], b.origins[name]) for name in a.origins)


def _speed_jump(cycle: Cycle, segment: Segment) -> float:
    """The jump of any traced joint's velocity at the start of a segment."""
    at = segment.start + cycle.period
    before, now, after = (cycle.pose_at(at + shift).origins for shift in (-_MOMENT, 0.0, _MOMENT))
    worst = 0.0
    for name in _TRACED:
        onward, so_far = subtract(after[name], now[name]), subtract(now[name], before[name])
        worst = max(worst, length(subtract(onward, so_far)) / _MOMENT)
    return worst


def _acceleration(poses: list[Pose], step: float) -> float:
    worst = 0.0
    for index, pose in enumerate(poses):
        before, after = poses[index - 1].origins, poses[(index + 1) % len(poses)].origins
        for name in _TRACED:
            bend = subtract(subtract(after[name], pose.origins[name]), subtract(pose.origins[name], before[name]))
            worst = max(worst, length(bend) / step**2)
    return worst


def _bone_error(pose: Pose) -> float:
    long_bones = (
        abs(distance(pose.origins[f"{upper}.{side}"], pose.origins[f"{lower}.{side}"]) - size)
        for upper, lower, size in _BONES
        for side in SIDES
    )
    spine = (abs(distance(pose.origins[name], pose.origins[parent]) - length(place)) for name, parent, place in SPINE)
    return max(*long_bones, *spine)


def _imbalance(cycle: Cycle, moments: list[float], poses: list[Pose]) -> float | None:
    """How far the centre of mass is from where the move wants it, while it stands."""
    worst: float | None = None
    for moment, pose in zip(moments, poses, strict=True):
        segment, _ = cycle.segment_at(moment)
        supports = {carriage.support for carriage in segment.carriages}
        if len(supports) > 1 or not supports <= _STANDING or segment.step.flight:
            continue
        if segment.stance != "lr" or any(length(offset) > 0.0 for offset in segment.offsets):
            continue
        channels = cycle.channels_at(moment)
        if any(_leans(cycle, side, channels) for side in SIDES):
            continue
        x, y = channels["weight.x"] / 100.0 + BALANCE_FORWARD, channels["weight.y"] / 100.0
        if supports == {RootSupport.FEET}:
            x += 0.5 * (pose.origins["foot.l"][0] + pose.origins["foot.r"][0])
            y += 0.5 * (pose.origins["foot.l"][1] + pose.origins["foot.r"][1])
        mass = pose.centre_of_mass()
        worst = max(worst or 0.0, length((mass[0] - x, mass[1] - y, 0.0)))
    return worst


def _leans(cycle: Cycle, side: str, channels: Mapping[str, float]) -> bool:
    """Whether a hand of that side carries as well."""
    return cycle.move.posture.hand(side) in PLANTED_HANDS and channels[f"palm.{side}.free"] < 1.0


def _beyond(poses: list[Pose]) -> dict[str, Beyond]:
    worst: dict[str, Beyond] = {}
    for pose in poses:
        for found in beyond_limits(angles_of(pose)):
            known = worst.get(found.joint)
            if known is None or _excess(found) > _excess(known):
                worst[found.joint] = found
    return worst


def _excess(found: Beyond) -> float:
    return max(found.low - found.angle, found.angle - found.high)


def _overlap(pose: Pose) -> tuple[float, str]:
    """How deep two parts that are no neighbours lie in one another, and which."""
    parts = capsules(pose)
    names = list(parts)
    worst = (0.0, "")
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            if frozenset((a, b)) in _MAY_TOUCH:
                continue
            p, q = parts[a], parts[b]
            s, t, gap = closest_points((p[0], p[1]), (q[0], q[1]))
            depth = p[2] + s * (p[3] - p[2]) + q[2] + t * (q[3] - q[2]) - gap
            worst = max(worst, (depth, f"{a}, {b}"))
    return worst
