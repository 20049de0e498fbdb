"""Shapes that things are made of: boxes, rods, turned bodies and straps, as rings of points."""

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Final

import numpy as np

from trainer.ui.figure.mesh import Floats, Point

_CAP: Final = (80.0, 40.0)  # degrees of the rings that close the end of a strap
_POINT: Final = 0.0015  # metres: no corner is sharper, since a point has no normal
_SLIT: Final = 2e-5  # metres: what is left open in the middle of a face, narrower than anybody sees
_CORNER: Final = (0.0, 45.0, 90.0)  # degrees of the points that round a corner

Rings = list[list[Point]]


def turned(profile: Sequence[tuple[float, float]], centre: Point, columns: int, axis: int = 0) -> Rings:
    """Rings of a body turned about the frame's x (axis 0) or z (axis 2): (place along the axis, radius)."""
    rings: Rings = []
    for place, radius in profile:
        ring: list[Point] = []
        for turn in np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False):
            c, s = radius * float(np.cos(turn)), radius * float(np.sin(turn))
            x, y, z = (place, c, s) if axis == 0 else (c, s, place)
            ring.append((centre[0] + x, centre[1] + y, centre[2] + z))
        rings.append(ring)
    return rings


def box(low: Point, high: Point, bevel: float, levels: int = 2) -> Rings:
    """Rings of an upright box between two corners, its edges rounded; `levels` rings up its sides."""
    middle = (0.5 * (low[0] + high[0]), 0.5 * (low[1] + high[1]))
    half = (0.5 * (high[0] - low[0]), 0.5 * (high[1] - low[1]))

    def ring(inset: float, z: float, least: float = _POINT) -> list[Point]:
        points: list[Point] = []
        round_off = max(bevel - inset, least)
        for quarter, (sx, sy) in enumerate(((1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0))):
            cx, cy = (sign * (size - inset - round_off) for sign, size in zip((sx, sy), half, strict=True))
            for angle in _CORNER:
                turn = radians(90.0 * quarter + angle)
                points.append((middle[0] + cx + round_off * cos(turn), middle[1] + cy + round_off * sin(turn), z))
        return points

    inmost = min(half) - 2.0 * _SLIT
    sides = np.linspace(low[2] + bevel, high[2] - bevel, levels)
    edge = 0.3 * bevel  # the rounding between a side and the top
    return [
        ring(inmost, low[2], _SLIT),
        ring(bevel, low[2]),
        ring(edge, low[2] + edge),
        *(ring(0.0, float(z)) for z in sides),
        ring(edge, high[2] - edge),
        ring(bevel, high[2]),
        ring(inmost, high[2], _SLIT),
    ]


def pillow(low: Point, high: Point, columns: int = 48, rows: int = 15) -> Rings:
    """Rings of a stuffed square cushion between two corners: thick in its middle, thin along its seam."""
    middle = (0.5 * (low[0] + high[0]), 0.5 * (low[1] + high[1]), 0.5 * (low[2] + high[2]))
    half = (0.5 * (high[0] - low[0]), 0.5 * (high[1] - low[1]), 0.5 * (high[2] - low[2]))
    rings: Rings = []
    for tilt in np.linspace(-radians(89.9), radians(89.9), rows):
        inward, up = cos(tilt) ** 0.8, float(np.sign(tilt)) * abs(sin(tilt)) ** 1.15
        square = 0.30 + 0.65 * (1.0 - inward)  # the outline is square at the seam and round toward the middle
        ring: list[Point] = []
        for turn in np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False):
            c, s = float(np.cos(turn)), float(np.sin(turn))
            x, y = float(np.sign(c)) * abs(c) ** square, float(np.sign(s)) * abs(s) ** square
            ring.append((middle[0] + half[0] * x * inward, middle[1] + half[1] * y * inward, middle[2] + half[2] * up))
        rings.append(ring)
    return rings


def rod(bottom: Point, top: Point, radii: tuple[float, float], columns: int = 10) -> Rings:
    """Rings of a round, nearly upright rod, thinner at one end if the radii say so."""
    rings: Rings = []
    for share, shrink in ((0.0, 0.02), (0.0, 0.85), (0.015, 1.0), (0.985, 1.0), (1.0, 0.85), (1.0, 0.02)):
        x, y, z = (a + (b - a) * share for a, b in zip(bottom, top, strict=True))
        radius = (radii[0] + (radii[1] - radii[0]) * share) * shrink
        turns = np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)
        rings.append([(x + radius * float(np.cos(t)), y + radius * float(np.sin(t)), z) for t in turns])
    return rings


def stood(rings: Rings, place: Point, turn: float) -> Rings:
    """Rings given about the origin, turned by `turn` degrees about the vertical and put to their place."""
    c, s = cos(radians(turn)), sin(radians(turn))
    return [[(place[0] + c * x - s * y, place[1] + s * x + c * y, place[2] + z) for x, y, z in ring] for ring in rings]


def strap_rows(points: int) -> int:
    """The rings that `strap` makes of a path of so many points."""
    return points + 2 * len(_CAP)


def strap(path: Floats, wide: Floats, width: Floats, thick: Floats, columns: int) -> Floats:
    """A closed strap along a path (n, 3): `wide` (3,) points across it about where it is `width` (n,) either way.

    `thick` (n,): its reach at right angles to that. Returns its vertices, (strap_rows(n) * columns, 3).
    """
    tangents = np.gradient(path, axis=0)
    tangents /= np.maximum(np.linalg.norm(tangents, axis=1, keepdims=True), 1e-9)
    sides = wide - tangents * (tangents @ wide)[:, None]
    size = np.linalg.norm(sides, axis=1, keepdims=True)
    # Where the strap runs along `wide` any other way across will do.
    other = np.cross(tangents, np.roll(tangents, 1, axis=1) + np.array((0.31, 0.17, 0.0)))
    sides = np.where(size > 0.05, sides, other)
    sides /= np.maximum(np.linalg.norm(sides, axis=1, keepdims=True), 1e-9)
    fronts = np.cross(tangents, sides)
    index, shrink, out = list(range(len(path))), [1.0] * len(path), [0.0] * len(path)
    for angle in reversed(_CAP):
        index, shrink = [0, *index, len(path) - 1], [cos(radians(angle)), *shrink, cos(radians(angle))]
        out = [-sin(radians(angle)), *out, sin(radians(angle))]
    at, small, beyond = np.array(index), np.array(shrink)[:, None], np.array(out)[:, None]
    centres = path[at] + tangents[at] * beyond * np.minimum(width, thick)[at, None]
    turns = np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)
    across = np.cos(turns)[None, :, None] * (sides[at] * small * width[at, None])[:, None]
    through = np.sin(turns)[None, :, None] * (fronts[at] * small * thick[at, None])[:, None]
    places: Floats = (centres[:, None] + across + through).reshape(-1, 3).astype(np.float32)
    return places


def rounded(path: Sequence[Point], trim: float) -> Floats:
    """A path with its corners cut round, at most `trim` metres from each: two points and three for each corner."""
    points = np.array(path, float)
    smooth = [points[0]]
    for before, corner, after in zip(points[:-2], points[1:-1], points[2:], strict=True):
        back, onward = before - corner, after - corner
        start = corner + back * min(0.4, trim / max(float(np.linalg.norm(back)), 1e-6))
        end = corner + onward * min(0.4, trim / max(float(np.linalg.norm(onward)), 1e-6))
        smooth += [start, 0.25 * start + 0.5 * corner + 0.25 * end, end]
    return np.array([*smooth, points[-1]], np.float32)
