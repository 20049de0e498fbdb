"""Anatomical angles read back from a pose, whatever put its limbs there: for limits and for tables."""

from math import acos, asin, atan2, cos, degrees, pi, radians, sin
from typing import Final

from trainer.motion.geometry import FORWARD, Axes, about, about_x, about_y, compose, relative, scale, swing
from trainer.motion.pose import Pose
from trainer.motion.skeleton import SIDES, SIGN, SPINE

# Of an arm raised farther every plane is nearly the same: its rotation is told from the arm raised in front.
_OVERHEAD: Final = radians(150.0)


def angles_of(pose: Pose) -> dict[str, float]:
    """Degrees by name: "lumbar.flex", "hip.l.abduct" ... Positive is the named motion, on both sides.

    The wrist's `deviate` is toward the little finger. Clavicles are left out: they belong to the shoulder.
    """
    angles = _trunk(pose)
    for side in SIDES:
        angles |= _leg(pose, side) | _arm(pose, side)
    return angles


def _trunk(pose: Pose) -> dict[str, float]:
    angles: dict[str, float] = {}
    for name, parent, _ in SPINE:
        region = {"L": "lumbar", "T": "thoracic"}.get(name[0], "cervical")
        x, _y, z = relative(pose.axes[parent], pose.axes[name])
        bend = asin(_limited(z[1] * cos(atan2(x[1], x[0])) - z[0] * sin(atan2(x[1], x[0]))))
        turn = {"flex": atan2(-x[2], z[2]), "twist": atan2(x[1], x[0]), "bend": bend}
        for motion, angle in turn.items():
            key = f"{region}.{motion}"
            angles[key] = angles.get(key, 0.0) + degrees(angle)
    for motion in ("flex", "twist", "bend"):
        angles[f"thoracolumbar.{motion}"] = angles[f"lumbar.{motion}"] + angles[f"thoracic.{motion}"]
    return angles


def _leg(pose: Pose, side: str) -> dict[str, float]:
    sign = SIGN[side]
    thigh = relative(pose.axes["pelvis"], pose.axes[f"thigh.{side}"])
    down = tuple(-part for part in thigh[2])
    flex = atan2(down[0], -down[2])
    abduct = asin(_limited(down[1] * sign))
    turned = compose(about_x(-sign * abduct), compose(about_y(flex), thigh))
    shank = relative(pose.axes[f"thigh.{side}"], pose.axes[f"shank.{side}"])
    foot = relative(pose.axes[f"shank.{side}"], pose.axes[f"foot.{side}"])
    return {
        f"hip.{side}.flex": degrees(flex),
        f"hip.{side}.abduct": degrees(abduct),
        f"hip.{side}.rotation": degrees(atan2(turned[0][1], turned[0][0])) * sign,
        f"knee.{side}.flex": degrees(atan2(shank[2][0], shank[2][2])),
        f"ankle.{side}.dorsi": degrees(atan2(foot[0][2], foot[0][0])),
        # The sole turned inward: the foot's y tips down on its outer side.
        f"ankle.{side}.invert": degrees(asin(_limited(-foot[1][2]))) * sign,
    }


def _arm(pose: Pose, side: str) -> dict[str, float]:
    sign = SIGN[side]
    upper = relative(pose.axes["T2"], pose.axes[f"upper_arm.{side}"])
    down = scale(upper[2], -1.0)
    lift = acos(_limited(-down[2]))
    plane = atan2(down[0], down[1] * sign)
    if lift > _OVERHEAD:
        swung = compose(swing(FORWARD, down), about((0.0, -1.0, 0.0), 0.5 * pi))
    else:
        swung = about((sign * cos(plane), -sin(plane), 0.0), lift)
    turned = relative(swung, upper)
    forearm = relative(pose.axes[f"upper_arm.{side}"], pose.axes[f"forearm.{side}"])
    pronate, flex, deviate = _hand(relative(pose.axes[f"forearm.{side}"], pose.axes[f"hand.{side}"]), sign)
    return {
        f"shoulder.{side}.raise": degrees(lift),
        f"shoulder.{side}.plane": degrees(plane),
        f"shoulder.{side}.rotation": degrees(atan2(turned[0][1], turned[0][0])) * sign,
        f"elbow.{side}.flex": degrees(atan2(-forearm[2][0], forearm[2][2])),
        f"forearm.{side}.pronate": pronate,
        f"wrist.{side}.flex": flex,
        f"wrist.{side}.deviate": deviate,
    }


def _hand(hand: Axes, sign: float) -> tuple[float, float, float]:
    """Pronation about z, deviation about y, flexion about x: in this order no wrist comes near a gimbal lock."""
    x, y, z = hand
    return (
        -degrees(atan2(x[1], x[0])) * sign,
        -degrees(atan2(y[2], z[2])) * sign,
        -degrees(asin(_limited(x[2]))),
    )


def _limited(value: float) -> float:
    return max(-1.0, min(1.0, value))
