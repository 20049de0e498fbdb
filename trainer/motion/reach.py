"""Two-bone reach: where the middle joint goes when the ends of a limb are given."""

from math import sqrt

from msgspec import Struct

from trainer.motion.geometry import (
    LEFT,
    UP,
    Axes,
    Vector,
    across,
    along,
    cross,
    frame_of_bone,
    length,
    scale,
    subtract,
    unit,
)

# A limb never quite straightens: at full length the middle joint would have no side to bend to.
_STRAIGHTEST = 0.9995


class Reach(Struct, frozen=True):
    """A limb of two bones between two points, world frame."""

    upper: Axes  # -z along the bone
    middle: Vector  # elbow or knee, metres
    lower: Axes
    end: Vector  # wrist or ankle; the goal, if it was in reach
    miss: float  # metres the goal lay out of reach, 0 or more


def middle_joint(start: Vector, goal: Vector, upper: float, lower: float, pole: Vector) -> tuple[Vector, Vector, float]:
    """The middle joint, the end and the miss (m) of bones `upper` and `lower` long; the joint points to `pole`."""
    gap = subtract(goal, start)
    wanted = length(gap)
    direction = unit(gap)
    reached = min(wanted, (upper + lower) * _STRAIGHTEST)
    down = (upper * upper - lower * lower + reached * reached) / (2.0 * max(reached, 1e-6))
    out = sqrt(max(upper * upper - down * down, 0.0))
    side = across(pole, direction)
    if length(side) < 1e-6:  # the pole lies along the limb: any side will do
        side = cross(direction, LEFT if abs(direction[1]) < 0.9 else UP)
    middle = along(along(start, direction, down), unit(side), out)
    return middle, along(start, direction, reached), wanted - reached


def reach(start: Vector, goal: Vector, bones: tuple[float, float], pole: Vector, bends: float) -> Reach:
    """The limb from `start` to `goal`; `bends` is 1 where the middle joint points along its frame's x, else -1."""
    middle, end, miss = middle_joint(start, goal, bones[0], bones[1], pole)
    # Both bones share the hinge, which is at right angles to the plane of the limb.
    direction = unit(subtract(goal, start))
    hinge = frame_of_bone(direction, scale(across(subtract(middle, start), direction), bends))[1]
    return Reach(
        _hinged(unit(subtract(middle, start)), hinge), middle, _hinged(unit(subtract(end, middle)), hinge), end, miss
    )


def _hinged(direction: Vector, hinge: Vector) -> Axes:
    z = (-direction[0], -direction[1], -direction[2])
    return cross(hinge, z), hinge, z
