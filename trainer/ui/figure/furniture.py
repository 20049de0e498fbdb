"""What stands or lies in its place: chair, step, door frame, cushion."""

from typing import Final

from trainer.motion.prop import Prop
from trainer.motion.prop_solids import (
    BACK,
    BACK_IN,
    DOOR_HALF,
    DOOR_POST,
    LEG_IN,
    LEG_RADII,
    LINTEL,
    RAIL,
    RAILS,
    RAKE,
    SEAT,
    SPLAY,
    STEP,
)
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import WORLD, MeshBuilder, Point
from trainer.ui.figure.shapes import box, pillow, rod, stood

_POST: Final = (0.014, 0.012)  # radii of a post of the backrest, at the seat and at its top
_SUNK: Final = 0.006  # of that post in the seat
_RUBBER: Final = 0.022  # the thickness of a step's top
_LEVELS: Final = 48  # rings of a door's post: it fades away upward


def add_chair(builder: MeshBuilder, prop: Prop) -> None:
    """Seat, four legs, and a backrest of two posts and two rails."""
    depth, width, thick = SEAT
    top = prop.height
    _put(builder, prop, box((-depth, -width, top - thick), (depth, width, top), 0.012), Material.SEAT)
    for x in (depth - LEG_IN, LEG_IN - depth):
        for y in (width - LEG_IN, LEG_IN - width):
            foot = (x + (SPLAY if x > 0.0 else -SPLAY), y + (SPLAY if y > 0.0 else -SPLAY), 0.0)
            _put(builder, prop, rod(foot, (x, y, top - thick + 0.004), LEG_RADII), Material.WOOD)
    for y in (width - LEG_IN, LEG_IN - width):
        start, end = (BACK_IN - depth, y, top - _SUNK), (BACK_IN - depth - RAKE, y, top + BACK)
        _put(builder, prop, rod(start, end, _POST), Material.WOOD)
    for low, high in RAILS:
        back = BACK_IN - depth - RAKE * 0.5 * (low + high) / BACK
        corner = (back - RAIL, LEG_IN - width - 0.010, top + low)
        _put(builder, prop, box(corner, (back + RAIL, -corner[1], top + high), 0.008), Material.WOOD)


def add_step(builder: MeshBuilder, prop: Prop) -> None:
    """A box with a rubber top; its place is the middle of that."""
    (depth, width), rubber = STEP, _RUBBER
    top = prop.height
    _put(builder, prop, box((-depth, -width, 0.0), (depth, width, top - rubber), 0.010), Material.STEP)
    _put(builder, prop, box((-depth, -width, top - rubber), (depth, width, top), 0.008), Material.STEP_TOP)


def add_door_frame(builder: MeshBuilder, prop: Prop) -> None:
    """Two posts and a lintel, the opening between them across the way it faces."""
    depth, width = DOOR_POST
    for low, high in ((DOOR_HALF, DOOR_HALF + width), (-DOOR_HALF - width, -DOOR_HALF)):
        post = box((-depth, low, 0.0), (depth, high, prop.height), 0.008, _LEVELS)
        _put(builder, prop, post, Material.DOOR)
    end = DOOR_HALF + width + 0.02
    lintel = box((-depth - 0.01, -end, prop.height), (depth + 0.01, end, prop.height + LINTEL), 0.008)
    _put(builder, prop, lintel, Material.DOOR)


def add_cushion(builder: MeshBuilder, prop: Prop) -> None:
    """A square one, plump; whoever rests on it sinks in."""
    half = prop.radius
    _put(builder, prop, pillow((-half, -half, 0.0), (half, half, prop.height)), Material.CUSHION)


def _put(builder: MeshBuilder, prop: Prop, rings: list[list[Point]], material: Material) -> None:
    builder.add_rigid(WORLD, stood(rings, (prop.x, prop.y, prop.z), prop.turn), material)
