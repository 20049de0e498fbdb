"""Props: the things a move is done with, and where they stand. A sentence each: "chair x -35 turn 180"."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from trainer.motion.geometry import Vector


class PropKind(StrEnum):
    """What the figure holds, lies on or leans on."""

    DUMBBELLS = "dumbbells"  # one in each hand
    CANS = "cans"  # one in each hand
    DUMBBELL = "dumbbell"  # one: in the hand of a side, else upright between both hands
    MEDICINE_BALL = "medicine-ball"  # held by both hands
    BAND = "band"  # taut between both hands, or from the feet to the hands
    ROPE = "rope"  # swung from both hands, once round in a cycle
    TOWEL = "towel"  # from both hands round the sole of a foot, else between the hands
    PHYSIO_BALL = "physio-ball"
    MAT = "mat"
    WALL = "wall"
    CHAIR = "chair"
    STEP = "step"
    DOOR_FRAME = "door-frame"
    CUSHION = "cushion"  # a firm one, to sit or lie on; its place is the middle of its underside


class Prop(Struct, frozen=True):
    """A prop in its place: metres in the world (x forward of the figure's start, y to its left), degrees of turn.

    At turn 0 a wall and a door frame face +x, toward a figure with its back to them, and a chair's sitter looks
    along +x. `height` is that of what is stepped or sat on, a cushion's its thickness, `radius` a ball's and half a
    cushion's width.
    """

    kind: PropKind
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    turn: float = 0.0
    height: float = 0.0
    radius: float = 0.0
    placed: bool = False  # a place was given
    side: str = ""  # "l", "r": of the hand or foot it belongs to
    feet: bool = False  # it runs from the feet

    @property
    def place(self) -> Vector:
        """Where it stands, metres."""
        return self.x, self.y, self.z


# Metres, of a dining chair, a bottom stair, a sofa's cushion and a 55 cm physio ball sat on by nobody (our choice).
_HEIGHTS: Final = {
    PropKind.CHAIR: 0.45,
    PropKind.STEP: 0.20,
    PropKind.DOOR_FRAME: 2.05,
    PropKind.WALL: 1.05,
    PropKind.CUSHION: 0.15,
}
_RADII: Final = {PropKind.PHYSIO_BALL: 0.30, PropKind.CUSHION: 0.20}
_PLACES: Final = ("x", "y", "z", "turn", "height", "radius")
_SIDES: Final = {"left": "l", "right": "r"}
WORDS: Final = (*_PLACES, *_SIDES, "feet")


class PropError(ValueError):
    """A prop that can't be read: the word at fault, the words that would do (none: a number is missing)."""

    def __init__(self, word: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(word)
        self.word = word
        self.choices = choices


def read_prop(sentence: str) -> Prop:
    """The prop of a sentence: its kind, then `x`, `y`, `z`, `height`, `radius` (centimetres), `turn` (degrees), a side.

    Raises PropError.
    """
    words = sentence.split()
    kinds = tuple(kind.value for kind in PropKind)
    if not words or words[0] not in kinds:
        raise PropError(words[0] if words else sentence, kinds)
    kind = PropKind(words[0])
    numbers: dict[str, float] = {}
    side, feet, index = "", False, 1
    while index < len(words):
        word = words[index]
        if word in _SIDES:
            side = _SIDES[word]
        elif word == "feet":
            feet = True
        elif word in _PLACES:
            index += 1
            numbers[word] = _number(words[index] if index < len(words) else "", word)
        else:
            raise PropError(word, WORDS)
        index += 1
    return Prop(
        kind,
        x=numbers.get("x", 0.0) / 100.0,
        y=numbers.get("y", 0.0) / 100.0,
        z=numbers.get("z", 0.0) / 100.0,
        turn=numbers.get("turn", 0.0),
        height=numbers.get("height", 100.0 * _HEIGHTS.get(kind, 0.0)) / 100.0,
        radius=numbers.get("radius", 100.0 * _RADII.get(kind, 0.0)) / 100.0,
        placed="x" in numbers or "y" in numbers,
        side=side,
        feet=feet,
    )


def _number(word: str, after: str) -> float:
    try:
        value = float(word)
    except ValueError:
        raise PropError(after) from None
    if not abs(value) <= 400.0:
        raise PropError(word)
    return value
