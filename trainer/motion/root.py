"""The root: where the pelvis is, from what carries the body."""

from collections.abc import Callable, Mapping
from math import cos, exp, log, radians, sqrt
from typing import Final

from trainer.motion.geometry import Axes, Vector, add, along, rotate, scale, subtract, unit
from trainer.motion.legs import KNEE_HEIGHT, free_leg, hip_joint, kneeling_leg, planted_foot, planted_leg
from trainer.motion.pose import Pose
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.skeleton import ANKLE_HEIGHT, BALL_DOWN, BALL_FORWARD, LEG_MASS, SHANK, SIDES, SIGN, THIGH

# Standing, the centre of mass is carried this far in front of the ankles: about the middle of the foot (metres).
BALANCE_FORWARD: Final = 0.045
ELBOW_HEIGHT: Final = 0.040  # of the joint centre of an elbow on the floor
_BALANCE_STEPS: Final = 6

# Spheres of the body's surface that carry it when sitting and lying: centre in their frame, radius (metres).
_Carrier = tuple[str, Vector, float]
_SEAT: Final[tuple[_Carrier, ...]] = (
    ("pelvis", (-0.055, 0.075, -0.030), 0.088),
    ("pelvis", (-0.055, -0.075, -0.030), 0.088),
)
_FRONT: Final[tuple[_Carrier, ...]] = (
    ("pelvis", (0.005, 0.090, 0.030), 0.098),
    ("pelvis", (0.005, -0.090, 0.030), 0.098),
    ("pelvis", (0.000, 0.000, -0.020), 0.095),
    ("T1", (0.032, 0.000, 0.090), 0.116),
)
_BACK: Final[tuple[_Carrier, ...]] = (
    ("pelvis", (-0.052, 0.074, -0.020), 0.070),
    ("pelvis", (-0.052, -0.074, -0.020), 0.070),
    ("pelvis", (-0.040, 0.072, 0.010), 0.082),
    ("pelvis", (-0.040, -0.072, 0.010), 0.082),
    ("T2", (0.020, 0.070, 0.030), 0.100),
    ("T2", (0.020, -0.070, 0.030), 0.100),
)
_SHOULDERS: Final[tuple[_Carrier, ...]] = _BACK[4:]
_SIDE: Final[tuple[_Carrier, ...]] = tuple(
    (frame, (x, sign * y, z), radius)
    for frame, x, y, z, radius in (
        ("pelvis", -0.008, 0.078, 0.010, 0.082),
        ("T1", 0.028, 0.068, 0.060, 0.076),
        ("T2", 0.010, 0.145, 0.060, 0.090),
    )
    for sign in (1.0, -1.0)
)
_SHARPNESS: Final = 60.0  # of the soft minimum, 1/m: smooth, and the lowest sphere still decides


def root_of(pose: Pose, channels: Mapping[str, float], posture: Posture, support: RootSupport, stance: str) -> Vector:
    """The mid-hip (metres, world) of a trunk placed at the origin; `stance` holds the sides that carry ("lr")."""
    return _SUPPORTS[support](pose, channels, posture, stance)


def _over_feet(pose: Pose, channels: Mapping[str, float], _posture: Posture, stance: str) -> Vector:
    """Height from the authored knees, place from the balance of the whole body over the standing feet."""
    pelvis = pose.axes["pelvis"]
    ankles = {side: planted_foot(channels, side)[0] for side in "lr"}
    middle = scale(_total([ankles[side] for side in stance]), 1.0 / len(stance))
    goal_x = middle[0] + BALANCE_FORWARD + channels["weight.x"] / 100.0
    goal_y = middle[1] + channels["weight.y"] / 100.0

    def height(x: float, y: float) -> float:
        heights = [_height_over(ankles[side], (x, y, 0.0), hip_joint(pelvis, side), channels, side) for side in stance]
        return sum(heights) / len(heights)

    return _balanced(pose, channels, (goal_x, goal_y), height)


def _in_steps(pose: Pose, channels: Mapping[str, float], _posture: Posture, _stance: str) -> Vector:
    """Wherever the feet are: the body's weight as `weight` says, the pelvis `root z` above standing with straight legs.

    So the body travels smoothly on while one foot takes over from the other.
    """
    goal = (BALANCE_FORWARD + channels["weight.x"] / 100.0, channels["weight.y"] / 100.0)
    height = ANKLE_HEIGHT + THIGH + SHANK + channels["root.z"] / 100.0
    return _balanced(pose, channels, goal, lambda _x, _y: height)


def _balanced(
    pose: Pose, channels: Mapping[str, float], goal: tuple[float, float], height: Callable[[float, float], float]
) -> Vector:
    """The mid-hip that brings the whole body's centre of mass over `goal`, as high as `height` says at a place."""
    pelvis = pose.axes["pelvis"]
    mass, centre = pose.upper_mass()
    x, y = goal[0] - 0.7 * centre[0], goal[1] - 0.7 * centre[1]
    root = (x, y, 0.0)
    for _ in range(_BALANCE_STEPS):
        root = (x, y, height(x, y))
        moment = scale(add(centre, root), mass)
        for side in SIDES:
            moment = add(moment, _leg_moment(channels, side, add(root, hip_joint(pelvis, side)), pelvis))
        # The legs follow the pelvis less than wholly: a fixed slope converges fast and keeps the pose smooth.
        x -= (moment[0] - goal[0]) / 0.86
        y -= (moment[1] - goal[1]) / 0.86
    return root


def _height_over(ankle: Vector, root: Vector, hip: Vector, channels: Mapping[str, float], side: str) -> float:
    """The height of the mid-hip at which the knee over this ankle bends as authored."""
    knee = radians(max(channels[f"knee.{side}.flex"], 2.0))
    straight = sqrt(THIGH * THIGH + SHANK * SHANK + 2.0 * THIGH * SHANK * cos(knee))
    aside = subtract(add(root, hip), ankle)
    return ankle[2] + sqrt(max(straight * straight - aside[0] ** 2 - aside[1] ** 2, 1e-4)) - hip[2]


def _leg_moment(channels: Mapping[str, float], side: str, hip: Vector, pelvis: Axes) -> Vector:
    leg = planted_leg(channels, side, hip, pelvis)
    total = (0.0, 0.0, 0.0)
    for (_, mass, place), (axes, origin) in zip(
        LEG_MASS,
        ((leg.reach.upper, hip), (leg.reach.lower, leg.reach.middle), (leg.foot, leg.reach.end)),
        strict=True,
    ):
        total = along(total, add(origin, rotate(axes, place)), mass)
    return total


def _on_floor(carriers: tuple[_Carrier, ...], anchor: str = "pelvis") -> "_Support":
    """Carried by the lowest of the carriers; those of the frame `anchor` stay where `root x` puts them."""

    def support(pose: Pose, channels: Mapping[str, float], _posture: Posture, _stance: str) -> Vector:
        centres = [pose.point(frame, place) for frame, place, _ in carriers]
        lowest = [centre[2] - radius for centre, (_, _, radius) in zip(centres, carriers, strict=True)]
        least = min(lowest)
        soft = least - log(sum(exp(-_SHARPNESS * (z - least)) for z in lowest)) / _SHARPNESS
        soft += log(len(lowest)) / _SHARPNESS
        anchored = [c for c, (frame, _, _) in zip(centres, carriers, strict=True) if frame == anchor]
        x = sum(centre[0] for centre in anchored) / len(anchored)
        return (
            channels["root.x"] / 100.0 - x,
            channels["root.y"] / 100.0,
            channels["root.z"] / 100.0 - soft,
        )

    return support


def _on_ball(pose: Pose, channels: Mapping[str, float], posture: Posture, _stance: str) -> Vector:
    """The belly's normal points at the centre of the ball."""
    return _pressed(pose, channels, posture, "pelvis", (1.0, 0.0, posture.belly))


def _back_on_ball(pose: Pose, channels: Mapping[str, float], posture: Posture, _stance: str) -> Vector:
    """The normal of the small of the back points at the centre of the ball."""
    return _pressed(pose, channels, posture, "L1", (-1.0, 0.0, posture.belly))


def _pressed(pose: Pose, channels: Mapping[str, float], posture: Posture, frame: str, normal: Vector) -> Vector:
    centre = (channels["ball.x"] / 100.0, 0.0, posture.ball_radius)
    pressed = rotate(pose.axes[frame], unit(normal))
    place = along(centre, pressed, -(posture.ball_radius + posture.belly_depth))
    return subtract(place, pose.origins[frame])


def _on_elbows(pose: Pose, channels: Mapping[str, float], _posture: Posture, stance: str) -> Vector:
    elbows = scale(_total([pose.origins[f"forearm.{side}"] for side in stance]), 1.0 / len(stance))
    return subtract((channels["root.x"] / 100.0, channels["root.y"] / 100.0, ELBOW_HEIGHT), elbows)


def _placed(_pose: Pose, channels: Mapping[str, float], _posture: Posture, _stance: str) -> Vector:
    return channels["root.x"] / 100.0, channels["root.y"] / 100.0, channels["root.z"] / 100.0


def _on_knees(pose: Pose, channels: Mapping[str, float], _posture: Posture, stance: str) -> Vector:
    pelvis = pose.axes["pelvis"]
    roots = []
    for side in stance:
        knee = kneeling_leg(channels, side, hip_joint(pelvis, side), pelvis).reach.middle
        goal = (channels["root.x"] / 100.0, SIGN[side] * channels[f"knee.{side}.y"] / 100.0, KNEE_HEIGHT)
        roots.append(subtract(goal, knee))
    return scale(_total(roots), 1.0 / len(roots))


def _on_toes(pose: Pose, channels: Mapping[str, float], _posture: Posture, stance: str) -> Vector:
    pelvis = pose.axes["pelvis"]
    roots = []
    for side in stance:
        leg = free_leg(channels, side, hip_joint(pelvis, side), pelvis)
        ball = add(leg.reach.end, rotate(leg.foot, (BALL_FORWARD, 0.0, BALL_DOWN)))
        height = channels[f"foot.{side}.z"] / 100.0 - BALL_DOWN - 0.020
        goal = (channels["root.x"] / 100.0, SIGN[side] * channels[f"foot.{side}.y"] / 100.0, height)
        roots.append(subtract(goal, ball))
    return scale(_total(roots), 1.0 / len(roots))


def _total(vectors: list[Vector]) -> Vector:
    total = (0.0, 0.0, 0.0)
    for vector in vectors:
        total = add(total, vector)
    return total


_Support = Callable[[Pose, Mapping[str, float], Posture, str], Vector]

_SUPPORTS: Final[dict[RootSupport, _Support]] = {
    RootSupport.FEET: _over_feet,
    RootSupport.STEPS: _in_steps,
    RootSupport.SEAT: _on_floor(_SEAT),
    RootSupport.FRONT: _on_floor(_FRONT),
    RootSupport.BACK: _on_floor(_BACK),
    RootSupport.SHOULDERS: _on_floor(_SHOULDERS, "T2"),
    RootSupport.SIDE: _on_floor(_SIDE),
    RootSupport.BALL: _on_ball,
    RootSupport.BACK_ON_BALL: _back_on_ball,
    RootSupport.KNEES: _on_knees,
    RootSupport.TOES: _on_toes,
    RootSupport.ELBOWS: _on_elbows,
    RootSupport.PLACED: _placed,
}


def contact_of(support: RootSupport) -> str | None:
    """The part whose `free` switch decides which side carries the root; None where no limb does."""
    return {
        RootSupport.KNEES: "knee",
        RootSupport.FEET: "foot",
        RootSupport.TOES: "foot",
        RootSupport.ELBOWS: "palm",
    }.get(support)
