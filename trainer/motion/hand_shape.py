"""What a hand's fingers do: as a move says, else as it follows from what the hand is at."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from trainer.motion.posture import HandPlace, Posture
from trainer.motion.prop import Prop, PropKind
from trainer.motion.skeleton import SIDES


class HandShape(StrEnum):
    """How the fingers are held."""

    FLAT = "flat"  # straight and together, the palm on something even
    OPEN = "open"  # nearly straight, a little spread
    RELAXED = "relaxed"  # gently curled, as of a hand that hangs
    CUPPED = "cupped"  # round something too large to be gripped
    GRIP = "grip"  # closed around a handle
    FIST = "fist"  # closed around nothing, the thumb across


_BOTH_HANDS: Final = frozenset({PropKind.DUMBBELLS, PropKind.CANS, PropKind.ROPE, PropKind.TOWEL})
_USUAL: Final = {
    HandPlace.FLOOR: HandShape.FLAT,
    HandPlace.WALL: HandShape.FLAT,
    HandPlace.HELD: HandShape.CUPPED,
    HandPlace.GOBLET: HandShape.CUPPED,
    HandPlace.OTHER_ARM: HandShape.CUPPED,
    HandPlace.LEFT_THIGH: HandShape.CUPPED,
    HandPlace.RIGHT_THIGH: HandShape.CUPPED,
    HandPlace.KNEES: HandShape.CUPPED,
    HandPlace.FREE: HandShape.RELAXED,
    HandPlace.FOREARM: HandShape.OPEN,
}


def gripped_by(prop: Prop) -> str:
    """The sides whose hands are closed around a prop: "", "l", "r" or "lr"."""
    if prop.kind in _BOTH_HANDS:
        return "lr"
    if prop.kind is PropKind.BAND:
        return prop.side or "lr"
    return prop.side if prop.kind is PropKind.DUMBBELL else ""


def closed_hands(props: Sequence[Prop]) -> str:
    """The sides whose hands are closed around something: "", "l", "r" or "lr"."""
    gripping = "".join(gripped_by(prop) for prop in props)
    return "".join(side for side in SIDES if side in gripping)


def usual_shape(posture: Posture, props: Sequence[Prop], side: str) -> HandShape:
    """The shape of a hand that nothing is said of."""
    if side in closed_hands(props):
        return HandShape.GRIP
    if any(prop.kind is PropKind.DUMBBELL and not prop.side for prop in props):
        return HandShape.CUPPED
    return _USUAL.get(posture.hand(side), HandShape.OPEN)
