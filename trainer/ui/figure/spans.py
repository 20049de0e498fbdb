"""What hangs between hands and feet, and follows them from pose to pose: band, rope, towel."""

from typing import Final

import numpy as np
from msgspec import Struct

from trainer.motion.geometry import along, unit
from trainer.motion.pose import Pose
from trainer.motion.prop import Prop
from trainer.motion.strung import ROPE_POINTS, ROPE_RADIUS, TOWEL_RADIUS, band_path, band_radius, rope_path, towel_path
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import Floats
from trainer.ui.figure.shapes import rounded, strap, strap_rows

_BENT: Final = 0.030  # metres from a corner over which a band bends
_FOLDED: Final = (0.04, 0.4)  # a towel, round a sole and between the hands
_SPREAD: Final = (0.040, 0.005)  # metres: half the width of a towel that is spread out, half its thickness
_HALF_SPREAD: Final = 0.35  # so much of it between the hands


class _Span(Struct, frozen=True):
    """A strap of one material with so many points along it and around it."""

    prop: Prop

    @property
    def rows(self) -> int:
        return strap_rows(self._points)

    @property
    def columns(self) -> int:
        return 10

    @property
    def materials(self) -> list[Material]:
        return [self._material] * (self.rows - 1)

    @property
    def _points(self) -> int:
        raise NotImplementedError

    @property
    def _material(self) -> Material:
        raise NotImplementedError


class Band(_Span, frozen=True):
    """A resistance band, taut."""

    @property
    def _points(self) -> int:
        corners = 0 if not self.prop.feet else 2 if self.prop.side else 4
        return 2 + 3 * corners

    @property
    def _material(self) -> Material:
        return Material.BAND

    def placed(self, pose: Pose) -> Floats:
        feet, side = self.prop.feet, self.prop.side
        path = band_path(feet, side, pose)
        points = rounded(path, _BENT)
        sizes = np.full(len(points), band_radius(feet, side, path), np.float32)
        wide = np.array(pose.axes[f"foot.{side or 'l'}"][0], np.float32) if feet else _across_sides(pose)
        return strap(points, wide, sizes, sizes, self.columns)


class Towel(_Span, frozen=True):
    """A towel or strap, gathered in the hands and spread over a sole."""

    @property
    def _points(self) -> int:
        return 2 + 3 * (2 if self.prop.side else 1)

    @property
    def _material(self) -> Material:
        return Material.TOWEL

    def placed(self, pose: Pose) -> Floats:
        side = self.prop.side
        points = rounded(towel_path(side, pose), _FOLDED[0 if side else 1])
        spread = np.zeros(len(points), np.float32)
        spread[1:-1] = 1.0 if side else _HALF_SPREAD
        width, thick = (np.float32(TOWEL_RADIUS) + np.float32(size - TOWEL_RADIUS) * spread for size in _SPREAD)
        wide = np.array(pose.axes[f"foot.{side}"][0], np.float32) if side else _across_sides(pose)
        return strap(points, wide, width, thick, self.columns)


class Rope(_Span, frozen=True):
    """A jump rope in its swing."""

    @property
    def _points(self) -> int:
        return ROPE_POINTS

    @property
    def _material(self) -> Material:
        return Material.ROPE

    def placed(self, pose: Pose) -> Floats:
        path, normal = rope_path(self.prop.turn, pose)
        sizes = np.full(len(path), ROPE_RADIUS, np.float32)
        return strap(np.array(path, np.float32), np.array(normal, np.float32), sizes, sizes, self.columns)


def _across_sides(pose: Pose) -> Floats:
    """A direction across whatever runs from one side to the other: the chest's forward, a little upward."""
    chest = pose.axes["T2"]
    return np.array(unit(along(chest[0], chest[2], 0.35)), np.float32)
