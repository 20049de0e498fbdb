"""The big ball: it rolls, and it is pressed flat where it stands under somebody."""

from itertools import pairwise
from typing import Final

import numpy as np
from msgspec import Struct

from trainer.motion.geometry import about_y
from trainer.motion.pose import Pose
from trainer.motion.prop import Prop
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import Floats

_LINES: Final = (-0.55, -0.2, 0.2, 0.55)  # where its lines run, in radii along its axis
_LINE: Final = 0.012  # half their width
_COLUMNS: Final = 40
_ROWS: Final = 30
_AXIS: Final = (0.30, 0.88, 0.37)  # of its lines: aslant, so that they turn as it rolls
_PRESSED: Final = 0.02  # metres by which the floor presses it in under somebody
_WIDER: Final = 0.012  # of its radius, then


class RollBall(Struct, frozen=True):
    """A ball where the pose has it, else where it was put."""

    radius: float
    place: tuple[float, float, float]  # of its centre
    carries: bool = False

    @classmethod
    def of(cls, prop: Prop, carries: bool) -> "RollBall":
        """The ball of a prop; `carries`: somebody lies or sits on it."""
        return cls(prop.radius, (prop.x, prop.y, prop.z + prop.radius), carries)

    @property
    def rows(self) -> int:
        return len(_heights())

    @property
    def columns(self) -> int:
        return _COLUMNS

    @property
    def materials(self) -> list[Material]:
        middles = [0.5 * (np.sin(a) + np.sin(b)) for a, b in pairwise(_heights())]
        on_line = [any(abs(middle - line) < _LINE for line in _LINES) for middle in middles]
        return [Material.BALL_LINE if line else Material.BALL for line in on_line]

    def placed(self, pose: Pose) -> Floats:
        centre, roll = (pose.ball.centre, pose.ball.roll) if pose.ball is not None else (self.place, 0.0)
        turned = _sphere() @ np.array(about_y(roll), np.float32)
        places = np.float32(self.radius) * turned
        if self.carries:
            low = np.clip(-turned[:, 2], 0.0, 1.0)
            # Of the lower half more than the radius, cut off flat by the floor; what is cut off goes to the sides.
            places[:, 2] *= np.where(turned[:, 2] < 0.0, 1.0 + _PRESSED / self.radius * low, 1.0)
            places[:, :2] *= (1.0 + _WIDER * (1.0 - turned[:, 2] ** 2) * low**0.5)[:, None]
            np.maximum(places[:, 2], -centre[2], out=places[:, 2])
        placed: Floats = (places + np.array(centre, np.float32)).astype(np.float32)
        return placed


def _heights() -> list[float]:
    """The rings, as angles from the equator to the poles (radians): close together at the lines."""
    cuts = sorted([-1.0, 1.0, *(line + sign * _LINE for line in _LINES for sign in (1.0, -1.0))])
    heights: list[float] = []
    for low, high in pairwise(cuts):
        start, end = np.arcsin(max(low, -0.9999999)), np.arcsin(min(high, 0.9999999))
        count = max(1, round(_ROWS * float(end - start) / np.pi))
        heights += [float(h) for h in np.linspace(start, end, count, endpoint=False)]
    return [*heights, float(np.arcsin(0.9999999))]


def _sphere() -> Floats:
    """The ball's points at radius 1, ring by ring."""
    axis = np.array(_AXIS) / np.linalg.norm(_AXIS)
    first = np.cross(axis, (0.0, 0.0, 1.0))
    first /= np.linalg.norm(first)
    second = np.cross(axis, first)
    height = np.array(_heights())[:, None, None]
    turns = np.linspace(0.0, 2.0 * np.pi, _COLUMNS, endpoint=False)[None, :, None]
    around = np.cos(turns) * first + np.sin(turns) * second
    points: Floats = (np.cos(height) * around + np.sin(height) * axis).reshape(-1, 3).astype(np.float32)
    return points
