"""Seams: where two parts of the body grow out of each other, the light runs softly from one to the other.

A body is made of tubes that pass into each other. Where they meet, both their normals and what glows on them change
at a line, and a ragged one, since triangles cross. In the picture, around such lines, both are mixed over a
centimetre or two of skin; outlines stay.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trainer.ui.figure.mesh import Floats, Patch
from trainer.ui.figure.rasterizer import NOTHING, Indices, Raster

_JOINED: Final = (
    ("trunk", "glute"), ("trunk", "leg"), ("glute", "leg"), ("trunk", "yoke"), ("yoke", "arm"), ("trunk", "arm"),
    ("yoke", "neck"), ("trunk", "neck"), ("arm", "hand"),
)  # fmt: skip
_CELL: Final = 0.009  # metres: how finely it is mixed
_STEEP: Final = 4.5  # metres of depth a metre aside: what is steeper is an outline
_PASSES: Final = 6  # of mixing with the neighbours
_RATE: Final = np.float32(0.25)  # of the difference to each, a pass: so many passes spread by not quite two cells
_GAIN: Final = np.float32(2.2)  # of the line's own weight, which has spread as well: near it the mixture counts whole
_LEAST: Final = np.float32(0.02)  # of that weight is worth mixing


class Mixture(Struct, frozen=True):
    """Of some pixels: how much the mixture counts, and what it is."""

    pixels: Indices  # (n,) where it counts at all
    weight: Floats  # (n, 1) 0 .. 1
    values: Floats  # (n, 4) normals and glow

    def mix_into(self, values: Floats, pixels: Indices) -> None:
        """Mix it into values (m, 4) that belong to pixels (m,)."""
        place = np.minimum(np.searchsorted(self.pixels, pixels), len(self.pixels) - 1)
        rows = np.flatnonzero(self.pixels.take(place) == pixels)
        place = place.take(rows)
        values[rows] += (self.values.take(place, 0) - values[rows]) * self.weight.take(place, 0)


class Joints(Struct, frozen=True):
    """Which parts grow out of each other."""

    part: NDArray[np.int8]  # (n,) of each triangle the number of its tube; what is no tube has the last number
    joined: NDArray[np.bool_]  # (parts, parts)

    @classmethod
    def of(cls, patches: Sequence[Patch], triangles: NDArray[np.int32]) -> "Joints":
        """Of the tubes of a mesh and its triangles, (n, 3)."""
        joined = np.zeros((len(patches) + 1, len(patches) + 1), bool)
        for i, a in enumerate(patches):
            for k, b in enumerate(patches):
                (one, _, side), (other, _, same) = a.name.partition("."), b.name.partition(".")
                fits = not side or not same or side == same
                joined[i, k] = fits and ((one, other) in _JOINED or (other, one) in _JOINED)
        ends = np.array([patch.end for patch in patches])
        return cls(np.searchsorted(ends, triangles[:, 0], side="right").astype(np.int8), joined)


def mixed_at_seams(raster: Raster, material: Indices, joints: Joints, values: Floats, scale: float) -> Mixture | None:
    """What is mixed of `values`, (pixels seen, 4): normals and glow. None: no seam is seen.

    `material`: of each triangle. `scale`: pixels a metre.
    """
    step = max(1, round(_CELL * scale))
    shape = (raster.height, raster.width)
    every = np.arange(raster.height * raster.width).reshape(shape)[step // 2 :: step, step // 2 :: step]
    if min(every.shape) < 2:
        return None
    triangle = raster.pixels.triangle[every]
    kind = np.append(material, NOTHING).astype(np.int8)[triangle]
    where = np.append(joints.part, len(joints.joined) - 1)[triangle]
    depth = raster.pixels.depth[every]
    steep = np.float32(_STEEP * step / scale)
    seam = np.zeros((1, *every.shape), np.float32)
    links = []
    for axis in (0, 1):
        a, b = _shifted(axis)
        linked = (kind[a] == kind[b]) & (kind[a] != NOTHING) & (np.abs(depth[a] - depth[b]) < steep)
        meet = linked & joints.joined[where[a], where[b]]
        seam[0][a] += meet
        seam[0][b] += meet
        links.append(linked.astype(np.float32) * _RATE)
    if not seam.any():
        return None
    row = np.zeros(raster.height * raster.width, np.int32)
    row[np.flatnonzero(raster.pixels.triangle != NOTHING)] = np.arange(len(values))
    grid = np.concatenate([values[row[every]].transpose(2, 0, 1), np.minimum(seam, 1.0)])
    for _ in range(_PASSES):
        for axis, link in zip((0, 1), links, strict=True):
            a, b = _shifted(axis)
            flow = (grid[(slice(None), *b)] - grid[(slice(None), *a)]) * link
            grid[(slice(None), *a)] += flow
            grid[(slice(None), *b)] -= flow
    return _picked(grid, step, raster)


def _shifted(axis: int) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """The cells that have a next one along an axis, and those next ones."""
    before, after = [slice(None), slice(None)], [slice(None), slice(None)]
    before[axis], after[axis] = slice(None, -1), slice(1, None)
    return tuple(before), tuple(after)


def _picked(grid: Floats, step: int, raster: Raster) -> Mixture | None:
    """The mixture at every pixel where it counts, between the cells of the grid."""
    rows, columns = grid.shape[1:]
    y = np.clip((np.arange(raster.height) - step // 2) / step, 0.0, rows - 1.001)
    x = np.clip((np.arange(raster.width) - step // 2) / step, 0.0, columns - 1.001)
    top, left = y.astype(np.intp), x.astype(np.intp)
    down, aside = (y - top).astype(np.float32), (x - left).astype(np.float32)
    counts = grid[4] > _LEAST
    counts = counts[1:, 1:] | counts[1:, :-1] | counts[:-1, 1:] | counts[:-1, :-1]
    near = counts.take(top, 0).take(left, 1)
    near &= raster.pixels.triangle.reshape(near.shape) != NOTHING
    pixels = np.flatnonzero(near)
    if not len(pixels):
        return None
    row, column = np.divmod(pixels, raster.width)
    cells = np.ascontiguousarray(grid.reshape(5, -1).T)
    first = top.take(row) * columns + left.take(column)
    v, u = down.take(row)[:, None], aside.take(column)[:, None]
    over = cells.take(first, 0) * (1 - u) + cells.take(first + 1, 0) * u
    under = cells.take(first + columns, 0) * (1 - u) + cells.take(first + columns + 1, 0) * u
    found = over * (1 - v) + under * v
    weight = np.clip(found[:, 4:] * _GAIN, 0.0, 1.0)
    return Mixture(pixels, weight * weight * (np.float32(3.0) - np.float32(2.0) * weight), found[:, :4])
