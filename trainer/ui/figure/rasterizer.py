"""Triangles to samples: which triangle is seen where, at the middle of every pixel and finer along the edges."""

from typing import Final

import numpy as np
from msgspec import Struct, structs
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


class _Spans(Struct, frozen=True):
    """The pixels that triangles cover, row by row: of each row of each triangle the weights and depth along x.

    Weights and depth: (2, r), the value at x = 0 and its change by x.
    """

    triangle: Indices  # (r,) among those that face the camera
    second: Floats
    third: Floats
    depth: Floats
    row: Indices  # (n,) of each pixel
    place: Indices  # (n,) row by row of the picture
    x: Floats  # (n,) of its middle

    def picked(self, which: Indices) -> "_Spans":
        """The same rows with some of the pixels."""
        return structs.replace(self, row=self.row.take(which), place=self.place.take(which), x=self.x.take(which))

    def along(self, line: Floats) -> Floats:
        """The second weight, the third or the depth at each pixel."""
        values: Floats = line[1].take(self.row)
        values *= self.x
        values += line[0].take(self.row)
        return values


def rasterize(
    pixels: Floats, depth: Floats, triangles: Indices, material: Indices, size: tuple[int, int], fine: bool
) -> Raster:
    """The raster of projected vertices (v, 2) at depths (v,), triangles (3, n). `fine`: sample edges more finely."""
    width, height = size
    facing, planes = _facing(pixels, depth, triangles)
    rows = pixels[:, 1][triangles[:, facing]]
    coarse = _nearest(_spans(rows, planes, size, 0.0), facing, width * height)
    if not fine:
        return Raster(width, height, coarse, np.zeros(0, np.intp), _NO_SAMPLES)
    edge = _edges(coarse, material, width, height)
    edges = np.flatnonzero(edge)
    near = _touching(pixels[:, 0][triangles[:, facing]], rows, edge)
    planes = planes.picked(near)
    spans = _spans(rows[:, near], planes, size, 0.5)
    spans = spans.picked(np.flatnonzero(edge.ravel().take(spans.place)))
    return Raster(width, height, coarse, edges, _finer(spans, planes, facing[near], edges, edge.size))


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


def _spans(rows: Floats, planes: _Planes, size: tuple[int, int], margin: float) -> _Spans:
    """Every pixel of which some point within `margin` of its middle lies in a triangle.

    `rows`: the y of the triangles' corners, (3, n).
    """
    width, height = size
    top = np.maximum(np.ceil(rows.min(0) - np.float32(0.5 + margin)).astype(np.intp), 0)
    bottom = np.minimum(np.floor(rows.max(0) - np.float32(0.5 - margin)).astype(np.intp), height - 1)
    triangle, place = _expanded(np.maximum(bottom - top + 1, 0))
    y = top.take(triangle) + place
    middle = y.astype(np.float32) + np.float32(0.5)
    second, third, depth = (_line(plane, triangle, middle) for plane in (planes.second, planes.third, planes.depth))
    first = np.stack([np.float32(1.0) - second[0] - third[0], -second[1] - third[1]])
    # Inside, no corner's weight is below zero by more than its slack.
    low, high = np.zeros(len(y), np.float32), np.full(len(y), width, np.float32)
    for line, plane in ((first, planes.second + planes.third), (second, planes.second), (third, planes.third)):
        start, by_x = line
        slack = np.float32(margin) * (np.abs(plane[1]) + np.abs(plane[2])).take(triangle) + _SLACK
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            bound = (-slack - start) / by_x
        np.maximum(low, bound, out=low, where=by_x > 0.0)
        np.minimum(high, bound, out=high, where=by_x < 0.0)
    left = np.ceil(np.minimum(low, width + 1) - np.float32(0.5)).astype(np.intp)
    right = np.minimum(np.floor(np.maximum(high, -1.0) - np.float32(0.5)).astype(np.intp), width - 1)
    row, place = _expanded(np.maximum(right - left + 1, 0))
    x = left.take(row) + place
    return _Spans(
        triangle, second, third, depth, row, (y * width).take(row) + x, x.astype(np.float32) + np.float32(0.5)
    )


def _line(plane: Floats, triangle: Indices, y: Floats) -> Floats:
    """Planes along rows at y: the value at x = 0 and its change by x, (2, r)."""
    return np.stack([(plane[0].take(triangle) + plane[2].take(triangle) * y), plane[1].take(triangle)])


def _expanded(counts: Indices) -> tuple[Indices, Indices]:
    """For counts (3, 0, 2): whose each is, (0, 0, 0, 2, 2), and which of theirs, (0, 1, 2, 0, 1)."""
    owner = np.repeat(np.arange(len(counts)), counts)
    first = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) - first.take(owner)


def _are_inside(second: Floats, third: Floats) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (second >= -_SLACK) & (third >= -_SLACK) & (second + third <= 1.0 + _SLACK)
    return inside


def _nearest(spans: _Spans, facing: Indices, places: int) -> Samples:
    """Of all that covers the middles of the pixels the nearest."""
    depth = spans.along(spans.depth)
    nearest = np.full(places, _FAR, np.float32)
    np.minimum.at(nearest, spans.place, depth)
    won = spans.picked(np.flatnonzero(depth <= nearest.take(spans.place)))
    triangle = np.full(places, NOTHING, np.intp)
    triangle[won.place] = facing.take(won.triangle.take(won.row))
    second, third = np.zeros(places, np.float32), np.zeros(places, np.float32)
    second[won.place], third[won.place] = won.along(won.second), won.along(won.third)
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


def _finer(spans: _Spans, planes: _Planes, facing: Indices, edges: Indices, pixels: int) -> Samples:
    """The samples of the edge pixels at the finer places in each. `spans`: on those pixels."""
    place_of = np.zeros(pixels, np.intp)
    place_of[edges] = np.arange(len(edges)) * FINE_SAMPLES
    triangle = spans.triangle.take(spans.row)
    second = _around(spans.along(spans.second), planes.second, triangle)
    third = _around(spans.along(spans.third), planes.third, triangle)
    sample, which = np.nonzero(_are_inside(second, third))
    triangle = triangle.take(which)
    x, y = _FINE.T
    depth = spans.along(spans.depth).take(which)
    depth += planes.depth[1].take(triangle) * x.take(sample) + planes.depth[2].take(triangle) * y.take(sample)
    place = place_of.take(spans.place).take(which) + sample
    nearest = np.full(len(edges) * FINE_SAMPLES, _FAR, np.float32)
    np.minimum.at(nearest, place, depth)
    won = np.flatnonzero(depth <= nearest.take(place))
    where, sample, which = place.take(won), sample.take(won), which.take(won)
    found = np.full(len(nearest), NOTHING, np.intp)
    found[where] = facing.take(triangle.take(won))
    weights = np.zeros((2, len(nearest)), np.float32)
    weights[0, where], weights[1, where] = second[sample, which], third[sample, which]
    return Samples(found, weights[0], weights[1], nearest)


def _around(middle: Floats, plane: Floats, triangle: Indices) -> Floats:
    """A plane's values at the finer places of the pixels whose middle values are given, (FINE_SAMPLES, n)."""
    by_x, by_y = plane[1].take(triangle), plane[2].take(triangle)
    return np.stack([middle + by_x * x + by_y * y for x, y in _FINE])
