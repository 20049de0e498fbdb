"""Report: what a move is checked for, with its bounds, in order. For whoever writes one; the tests hold the same."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from trainer.motion.capsules import lowest
from trainer.motion.checks import SAMPLES, measure
from trainer.motion.cycle import Cycle
from trainer.motion.prop_checks import entered


class Check(StrEnum):
    """What is looked at."""

    SLIP = "slip"
    FLOOR = "floor"
    BONES = "bones"
    SEAM = "seam"
    SPEED = "speed"
    REACH = "reach"
    BODY = "body"
    PROPS = "props"
    BALANCE = "balance"
    JOINTS = "joints"


# Metres, but for the jump of speed (m/s) and the joints (how many are beyond their range).
BOUNDS: Final = {
    Check.SLIP: 0.001,
    Check.FLOOR: 0.010,
    Check.BONES: 0.00001,
    Check.SEAM: 0.0001,
    Check.SPEED: 0.01,
    Check.REACH: 0.002,
    Check.BODY: 0.015,
    Check.PROPS: 0.015,
    Check.BALANCE: 0.010,
    Check.JOINTS: 0.0,
}


class Finding(Struct, frozen=True):
    """What was measured, in the unit of its bound, and where: a joint, two parts of the body."""

    check: Check
    measured: float
    bound: float
    where: str = ""

    @property
    def holds(self) -> bool:
        return self.measured <= self.bound


def report(cycle: Cycle, samples: int = SAMPLES) -> tuple[Finding, ...]:
    """Every check of a cycle at `samples` moments; about half a second of work."""
    found = measure(cycle, samples)
    poses = [cycle.pose_at(cycle.period * i / samples) for i in range(samples)]
    low, frame = min(lowest(pose) for pose in poses)
    radius = cycle.move.posture.held_radius
    depth, parts = max(entered(pose, cycle.move.props, radius) for pose in poses)
    measured = {
        Check.SLIP: (found.slip, ""),
        Check.FLOOR: (max(-low, 0.0), frame if low < 0.0 else ""),
        Check.BONES: (found.bone_error, ""),
        Check.SEAM: (found.seam, ""),
        Check.SPEED: (found.speed_jump, ""),
        Check.REACH: (found.miss, ""),
        Check.BODY: (found.overlap, found.overlapping),
        Check.PROPS: (depth, parts),
        Check.BALANCE: (found.imbalance or 0.0, ""),
        Check.JOINTS: (float(len(found.beyond)), ", ".join(found.beyond)),
    }
    return tuple(Finding(check, value, BOUNDS[check], where) for check, (value, where) in measured.items())
