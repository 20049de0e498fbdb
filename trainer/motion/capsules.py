"""The body as capsules and balls inside its surface, for checks. Metres, in the world."""

from typing import Final

from trainer.motion.geometry import Vector
from trainer.motion.pose import Pose
from trainer.motion.skeleton import ANKLE_HEIGHT, BALL_DOWN, BALL_FORWARD, SIDES, mirrored

Capsule = tuple[Vector, Vector, float, float]  # both ends, and the radii there

# Balls of the surface, each in its frame: what can be the lowest of the body. Those of limbs are the left one's.
_HEAD: Final = (
    ((-0.012, 0.0, 0.065), 0.092),  # with the hair
    ((-0.045, 0.0, 0.172), 0.035),  # the knot
    ((0.022, 0.0, 0.055), 0.078),
    ((0.056, 0.0, -0.038), 0.030),
    ((0.103, 0.0, 0.019), 0.011),
)
_TRUNK: Final = (
    ("pelvis", (-0.052, 0.074, -0.020), 0.070),
    ("pelvis", (-0.006, 0.068, 0.018), 0.092),
    ("L2", (0.010, 0.040, 0.030), 0.080),
    ("T1", (0.038, 0.030, 0.100), 0.108),
    ("T2", (0.022, 0.055, 0.030), 0.097),
)
_LIMBS: Final = (
    ("upper_arm", (0.0, -0.003, 0.0), 0.054),
    ("forearm", (0.0, 0.0, -0.005), 0.036),
    ("hand", (0.0, 0.0, -0.020), 0.019),
    ("hand", (0.030, -0.002, -0.070), 0.012),
    ("hand", (-0.025, -0.002, -0.070), 0.012),
    ("thigh", (-0.006, 0.005, -0.050), 0.088),
    ("shank", (0.000, 0.000, -0.005), 0.052),
    ("shank", (-0.012, 0.001, -0.130), 0.052),
    ("foot", (-0.052, 0.0, 0.036 - ANKLE_HEIGHT), 0.033),
    ("foot", (0.000, 0.0, 0.042 - ANKLE_HEIGHT), 0.040),
    ("foot", (0.090, 0.022, 0.028 - ANKLE_HEIGHT), 0.026),
    ("foot", (0.090, -0.016, 0.028 - ANKLE_HEIGHT), 0.026),
    ("toes", (0.020, 0.016, 0.002), 0.022),
    ("toes", (0.020, -0.016, 0.002), 0.022),
    ("toes", (0.058, -0.003, 0.000), 0.018),
)
_OPEN: Final = (((0.020, -0.010, -0.160), 0.008), ((-0.020, -0.010, -0.145), 0.008))
_FIST: Final = (((0.020, -0.028, -0.092), 0.034), ((-0.018, -0.028, -0.092), 0.034))


def capsules(pose: Pose) -> dict[str, Capsule]:
    """Head, trunk and limbs by name."""
    at = pose.origins
    found: dict[str, Capsule] = {
        "head": (pose.point("head", (0.02, 0.0, 0.06)), pose.point("head", (0.04, 0.0, -0.01)), 0.078, 0.055),
        "chest": (pose.point("T1", (0.03, 0.0, 0.03)), pose.point("T2", (0.03, 0.0, 0.05)), 0.10, 0.10),
        "belly": (pose.point("pelvis", (-0.01, 0.0, 0.03)), pose.point("L2", (0.01, 0.0, 0.05)), 0.095, 0.085),
    }
    for side in SIDES:
        tips = pose.point(f"hand.{side}", mirrored((0.0, 0.0, -0.13), side))
        found[f"upper_arm.{side}"] = (at[f"upper_arm.{side}"], at[f"forearm.{side}"], 0.048, 0.036)
        found[f"forearm.{side}"] = (at[f"forearm.{side}"], at[f"hand.{side}"], 0.036, 0.024)
        found[f"hand.{side}"] = (at[f"hand.{side}"], tips, 0.022, 0.014)
        found[f"thigh.{side}"] = (at[f"thigh.{side}"], at[f"shank.{side}"], 0.080, 0.052)
        found[f"shank.{side}"] = (at[f"shank.{side}"], at[f"foot.{side}"], 0.050, 0.033)
    return found


def feet(pose: Pose) -> dict[str, Capsule]:
    """The feet by name, heel to ball, and their toes."""
    found: dict[str, Capsule] = {}
    for side in SIDES:
        heel = pose.point(f"foot.{side}", mirrored((-0.045, 0.0, 0.036 - ANKLE_HEIGHT), side))
        ball = pose.point(f"foot.{side}", mirrored((BALL_FORWARD, 0.0, BALL_DOWN + 0.004), side))
        tip = pose.point(f"toes.{side}", mirrored((0.055, 0.0, 0.0), side))
        found[f"foot.{side}"] = (heel, ball, 0.034, 0.025)
        found[f"toes.{side}"] = (ball, tip, 0.025, 0.019)
    return found


def lowest(pose: Pose, closed: str = "") -> tuple[float, str]:
    """The height of the body's lowest point over the floor (metres), hair and fingers among them, and its frame.

    `closed`: the sides whose hands are fists ("", "l", "r", "lr").
    """
    least = (float("inf"), "")

    def ask(frame: str, place: Vector, radius: float) -> None:
        nonlocal least
        least = min(least, (pose.point(frame, place)[2] - radius, frame))

    for place, radius in _HEAD:
        ask("head", place, radius)
    for side in SIDES:
        for frame, place, radius in _TRUNK:
            ask(frame, mirrored(place, side), radius)
        for frame, place, radius in _LIMBS:
            ask(f"{frame}.{side}", mirrored(place, side), radius)
        for place, radius in _FIST if side in closed else _OPEN:
            ask(f"hand.{side}", mirrored(place, side), radius)
    return least
