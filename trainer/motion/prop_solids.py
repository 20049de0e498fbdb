"""The props as solids: how large they are, and how deep a ball lies in them. Metres, in the world."""

from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Final

from msgspec import Struct

from trainer.motion.geometry import (
    Axes,
    Vector,
    about_z,
    add,
    along,
    between,
    dot,
    length,
    rotate,
    subtract,
    unrotate,
)
from trainer.motion.pose import Pose
from trainer.motion.prop import Prop, PropKind
from trainer.motion.skeleton import SIDES, mirrored
from trainer.motion.strung import GRASP, ROPE_RADIUS, TOWEL_RADIUS, band_path, band_radius, path_of

# A slender dining chair: the middle of its seat is its place, its front toward +x.
SEAT: Final = (0.20, 0.20, 0.030)  # half its depth, half its width, its thickness
LEG_RADII: Final = (0.011, 0.017)  # at the floor and under the seat
LEG_IN: Final = 0.032  # from the edge of the seat to a leg's middle
SPLAY: Final = 0.018  # a leg's foot stands outside its top by so much
BACK: Final = 0.40  # from the seat to the top of the backrest
RAKE: Final = 0.055  # the backrest's top lies behind its foot by so much
BACK_IN: Final = 0.014  # from the back edge of the seat to the backrest's middle, at its foot
RAILS: Final = ((0.30, 0.40), (0.15, 0.19))  # of the backrest: from and to, above the seat
RAIL: Final = 0.009  # half its thickness

STEP: Final = (0.18, 0.36)  # half its depth and its width
CUSHION_FULL: Final = 0.75  # of a cushion's width: beyond, toward its seam, it is thin

DOOR_HALF: Final = 0.44  # half the opening of a door frame
DOOR_POST: Final = (0.05, 0.10)  # half the depth of a post, its width
LINTEL: Final = 0.08

BELL_MIDDLE: Final = 0.082  # from the middle of a dumbbell's handle to that of a bell
BELL: Final = 0.040  # radius of a ball inside a bell
CAN: Final = (0.033, 0.051)  # radius and half the height of a can of soup, by eye
CAN_GRASP: Final[Vector] = (0.0, -0.0455, -0.092)  # in the left hand: the middle of a can it holds, along its x


class Rod(Struct, frozen=True):
    """A capsule; a ball where both ends are one point."""

    start: Vector
    end: Vector
    radius: float

    def distance(self, point: Vector) -> float:
        """From the surface to a point, below zero inside."""
        way, off = subtract(self.end, self.start), subtract(point, self.start)
        size = dot(way, way)
        share = max(0.0, min(1.0, dot(off, way) / size)) if size > 0.0 else 0.0
        return length(subtract(point, between(self.start, self.end, share))) - self.radius


class Box(Struct, frozen=True):
    """A box: its middle, its axes, half its edges."""

    middle: Vector
    axes: Axes
    half: Vector

    def distance(self, point: Vector) -> float:
        """From the surface to a point, below zero inside."""
        at = unrotate(self.axes, subtract(point, self.middle))
        x, y, z = (abs(place) - half for place, half in zip(at, self.half, strict=True))
        return hypot(max(x, 0.0), max(y, 0.0), max(z, 0.0)) + min(max(x, y, z), 0.0)


class Face(Struct, frozen=True):
    """All that lies behind a plane."""

    point: Vector
    normal: Vector  # out of the face

    def distance(self, point: Vector) -> float:
        """From the face to a point, below zero behind it."""
        return dot(subtract(point, self.point), self.normal)


Solid = Rod | Box | Face


def solids_of(prop: Prop, pose: Pose, held_radius: float) -> list[Solid]:
    """The solids of a prop in a pose. `held_radius`: of a medicine ball.

    A mat and a wall without a place, which is put behind whatever reaches farthest back, have none.
    """
    match prop.kind:
        case PropKind.BAND | PropKind.ROPE | PropKind.TOWEL:
            return _strung(prop, pose)
        case PropKind.PHYSIO_BALL:
            centre = pose.ball.centre if pose.ball else (prop.x, prop.y, prop.z + prop.radius)
            return [Rod(centre, centre, prop.radius)]
        case PropKind.WALL | PropKind.CHAIR | PropKind.STEP | PropKind.DOOR_FRAME | PropKind.CUSHION:
            return _standing(prop)
        case PropKind.MAT:
            return []
        case _:
            return _held(prop, pose, held_radius)


def _held(prop: Prop, pose: Pose, radius: float) -> list[Solid]:
    if prop.kind is PropKind.CANS:
        return [_can(pose, side) for side in SIDES]
    if prop.kind is PropKind.DUMBBELLS or prop.side:
        sides = SIDES if prop.kind is PropKind.DUMBBELLS else (prop.side,)
        return [bell for side in sides for bell in _in_hand(pose, side)]
    if pose.held is None:
        return []
    if prop.kind is PropKind.MEDICINE_BALL:
        return [Rod(pose.held.centre, pose.held.centre, radius)]
    # Both hands are around the upper bell of an upright dumbbell.
    return _bells(along(pose.held.centre, pose.held.axes[2], -BELL_MIDDLE), pose.held.axes[2])


def _standing(prop: Prop) -> list[Solid]:
    if prop.kind is PropKind.WALL:
        normal = (cos(radians(prop.turn)), sin(radians(prop.turn)), 0.0)
        return [Face(prop.place, normal)] if prop.placed else []
    if prop.kind is PropKind.STEP:
        return [_box(prop, (-STEP[0], -STEP[1], 0.0), (STEP[0], STEP[1], prop.height))]
    if prop.kind is PropKind.CUSHION:
        half = CUSHION_FULL * prop.radius
        return [_box(prop, (-half, -half, 0.0), (half, half, prop.height))]
    return _chair(prop) if prop.kind is PropKind.CHAIR else _door_frame(prop)


def _in_hand(pose: Pose, side: str) -> list[Solid]:
    handle = pose.point(f"hand.{side}", mirrored(GRASP, side))
    return _bells(handle, pose.axes[f"hand.{side}"][0])


def _can(pose: Pose, side: str) -> Rod:
    middle, axis = pose.point(f"hand.{side}", mirrored(CAN_GRASP, side)), pose.axes[f"hand.{side}"][0]
    radius, half = CAN
    return Rod(along(middle, axis, radius - half), along(middle, axis, half - radius), radius)


def _bells(handle: Vector, axis: Vector) -> list[Solid]:
    centres = [along(handle, axis, sign * BELL_MIDDLE) for sign in (1.0, -1.0)]
    return [Rod(centre, centre, BELL) for centre in centres]


def _strung(prop: Prop, pose: Pose) -> list[Solid]:
    path = path_of(prop, pose)
    radius = ROPE_RADIUS
    if prop.kind is PropKind.BAND:
        radius = band_radius(prop.feet, prop.side, band_path(prop.feet, prop.side, pose))
    elif prop.kind is PropKind.TOWEL:
        radius = TOWEL_RADIUS
    return [Rod(start, end, radius) for start, end in pairwise(path)]


def _chair(prop: Prop) -> list[Solid]:
    depth, width, thick = SEAT
    top = prop.height
    parts: list[Solid] = [_box(prop, (-depth, -width, top - thick), (depth, width, top))]
    x, y = depth - LEG_IN, width - LEG_IN
    for ahead in (1.0, -1.0):
        for aside in (1.0, -1.0):
            foot = (ahead * (x + SPLAY), aside * (y + SPLAY), 0.0)
            head = (ahead * x, aside * y, top - thick)
            parts.append(Rod(_stood(prop, foot), _stood(prop, head), LEG_RADII[0]))
    back = BACK_IN - depth
    for low, high in RAILS:
        middle = back - RAKE * 0.5 * (low + high) / BACK
        parts.append(_box(prop, (middle - RAIL, -y, top + low), (middle + RAIL, y, top + high)))
    for aside in (y, -y):
        start, end = (back, aside, top), (back - RAKE, aside, top + BACK)
        parts.append(Rod(_stood(prop, start), _stood(prop, end), 0.013))
    return parts


def _door_frame(prop: Prop) -> list[Solid]:
    depth, width = DOOR_POST
    inner, outer, top = DOOR_HALF, DOOR_HALF + width, prop.height
    return [
        _box(prop, (-depth, inner, 0.0), (depth, outer, top)),
        _box(prop, (-depth, -outer, 0.0), (depth, -inner, top)),
        _box(prop, (-depth, -outer, top), (depth, outer, top + LINTEL)),
    ]


def _stood(prop: Prop, place: Vector) -> Vector:
    return add(prop.place, rotate(about_z(radians(prop.turn)), place))


def _box(prop: Prop, low: Vector, high: Vector) -> Box:
    half = (0.5 * (high[0] - low[0]), 0.5 * (high[1] - low[1]), 0.5 * (high[2] - low[2]))
    return Box(_stood(prop, between(low, high, 0.5)), about_z(radians(prop.turn)), half)
