"""The arms: by their joint angles, by a grip on something, or planted on floor, wall and seat."""

from collections.abc import Mapping
from math import cos, radians, sin

from trainer.motion.easing import flatness_left, grip_left
from trainer.motion.geometry import (
    Axes,
    Vector,
    about,
    about_x,
    about_y,
    about_z,
    add,
    along,
    between,
    compose,
    frame_of_bone,
    relative,
    scale,
    swing,
    turned_between,
    unit,
)
from trainer.motion.grips import Goal, goblet_goal, grip_goal, grip_of, held_goal, is_on_leg, planted_goal
from trainer.motion.pose import Held, Miss, Pose
from trainer.motion.posture import PLANTED_HANDS, HandPlace, Posture
from trainer.motion.reach import Reach, reach
from trainer.motion.skeleton import FOREARM, SHOULDER, SIDES, SIGN, UPPER_ARM, mirrored

# An arm that hangs stays a little off the body: the thigh is wider than the shoulder.
_HANG_OUTWARD = 0.13
_IN_HAND = (0.0, 0.0, -0.07)  # the middle of the palm
_ON_ONE_OBJECT = frozenset({HandPlace.HELD, HandPlace.GOBLET})


def _plant(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> None:
    """Put the hand where it is planted, less the weight of `palm.free`; the trunk is in its place."""
    free = channels[f"palm.{side}.free"]
    if free < 1.0:
        _draw_to(pose, side, planted_goal(pose, channels, posture, side), grip_left(free), flatness_left(free))


def _grip(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> None:
    """Draw an arm placed by its angles toward its grip, by the weight of `grip.on`."""
    weight = channels[f"grip.{side}.on"]
    if weight <= 0.0:
        return
    grip = grip_of(posture, side)
    if grip is not None:
        goal = grip_goal(pose, grip, side)
    elif posture.hand(side) is HandPlace.GOBLET:
        goal = goblet_goal(pose, channels, side)
    else:
        goal = held_goal(pose, channels, posture, side)
    _draw_to(pose, side, goal, weight, weight)


def hold_object(pose: Pose, channels: Mapping[str, float]) -> None:
    """Place the object held by both hands, in front of the upper thorax."""
    chest = pose.axes["T2"]
    centre = (channels["hold.x"] / 100.0, channels["hold.y"] / 100.0, channels["hold.z"] / 100.0)
    axes = compose(chest, about_z(radians(channels["hold.turn"])))
    pose.held = Held(pose.point("T2", centre), compose(axes, about_y(radians(channels["hold.pitch"]))))


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


def _draw_to(pose: Pose, side: str, goal: Goal, weight: float, turn: float) -> None:
    """Take the arm placed by its angles `weight` of the way to the goal, its hand `turn` of the way."""
    shoulder = pose.origins[f"upper_arm.{side}"]
    wrist = between(pose.origins[f"hand.{side}"], goal.wrist, weight)
    # Where the angles put the elbow: against the x of the upper arm.
    elbow = between(scale(pose.axes[f"upper_arm.{side}"][0], -1.0), goal.elbow, weight)
    arm = reach(shoulder, wrist, (UPPER_ARM, FOREARM), elbow, -1.0)
    # A hand on its way goes with its forearm.
    loose = compose(arm.lower, relative(pose.axes[f"forearm.{side}"], pose.axes[f"hand.{side}"]))
    hand = turned_between(loose, goal.hand, turn)
    if arm.miss > 0.0 and weight >= 1.0:  # on its way a hand may fall short: its arm is straight for a moment
        pose.misses.append(Miss(f"hand.{side}", arm.miss))
    _place(pose, side, arm, hand, shoulder)


def _place(pose: Pose, side: str, arm: Reach, hand: Axes, shoulder: Vector) -> None:
    pose.axes[f"upper_arm.{side}"], pose.origins[f"upper_arm.{side}"] = arm.upper, shoulder
    pose.axes[f"forearm.{side}"], pose.origins[f"forearm.{side}"] = arm.lower, arm.middle
    pose.axes[f"hand.{side}"], pose.origins[f"hand.{side}"] = hand, arm.end


def place_arms(pose: Pose, channels: Mapping[str, float], posture: Posture) -> None:
    """Place both arms and what they hold, the trunk being placed."""
    if _ON_ONE_OBJECT & {posture.hand(side) for side in SIDES}:
        hold_object(pose, channels)
    for side in SIDES:
        _place_by_angles(pose, channels, side)
    for side in SIDES:
        grip = grip_of(posture, side)
        if posture.hand(side) in _ON_ONE_OBJECT or (grip is not None and not is_on_leg(grip)):
            _grip(pose, channels, posture, side)


def place_hands(pose: Pose, channels: Mapping[str, float], posture: Posture) -> None:
    """Take the hands to what is placed after the arms: the floor, a wall, a leg."""
    for side in SIDES:
        grip = grip_of(posture, side)
        if posture.hand(side) in PLANTED_HANDS:
            _plant(pose, channels, posture, side)
        elif grip is not None and is_on_leg(grip):
            _grip(pose, channels, posture, side)
    if pose.held is None:
        pose.held = _between_hands(pose)


def _between_hands(pose: Pose) -> Held:
    """What both hands have come to hold by their own ways: midway between them, hanging toward the wrists."""
    grips = [pose.point(f"hand.{side}", _IN_HAND) for side in SIDES]
    wrists = unit(add(pose.axes["hand.l"][2], pose.axes["hand.r"][2]))
    return Held(between(grips[0], grips[1], 0.5), frame_of_bone(wrists, pose.axes["T2"][0]))
