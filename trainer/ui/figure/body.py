"""The figure's mesh: body, hair, hands, and the props it holds or lies on."""

from functools import lru_cache
from math import exp
from typing import Final

import numpy as np

from trainer.core.preferences import FigureChoice
from trainer.motion.channels import all_channels
from trainer.motion.move import Move
from trainer.motion.pose import Pose
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.prop import Prop, PropKind
from trainer.motion.skeleton import SIDES
from trainer.motion.solver import solve
from trainer.ui.figure.anatomy import (
    FEATURES,
    SKULL,
    Material,
)
from trainer.ui.figure.builds import BUILDS, Build
from trainer.ui.figure.hands import Hand, add_hand, hands_of
from trainer.ui.figure.mesh import COARSE, Grain, Mesh, MeshBuilder, Point, ellipsoid
from trainer.ui.figure.props import add_props, carries

_HAIR_ROOT: Final = 0.006  # metres that hair reaches under the skin
_HAIR_SLOPE: Final = 0.5  # metres out for each metre across the hairline

_REST = Posture("rest", RootSupport.FEET, all_channels())


def body_mesh(move: Move, figure: FigureChoice = FigureChoice.TOP_KNOT, grain: Grain = COARSE) -> Mesh:
    """The mesh for a move: hands in their shapes, with its props."""
    held = move.posture.held_radius if move.prop(PropKind.MEDICINE_BALL) else 0.0
    return _mesh(figure, grain, hands_of(move), move.props, held, carries(move.posture))


def bare_body(figure: FigureChoice = FigureChoice.TOP_KNOT) -> Mesh:
    """The mesh of every move without props."""
    return _mesh(figure, COARSE, (Hand(), Hand()), (), 0.0, False)


@lru_cache(maxsize=8)
def _mesh(
    figure: FigureChoice,
    grain: Grain,
    hands: tuple[Hand, Hand],
    props: tuple[Prop, ...],
    held_radius: float,
    carrying: bool,
) -> Mesh:
    builder = MeshBuilder(_with_hands(figure, grain, hands))
    add_props(builder, props, held_radius, carrying)
    return builder.build(_rest())


@lru_cache(maxsize=8)
def _with_hands(figure: FigureChoice, grain: Grain, hands: tuple[Hand, Hand]) -> Mesh:
    builder = MeshBuilder(_handless(figure, grain))
    for side, hand in zip(SIDES, hands, strict=True):
        add_hand(builder, f"hand.{side}", hand)
    return builder.build(_rest())


@lru_cache(maxsize=4)  # two figures, either grain
def _handless(figure: FigureChoice, grain: Grain) -> Mesh:
    """What takes most of the time and is the same whatever the hands do and hold."""
    builder, build = MeshBuilder(grain=grain), BUILDS[figure]
    for tube in build.tubes:
        builder.add_tube(tube)
    _add_head(builder, build, grain)
    return builder.build(_rest())


@lru_cache(maxsize=1)
def _rest() -> Pose:
    """In which surfaces are measured."""
    return solve(_REST.neutral, _REST)


def _add_head(builder: MeshBuilder, build: Build, grain: Grain) -> None:
    skull = _skull_rings(*grain.skull)
    builder.add_rigid("head", skull, Material.SKIN)
    normal, point = build.hairline
    hair = []
    for ring in skull:
        grown = []
        for x, y, z in ring:
            inside = sum(n * (c - p) for n, c, p in zip(normal, (x, y, z), point, strict=True))
            # Below the hairline the hair's surface dives under the skin: where they cross is the hairline. It crosses
            # at an even slope, since whatever else would make it a zigzag of the mesh.
            deep = build.hair_thickness if inside > 0.0 else -_HAIR_ROOT
            out = deep * (1.0 - exp(-_HAIR_SLOPE * inside / deep))
            middle = np.array((-0.005, 0.0, 0.055))
            away = np.array((x, y, z)) - middle
            place = middle + away * (1.0 + out / float(np.linalg.norm(away)))
            grown.append((float(place[0]), float(place[1]), float(place[2])))
        hair.append(grown)
    builder.add_rigid("head", hair, Material.HAIR)
    if build.top_knot is not None:
        centre, radius = build.top_knot
        builder.add_rigid("head", ellipsoid(centre, (radius, radius, radius * 0.92), 12, 18), Material.HAIR)
    for place_of, radii, material, paired in FEATURES:
        for sign in (1.0, -1.0) if paired else (1.0,):
            builder.add_rigid("head", ellipsoid((place_of[0], sign * place_of[1], place_of[2]), radii), material)


def _skull_rings(rows: int, columns: int) -> list[list[Point]]:
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
