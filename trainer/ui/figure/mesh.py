"""The body's surface as one triangle mesh: built once, posed by a few matrix products."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import cos, dist, radians, sin
from typing import Final

import numpy as np
from msgspec import Struct, structs
from numpy.typing import NDArray

from trainer.motion.geometry import IDENTITY, ORIGIN, Vector, across, cross, unit
from trainer.motion.pose import Held, Pose
from trainer.motion.skeleton import FRAMES, SIDES, SIGN
from trainer.ui.figure.anatomy import Material, Station, Tube
from trainer.ui.figure.supple import Supple
from trainer.ui.figure.surface import Grid, Surface

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]
Point = tuple[float, float, float]

HELD: Final = "held"  # the frame of what both hands hold
WORLD: Final = "world"  # the frame of what stands on the floor
_FRAME: Final = {name: index for index, name in enumerate((*FRAMES, HELD, WORLD))}
_RINGS_PER_METRE: Final = 42.0
_NOTHING_HELD: Final = Held(ORIGIN, IDENTITY)
_SMOOTHINGS: Final = 4  # of normals along a tube, with the rings on either side
_RING_AXES: Final = {0: (2, 1, 0), 1: (0, 2, 1), 2: (0, 1, 2)}  # front, side, normal, by the axis of a tube


class Grain(Struct, frozen=True):
    """How finely a body is divided. The shape is the same."""

    joint_rings: int  # across a joint
    around: float  # times as many vertices around a tube as it asks for
    skull: tuple[int, int]  # rings, and vertices of each
    caps: tuple[float, ...]  # degrees of the rings that close an end of a tube


COARSE: Final = Grain(6, 1.0, (26, 32), (24.0, 48.0, 70.0, 89.7))
FINE: Final = Grain(
    10, 1.45, (48, 72), (14.0, 28.0, 42.0, 56.0, 70.0, 80.0, 89.7)
)  # by eye, at 2160 pixels: a bent knee is round, the hairline a curve


class Patch(Struct, frozen=True):
    """Where the vertices of one tube lie, and each vertex' place on it."""

    name: str  # with side: "arm.l"
    start: int
    end: int
    along: Floats  # (n,) in stations of the tube: 2.5 is half-way between the third and the fourth
    around: Floats  # (n,) degrees from the front toward the outside, 180 the back, negative inside


class Mesh(Struct, frozen=True):
    """A surface bound to the joint frames.

    Tube vertices are ring centre + radius vectors; rings blend the frames of their stations. Rigid vertices ride on
    one frame, HELD and WORLD among them. Supple parts say themselves where they are.
    """

    ring_centre: Floats  # (r, k) weights of the stations' centres
    ring_axes: Floats  # (r, k) weights of the stations' axes
    station_frame: Integers  # (k,)
    station_centre: Floats  # (k, 3)
    axis: Integers  # (r, 3) which axes of the blended frame are the ring's front, side and normal
    bulge: Floats  # (r,) metres a cap ring is moved along the ring's normal
    ring: Integers  # (t,) ring of each tube vertex
    profile: Floats  # (t, 2) metres toward the front and the side
    rigid_frame: Integers  # (m,)
    rigid: Floats  # (m, 3)
    triangles: Integers  # (n, 3), into tube vertices, then rigid ones, then those of supple parts
    neighbours: Integers  # (v, 4) next and previous around, next and previous along
    material: NDArray[np.uint8]  # (n,) of each triangle
    area: Floats  # (v,) square metres of skin each vertex stands for
    patches: tuple[Patch, ...]
    supple: tuple[Supple, ...] = ()

    def posed(self, pose: Pose, every: int = 1) -> Floats:
        """World places of the vertices, (v, 3) metres; of `every` so many only the first."""
        held = pose.held or _NOTHING_HELD
        axes = np.array([*(pose.axes[name] for name in FRAMES), held.axes, IDENTITY], np.float32)
        axes = axes.transpose(0, 2, 1)  # columns: the axes
        origins = np.array([*(pose.origins[name] for name in FRAMES), held.centre, ORIGIN], np.float32)
        of_station = axes[self.station_frame]
        centres = np.einsum("kij,kj->ki", of_station, self.station_centre) + origins[self.station_frame]
        blended = np.tensordot(self.ring_axes, of_station, 1)
        rings = np.arange(len(blended))
        front, side, normal = (_unit(blended[rings, :, self.axis[:, i]]) for i in range(3))
        ring_centres = self.ring_centre @ centres + normal * self.bulge[:, None]
        ring, profile = self.ring[::every], self.profile[::every]
        tubes = ring_centres[ring] + front[ring] * profile[:, :1] + side[ring] * profile[:, 1:]
        start = -len(self.ring) % every  # so that it is always the same vertices, whatever they belong to
        frame = self.rigid_frame[start::every]
        rigid = np.einsum("mij,mj->mi", axes[frame], self.rigid[start::every]) + origins[frame]
        parts = [tubes, rigid]
        if self.supple:
            start = -(len(self.ring) + len(self.rigid)) % every
            parts.append(np.concatenate([part.placed(pose) for part in self.supple])[start::every])
        posed: Floats = np.concatenate(parts).astype(np.float32)
        return posed

    def made_of(self, materials: Sequence[Material]) -> NDArray[np.bool_]:
        """Of each vertex whether it is of one of the materials."""
        of_them = np.isin(self.material, [int(material) for material in materials])
        found = np.zeros(len(self.area), bool)
        found[self.triangles[of_them].ravel()] = True
        return found

    def normals(self, places: Floats) -> Floats:
        """Outward unit normals of the posed vertices, (v, 3)."""
        by_axis, (left, right, onward, backward) = np.ascontiguousarray(places.T), self.neighbours.T
        around = by_axis.take(left, 1) - by_axis.take(right, 1)
        along = by_axis.take(onward, 1) - by_axis.take(backward, 1)
        normals = np.empty_like(by_axis)
        for i, (j, k) in enumerate(((1, 2), (2, 0), (0, 1))):
            normals[i] = around[j] * along[k] - around[k] * along[j]
        normals /= np.maximum(np.sqrt(np.square(normals).sum(0)), np.float32(1e-9))
        # Along a tube the stations would show as bands, since the curve through them bends by steps.
        tubes = len(self.ring)
        skin, before, after = normals[:, :tubes], backward[:tubes], onward[:tubes]
        for _ in range(_SMOOTHINGS):
            skin += np.float32(0.5) * (skin.take(before, 1) + skin.take(after, 1))
        skin /= np.maximum(np.sqrt(np.square(skin).sum(0)), np.float32(1e-9))
        return normals.T


class MeshBuilder:
    """Collects tubes and rigid grids into a Mesh, or what is held into a copy of the mesh of who holds it."""

    def __init__(self, holder: Mesh | None = None, grain: Grain = COARSE) -> None:
        """`holder`: a mesh without supple parts, to which rigid and supple ones are added. `grain`: of tubes."""
        self._holder = holder
        self._grain = grain
        self._stations: list[Station] = []
        self._centre_rows: list[dict[int, float]] = []
        self._axes_rows: list[dict[int, float]] = []
        self._axis: list[tuple[int, int, int]] = []
        self._bulge: list[float] = []
        self._ring: list[int] = []
        self._profile: list[tuple[float, float]] = []
        self._rigid_frame: list[int] = []
        self._rigid: list[Point] = []
        self._grids: list[Grid] = []
        self._patches: list[Patch] = []
        self._supple: list[Supple] = []

    def add_tube(self, tube: Tube) -> None:
        """Add a tube, on both sides if it is paired."""
        for side in SIDES if tube.paired else ("",):
            self._add_tube(tube, side)

    def add_rigid(self, frame: str, rings: Sequence[Sequence[Point]], material: Material) -> None:
        """Add a closed surface on one frame: rings of equally many points. On the right side it is mirrored."""
        mirrored = frame.endswith(".r")
        self._grids.append(Grid(False, len(self._rigid), len(rings), len(rings[0]), [material] * (len(rings) - 1)))
        for ring in rings:
            self._rigid += [(x, -y if mirrored else y, z) for x, y, z in ring]
        self._rigid_frame += [_FRAME[frame]] * (len(rings) * len(rings[0]))

    def add_supple(self, part: Supple) -> None:
        """Add a closed surface whose places depend on the pose."""
        self._supple.append(part)

    def build(self, rest: Pose) -> Mesh:
        """The mesh of everything added; in the pose `rest` its surfaces are measured and turned right side out."""
        start = len(self._rigid)
        for part in self._supple:
            self._grids.append(Grid(False, start, part.rows, part.columns, list(part.materials)))
            start += part.rows * part.columns
        draft = self._bound() if self._holder is None else self._added_to(self._holder)
        before = len(self._ring) if self._holder is None else len(self._holder.area)
        surface = Surface.of(self._grids, before, draft.posed(rest), len(draft.area))
        return structs.replace(
            draft,
            triangles=np.concatenate([draft.triangles, surface.triangles]),
            neighbours=np.concatenate([draft.neighbours, surface.neighbours]),
            material=np.concatenate([draft.material, surface.material]),
            area=np.concatenate([draft.area, surface.area]),
        )

    def _bound(self) -> Mesh:
        """What has been added, without a surface yet."""
        return Mesh(
            ring_centre=_matrix(self._centre_rows, len(self._stations)),
            ring_axes=_matrix(self._axes_rows, len(self._stations)),
            station_frame=np.array([_FRAME[s.frame] for s in self._stations], np.int32),
            station_centre=np.array([s.centre for s in self._stations], np.float32),
            axis=np.array(self._axis, np.int32),
            bulge=np.array(self._bulge, np.float32),
            ring=np.array(self._ring, np.int32),
            profile=np.array(self._profile, np.float32),
            rigid_frame=np.array(self._rigid_frame, np.int32),
            rigid=np.array(self._rigid, np.float32).reshape(-1, 3),
            triangles=np.zeros((0, 3), np.int32),
            neighbours=np.zeros((0, 4), np.int32),
            material=np.zeros(0, np.uint8),
            area=np.zeros(0, np.float32),
            patches=tuple(self._patches),
            supple=tuple(self._supple),
        )

    def _added_to(self, holder: Mesh) -> Mesh:
        """The holder with its own surface, and what has been added without one yet."""
        if self._ring or holder.supple:
            raise ValueError("tubes come first in a mesh, supple parts last")
        rigid = np.array(self._rigid, np.float32).reshape(-1, 3)
        return structs.replace(
            holder,
            rigid_frame=np.concatenate([holder.rigid_frame, np.array(self._rigid_frame, np.int32)]),
            rigid=np.concatenate([holder.rigid, rigid]),
            supple=tuple(self._supple),
        )

    def _add_tube(self, tube: Tube, side: str) -> None:
        sign = -1.0 if side == "r" and tube.axis != 1 else 1.0
        first, start = len(self._stations), len(self._ring)
        stations = [_on_side(station, side) for station in tube.stations]
        self._stations += stations
        onward = 1.0 if stations[1].centre[tube.axis] > stations[0].centre[tube.axis] else -1.0
        segments = 2 * round(0.5 * tube.segments * self._grain.around)
        places = _ring_places(tube, tube.joint_rings or self._grain.joint_rings)
        rings = [(places[0], cos(radians(a)), -tube.caps[0] * sin(radians(a))) for a in reversed(self._grain.caps)]
        rings += [(place, 1.0, 0.0) for place in places]
        rings += [(places[-1], cos(radians(a)), tube.caps[1] * sin(radians(a))) for a in self._grain.caps]
        outline = _outline(segments, tube.squareness)
        for place, shrink, bulge in rings:
            weights = _curve_weights(place, len(stations))
            front = sum(weight * stations[i].front for i, weight in weights.items()) * shrink
            back = sum(weight * stations[i].back for i, weight in weights.items()) * shrink
            width = sum(weight * stations[i].side for i, weight in weights.items()) * shrink
            self._centre_rows.append({first + i: weight for i, weight in weights.items()})
            blend = _blend_weights(place, len(stations))
            self._axes_rows.append({first + i: weight for i, weight in blend.items()})
            self._axis.append(_RING_AXES[tube.axis])
            self._bulge.append(onward * bulge * min(stations[round(place)].front, stations[round(place)].side))
            self._ring += [len(self._bulge) - 1] * segments
            self._profile += [((front if c >= 0 else back) * c, sign * width * s) for _, c, s in outline]
        self._grids.append(Grid(True, start, len(rings), segments, _bands(tube, [ring[0] for ring in rings])))
        self._patches.append(
            Patch(
                name=f"{tube.name}.{side}" if side else tube.name,
                start=start,
                end=len(self._ring),
                along=np.repeat(np.array([ring[0] for ring in rings], np.float32), segments),
                around=np.tile(np.array([angle for angle, _, _ in outline], np.float32), len(rings)),
            )
        )


def ellipsoid(centre: Point, radii: Point, rows: int = 10, columns: int = 14) -> list[list[Point]]:
    """Rings of an ellipsoid from its bottom to its top."""
    rings = []
    for row in range(rows):
        height = np.radians(-88.0 + 176.0 * row / (rows - 1))
        rings.append(
            [
                (
                    centre[0] + radii[0] * float(np.cos(height) * np.cos(turn)),
                    centre[1] + radii[1] * float(np.cos(height) * np.sin(turn)),
                    centre[2] + radii[2] * float(np.sin(height)),
                )
                for turn in np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)
            ]
        )
    return rings


def hose(path: Sequence[Point], radius: Callable[[float], float], columns: int = 8) -> list[list[Point]]:
    """Rings of a round tube along a path of points, closed at both ends; `radius` of the share of the path."""
    points = np.array(path, float)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    places = np.concatenate([[0.0], np.cumsum(steps)])
    fine = np.linspace(0.0, places[-1], max(6, 2 * len(path)))
    middles = np.stack([np.interp(fine, places, points[:, i]) for i in range(3)], 1)
    ways = np.gradient(middles, axis=0)
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    # Each end is closed by two rings, farther out and smaller.
    at, out, shrink = list(range(len(fine))), [0.0] * len(fine), [1.0] * len(fine)
    for angle in (45.0, 80.0):
        c, s = cos(radians(angle)), sin(radians(angle))
        at, out, shrink = [0, *at, len(fine) - 1], [-s, *out, s], [c, *shrink, c]
    size = np.array([radius(float(share)) for share in fine / places[-1]])[at]
    aside = np.array(_carried_along([(x, y, z) for x, y, z in ways.tolist()]))[at]
    other = np.cross(ways[at], aside)
    turns = np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)[:, None]
    around = np.cos(turns) * aside[:, None] + np.sin(turns) * other[:, None]
    rings = (middles[at] + ways[at] * (size * out)[:, None])[:, None] + around * (size * shrink)[:, None, None]
    return [[(x, y, z) for x, y, z in ring] for ring in rings.tolist()]


def _carried_along(ways: Sequence[Vector]) -> list[Vector]:
    """For each way along a path a direction at right angles to it, turned no more than it has to be."""
    aside = cross(ways[0], (0.31, 0.87, 0.12))
    carried = []
    for way in ways:
        aside = unit(across(aside, way))
        carried.append(aside)
    return carried


def _on_side(station: Station, side: str) -> Station:
    if not side:
        return station
    frame = station.frame if station.frame in _FRAME else f"{station.frame}.{side}"
    x, y, z = station.centre
    return Station(frame, (x, SIGN[side] * y, z), station.front, station.back, station.side)


def _ring_places(tube: Tube, across_joint: int) -> list[float]:
    """Where the rings stand, in stations, about evenly spaced."""
    places: list[float] = []
    for i, (a, b) in enumerate(pairwise(tube.stations)):
        rings = max(2, round(dist(a.centre, b.centre) * _RINGS_PER_METRE)) if a.frame == b.frame else across_joint
        places += [i + k / rings for k in range(rings)]
    return [*places, float(len(tube.stations) - 1)]


def _curve_weights(place: float, count: int) -> dict[int, float]:
    """Catmull-Rom weights of the stations at a place."""
    i = min(int(place), count - 2)
    t = place - i
    weights: dict[int, float] = {}
    for station, weight in zip(
        (max(i - 1, 0), i, i + 1, min(i + 2, count - 1)),
        (
            -0.5 * t + t * t - 0.5 * t**3,
            1.0 - 2.5 * t * t + 1.5 * t**3,
            0.5 * t + 2.0 * t * t - 1.5 * t**3,
            -0.5 * t * t + 0.5 * t**3,
        ),
        strict=True,
    ):
        weights[station] = weights.get(station, 0.0) + weight
    return weights


def _blend_weights(place: float, count: int) -> dict[int, float]:
    i = min(int(place), count - 2)
    t = place - i
    late = t * t * (3.0 - 2.0 * t)
    return {i: 1.0 - late, i + 1: late}


def _outline(segments: int, squareness: float) -> list[tuple[float, float, float]]:
    """Angle (degrees) and the two coordinates of the points around a ring."""
    points = []
    for k in range(segments):
        angle = 360.0 * k / segments
        c, s = cos(radians(angle)), sin(radians(angle))
        size = (abs(c) ** squareness + abs(s) ** squareness) ** (-1.0 / squareness)
        points.append((angle if angle <= 180.0 else angle - 360.0, c * size, s * size))
    return points


def _bands(tube: Tube, places: Sequence[float]) -> list[Material]:
    """The material of each strip between two rings."""
    last = float(len(tube.stations) - 1)
    shares = [0.5 * (a + b) / last for a, b in pairwise(places)]
    return [next((material for end, material in tube.bands if share < end), tube.bands[-1][1]) for share in shares]


def _matrix(rows: list[dict[int, float]], columns: int) -> Floats:
    matrix = np.zeros((len(rows), columns), np.float32)
    for row, weights in enumerate(rows):
        for column, weight in weights.items():
            matrix[row, column] = weight
    return matrix


def _unit(vectors: Floats) -> Floats:
    size = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))
    unit: Floats = vectors / np.maximum(size, 1e-9)[..., None]
    return unit
