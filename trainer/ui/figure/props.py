"""The props of a move as parts of its mesh: in the hands, between hands and feet, and standing in their places."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from trainer.motion.hand_shape import gripped_by
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.prop import Prop, PropKind
from trainer.motion.prop_solids import CAN, CAN_GRASP
from trainer.ui.figure.anatomy import HANDLE, Material
from trainer.ui.figure.furniture import add_chair, add_cushion, add_door_frame, add_step
from trainer.ui.figure.mesh import HELD, MeshBuilder, Point
from trainer.ui.figure.roll_ball import RollBall
from trainer.ui.figure.shapes import Rings, turned
from trainer.ui.figure.spans import Band, Rope, Towel

_DUMBBELLS: Final = (PropKind.DUMBBELLS, PropKind.DUMBBELL)
_STRUNG: Final[dict[PropKind, type[Band] | type[Rope] | type[Towel]]] = {
    PropKind.BAND: Band,
    PropKind.ROPE: Rope,
    PropKind.TOWEL: Towel,
}
_STANDING: Final = {
    PropKind.CHAIR: add_chair,
    PropKind.STEP: add_step,
    PropKind.DOOR_FRAME: add_door_frame,
    PropKind.CUSHION: add_cushion,
}
_CARRIED: Final = frozenset({RootSupport.BALL, RootSupport.BACK_ON_BALL, RootSupport.SEAT})
_GRIP: Final = (0.06, 0.0135)  # metres: half the handle of a dumbbell, its radius
_BELL: Final = (
    (0.052, 0.0005),
    (0.0525, 0.038),
    (0.058, 0.045),
    (0.082, 0.047),
    (0.106, 0.045),
    (0.1115, 0.038),
    (0.112, 0.0005),
)  # along the handle, and radii
_BELL_MIDDLE: Final = 0.082
_ROPE_GRIP: Final = ((-0.062, 0.0005), (-0.060, 0.012), (0.0, 0.013), (0.085, 0.012), (0.104, 0.008), (0.106, 0.0005))


def carries(posture: Posture) -> bool:
    """Whether a ball on this posture bears the body's weight."""
    return posture.root in _CARRIED


def add_props(builder: MeshBuilder, props: Sequence[Prop], held_radius: float, carrying: bool) -> None:
    """Add every prop that is part of the mesh. `held_radius`: of a held ball (metres). `carrying`: see `carries`."""
    for prop in props:
        if prop.kind in _STRUNG:
            builder.add_supple(_STRUNG[prop.kind](prop))
        elif prop.kind in _STANDING:
            _STANDING[prop.kind](builder, prop)
        elif prop.kind is PropKind.PHYSIO_BALL:
            builder.add_supple(RollBall.of(prop, carrying))
        elif prop.kind is PropKind.MEDICINE_BALL:
            _add_medicine_ball(builder, held_radius)
        elif prop.kind is PropKind.DUMBBELL and not prop.side:
            _add_upright_dumbbell(builder)
        for side in gripped_by(prop):
            if prop.kind is PropKind.ROPE:
                builder.add_rigid(f"hand.{side}", turned(_ROPE_GRIP, HANDLE, 12), Material.RUBBER)
            elif prop.kind in _DUMBBELLS:
                _add_dumbbell(builder, side)
            elif prop.kind is PropKind.CANS:
                _add_can(builder, side)


def _add_dumbbell(builder: MeshBuilder, side: str) -> None:
    half, radius = _GRIP
    frame = f"hand.{side}"
    builder.add_rigid(frame, turned([(-half, radius), (half, radius)], HANDLE, 12), Material.RUBBER)
    for sign in (1.0, -1.0):
        builder.add_rigid(frame, turned([(sign * a, r) for a, r in _BELL], HANDLE, 20), Material.METAL)


def _add_can(builder: MeshBuilder, side: str) -> None:
    """A can of soup: a label between two rims."""
    radius, half = CAN
    label, edge = half - 0.010, half - 0.002
    rim = ((label, radius), (label + 0.001, radius + 0.001), (edge, radius + 0.001), (half, radius - 0.002))
    end = [*rim, (half, 0.0005)]
    frame = f"hand.{side}"
    builder.add_rigid(frame, turned([(-label, radius), (label, radius)], CAN_GRASP, 20), Material.MEDICINE)
    builder.add_rigid(frame, turned(end, CAN_GRASP, 20), Material.METAL)
    builder.add_rigid(frame, turned([(-place, size) for place, size in reversed(end)], CAN_GRASP, 20), Material.METAL)


def _add_upright_dumbbell(builder: MeshBuilder) -> None:
    """Both hands are around its upper bell, whose middle is what they hold."""
    half, radius = _GRIP
    centre = (0.0, 0.0, -_BELL_MIDDLE)
    builder.add_rigid(HELD, turned([(-half, radius), (half, radius)], centre, 12, axis=2), Material.RUBBER)
    for sign in (1.0, -1.0):
        builder.add_rigid(HELD, turned([(sign * a, r) for a, r in _BELL], centre, 24, axis=2), Material.METAL)


def _add_medicine_ball(builder: MeshBuilder, radius: float) -> None:
    """A ball with one line across y: bands of rings, the thin one in the material of the line."""
    width = 0.035
    turns = np.linspace(0.0, 2.0 * np.pi, 32, endpoint=False)
    for low, high in pairwise((-1.0, -width, width, 1.0)):
        start, end = np.arcsin(max(low, -0.999999)), np.arcsin(min(high, 0.999999))
        rings: Rings = []
        for height in np.linspace(start, end, max(2, round(22 * float(end - start) / np.pi) + 1)):
            c, s = radius * float(np.cos(height)), radius * float(np.sin(height))
            ring: list[Point] = [(c * float(np.cos(t)), s, c * float(np.sin(t))) for t in turns]
            rings.append(ring)
        builder.add_rigid(HELD, rings, Material.MEDICINE_LINE if high == width else Material.MEDICINE)
