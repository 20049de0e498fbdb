"""The trunk: pelvis, spine and shoulder girdle by their joint angles."""

from collections.abc import Mapping
from math import radians, sqrt

from trainer.motion.geometry import ORIGIN, Axes, about_x, about_y, about_z, add, compose, rotate
from trainer.motion.pose import Pose
from trainer.motion.skeleton import CLAVICLE, SIDES, SIGN, SPINE, mirrored

# The shoulder blade turns up with the arm: about 34 of 180 degrees of raising, from 25 degrees on (our judgement,
# after the two-to-one rhythm of humerus and scapula, most of which the shoulder joint of this figure does itself).
_GIRDLE_LIFT = 34.0
_GIRDLE_START = 25.0


def place_trunk(pose: Pose, channels: Mapping[str, float]) -> None:
    """Place pelvis, spine, head and clavicles with the mid-hip at the origin.

    Order of turns in the parent frame: twist about z, flexion about y, side bend about -x. The pelvis turns in the
    world: turn, pitch, lean, roll.
    """
    pelvis = _turned(channels["pelvis.turn"], channels["pelvis.pitch"], channels["pelvis.lean"])
    pose.axes["pelvis"] = compose(pelvis, about_z(radians(channels["pelvis.roll"])))
    pose.origins["pelvis"] = ORIGIN
    for name, parent, offset in SPINE:
        outer = pose.axes[parent]
        pose.origins[name] = add(pose.origins[parent], rotate(outer, offset))
        region, share = _region(name)
        pose.axes[name] = compose(
            outer,
            _turned(
                channels[f"{region}.twist"] * share,
                channels[f"{region}.flex"] * share,
                channels[f"{region}.bend"] * share,
            ),
        )
    for side in SIDES:
        _place_clavicle(pose, channels, side)


def _region(name: str) -> tuple[str, float]:
    """The region of the language a spine frame belongs to, and its share of the region's angle."""
    if name[0] == "L":
        return "lumbar", 0.5
    return ("thorax", 0.5) if name[0] == "T" else (name, 1.0)


def _turned(twist: float, flex: float, bend: float) -> Axes:
    axes = compose(about_z(radians(twist)), about_y(radians(flex)))
    return compose(axes, about_x(-radians(bend))) if bend else axes


def _place_clavicle(pose: Pose, channels: Mapping[str, float], side: str) -> None:
    sign, chest = SIGN[side], pose.axes["T2"]
    beyond = (channels[f"shoulder.{side}.raise"] - _GIRDLE_START) / (180.0 - _GIRDLE_START)
    lift = _GIRDLE_LIFT * 0.5 * (beyond + sqrt(beyond * beyond + 0.04)) + channels[f"scapula.{side}.elevate"]
    forward = channels[f"scapula.{side}.protract"]
    turn = compose(about_x(sign * radians(lift)), about_z(-sign * radians(forward)))
    name = f"clavicle.{side}"
    pose.axes[name] = compose(chest, turn)
    pose.origins[name] = add(pose.origins["T2"], rotate(chest, mirrored(CLAVICLE, side)))
