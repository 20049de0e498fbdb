"""What stands on the floor in its place: chair, step, door frame."""

from typing import Final

from trainer.motion.prop import Prop
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import WORLD, MeshBuilder, Point
from trainer.ui.figure.shapes import box, rod, stood

# Metres, of a slender dining chair: the seat's middle is its place, its front toward +x.
_SEAT: Final = (0.20, 0.20, 0.030)  # half its depth, half its width, its thickness
_LEG: Final = (0.011, 0.017)  # radii at the floor and under the seat
_LEG_IN: Final = 0.032  # from the edge of the seat to a leg
_SPLAY: Final = 0.018  # a leg's foot stands outside its top by so much
_BACK: Final = 0.40  # from the seat to the top of the backrest
_RAKE: Final = 0.055  # the backrest's top lies behind its foot by so much
_POST: Final = (0.014, 0.012)
_RAIL: Final = ((0.30, 0.40), (0.15, 0.19))  # of the backrest: from and to, above the seat

_STEP: Final = (0.18, 0.36, 0.022)  # half its depth, half its width, the thickness of its rubber top

DOOR_HALF: Final = 0.44  # half the opening of a door frame
DOOR_POST: Final = (0.05, 0.07)  # half the depth of the wall it stands in, the width of a post
_LINTEL: Final = 0.08
_LEVELS: Final = 48  # rings of a post: it fades away upward


def add_chair(builder: MeshBuilder, prop: Prop) -> None:
    """Seat, four legs, and a backrest of two posts and two rails."""
    depth, width, thick = _SEAT
    top = prop.height
    _put(builder, prop, box((-depth, -width, top - thick), (depth, width, top), 0.012), Material.SEAT)
    for x in (depth - _LEG_IN, _LEG_IN - depth):
        for y in (width - _LEG_IN, _LEG_IN - width):
            foot = (x + (_SPLAY if x > 0.0 else -_SPLAY), y + (_SPLAY if y > 0.0 else -_SPLAY), 0.0)
            _put(builder, prop, rod(foot, (x, y, top - thick + 0.004), _LEG), Material.WOOD)
    for y in (width - _LEG_IN, _LEG_IN - width):
        start, end = (0.014 - depth, y, top - 0.006), (0.014 - depth - _RAKE, y, top + _BACK)
        _put(builder, prop, rod(start, end, _POST), Material.WOOD)
    for low, high in _RAIL:
        back = 0.014 - depth - _RAKE * 0.5 * (low + high) / _BACK
        corner = (back - 0.009, _LEG_IN - width - 0.010, top + low)
        _put(builder, prop, box(corner, (back + 0.009, -corner[1], top + high), 0.008), Material.WOOD)


def add_step(builder: MeshBuilder, prop: Prop) -> None:
    """A box with a rubber top; its place is the middle of that."""
    depth, width, rubber = _STEP
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
    lintel = box((-depth - 0.01, -end, prop.height), (depth + 0.01, end, prop.height + _LINTEL), 0.008)
    _put(builder, prop, lintel, Material.DOOR)


def _put(builder: MeshBuilder, prop: Prop, rings: list[list[Point]], material: Material) -> None:
    builder.add_rigid(WORLD, stood(rings, (prop.x, prop.y, prop.z), prop.turn), material)
