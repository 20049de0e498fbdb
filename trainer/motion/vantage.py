"""Vantage: from which other side a move shows what the view it was made for hides."""

from math import cos, hypot, radians, sin
from typing import Final

from trainer.motion.cycle import Cycle
from trainer.motion.geometry import Vector, subtract
from trainer.motion.prop import PropKind
from trainer.motion.repetition import reached
from trainer.motion.skeleton import SIDES

_TURNS: Final = (75.0, -75.0)  # degrees: far enough to see what is hidden, near enough to know it again
_LIMBS: Final = ("forearm", "hand", "shank", "foot")
_WATCHED: Final = ("head", "T2", "pelvis", *(f"{limb}.{side}" for limb in _LIMBS for side in SIDES))
_FACING: Final = 0.25  # how much more a view from the front is worth than one from the side
_BEFORE_WALL: Final = 0.3  # cosine of the yaw from which on a wall behind the figure is not between it and the eye


def second_turn(cycle: Cycle) -> float:
    """Degrees to turn from the move's own view, toward the figure's left, for the view that shows most besides."""
    ways = _ways(cycle)
    yaw, elevation = cycle.move.view
    walled = cycle.move.prop(PropKind.WALL) is not None

    def worth(turn: float) -> float:
        facing = cos(radians(yaw + turn))
        if walled and facing < -_BEFORE_WALL:
            return -1.0
        return sum(_seen(way, yaw + turn, elevation) for way in ways) * (1.0 + _FACING * facing)

    return max(_TURNS, key=worth)


def _ways(cycle: Cycle) -> list[Vector]:
    """The ways of what is watched from pose to pose."""
    poses = reached(cycle)
    return [
        subtract(target.origins[frame], source.origins[frame])
        for source, target in zip((poses[-1], *poses), poses, strict=False)
        for frame in _WATCHED
    ]


def _seen(way: Vector, yaw: float, elevation: float) -> float:
    """Metres of a way as they are seen from there, from far away."""
    turned, tilted = radians(yaw), radians(elevation)
    right = -way[0] * sin(turned) + way[1] * cos(turned)
    toward = way[0] * cos(turned) + way[1] * sin(turned)
    up = way[2] * cos(tilted) - toward * sin(tilted)
    return hypot(right, up)
