"""Places hands go to: on one's own body, on what both hold, on floor, wall and seat; each as a goal in the world."""

from collections.abc import Mapping
from math import cos, hypot, radians, sin
from typing import Final

from msgspec import Struct

from trainer.motion.easing import minimum_jerk
from trainer.motion.geometry import Axes, Vector, across, add, along, between, cross, rotate, scale, subtract, unit
from trainer.motion.pose import Pose
from trainer.motion.posture import Grip, HandPlace, Posture
from trainer.motion.skeleton import CLAVICLE, FOREARM, SIGN, mirrored

_PALM_HEIGHT: Final = 0.035  # of a wrist whose palm lies on the floor
_PALM_LENGTH: Final = 0.05  # from the wrist to the middle of the palm
_HELD_SLOPE: Final = 0.6  # of the slope from the shoulders to what is held, in the fingers: the wrists bend the rest

# Where the elbows point (left, upper thorax) below the shoulders and overhead, and how far up is overhead (metres).
_HELD_LOW: Final[Vector] = (-0.35, 0.55, -1.0)
_HELD_HIGH: Final[Vector] = (1.0, 0.30, 0.15)
_OVERHEAD: Final = 0.25
_NEAR: Final = 0.25  # from the middle of the chest to what is held right before it
_ELBOW_HIGH: Final[Vector] = (0.10, 0.13, 0.36)  # about where an elbow is then

# Under the bell of an upright dumbbell, in its frame, as for the left hand: palms on the lower edge of the bell from
# both sides, so far apart that its handle passes between the heels of the hands.
_GOBLET_WRIST: Final[Vector] = (0.0, 0.034, -0.080)
_GOBLET_FINGERS: Final[Vector] = (0.0, 0.55, 0.83)
_GOBLET_AHEAD: Final[tuple[Vector, Vector]] = ((-0.014, 0.034, -0.078), (0.28, 0.50, 0.82))  # both, before the chest
_GOBLET_PALM: Final[Vector] = (0.0, -0.83, 0.55)
# Where the elbows point then, behind the head and before it, and how far before it is so (metres).
_GOBLET_BEHIND: Final[Vector] = (0.9, 0.75, 0.15)
_GOBLET_BEFORE: Final[Vector] = (0.3, 0.9, -0.3)
_BEFORE: Final = 0.20

# Where the elbow of a planted left arm points: of who faces down or ahead, and of who lies on the back.
_ELBOW_DOWN: Final[Vector] = (-1.0, 0.6, -0.5)
_ELBOW_UP: Final[Vector] = (-0.5, 0.9, -0.19)

OTHER: Final = {"l": "r", "r": "l"}


def _behind(thigh: str) -> Grip:
    """Round the back of a thigh at its middle, the fingers from either side."""
    return Grip(thigh, (0.0, 0.100, -0.190), (-0.80, -0.60, 0.0), (0.60, -0.80, 0.0), (-1.0, 0.1, -0.3))


GRIPS: Final = {
    HandPlace.TEMPLES: Grip(
        "head", (0.045, 0.205, 0.015), (-0.28, -0.80, 0.52), (0.55, -0.35, -0.4), (-0.30, 1.0, -0.30)
    ),
    HandPlace.NAPE: Grip("head", (-0.060, 0.085, 0.005), (-0.45, -0.85, 0.25), (1.0, -0.3, 0.0), (0.1, 1.0, 0.1)),
    HandPlace.CHEST: Grip("T2", (0.140, 0.060, 0.015), (0.1, -0.95, 0.35), (-1.0, 0.0, 0.0), (0.2, 0.6, -1.0)),
    # From below over the side of the other upper arm that faces away from the chest.
    HandPlace.OTHER_ARM: Grip(
        "upper_arm", (-0.045, -0.068, -0.285), (0.45, 0.05, 0.9), (-0.4, 1.0, 0.0), (0.2, 0.9, -1.0), "other"
    ),
    HandPlace.LEFT_THIGH: _behind("thigh.l"),
    HandPlace.RIGHT_THIGH: _behind("thigh.r"),
    HandPlace.HIPS: Grip("pelvis", (-0.030, 0.178, 0.130), (0.80, -0.45, -0.35), (-0.35, -1.0, 0.0), (-0.55, 1.0, 0.0)),
    HandPlace.KNEES: Grip(
        "thigh", (0.088, 0.0, -0.285), (0.10, -0.15, -1.0), (-1.0, 0.0, -0.1), (-0.6, 0.8, -0.4), "own"
    ),
}
_LEGS: Final = ("thigh", "shank", "foot", "toes")


class Goal(Struct, frozen=True):
    """Where a hand goes, in the world."""

    wrist: Vector
    hand: Axes
    elbow: Vector


def grip_of(posture: Posture, side: str) -> Grip | None:
    """The place on the body that the hand of a side grips; None where it grips none."""
    place = posture.hand(side)
    return posture.grips.get(side) if place is HandPlace.OWN else GRIPS.get(place)


def is_on_leg(grip: Grip) -> bool:
    """Whether a grip waits for the legs to be placed."""
    return grip.frame.partition(".")[0] in _LEGS


def grip_goal(pose: Pose, grip: Grip, side: str) -> Goal:
    """The goal of a hand on the body."""
    name = grip.frame
    if grip.owner:
        name = f"{name}.{side if grip.owner == 'own' else OTHER[side]}"
    frame, chest = pose.axes[name], pose.axes["T2"]
    return Goal(
        pose.point(name, mirrored(grip.wrist, side)),
        hand_axes(rotate(frame, mirrored(grip.fingers, side)), rotate(frame, mirrored(grip.palm, side)), side),
        rotate(chest, mirrored(grip.elbow, side)),
    )


def held_goal(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> Goal:
    """On the side of the held object, palm on it, fingers pointing away from shoulders, overhead from elbows."""
    sign, chest = SIGN[side], pose.axes["T2"]
    turn = radians(channels["hold.turn"])
    outward = (-sin(turn) * sign, cos(turn) * sign, 0.0)
    centre = (channels["hold.x"] / 100.0, channels["hold.y"] / 100.0, channels["hold.z"] / 100.0)
    away = hypot(centre[0], centre[1])
    overhead = minimum_jerk(centre[2] / _OVERHEAD)
    ahead = unit((cos(turn) * away, sin(turn) * away, _HELD_SLOPE * (centre[2] - CLAVICLE[2])))
    fingers = unit(between(ahead, unit(subtract(centre, mirrored(_ELBOW_HIGH, side))), overhead))
    wrist = along(along(centre, outward, posture.held_radius + 0.012), fingers, -0.065)
    return Goal(
        add(pose.origins["T2"], rotate(chest, wrist)),
        hand_axes(rotate(chest, fingers), rotate(chest, scale(outward, -1.0)), side),
        rotate(chest, mirrored(between(_HELD_LOW, _HELD_HIGH, overhead), side)),
    )


def goblet_goal(pose: Pose, channels: Mapping[str, float], side: str) -> Goal:
    """Under the upper bell of the dumbbell both hold: the heels of the hands together, the fingers up its sides."""
    held = pose.held
    if held is None:
        raise ValueError("nothing is held")
    overhead = minimum_jerk(channels["hold.z"] / 100.0 / _OVERHEAD)
    high = between(_GOBLET_BEHIND, _GOBLET_BEFORE, minimum_jerk(channels["hold.x"] / 100.0 / _BEFORE))
    ahead = 1.0 - minimum_jerk((hypot(channels["hold.x"], channels["hold.z"]) / 100.0 - _NEAR) / _OVERHEAD)
    wrist = mirrored(between(_GOBLET_WRIST, _GOBLET_AHEAD[0], ahead), side)
    fingers = mirrored(between(_GOBLET_FINGERS, _GOBLET_AHEAD[1], ahead), side)
    palm = rotate(held.axes, mirrored(_GOBLET_PALM, side))
    return Goal(
        add(held.centre, rotate(held.axes, wrist)),
        hand_axes(rotate(held.axes, fingers), palm, side),
        rotate(pose.axes["T2"], mirrored(between(_HELD_LOW, high, overhead), side)),
    )


def planted_goal(pose: Pose, channels: Mapping[str, float], posture: Posture, side: str) -> Goal:
    """Of a hand that is planted: level on the floor or a seat, upright on a wall, or at the end of a level forearm."""
    sign = SIGN[side]
    inward = radians(channels[f"palm.{side}.in"]) * sign
    place = posture.hand(side)
    middle = (
        channels[f"palm.{side}.x"] / 100.0,
        sign * channels[f"palm.{side}.y"] / 100.0,
        channels[f"palm.{side}.z"] / 100.0,
    )
    if place is HandPlace.WALL:  # fingers up, leaning inward
        fingers = (0.0, -sin(inward), cos(inward))
        wrist = along(along(middle, (1.0, 0.0, 0.0), -_PALM_HEIGHT), fingers, -_PALM_LENGTH)
        return Goal(wrist, hand_axes(fingers, (1.0, 0.0, 0.0), side), (-0.3, sign * 0.6, -1.0))
    fingers = (cos(inward), -sin(inward), 0.0)
    if place is HandPlace.FOREARM:  # on the edge of the hand, the palm half inward
        elbow = pose.origins[f"forearm.{side}"]
        bent = subtract(elbow, pose.origins[f"upper_arm.{side}"])
        hand = hand_axes(fingers, (0.0, -sign, -0.8), side)
        return Goal(along(elbow, fingers, FOREARM), hand, bent)
    hand = hand_axes(fingers, (0.0, 0.0, -1.0), side)
    return Goal(
        along(along(middle, (0.0, 0.0, 1.0), _PALM_HEIGHT), fingers, -_PALM_LENGTH),
        hand,
        mirrored(between(_ELBOW_DOWN, _ELBOW_UP, minimum_jerk(pose.axes["T2"][0][2])), side),
    )


def hand_axes(fingers: Vector, palm: Vector, side: str) -> Axes:
    """The hand frame: -z along the fingers, y out of the back of the left hand (into the palm of the right)."""
    z = scale(unit(fingers), -1.0)
    y = unit(across(scale(palm, -SIGN[side]), z))
    return cross(y, z), y, z
