"""The soft shadow on the floor: dark under what touches, faint under what is high."""

from typing import Final

import numpy as np
from msgspec import Struct

from trainer.ui.figure.blur import blurred
from trainer.ui.figure.camera import Camera
from trainer.ui.figure.mesh import Floats

_CELL: Final = 0.025  # metres of floor
_STEP: Final = 8  # pixels between which the shadow is interpolated
_SLANT: Final = (0.10, -0.16)  # metres aside for each metre of height: the light comes from the front and the left
# How far up a part still darkens the floor (metres), how far the darkness spreads (cells), and how much of it.
_LAYERS: Final = ((0.035, 1, 2.6), (0.14, 3, 1.5), (0.60, 7, 0.9))
_SPREAD: Final = 0.30  # metres around a part that its shadow reaches, about
_LEAST: Final = 0.016  # of darkness that can be seen
_WAYS: Final = ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0))
_EDGE: Final = 0.08  # of the picture's shorter side: there the shadow fades away, so that it is never cut
_MARGIN: Final = 0.5  # metres of floor around the subject


class FloorShadow:
    """The shadow of one subject in one view."""

    def __init__(
        self, camera: Camera, size: tuple[int, int], low: tuple[float, float], high: tuple[float, float]
    ) -> None:
        """`low` and `high`: the corners of the floor (metres) over which the subject moves."""
        self._origin = np.array(low, np.float32) - _MARGIN
        cells = np.ceil((np.array(high) + _MARGIN - self._origin) / _CELL).astype(int)
        self._cells = (int(cells[0]), int(cells[1]))
        width, height = size
        xs, ys = np.arange(0, width + _STEP, _STEP), np.arange(0, height + _STEP, _STEP)
        grid = np.stack(np.meshgrid(xs, ys), -1).reshape(-1, 2).astype(np.float32)
        place = (camera.on_floor(grid) - self._origin) / _CELL - 0.5
        on = np.isfinite(place).all(1) & (place >= 0.0).all(1) & (place < np.array(self._cells) - 1.001).all(1)
        self._shape = (len(ys), len(xs))
        self._on = np.flatnonzero(on)
        cell = place[self._on].astype(np.int32)
        self._share = (place[self._on] - cell).astype(np.float32)
        self._cell = cell[:, 0] * self._cells[1] + cell[:, 1]
        edge = _EDGE * min(size)
        fades = [np.clip(np.minimum(at, length - at) / edge, 0.0, 1.0) for at, length in ((ys, height), (xs, width))]
        self._fade = np.outer(*fades).ravel()[self._on].astype(np.float32)

    def cast(self, places: Floats, area: Floats) -> "Shade | None":
        """The shadow of vertices at `places`, each standing for `area`; None where there is none."""
        height = np.maximum(places[:, 2], 0.0)
        cell = (places[:, :2] + height[:, None] * np.array(_SLANT, np.float32) - self._origin) / _CELL
        index = cell.astype(np.int32)
        along, across = index.T
        inside = (along >= 0) & (along < self._cells[0]) & (across >= 0) & (across < self._cells[1])
        index = index[inside]
        flat = index[:, 0] * self._cells[1] + index[:, 1]
        density = np.zeros(self._cells, np.float32)
        for reach, spread, strength in _LAYERS:
            weight = area[inside] * np.exp(-height[inside] / reach)
            summed = np.bincount(flat, weight, self._cells[0] * self._cells[1]).reshape(self._cells)
            layer: Floats = (summed / (_CELL * _CELL)).astype(np.float32)
            for _ in range(2):
                layer = blurred(layer, spread)
            density += strength * np.minimum(layer, 1.0)
        dark = (1.0 - np.exp(-0.55 * density)).ravel()
        small = np.zeros(self._shape[0] * self._shape[1], np.float32)
        u, v, row = self._share[:, 0], self._share[:, 1], self._cells[1]
        near = dark[self._cell] * (1 - v) + dark[self._cell + 1] * v
        far = dark[self._cell + row] * (1 - v) + dark[self._cell + row + 1] * v
        small[self._on] = (near * (1 - u) + far * u) * self._fade
        return Shade.of(small.reshape(self._shape))


def shadow_reach(reach: Floats) -> Floats:
    """Points of the floor, (n, 3), around all that is darkened by what lies at `reach`."""
    high = np.maximum(reach[:, 2:], 0.0)
    middle = reach[:, :2] + high * np.array(_SLANT, np.float32)
    spread = np.where(high < _LAYERS[-1][0], _SPREAD, 0.0)
    corners = [np.append(middle + spread * np.array(way, np.float32), 0.0 * high, axis=1) for way in _WAYS]
    return np.concatenate(corners).astype(np.float32)


class Shade(Struct, frozen=True):
    """A part of the picture that is darkened: its corner and size in pixels, and how much (rows, columns)."""

    left: int
    top: int
    width: int
    height: int
    dark: Floats  # (height, width), 0 .. 1

    @classmethod
    def of(cls, small: Floats) -> "Shade | None":
        """The shade whose values are given every _STEP pixels."""
        rows, columns = np.flatnonzero((small > _LEAST).any(1)), np.flatnonzero((small > _LEAST).any(0))
        if not len(rows):
            return None
        top, bottom = max(int(rows[0]) - 1, 0), min(int(rows[-1]) + 1, len(small) - 1)
        left, right = max(int(columns[0]) - 1, 0), min(int(columns[-1]) + 1, small.shape[1] - 1)
        part = small[top : bottom + 1, left : right + 1]
        full = (_between(part.shape[0]) @ part @ _between(part.shape[1]).T).astype(np.float32)
        return cls(left * _STEP, top * _STEP, full.shape[1], full.shape[0], full)


def _between(count: int) -> Floats:
    """The matrix that interpolates `count` values to _STEP times as many."""
    fine = (np.arange((count - 1) * _STEP) + 0.5) / _STEP
    first = fine.astype(int)
    matrix = np.zeros((len(fine), count), np.float32)
    rows = np.arange(len(fine))
    matrix[rows, first] = 1.0 - (fine - first)
    matrix[rows, first + 1] = fine - first
    return matrix
