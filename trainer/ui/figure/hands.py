"""Hands: five fingers in the shape that a move gives them, round whatever they hold."""

from collections.abc import Callable
from math import cos, degrees, radians, sin
from typing import Final

from msgspec import Struct

from trainer.motion.hand_shape import HandShape
from trainer.motion.move import Move
from trainer.motion.posture import HandPlace
from trainer.motion.prop import PropKind
from trainer.motion.prop_solids import CAN
from trainer.motion.skeleton import SIDES
from trainer.ui.figure.anatomy import FINGERS, KNUCKLE, THUMB, Material
from trainer.ui.figure.mesh import MeshBuilder, Point, hose

_HANDLE: Final = 0.0135  # radius of a dumbbell's handle, and about that of a rope's and a gathered towel
_BELL: Final = 0.047  # of a dumbbell's bell
# Of the body's parts that a hand lies round, as far as the fingers can tell.
_LIMBS: Final = {
    HandPlace.OTHER_ARM: 0.045,
    HandPlace.LEFT_THIGH: 0.070,
    HandPlace.RIGHT_THIGH: 0.070,
    HandPlace.KNEES: 0.070,
}
_SKIN: Final = 0.0095  # from the middle of a finger to its skin
_IN: Final = 0.012  # a finger begins so far inside the palm
_THINNER: Final = 0.22  # a fingertip than its knuckle, of the radius

# Of fingers that hold nothing: the angle from straight ahead toward the palm at the knuckle and at the tip (degrees),
# and how much they spread. Those of a flat hand come down to what the palm is on.
_STRAIGHT: Final = {
    HandShape.FLAT: ((15.0, 0.0), 0.10),
    HandShape.OPEN: ((2.0, 16.0), 0.25),
    HandShape.RELAXED: ((10.0, 56.0), 0.06),
}
_CUPPED: Final = ((14.0, 112.0), 0.16)  # at the knuckle, and at most; spread
_STEPS: Final = 5  # from knuckle to fingertip around something,
_FEW_STEPS: Final = 3  # and around nothing
_GRIP_TURN: Final = (8.0, 205.0)  # degrees around a handle, from the knuckle, at most
_GRIP_CENTRE: Final = -0.092  # z of what is gripped, in the hand
# y and z: the first part of the fingers is the front of a fist, the second lies along the palm, the tips go into it.
_FIST: Final = (
    (-0.001, -0.086),
    (-0.008, -0.104),
    (-0.030, -0.109),
    (-0.047, -0.097),
    (-0.048, -0.076),
    (-0.030, -0.071),
)
_THUMBS: Final[dict[HandShape, tuple[Point, ...]]] = {
    HandShape.FLAT: (
        (0.024, -0.006, -0.026),
        (0.046, -0.016, -0.050),
        (0.058, -0.022, -0.070),
        (0.064, -0.024, -0.088),
    ),
    HandShape.OPEN: THUMB,
    HandShape.RELAXED: (
        (0.024, -0.006, -0.026),
        (0.041, -0.018, -0.054),
        (0.044, -0.026, -0.078),
        (0.040, -0.034, -0.095),
    ),
    HandShape.CUPPED: (
        (0.024, -0.006, -0.026),
        (0.045, -0.018, -0.050),
        (0.056, -0.032, -0.070),
        (0.058, -0.046, -0.084),
    ),
    HandShape.GRIP: (
        (0.024, -0.006, -0.028),
        (0.040, -0.020, -0.056),
        (0.032, -0.040, -0.074),
        (0.014, -0.050, -0.082),
    ),
    HandShape.FIST: (
        (0.024, -0.006, -0.028),
        (0.041, -0.026, -0.056),
        (0.034, -0.050, -0.080),
        (0.008, -0.058, -0.090),
    ),
}


class Hand(Struct, frozen=True):
    """A hand's shape and the radius of what its fingers lie round (metres), where they lie round anything."""

    shape: HandShape = HandShape.OPEN
    girth: float = _HANDLE


def hands_of(move: Move) -> tuple[Hand, Hand]:
    """The left and the right hand of a move."""
    left, right = (Hand(move.hand_shape(side), _girth(move, side)) for side in SIDES)
    return left, right


def add_hand(builder: MeshBuilder, frame: str, hand: Hand) -> None:
    """Add the fingers and the thumb of a hand on its frame."""
    for x, size, radius in FINGERS:
        builder.add_rigid(frame, hose(_finger(hand, x, size), _tapered(radius)), Material.SKIN)
    builder.add_rigid(frame, hose(_thumb(hand), lambda share: 0.0165 - 0.0060 * share), Material.SKIN)


def _girth(move: Move, side: str) -> float:
    shape, place = move.hand_shape(side), move.posture.hand(side)
    if shape is HandShape.GRIP:
        return CAN[0] if move.prop(PropKind.CANS) else _HANDLE
    if shape is not HandShape.CUPPED:
        return _HANDLE
    if place is HandPlace.HELD and move.prop(PropKind.MEDICINE_BALL):
        return move.posture.held_radius
    return _LIMBS.get(place, _BELL)


def _tapered(radius: float) -> Callable[[float], float]:
    return lambda share: radius * (1.0 - _THINNER * share)


def _finger(hand: Hand, x: float, size: float) -> list[Point]:
    """The middle line of a finger whose knuckle is at `x`."""
    match hand.shape:
        case HandShape.FIST:
            return [(x, y, z) for y, z in _FIST]
        case HandShape.GRIP:
            return _around(hand.girth, x, size)
        case HandShape.CUPPED:
            (knuckle, most), spread = _CUPPED
            turn = degrees(size / (hand.girth + _SKIN))
            return _bent(x, size, (knuckle, min(knuckle + turn, most)), spread, _STEPS)
        case _:
            angles, spread = _STRAIGHT[hand.shape]
            return _bent(x, size, angles, spread, _FEW_STEPS)


def _bent(x: float, size: float, angles: tuple[float, float], spread: float, steps: int) -> list[Point]:
    """A finger bent evenly from the one angle to the other."""
    y, z = KNUCKLE
    path: list[Point] = [(x, y, z + _IN)]
    for step in range(steps):
        share = (step + 0.5) / steps
        angle = radians(angles[0] + (angles[1] - angles[0]) * share)
        y -= size / steps * sin(angle)
        z -= size / steps * cos(angle)
        path.append((x * (1.0 + spread * (step + 1) / steps), y, z))
    return path


def _around(girth: float, x: float, size: float) -> list[Point]:
    """A finger around a handle along the hand's x."""
    radius = girth + _SKIN
    first, most = _GRIP_TURN
    last = min(most, first + degrees((size + 2.0 * _IN) / radius))
    turns = [radians(first + (last - first) * step / _STEPS) for step in range(_STEPS + 1)]
    return [(x, KNUCKLE[0] - radius * (1.0 - cos(turn)), _GRIP_CENTRE - radius * sin(turn)) for turn in turns]


def _thumb(hand: Hand) -> list[Point]:
    """The middle line of the thumb; around something thick it stays farther out."""
    path = list(_THUMBS[hand.shape])
    if hand.shape is HandShape.GRIP:
        out = 1.6 * (hand.girth - _HANDLE)
        path[2:] = [(x, y - out, z + 0.5 * out) for x, y, z in path[2:]]
    return path
