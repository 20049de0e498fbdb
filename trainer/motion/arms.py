"""The arms: by their joint angles, by a grip on something, or with the palms planted on the floor."""

from collections.abc import Mapping
from math import cos, hypot, radians, sin
from typing import Final

from msgspec import Struct

from trainer.motion.easing import flatness_left, grip_left
from trainer.motion.geometry import (
    Axes,
    Vector,
    about,
    about_x,
    about_y,
    about_z,
    across,
    add,
    along,
    between,
    compose,
    cross,
    rotate,
    scale,
    swing,
    turned_between,
    unit,
)
from trainer.motion.pose import Held, Miss, Pose
from trainer.motion.posture import HandPlace, Posture
from trainer.motion.reach import Reach, reach
from trainer.motion.skeleton import CLAVICLE, FOREARM, SHOULDER, SIDES, SIGN, UPPER_ARM, mirrored

# An arm that hangs stays a little off the body: the thigh is wider than the shoulder.
_HANG_OUTWARD = 0.13
_PALM_HEIGHT = 0.035  # of a wrist whose palm lies on the floor
_PALM_LENGTH = 0.05  # from the wrist to the middle of the palm
_HELD_SLOPE = 0.6  # of the slope from the shoulders to what is held, in the fingers: the wrists bend the rest


class _Grip(Struct, frozen=True):
    """A place for the left hand: wrist, direction of the fingers, normal out of the palm, direction of the elbow."""

    frame: str
    wrist: Vector
    fingers: Vector
    palm: Vector
    elbow: Vector  # in the frame of the upper thorax


def _behind(thigh: str) -> _Grip:
    """Round the back of a thigh at its middle, the fingers from either side."""
    return _Grip(thigh, (0.0, 0.100, -0.190), (-0.80, -0.60, 0.0), (0.60, -0.80, 0.0), (-1.0, 0.1, -0.3))


_THIGHS: Final = frozenset({HandPlace.LEFT_THIGH, HandPlace.RIGHT_THIGH})
_OTHER: Final = {"l": "r", "r": "l"}

_GRIPS: Final = {
    HandPlace.TEMPLES: _Grip(
        "head", (0.045, 0.205, 0.015), (-0.28, -0.80, 0.52), (0.55, -0.35, -0.4), (-0.30, 1.0, -0.30)
    ),
    HandPlace.NAPE: _Grip("head", (-0.060, 0.085, 0.005), (-0.45, -0.85, 0.25), (1.0, -0.3, 0.0), (0.1, 1.0, 0.1)),
    HandPlace.CHEST: _Grip("T2", (0.140, 0.060, 0.015), (0.1, -0.95, 0.35), (-1.0, 0.0, 0.0), (0.2, 0.6, -1.0)),
    # In the frame of the other side's upper arm, from below over the side that faces away from the chest.
    HandPlace.OTHER_ARM: _Grip(
        "upper_arm", (-0.045, -0.068, -0.285), (0.45, 0.05, 0.9), (-0.4, 1.0, 0.0), (0.2, 0.9, -1.0)
    ),
    HandPlace.LEFT_THIGH: _behind("thigh.l"),
    HandPlace.RIGHT_THIGH: _behind("thigh.r"),
    HandPlace.HIPS: _Grip(
        "pelvis", (-0.030, 0.178, 0.130), (0.80, -0.45, -0.35), (-0.35, -1.0, 0.0), (-0.55, 1.0, 0.0)
    ),
}


class _Goal(Struct, frozen=True):
    """Where a hand goes, in the world."""

    wrist: Vector
    hand: Axes
    elbow: Vector


def plant_palm(pose: Pose, channels: Mapping[str, float], side: str) -> None:
    """Put the palm where `palm` says on the floor, less the weight of `palm.free`; the trunk is in its place."""
    free = channels[f"palm.{side}.free"]
    if free < 1.0:
        _draw_to(pose, side, _palm_goal(channels, side), grip_left(free), flatness_left(free))


def _draw_to_grip(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> None:
    """Draw an arm placed by its angles toward its grip, by the weight of `grip.on`."""
    grip = channels[f"grip.{side}.on"]
    if grip > 0.0:
        _draw_to(pose, side, _grip_goal(pose, channels, posture, side), grip, grip)


def hold_object(pose: Pose, channels: Mapping[str, float]) -> None:
    """Place the object held by both hands, in front of the upper thorax."""
    chest = pose.axes["T2"]
    centre = (channels["hold.x"] / 100.0, channels["hold.y"] / 100.0, channels["hold.z"] / 100.0)
    pose.held = Held(pose.point("T2", centre), compose(chest, about_z(radians(channels["hold.turn"]))))


def _place_by_angles(pose: Pose, channels: Mapping[str, float], side: str) -> None:
    sign, chest = SIGN[side], pose.axes["T2"]
    shoulder = pose.point(f"clavicle.{side}", mirrored(SHOULDER, side))
    plane = radians(channels[f"shoulder.{side}.plane"])
    # Raised in a plane about one axis at right angles to it: no order of turns to get wrong.
    axis = (sign * cos(plane), -sin(plane), 0.0)
    upper = compose(chest, about(axis, radians(channels[f"shoulder.{side}.raise"])))
    hang = channels[f"arm.{side}.hang"]
    if hang > 0.0:
        down = unit(along((0.0, 0.0, -1.0), chest[1], _HANG_OUTWARD * sign))
        upper = compose(swing(scale(upper[2], -1.0), down, hang), upper)
    upper = compose(upper, about_z(sign * radians(channels[f"shoulder.{side}.rotation"])))
    elbow = along(shoulder, upper[2], -UPPER_ARM)
    forearm = compose(upper, about_y(-radians(channels[f"elbow.{side}.flex"])))
    hand = compose(forearm, about_z(-sign * radians(channels[f"forearm.{side}.pronate"])))
    hand = compose(hand, about_x(-sign * radians(channels[f"wrist.{side}.flex"])))
    _place(pose, side, Reach(upper, elbow, forearm, along(elbow, forearm[2], -FOREARM), 0.0), hand, shoulder)


def _draw_to(pose: Pose, side: str, goal: _Goal, weight: float, turn: float) -> None:
    """Take the arm placed by its angles `weight` of the way to the goal, its hand `turn` of the way."""
    shoulder = pose.origins[f"upper_arm.{side}"]
    wrist = between(pose.origins[f"hand.{side}"], goal.wrist, weight)
    # Where the angles put the elbow: against the x of the upper arm.
    elbow = between(scale(pose.axes[f"upper_arm.{side}"][0], -1.0), goal.elbow, weight)
    arm = reach(shoulder, wrist, (UPPER_ARM, FOREARM), elbow, -1.0)
    hand = turned_between(pose.axes[f"hand.{side}"], goal.hand, turn)
    if arm.miss > 0.0:
        pose.misses.append(Miss(f"hand.{side}", arm.miss))
    _place(pose, side, arm, hand, shoulder)


def _place(pose: Pose, side: str, arm: Reach, hand: Axes, shoulder: Vector) -> None:
    pose.axes[f"upper_arm.{side}"], pose.origins[f"upper_arm.{side}"] = arm.upper, shoulder
    pose.axes[f"forearm.{side}"], pose.origins[f"forearm.{side}"] = arm.lower, arm.middle
    pose.axes[f"hand.{side}"], pose.origins[f"hand.{side}"] = hand, arm.end


def _grip_goal(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> _Goal:
    if posture.hands is HandPlace.HELD:
        return _held_goal(pose, channels, posture, side)
    grip = _GRIPS[posture.hands]
    name = f"{grip.frame}.{_OTHER[side]}" if posture.hands is HandPlace.OTHER_ARM else grip.frame
    frame, chest = pose.axes[name], pose.axes["T2"]
    return _Goal(
        pose.point(name, mirrored(grip.wrist, side)),
        _hand_axes(rotate(frame, mirrored(grip.fingers, side)), rotate(frame, mirrored(grip.palm, side)), side),
        rotate(chest, mirrored(grip.elbow, side)),
    )


def _held_goal(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> _Goal:
    """On the side of the held object, palm on it, fingers pointing away from the shoulders."""
    sign, chest = SIGN[side], pose.axes["T2"]
    turn = radians(channels["hold.turn"])
    outward = (-sin(turn) * sign, cos(turn) * sign, 0.0)
    centre = (channels["hold.x"] / 100.0, channels["hold.y"] / 100.0, channels["hold.z"] / 100.0)
    away = hypot(centre[0], centre[1])
    fingers = unit((cos(turn) * away, sin(turn) * away, _HELD_SLOPE * (centre[2] - CLAVICLE[2])))
    wrist = along(along(centre, outward, posture.held_radius + 0.012), fingers, -0.065)
    return _Goal(
        add(pose.origins["T2"], rotate(chest, wrist)),
        _hand_axes(rotate(chest, fingers), rotate(chest, scale(outward, -1.0)), side),
        rotate(chest, (-0.35, sign * 0.55, -1.0)),
    )


def _palm_goal(channels: Mapping[str, float], side: str) -> _Goal:
    sign = SIGN[side]
    inward = radians(channels[f"palm.{side}.in"]) * sign
    fingers = (cos(inward), -sin(inward), 0.0)
    middle = (channels[f"palm.{side}.x"] / 100.0, sign * channels[f"palm.{side}.y"] / 100.0, _PALM_HEIGHT)
    return _Goal(
        along(middle, fingers, -_PALM_LENGTH),
        _hand_axes(fingers, (0.0, 0.0, -1.0), side),
        (-1.0, sign * 0.6, -0.5),
    )


def _hand_axes(fingers: Vector, palm: Vector, side: str) -> Axes:
    """The hand frame: -z along the fingers, y out of the back of the left hand (into the palm of the right)."""
    z = scale(unit(fingers), -1.0)
    y = unit(across(scale(palm, -SIGN[side]), z))
    return cross(y, z), y, z


def place_arms(pose: Pose, channels: Mapping[str, float], posture: Posture) -> None:
    """Place both arms and what they hold, the trunk being placed."""
    if posture.hands is HandPlace.HELD:
        hold_object(pose, channels)
    for side in SIDES:
        _place_by_angles(pose, channels, side)
    if posture.hands not in {HandPlace.FREE, HandPlace.FLOOR, *_THIGHS}:
        for side in SIDES:
            _draw_to_grip(pose, channels, posture, side)


def place_hands(pose: Pose, channels: Mapping[str, float], posture: Posture) -> None:
    """Take the hands to what is placed after the arms: the floor, a thigh."""
    for side in SIDES:
        if posture.hands is HandPlace.FLOOR:
            plant_palm(pose, channels, side)
        elif posture.hands in _THIGHS:
            _draw_to_grip(pose, channels, posture, side)
