"""The body's surface as one triangle mesh: built once, posed by a few matrix products."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import cos, dist, radians, sin
from typing import Final

import numpy as np
from msgspec import Struct, structs
from numpy.typing import NDArray

from trainer.motion.geometry import IDENTITY, ORIGIN
from trainer.motion.pose import Held, Pose
from trainer.motion.skeleton import FRAMES, SIDES, SIGN
from trainer.ui.figure.anatomy import Material, Station, Tube
from trainer.ui.figure.supple import Supple

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]
Point = tuple[float, float, float]

HELD: Final = "held"  # the frame of what both hands hold
WORLD: Final = "world"  # the frame of what stands on the floor
_FRAME: Final = {name: index for index, name in enumerate((*FRAMES, HELD, WORLD))}
_RINGS_PER_METRE: Final = 42.0
_NOTHING_HELD: Final = Held(ORIGIN, IDENTITY)
_JOINT_RINGS: Final = 6  # across a joint: a bent knee is round
_CAP_ANGLES: Final = (24.0, 48.0, 70.0, 89.7)  # degrees of the rings that close an end
_RING_AXES: Final = {0: (2, 1, 0), 1: (0, 2, 1), 2: (0, 1, 2)}  # front, side, normal, by the axis of a tube


class _Grid(Struct, frozen=True):
    """Vertices in rows and columns, closed around the columns."""

    tube: bool
    start: int  # among the tube vertices, or among the rigid ones
    rows: int
    columns: int
    materials: list[Material]  # of each strip between two rows


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

    def posed(self, pose: Pose) -> Floats:
        """World places of all vertices, (v, 3) metres."""
        held = pose.held or _NOTHING_HELD
        axes = np.array([*(pose.axes[name] for name in FRAMES), held.axes, IDENTITY], np.float32)
        axes = axes.transpose(0, 2, 1)  # columns: the axes
        origins = np.array([*(pose.origins[name] for name in FRAMES), held.centre, ORIGIN], np.float32)
        of_station = axes[self.station_frame]
        centres = np.einsum("kij,kj->ki", of_station, self.station_centre) + origins[self.station_frame]
        blended = np.tensordot(self.ring_axes, of_station, 1)
        every = np.arange(len(blended))
        front, side, normal = (_unit(blended[every, :, self.axis[:, i]]) for i in range(3))
        ring_centres = self.ring_centre @ centres + normal * self.bulge[:, None]
        tubes = ring_centres[self.ring] + front[self.ring] * self.profile[:, :1] + side[self.ring] * self.profile[:, 1:]
        rigid = np.einsum("mij,mj->mi", axes[self.rigid_frame], self.rigid) + origins[self.rigid_frame]
        posed: Floats = np.concatenate([tubes, rigid, *(part.placed(pose) for part in self.supple)]).astype(np.float32)
        return posed

    def made_of(self, materials: Sequence[Material]) -> NDArray[np.bool_]:
        """Of each vertex whether it is of one of the materials."""
        of_them = np.isin(self.material, [int(material) for material in materials])
        found = np.zeros(len(self.area), bool)
        found[self.triangles[of_them].ravel()] = True
        return found

    def normals(self, places: Floats) -> Floats:
        """Outward unit normals of the posed vertices, (v, 3)."""
        following = self.neighbours
        around = places[following[:, 0]] - places[following[:, 1]]
        along = places[following[:, 2]] - places[following[:, 3]]
        return _unit(np.cross(around, along))


class MeshBuilder:
    """Collects tubes and rigid grids into a Mesh."""

    def __init__(self) -> None:
        self._stations: list[Station] = []
        self._centre_rows: list[dict[int, float]] = []
        self._axes_rows: list[dict[int, float]] = []
        self._axis: list[tuple[int, int, int]] = []
        self._bulge: list[float] = []
        self._ring: list[int] = []
        self._profile: list[tuple[float, float]] = []
        self._rigid_frame: list[int] = []
        self._rigid: list[Point] = []
        self._grids: list[_Grid] = []
        self._patches: list[Patch] = []
        self._supple: list[Supple] = []

    def copy(self) -> "MeshBuilder":
        """Another builder with all that has been added so far."""
        other = MeshBuilder()
        for name, added in vars(self).items():
            setattr(other, name, list(added))
        return other

    def add_tube(self, tube: Tube) -> None:
        """Add a tube, on both sides if it is paired."""
        for side in SIDES if tube.paired else ("",):
            self._add_tube(tube, side)

    def add_rigid(self, frame: str, rings: Sequence[Sequence[Point]], material: Material) -> None:
        """Add a closed surface on one frame: rings of equally many points. On the right side it is mirrored."""
        mirrored = frame.endswith(".r")
        self._grids.append(_Grid(False, len(self._rigid), len(rings), len(rings[0]), [material] * (len(rings) - 1)))
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
            self._grids.append(_Grid(False, start, part.rows, part.columns, list(part.materials)))
            start += part.rows * part.columns
        draft = Mesh(
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
        surface = Surface.of(self._grids, len(self._ring), draft.posed(rest))
        return structs.replace(
            draft,
            triangles=surface.triangles,
            neighbours=surface.neighbours,
            material=surface.material,
            area=surface.area,
        )

    def _add_tube(self, tube: Tube, side: str) -> None:
        sign = -1.0 if side == "r" and tube.axis != 1 else 1.0
        first, start = len(self._stations), len(self._ring)
        stations = [_on_side(station, side) for station in tube.stations]
        self._stations += stations
        onward = 1.0 if stations[1].centre[tube.axis] > stations[0].centre[tube.axis] else -1.0
        places = _ring_places(tube)
        rings = [(places[0], cos(radians(a)), -tube.caps[0] * sin(radians(a))) for a in reversed(_CAP_ANGLES)]
        rings += [(place, 1.0, 0.0) for place in places]
        rings += [(places[-1], cos(radians(a)), tube.caps[1] * sin(radians(a))) for a in _CAP_ANGLES]
        outline = _outline(tube.segments, tube.squareness)
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
            self._ring += [len(self._bulge) - 1] * tube.segments
            self._profile += [((front if c >= 0 else back) * c, sign * width * s) for _, c, s in outline]
        self._grids.append(_Grid(True, start, len(rings), tube.segments, _bands(tube, [ring[0] for ring in rings])))
        self._patches.append(
            Patch(
                name=f"{tube.name}.{side}" if side else tube.name,
                start=start,
                end=len(self._ring),
                along=np.repeat(np.array([ring[0] for ring in rings], np.float32), tube.segments),
                around=np.tile(np.array([angle for angle, _, _ in outline], np.float32), len(rings)),
            )
        )


class Surface(Struct, frozen=True):
    """The triangles of a set of grids, right side out; see Mesh for the fields."""

    triangles: Integers
    neighbours: Integers
    material: NDArray[np.uint8]
    area: Floats

    @classmethod
    def of(cls, grids: Sequence[_Grid], tube_vertices: int, places: Floats) -> "Surface":
        """The surface of grids whose vertices lie at `places`; those of rigid grids follow the tubes'."""
        triangles, materials = [], []
        neighbours = np.zeros((len(places), 4), np.int32)
        for grid in grids:
            start = grid.start if grid.tube else grid.start + tube_vertices
            index = np.arange(start, start + grid.rows * grid.columns, dtype=np.int32).reshape(grid.rows, grid.columns)
            faces = _grid_faces(index)
            turn = 1
            if _volume(places, faces) < 0.0:
                faces, turn = faces[:, ::-1], -1
            triangles.append(np.ascontiguousarray(faces))
            materials.append(np.tile(np.repeat(np.array(grid.materials, np.uint8), grid.columns), 2))
            onward, backward = np.vstack([index[1:], index[-1:]]), np.vstack([index[:1], index[:-1]])
            around = (np.roll(index, -turn, 1), np.roll(index, turn, 1))
            neighbours[index.ravel()] = np.stack([*around, onward, backward], axis=2).reshape(-1, 4)
        every = np.concatenate(triangles)
        return cls(every, neighbours, np.concatenate(materials), _areas(places, every))


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
    centres = np.stack([np.interp(fine, places, points[:, i]) for i in range(3)], 1)
    tangents = np.gradient(centres, axis=0)
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    across = np.cross(tangents[0], (0.31, 0.87, 0.12))
    rings: list[list[Point]] = []

    def add(centre: NDArray[np.float64], tangent: NDArray[np.float64], size: float) -> None:
        nonlocal across
        across = across - tangent * (across @ tangent)
        across = across / np.linalg.norm(across)
        other = np.cross(tangent, across)
        ring = [
            centre + size * (np.cos(turn) * across + np.sin(turn) * other)
            for turn in np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)
        ]
        rings.append([(float(p[0]), float(p[1]), float(p[2])) for p in ring])

    for angle in (80.0, 45.0):
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        add(centres[0] - tangents[0] * radius(0.0) * s, tangents[0], radius(0.0) * c)
    for place, centre, tangent in zip(fine / places[-1], centres, tangents, strict=True):
        add(centre, tangent, radius(float(place)))
    for angle in (45.0, 80.0):
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        add(centres[-1] + tangents[-1] * radius(1.0) * s, tangents[-1], radius(1.0) * c)
    return rings


def _on_side(station: Station, side: str) -> Station:
    if not side:
        return station
    frame = station.frame if station.frame in _FRAME else f"{station.frame}.{side}"
    x, y, z = station.centre
    return Station(frame, (x, SIGN[side] * y, z), station.front, station.back, station.side)


def _ring_places(tube: Tube) -> list[float]:
    """Where the rings stand, in stations, about evenly spaced."""
    places: list[float] = []
    for i, (a, b) in enumerate(pairwise(tube.stations)):
        rings = max(2, round(dist(a.centre, b.centre) * _RINGS_PER_METRE)) if a.frame == b.frame else _JOINT_RINGS
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


def _grid_faces(index: Integers) -> Integers:
    a, b = index[:-1], index[1:]
    a2, b2 = np.roll(a, -1, 1), np.roll(b, -1, 1)
    return np.concatenate([np.stack([a, a2, b2], -1).reshape(-1, 3), np.stack([a, b2, b], -1).reshape(-1, 3)])


def _volume(places: Floats, faces: Integers) -> float:
    """Six times the signed volume: positive where the faces are counter-clockwise from outside."""
    a, b, c = (places[faces[:, i]] - places[faces[0, 0]] for i in range(3))
    return float(np.sum(a * np.cross(b, c)))


def _areas(places: Floats, faces: Integers) -> Floats:
    a, b, c = (places[faces[:, i]] for i in range(3))
    third = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 6.0
    area = np.zeros(len(places), np.float32)
    for i in range(3):
        np.add.at(area, faces[:, i], third)
    return area


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
