"""The legs: planted feet, free legs by their joint angles, kneeling legs with level shanks, and all between."""

from collections.abc import Mapping
from math import acos, atan2, degrees, hypot, radians
from typing import Final

from msgspec import Struct

from trainer.motion.easing import flatness_left, grip_left
from trainer.motion.geometry import (
    Axes,
    Vector,
    about_x,
    about_y,
    about_z,
    along,
    between,
    compose,
    rotate,
    subtract,
    turned_between,
)
from trainer.motion.pose import Miss, Pose
from trainer.motion.posture import LegSupport, Posture
from trainer.motion.reach import Reach, reach
from trainer.motion.skeleton import (
    ANKLE_HEIGHT,
    BALL_DOWN,
    BALL_FORWARD,
    HIP_SPACING,
    SHANK,
    SIDES,
    SIGN,
    THIGH,
)

KNEE_HEIGHT: Final = 0.052  # of the joint centre of a knee on the floor
_KNEELING_ANKLE: Final = 0.050  # of an ankle whose instep is on the floor
# A knee over a planted foot points where the toes point, and up out of the instep: right standing and seated.
_KNEE_POLE: Final[Vector] = (1.0, 0.0, 0.7)


class Leg(Struct, frozen=True):
    """A placed leg, world frame."""

    hip: Vector
    reach: Reach
    foot: Axes


def hip_joint(pelvis: Axes, side: str) -> Vector:
    """The hip joint centre from the mid-hip."""
    return rotate(pelvis, (0.0, SIGN[side] * HIP_SPACING, 0.0))


def planted_foot(channels: Mapping[str, float], side: str) -> tuple[Vector, Axes]:
    """Ankle and foot axes of a foot on the floor, turned about its ball by pivot and raised heel."""
    sign = SIGN[side]
    yaw = about_z(radians(channels[f"foot.{side}.out"]) * sign)
    pivoted = compose(yaw, about_z(-radians(channels[f"foot.{side}.pivot"]) * sign))
    axes = compose(pivoted, about_y(radians(channels[f"foot.{side}.heel"])))
    ankle = (channels[f"foot.{side}.x"] / 100.0, sign * channels[f"foot.{side}.y"] / 100.0, ANKLE_HEIGHT)
    lift = (channels[f"foot.{side}.lift"] + channels[f"foot.{side}.z"]) / 100.0
    ball = along(along(ankle, yaw[0], BALL_FORWARD), (0.0, 0.0, 1.0), BALL_DOWN + lift)
    return subtract(ball, rotate(axes, (BALL_FORWARD, 0.0, BALL_DOWN))), axes


def leg_by_angles(channels: Mapping[str, float], side: str, hip: Vector, pelvis: Axes, knee: float) -> Leg:
    """A leg by its joint angles, the knee's (degrees) given: flexion about -y, abduction, rotation, in this order."""
    sign = SIGN[side]
    thigh = compose(pelvis, about_y(-radians(channels[f"hip.{side}.flex"])))
    thigh = compose(thigh, about_x(sign * radians(channels[f"hip.{side}.abduct"])))
    thigh = compose(thigh, about_z(sign * radians(channels[f"hip.{side}.rotation"])))
    middle = along(hip, thigh[2], -THIGH)
    shank = compose(thigh, about_y(radians(knee)))
    ankle = along(middle, shank[2], -SHANK)
    foot = compose(shank, about_y(-radians(channels[f"ankle.{side}.dorsi"])))
    return Leg(hip, Reach(thigh, middle, shank, ankle, 0.0), foot)


def free_leg(channels: Mapping[str, float], side: str, hip: Vector, pelvis: Axes) -> Leg:
    """A leg by its joint angles alone."""
    return leg_by_angles(channels, side, hip, pelvis, channels[f"knee.{side}.flex"])


def kneeling_leg(channels: Mapping[str, float], side: str, hip: Vector, pelvis: Axes) -> Leg:
    """A leg whose shank lies level, as far as `knee.free` lets it; the rest by the joint angles."""
    held = grip_left(channels[f"knee.{side}.free"])
    knee = channels[f"knee.{side}.flex"]
    if held > 0.0:
        thigh = leg_by_angles(channels, side, hip, pelvis, 0.0).reach.upper
        knee += (_level_knee(thigh) - knee) * held
    return leg_by_angles(channels, side, hip, pelvis, knee)


def _level_knee(thigh: Axes) -> float:
    """The knee angle (degrees) that lays the shank behind a knee on the floor, instep down."""
    forward, up = thigh[0][2], thigh[2][2]
    drop = (KNEE_HEIGHT - _KNEELING_ANKLE) / SHANK
    size = max(hypot(forward, up), 1e-6)
    return degrees(atan2(forward, up) + acos(max(-1.0, min(1.0, drop / size))))


def planted_leg(channels: Mapping[str, float], side: str, hip: Vector, pelvis: Axes) -> Leg:
    """A leg that reaches its planted foot, or as far as `foot.free` says the place its angles give."""
    free = channels[f"foot.{side}.free"]
    if free >= 1.0:
        return free_leg(channels, side, hip, pelvis)
    ankle, foot = planted_foot(channels, side)
    outward = about_z(radians(channels[f"knee.{side}.out"]) * SIGN[side])
    pole = rotate(foot, rotate(outward, _KNEE_POLE))
    if free > 0.0:
        loose = free_leg(channels, side, hip, pelvis)
        left = 1.0 - grip_left(free)
        ankle = between(ankle, loose.reach.end, left)
        foot = turned_between(foot, loose.foot, 1.0 - flatness_left(free))
        pole = between(pole, loose.reach.upper[0], left)
    return Leg(hip, reach(hip, ankle, (THIGH, SHANK), pole, 1.0), foot)


_PLACED = {
    LegSupport.PLANTED: planted_leg,
    LegSupport.FREE: free_leg,
    LegSupport.KNEELING: kneeling_leg,
}


def leg_of(channels: Mapping[str, float], posture: Posture, side: str, hip: Vector, pelvis: Axes) -> Leg:
    """The leg as the posture places it, from its hip joint."""
    return _PLACED[posture.leg(side)](channels, side, hip, pelvis)


def place_legs(pose: Pose, channels: Mapping[str, float], posture: Posture) -> None:
    """Place both legs, the pelvis being in its place."""
    pelvis = pose.axes["pelvis"]
    for side in SIDES:
        hip = along(pose.origins["pelvis"], hip_joint(pelvis, side), 1.0)
        leg = leg_of(channels, posture, side, hip, pelvis)
        planted = posture.leg(side) is LegSupport.PLANTED
        if leg.reach.miss > 0.0 and channels[f"foot.{side}.free"] <= 0.0:  # not of a foot on its way
            pose.misses.append(Miss(f"foot.{side}", leg.reach.miss))
        pose.axes[f"thigh.{side}"], pose.origins[f"thigh.{side}"] = leg.reach.upper, leg.hip
        pose.axes[f"shank.{side}"], pose.origins[f"shank.{side}"] = leg.reach.lower, leg.reach.middle
        pose.axes[f"foot.{side}"], pose.origins[f"foot.{side}"] = leg.foot, leg.reach.end
        # Toes stay on the floor under a raised heel.
        toes = channels[f"toe.{side}.extend"]
        if planted:
            toes += channels[f"foot.{side}.heel"] * (1.0 - channels[f"foot.{side}.free"])
        pose.axes[f"toes.{side}"] = compose(leg.foot, about_y(-radians(toes)))
        pose.origins[f"toes.{side}"] = along(leg.reach.end, rotate(leg.foot, (BALL_FORWARD, 0.0, BALL_DOWN)), 1.0)
