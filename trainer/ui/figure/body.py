"""The figure's mesh: body, hair, hands, and the props it holds or lies on."""

from functools import lru_cache
from itertools import pairwise

import numpy as np

from trainer.motion.channels import all_channels
from trainer.motion.move import Move
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.prop import Prop, PropKind
from trainer.motion.skeleton import SIDES
from trainer.motion.solver import solve
from trainer.ui.figure.anatomy import (
    FEATURES,
    FINGERS,
    FIST,
    HAIR_THICKNESS,
    HAIRLINE,
    HANDLE,
    KNUCKLE,
    SKULL,
    THUMB,
    THUMB_CLOSED,
    TOP_KNOT,
    TUBES,
    Material,
)
from trainer.ui.figure.mesh import HELD, WORLD, Mesh, MeshBuilder, Point, ellipsoid, hose

_REST = Posture("rest", RootSupport.FEET, all_channels())


def body_mesh(move: Move) -> Mesh:
    """The mesh for a move: hands closed around what they hold, with its props."""
    held = move.posture.held_radius if move.prop(PropKind.MEDICINE_BALL) else 0.0
    return _mesh(move.props, held)


def bare_body() -> Mesh:
    """The mesh of every move without props."""
    return _mesh((), 0.0)


@lru_cache(maxsize=6)
def _mesh(props: tuple[Prop, ...], held_radius: float) -> Mesh:
    kinds = {prop.kind: prop for prop in props}
    builder = MeshBuilder()
    for tube in TUBES:
        builder.add_tube(tube)
    _add_head(builder)
    for side in SIDES:
        _add_fingers(builder, f"hand.{side}", closed=PropKind.DUMBBELLS in kinds)
    if PropKind.DUMBBELLS in kinds:
        for side in SIDES:
            _add_dumbbell(builder, f"hand.{side}")
    if PropKind.MEDICINE_BALL in kinds:
        _add_ball(builder, HELD, (0.0, 0.0, 0.0), held_radius, (Material.MEDICINE, Material.MEDICINE_LINE))
    ball = kinds.get(PropKind.PHYSIO_BALL)
    if ball is not None:
        centre = (ball.x, ball.y, ball.radius)
        _add_ball(builder, WORLD, centre, ball.radius, (Material.BALL, Material.BALL_LINE), rows=30, columns=40)
    return builder.build(solve(_REST.neutral, _REST))


def _add_head(builder: MeshBuilder) -> None:
    skull = _skull_rings()
    builder.add_rigid("head", skull, Material.SKIN)
    normal, point = HAIRLINE
    hair = []
    for ring in skull:
        grown = []
        for x, y, z in ring:
            inside = sum(n * (c - p) for n, c, p in zip(normal, (x, y, z), point, strict=True))
            # Below the hairline the hair's surface dives under the skin: where they cross is the hairline.
            share = max(0.0, min(1.0, (inside + 0.012) / 0.03))
            out = -0.006 + (HAIR_THICKNESS + 0.006) * share * share * (3.0 - 2.0 * share)
            middle = np.array((-0.005, 0.0, 0.055))
            away = np.array((x, y, z)) - middle
            place = middle + away * (1.0 + out / float(np.linalg.norm(away)))
            grown.append((float(place[0]), float(place[1]), float(place[2])))
        hair.append(grown)
    builder.add_rigid("head", hair, Material.HAIR)
    centre, radius = TOP_KNOT
    builder.add_rigid("head", ellipsoid(centre, (radius, radius, radius * 0.92), 12, 18), Material.HAIR)
    for place_of, radii, material, paired in FEATURES:
        for sign in (1.0, -1.0) if paired else (1.0,):
            builder.add_rigid("head", ellipsoid((place_of[0], sign * place_of[1], place_of[2]), radii), material)


def _skull_rings(rows: int = 26, columns: int = 32) -> list[list[Point]]:
    table = np.array(SKULL)
    stations = np.linspace(0.0, len(SKULL) - 1.0, rows)
    smooth = np.stack([_curve(stations, table[:, i]) for i in range(5)], 1)
    rings = []
    for height, x, front, back, side in smooth:
        ring = []
        for turn in np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False):
            c, s = float(np.cos(turn)), float(np.sin(turn))
            ring.append((float(x + (front if c > 0 else back) * c), float(side * s), float(height)))
        rings.append(ring)
    return rings


def _curve(
    places: "np.ndarray[tuple[int], np.dtype[np.float64]]", values: "np.ndarray[tuple[int], np.dtype[np.float64]]"
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """A Catmull-Rom curve through values at 0, 1, 2 ..."""
    i = np.minimum(places.astype(int), len(values) - 2)
    t = places - i
    before, after = np.maximum(i - 1, 0), np.minimum(i + 2, len(values) - 1)
    return np.asarray(
        (-0.5 * t + t * t - 0.5 * t**3) * values[before]
        + (1.0 - 2.5 * t * t + 1.5 * t**3) * values[i]
        + (0.5 * t + 2.0 * t * t - 1.5 * t**3) * values[i + 1]
        + (-0.5 * t * t + 0.5 * t**3) * values[after]
    )


def _add_fingers(builder: MeshBuilder, frame: str, closed: bool) -> None:
    for x, size, radius in FINGERS:
        if closed:
            path = [(x, y, z) for y, z in FIST]
        else:
            y, z = KNUCKLE
            # The fingers fan out a little and curl a little.
            path = [
                (x * (1.0 + 0.25 * s), y - 0.010 * s * s, z + 0.012 - (size + 0.012) * s) for s in (0.0, 0.35, 0.7, 1.0)
            ]
        builder.add_rigid(frame, hose(path, lambda s, r=radius: r * (1.0 - 0.22 * s)), Material.SKIN)  # type: ignore[misc]
    path = list(THUMB_CLOSED if closed else THUMB)
    builder.add_rigid(frame, hose(path, lambda s: 0.0165 - 0.0060 * s), Material.SKIN)


def _add_dumbbell(builder: MeshBuilder, frame: str) -> None:
    x, y, z = HANDLE
    builder.add_rigid(frame, _turned([(-0.06, 0.0135), (0.06, 0.0135)], (x, y, z), 12), Material.RUBBER)
    head = [
        (0.052, 0.0005),
        (0.0525, 0.038),
        (0.058, 0.045),
        (0.082, 0.047),
        (0.106, 0.045),
        (0.1115, 0.038),
        (0.112, 0.0005),
    ]
    for sign in (1.0, -1.0):
        builder.add_rigid(frame, _turned([(sign * a, r) for a, r in head], (x, y, z), 20), Material.METAL)


def _turned(profile: list[tuple[float, float]], centre: Point, columns: int) -> list[list[Point]]:
    """Rings of a body turned about the frame's x: (place along x, radius)."""
    turns = np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)
    return [
        [(centre[0] + a, centre[1] + r * float(np.cos(t)), centre[2] + r * float(np.sin(t))) for t in turns]
        for a, r in profile
    ]


def _add_ball(
    builder: MeshBuilder,
    frame: str,
    centre: Point,
    radius: float,
    materials: tuple[Material, Material],
    rows: int = 22,
    columns: int = 32,
) -> None:
    """A ball with lines across y: bands of rings, the thin ones in the material of the lines."""
    lines = (-0.55, -0.2, 0.2, 0.55) if radius > 0.2 else (0.0,)
    width = 0.012 if radius > 0.2 else 0.035
    cuts = sorted([-1.0, 1.0, *(a + s * width for a in lines for s in (1.0, -1.0))])
    turns = np.linspace(0.0, 2.0 * np.pi, columns, endpoint=False)
    for low, high in pairwise(cuts):
        line = any(abs(0.5 * (low + high) - a) < 1e-6 for a in lines)
        start, end = np.arcsin(max(low, -0.999999)), np.arcsin(min(high, 0.999999))
        count = max(2, round(rows * float(end - start) / np.pi) + 1)
        rings: list[list[Point]] = []
        for height in np.linspace(start, end, count):
            c, s = radius * float(np.cos(height)), radius * float(np.sin(height))
            rings.append(
                [(centre[0] + c * float(np.cos(t)), centre[1] + s, centre[2] + c * float(np.sin(t))) for t in turns]
            )
        builder.add_rigid(frame, rings, materials[1] if line else materials[0])
