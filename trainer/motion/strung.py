"""What is strung between hands and feet: where band, rope and towel run in a pose. Metres, in the world."""

from itertools import pairwise
from math import cos, exp, pi, radians, sin, sqrt
from typing import Final

from trainer.motion.geometry import (
    Vector,
    add,
    along,
    between,
    cross,
    distance,
    length,
    scale,
    subtract,
    unit,
)
from trainer.motion.pose import Pose
from trainer.motion.prop import Prop, PropKind
from trainer.motion.skeleton import ANKLE_HEIGHT, mirrored

GRASP: Final[Vector] = (0.0, -0.027, -0.090)  # in the left hand: the middle of what it closes around, along its x
ROPE_RADIUS: Final = 0.0070
ROPE_POINTS: Final = 49  # of its path
TOWEL_RADIUS: Final = 0.013  # of a towel gathered in a hand
_BAND: Final = (0.0130, 0.0065, 0.60)  # a band's radius at the length at which it is slack, the least, that length
_BEYOND: Final = 0.045  # stands out of a fist
_SOLE: Final = 0.006  # from the sole to the middle of what runs under it
_SOLE_HALF: Final = 0.050  # from the middle of the sole to where a band or a strap bends round its edge
_ARCH: Final = 0.055  # in front of the ankle: there a band runs under the foot
_BALL: Final = 0.090  # and a strap
_LEAST_HEIGHT: Final = 0.006  # of anything strung
_SAG: Final = 0.02  # of a towel between the hands
_ROPE_SHAPE: Final = 3.0  # exponent of its arc: 2 a parabola, more a rounder one
_ROPE_BULGE: Final = 0.42  # of its width beyond the hands: it swings outward, clear of the arms
_ROPE_SLACK: Final = 1.07  # times the way from the hands to the floor
_ROPE_SOFT: Final = 0.06  # above the floor, where it begins to be held up
_HANDLE_TIP: Final = 0.105  # from the middle of a fist to where the rope leaves its handle


def grasp(pose: Pose, side: str) -> Vector:
    """The middle of what a closed hand holds."""
    return pose.point(f"hand.{side}", mirrored(GRASP, side))


def path_of(prop: Prop, pose: Pose) -> list[Vector]:
    """The middle of a band, a rope or a towel, from the left end to the right; bends are corners."""
    if prop.kind is PropKind.ROPE:
        return rope_path(prop.turn, pose)[0]
    return band_path(prop.feet, prop.side, pose) if prop.kind is PropKind.BAND else towel_path(prop.side, pose)


def band_path(feet: bool, side: str, pose: Pose) -> list[Vector]:
    """Between both hands, or from them under both feet; with a side: from that hand under that foot."""
    left, right = grasp(pose, "l"), grasp(pose, "r")
    if not feet:
        way = unit(subtract(right, left))
        return [along(left, way, -_BEYOND), along(right, way, _BEYOND)]
    half = _SOLE_HALF
    if side:
        edges = [_on_sole(pose, side, _ARCH, half, 0.0), _on_sole(pose, side, _ARCH, 0.5 * half)]
        return [_past(grasp(pose, side), edges[0]), *edges, _on_sole(pose, side, _ARCH, -half - 0.03)]
    under = [_on_sole(pose, "l", _ARCH, half), _on_sole(pose, "l", _ARCH, -half)]
    under += [_on_sole(pose, "r", _ARCH, -half), _on_sole(pose, "r", _ARCH, half)]
    return [_past(left, under[0]), *under, _past(right, under[-1])]


def band_radius(feet: bool, side: str, path: list[Vector]) -> float:
    """How thick a band is: the longer it is drawn, the thinner, its volume being kept."""
    thick, least, slack = _BAND
    drawn = sum(distance(a, b) for a, b in pairwise(path))
    return max(least, thick * sqrt(min(1.0, slack * (2.0 if feet and not side else 1.0) / max(drawn, 1e-6))))


def towel_path(side: str, pose: Pose) -> list[Vector]:
    """From both hands round the sole of a foot, else between the hands."""
    left, right = grasp(pose, "l"), grasp(pose, "r")
    if not side:
        way = unit(subtract(right, left))
        middle = along(between(left, right, 0.5), (0.0, 0.0, 1.0), -_SAG)
        return [along(left, way, -2.0 * _BEYOND), middle, along(right, way, 2.0 * _BEYOND)]
    edges = [_on_sole(pose, side, _BALL, way * _SOLE_HALF) for way in (1.0, -1.0)]
    if side == "r":  # there the outer edge is the right one
        edges.reverse()
    return [_past(left, edges[0]), *edges, _past(right, edges[1])]


def rope_path(turn: float, pose: Pose) -> tuple[list[Vector], Vector]:
    """A jump rope between its handles, and the normal of the plane it lies in.

    It turns once a cycle about the line through both hands, and at half of it, `turn` degrees later, passes under the
    feet on its way back. The floor holds it up.
    """
    left, right = (pose.point(f"hand.{side}", mirrored(add(GRASP, (_HANDLE_TIP, 0.0, 0.0)), side)) for side in "lr")
    middle, axis = between(left, right, 0.5), unit(subtract(left, right))
    ahead = cross(axis, (0.0, 0.0, 1.0))
    ahead = unit(ahead) if length(ahead) > 0.3 else pose.axes["pelvis"][0]  # one hand right above the other
    down = cross(axis, ahead)
    if down[2] > 0.0:
        down = scale(down, -1.0)
    angle = 2.0 * pi * (pose.share - 0.5) - radians(turn)
    out = add(scale(down, cos(angle)), scale(ahead, -sin(angle)))
    reach = _ROPE_SLACK * max(middle[2], 0.3)
    path: list[Vector] = []
    for index in range(ROPE_POINTS):
        # Denser toward the hands, where the arc is steep.
        place = sin(pi * (index / (ROPE_POINTS - 1) - 0.5))
        aside = 0.5 * place * (1.0 + _ROPE_BULGE * (1.0 - place * place))
        point = along(between(left, right, 0.5 + aside), out, reach * (1.0 - abs(place) ** _ROPE_SHAPE))
        path.append((point[0], point[1], ROPE_RADIUS + _held_up(point[2] - ROPE_RADIUS)))
    return path, cross(axis, out)


def _held_up(height: float) -> float:
    """The height, softly kept above zero."""
    return height if height > _ROPE_SOFT else _ROPE_SOFT * exp(height / _ROPE_SOFT - 1.0)


def _past(hand: Vector, start: Vector) -> Vector:
    """The end of what comes from `start` and stands out of a fist."""
    return along(hand, unit(subtract(hand, start)), _BEYOND)


def _on_sole(pose: Pose, side: str, forward: float, outward: float, drop: float = _SOLE) -> Vector:
    """A point under a foot, or at the edge of its sole; never below the floor."""
    x, y, z = pose.point(f"foot.{side}", mirrored((forward, outward, -ANKLE_HEIGHT - drop), side))
    return x, y, max(z, _LEAST_HEIGHT)
