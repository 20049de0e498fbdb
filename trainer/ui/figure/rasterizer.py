"""Triangles to samples: which triangle is seen where, at the middle of every pixel and finer along the edges."""

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trainer.ui.figure.mesh import Floats

Indices = NDArray[np.intp]

NOTHING: Final = -1
_FAR: Final = np.float32(1e6)
_EDGE_STEP: Final = 0.028  # metres of depth between neighbours that make an edge


class Samples(Struct, frozen=True):
    """What is seen at some places: the triangle (or NOTHING), its second and third corners' weights, its depth."""

    triangle: Indices  # (n,)
    second: Floats  # (n,)
    third: Floats  # (n,)
    depth: Floats  # (n,)

    def picked(self, which: Indices) -> "Samples":
        """The samples at some of the places."""
        return Samples(
            self.triangle.take(which), self.second.take(which), self.third.take(which), self.depth.take(which)
        )


_SLACK: Final = np.float32(1e-4)  # of a corner's weight: neighbours overlap by a hair rather than leave a gap

# Places of the finer samples in a pixel, from its middle: no two in a row or a column.
_FINE: Final = np.array([(1, 7), (3, 1), (5, 9), (7, 5), (9, 11), (11, 3)], np.float32) / 12.0 - 0.5
FINE_SAMPLES: Final = len(_FINE)
_NO_SAMPLES: Final = Samples(
    np.zeros(0, np.intp), np.zeros(0, np.float32), np.zeros(0, np.float32), np.zeros(0, np.float32)
)


class Raster(Struct, frozen=True):
    """A picture's samples: one a pixel, row by row, and FINE_SAMPLES of every pixel on an edge."""

    width: int
    height: int
    pixels: Samples
    edges: Indices  # (e,) the pixels on an edge
    fine: Samples  # (e * FINE_SAMPLES,)


class _Planes(Struct, frozen=True):
    """The weights of each triangle's second and third corner and its depth, as planes over the picture.

    Each (3, n): the value at the picture's origin, its change by x, and by y.
    """

    second: Floats
    third: Floats
    depth: Floats

    def picked(self, which: Indices) -> "_Planes":
        """The planes of some of the triangles."""
        return _Planes(self.second.take(which, 1), self.third.take(which, 1), self.depth.take(which, 1))


class _Candidates(Struct, frozen=True):
    """Pairs of a triangle and a place it may cover, with the corner weights and depth there."""

    triangle: Indices  # among those that face the camera
    place: Indices  # the pixel, row by row, or the finer sample
    second: Floats
    third: Floats
    depth: Floats


def rasterize(
    pixels: Floats, depth: Floats, triangles: Indices, material: Indices, size: tuple[int, int], fine: bool
) -> Raster:
    """The raster of projected vertices (v, 2) at depths (v,), triangles (3, n). `fine`: sample edges more finely."""
    width, height = size
    facing, planes = _facing(pixels, depth, triangles)
    rows = pixels[:, 1][triangles[:, facing]]
    coarse = _nearest(_inside(_candidates(rows, planes, size, 0.0)), facing, width * height)
    if not fine:
        return Raster(width, height, coarse, np.zeros(0, np.intp), _NO_SAMPLES)
    edge = _edges(coarse, material, width, height)
    edges = np.flatnonzero(edge)
    near = _touching(pixels[:, 0][triangles[:, facing]], rows, edge)
    candidates = _candidates(rows[:, near], planes.picked(near), size, 0.5)
    return Raster(width, height, coarse, edges, _finer(candidates, planes.picked(near), facing[near], edges, edge))


def _facing(pixels: Floats, depth: Floats, triangles: Indices) -> tuple[Indices, _Planes]:
    """The triangles that face the camera, and their planes."""
    x, y = pixels[:, 0].take(triangles), pixels[:, 1].take(triangles)
    ux, uy, vx, vy = x[1] - x[0], y[1] - y[0], x[2] - x[0], y[2] - y[0]
    # y runs down: what is counter-clockwise seen from outside has a negative area here.
    twice = ux * vy - uy * vx
    facing = np.flatnonzero(twice < -1e-3)
    over = np.float32(1.0) / twice[facing]
    x0, y0 = x[0, facing], y[0, facing]

    def plane(by_x: Floats, by_y: Floats) -> Floats:
        return np.stack([-by_x * x0 - by_y * y0, by_x, by_y])

    second = plane(vy[facing] * over, -vx[facing] * over)
    third = plane(-uy[facing] * over, ux[facing] * over)
    z = depth.take(triangles[:, facing])
    depths = second * (z[1] - z[0]) + third * (z[2] - z[0])
    depths[0] += z[0]
    return facing, _Planes(second, third, depths)


def _touching(columns: Floats, rows: Floats, edge: NDArray[np.bool_]) -> Indices:
    """Which triangles, corners (3, n), have an edge pixel in the box around them."""
    height, width = edge.shape
    before = np.zeros((height + 1, width + 1), np.int32)
    np.cumsum(np.cumsum(edge, 0, dtype=np.int32), 1, out=before[1:, 1:])
    left, right = (np.clip(c.astype(np.intp) + d, 0, width) for c, d in ((columns.min(0), -1), (columns.max(0), 2)))
    top, bottom = (np.clip(r.astype(np.intp) + d, 0, height) for r, d in ((rows.min(0), -1), (rows.max(0), 2)))
    inside = before[bottom, right] - before[top, right] - before[bottom, left] + before[top, left]
    return np.flatnonzero(inside > 0)


def _candidates(rows: Floats, planes: _Planes, size: tuple[int, int], margin: float) -> _Candidates:
    """Every pixel of which some point within `margin` of its middle lies in a triangle, row by row.

    `rows`: the y of the triangles' corners, (3, n).
    """
    top = np.maximum(np.ceil(rows.min(0) - np.float32(0.5 + margin)).astype(np.intp), 0)
    bottom = np.minimum(np.floor(rows.max(0) - np.float32(0.5 - margin)).astype(np.intp), size[1] - 1)
    of_row, place = _expanded(np.maximum(bottom - top + 1, 0))
    y = top.take(of_row) + place
    # On a row the weight of a corner is start + step * x; inside, none is below zero by more than its slack.
    second, third, depth = planes.second.take(of_row, 1), planes.third.take(of_row, 1), planes.depth.take(of_row, 1)
    middle = y.astype(np.float32) + np.float32(0.5)
    starts = [plane[0] + plane[2] * middle for plane in (second, third, depth)]
    first = (np.float32(1.0) - starts[0] - starts[1], -second[1] - third[1], -second[2] - third[2])
    low, high = np.zeros(len(y), np.float32), np.full(len(y), size[0], np.float32)
    for start, by_x, by_y in (first, (starts[0], second[1], second[2]), (starts[1], third[1], third[2])):
        slack = np.float32(margin) * (np.abs(by_x) + np.abs(by_y)) + _SLACK
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            bound = (-slack - start) / by_x
        np.maximum(low, bound, out=low, where=by_x > 0.0)
        np.minimum(high, bound, out=high, where=by_x < 0.0)
    left = np.ceil(low - np.float32(0.5)).astype(np.intp)
    right = np.minimum(np.floor(high - np.float32(0.5)).astype(np.intp), size[0] - 1)
    row, place = _expanded(np.maximum(right - left + 1, 0))
    x = left.take(row) + place
    middle = x.astype(np.float32) + np.float32(0.5)
    return _Candidates(
        of_row.take(row),
        (y * size[0]).take(row) + x,
        starts[0].take(row) + second[1].take(row) * middle,
        starts[1].take(row) + third[1].take(row) * middle,
        starts[2].take(row) + depth[1].take(row) * middle,
    )


def _expanded(counts: Indices) -> tuple[Indices, Indices]:
    """For counts (3, 0, 2): whose each is, (0, 0, 0, 2, 2), and which of theirs, (0, 1, 2, 0, 1)."""
    owner = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) - first.take(owner)


def _inside(candidates: _Candidates) -> _Candidates:
    """Those whose pixel's middle lies in their triangle."""
    hit = np.flatnonzero(_are_inside(candidates.second, candidates.third))
    return _Candidates(
        candidates.triangle.take(hit),
        candidates.place.take(hit),
        candidates.second.take(hit),
        candidates.third.take(hit),
        candidates.depth.take(hit),
    )


def _are_inside(second: Floats, third: Floats) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (second >= -_SLACK) & (third >= -_SLACK) & (second + third <= 1.0 + _SLACK)
    return inside


def _nearest(hits: _Candidates, facing: Indices, places: int) -> Samples:
    """Of all hits the nearest at each of the places."""
    nearest = np.full(places, _FAR, np.float32)
    np.minimum.at(nearest, hits.place, hits.depth)
    wins = np.flatnonzero(hits.depth <= nearest.take(hits.place))
    where = hits.place.take(wins)
    triangle = np.full(places, NOTHING, np.intp)
    triangle[where] = facing.take(hits.triangle.take(wins))
    second, third = np.zeros(places, np.float32), np.zeros(places, np.float32)
    second[where], third[where] = hits.second.take(wins), hits.third.take(wins)
    return Samples(triangle, second, third, nearest)


def _edges(samples: Samples, material: Indices, width: int, height: int) -> NDArray[np.bool_]:
    """The pixels that differ from a neighbour in what is seen: another thing, another depth, another material."""
    kind = np.append(material, NOTHING).astype(np.int8).take(samples.triangle).reshape(height, width)
    depth = samples.depth.reshape(height, width)
    edge = np.zeros((height, width), bool)
    across = (kind[:, 1:] != kind[:, :-1]) | (np.abs(depth[:, 1:] - depth[:, :-1]) > _EDGE_STEP)
    down = (kind[1:] != kind[:-1]) | (np.abs(depth[1:] - depth[:-1]) > _EDGE_STEP)
    edge[:, 1:] |= across
    edge[:, :-1] |= across
    edge[1:] |= down
    edge[:-1] |= down
    return edge


def _finer(
    candidates: _Candidates, planes: _Planes, facing: Indices, edges: Indices, edge: NDArray[np.bool_]
) -> Samples:
    """The samples of the edge pixels at the finer places in each."""
    near = np.flatnonzero(edge.ravel().take(candidates.place))
    place_of = np.zeros(edge.size, np.intp)
    place_of[edges] = np.arange(len(edges)) * FINE_SAMPLES
    triangle = candidates.triangle.take(near)
    second = _around(candidates.second.take(near), planes.second.take(triangle, 1))
    third = _around(candidates.third.take(near), planes.third.take(triangle, 1))
    sample, which = np.nonzero(_are_inside(second, third))
    depth = _around(candidates.depth.take(near), planes.depth.take(triangle, 1))
    hits = _Candidates(
        triangle.take(which),
        place_of.take(candidates.place.take(near)).take(which) + sample,
        second[sample, which],
        third[sample, which],
        depth[sample, which],
    )
    return _nearest(hits, facing, len(edges) * FINE_SAMPLES)


def _around(middle: Floats, plane: Floats) -> Floats:
    """A plane's values at the finer places of the pixels whose middle values are given, (FINE_SAMPLES, n)."""
    return np.stack([middle + plane[1] * x + plane[2] * y for x, y in _FINE])
