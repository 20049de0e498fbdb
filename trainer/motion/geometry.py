"""Vectors and rotations as plain tuples: for two dozen joints a pose they beat any array package.

World: x forward, y to the figure's left, z up; metres. A rotation is written as the three axes of the turned
frame, each a unit vector in the frame it was turned from: `rotate(frame, v)` takes v out of the frame.
"""

from math import acos, cos, sin, sqrt

Vector = tuple[float, float, float]
Axes = tuple[Vector, Vector, Vector]

ORIGIN: Vector = (0.0, 0.0, 0.0)
FORWARD: Vector = (1.0, 0.0, 0.0)
LEFT: Vector = (0.0, 1.0, 0.0)
UP: Vector = (0.0, 0.0, 1.0)
IDENTITY: Axes = (FORWARD, LEFT, UP)

_PARALLEL = 1e-6  # of the squared sine of the angle between two lines
_TINY = 1e-9


def add(a: Vector, b: Vector) -> Vector:
    """A + b."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def subtract(a: Vector, b: Vector) -> Vector:
    """A - b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def scale(v: Vector, factor: float) -> Vector:
    """V made `factor` times as long."""
    return v[0] * factor, v[1] * factor, v[2] * factor


def along(a: Vector, direction: Vector, distance: float) -> Vector:
    """The point `distance` from a in `direction` (times the direction's length)."""
    return a[0] + direction[0] * distance, a[1] + direction[1] * distance, a[2] + direction[2] * distance


def between(a: Vector, b: Vector, share: float) -> Vector:
    """The point `share` of the way from a to b."""
    return along(a, subtract(b, a), share)


def dot(a: Vector, b: Vector) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The vector product: at right angles to both, right-handed."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def length(v: Vector) -> float:
    """The length of v."""
    return sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])


def distance(a: Vector, b: Vector) -> float:
    """How far a and b lie apart."""
    return length(subtract(a, b))


def unit(v: Vector) -> Vector:
    """V at length 1; the zero vector stays."""
    size = length(v)
    return scale(v, 1.0 / size) if size > _TINY else v


def across(v: Vector, normal: Vector) -> Vector:
    """The part of v at right angles to the unit vector `normal`."""
    return along(v, normal, -dot(v, normal))


def rotate(frame: Axes, v: Vector) -> Vector:
    """V, given in `frame`, in the frame's parent."""
    x, y, z = frame
    return (
        x[0] * v[0] + y[0] * v[1] + z[0] * v[2],
        x[1] * v[0] + y[1] * v[1] + z[1] * v[2],
        x[2] * v[0] + y[2] * v[1] + z[2] * v[2],
    )


def unrotate(frame: Axes, v: Vector) -> Vector:
    """V, given in the frame's parent, in `frame`."""
    return dot(frame[0], v), dot(frame[1], v), dot(frame[2], v)


def compose(outer: Axes, inner: Axes) -> Axes:
    """The rotation `inner`, given in the frame `outer`, in the parent of `outer`."""
    return rotate(outer, inner[0]), rotate(outer, inner[1]), rotate(outer, inner[2])


def relative(outer: Axes, inner: Axes) -> Axes:
    """The rotation which, done in `outer`, gives `inner`; both in the same parent."""
    return unrotate(outer, inner[0]), unrotate(outer, inner[1]), unrotate(outer, inner[2])


def about_x(angle: float) -> Axes:
    """A turn by `angle` radians, y toward z."""
    c, s = cos(angle), sin(angle)
    return (1.0, 0.0, 0.0), (0.0, c, s), (0.0, -s, c)


def about_y(angle: float) -> Axes:
    """A turn by `angle` radians, z toward x."""
    c, s = cos(angle), sin(angle)
    return (c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c)


def about_z(angle: float) -> Axes:
    """A turn by `angle` radians, x toward y."""
    c, s = cos(angle), sin(angle)
    return (c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0)


def about(axis: Vector, angle: float) -> Axes:
    """A right-handed turn by `angle` radians about the unit vector `axis`."""
    x, y, z = axis
    c, s = cos(angle), sin(angle)
    t = 1.0 - c
    return (
        (t * x * x + c, t * x * y + s * z, t * x * z - s * y),
        (t * x * y - s * z, t * y * y + c, t * y * z + s * x),
        (t * x * z + s * y, t * y * z - s * x, t * z * z + c),
    )


def swing(start: Vector, end: Vector, share: float = 1.0) -> Axes:
    """`share` of the shortest turn that takes the direction `start` to `end`."""
    axis = cross(start, end)
    if length(axis) < _TINY:
        return IDENTITY
    return about(unit(axis), share * angle_between(start, end))


def angle_between(a: Vector, b: Vector) -> float:
    """The angle between two unit vectors in radians, 0 .. pi."""
    return acos(max(-1.0, min(1.0, dot(a, b))))


def turned_between(a: Axes, b: Axes, share: float) -> Axes:
    """The orientation `share` of the way from a to b along the shortest turn."""
    if share <= 0.0:
        return a
    if share >= 1.0:
        return b
    x, y, z = relative(a, b)
    angle = acos(max(-1.0, min(1.0, 0.5 * (x[0] + y[1] + z[2] - 1.0))))
    axis = (y[2] - z[1], z[0] - x[2], x[1] - y[0])
    if length(axis) < _TINY:
        return a
    return compose(a, about(unit(axis), share * angle))


def frame_of_bone(direction: Vector, forward: Vector) -> Axes:
    """The frame whose -z runs along the unit vector `direction` and whose x is as near `forward` as can be."""
    z = scale(direction, -1.0)
    y = unit(cross(z, forward))
    return cross(y, z), y, z


def closest_points(p: tuple[Vector, Vector], q: tuple[Vector, Vector]) -> tuple[float, float, float]:
    """Of two line segments: where each comes closest to the other (0 .. 1 along it), and the distance."""
    along_p, along_q = subtract(p[1], p[0]), subtract(q[1], q[0])
    gap = subtract(p[0], q[0])
    pp, qq, pq = dot(along_p, along_p), dot(along_q, along_q), dot(along_p, along_q)
    pg, qg = dot(along_p, gap), dot(along_q, gap)
    spread = pp * qq - pq * pq
    if spread > _PARALLEL * pp * qq:
        starts: tuple[float, ...] = (_clamped((pq * qg - pg * qq) / spread),)
    else:  # nearly parallel: an end of one of them decides
        starts = (0.0, 1.0, *(_clamped((pq * t - pg) / pp) for t in (0.0, 1.0) if pp > 0.0))
    found = []
    for start in starts:
        t = _clamped((pq * start + qg) / qq) if qq > 0.0 else 0.0
        s = _clamped((pq * t - pg) / pp) if pp > 0.0 else 0.0
        found.append((distance(between(p[0], p[1], s), between(q[0], q[1], t)), s, t))
    least, s, t = min(found)
    return s, t, least


def _clamped(share: float) -> float:
    return max(0.0, min(1.0, share))
