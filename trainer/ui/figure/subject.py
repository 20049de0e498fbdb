"""Subject: what the figure shows, an exercise's move at its tempo and the muscles that work. Without numpy."""

from msgspec import Struct

from trainer.core.exercise import Exercise, Sides, Tempo, Variant
from trainer.motion.cycle import Cycle
from trainer.motion.move import Move


class Subject(Struct, frozen=True):
    """A move at its tempo, and the muscles that work, as the exercise names them."""

    cycle: Cycle
    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    left_only: bool = False  # a side at a time: only the left works, as the move is made
    levels: tuple[tuple[str, float], ...] = ()  # of a body map: muscles and how much each has worked, 0 .. 1


def subject_of(move: Move, exercise: Exercise, variant: Variant | None = None) -> Subject:
    """The move of an exercise, or of one of its variants, at the tempo it asks for."""
    tempo = variant.tempo if variant is not None and variant.tempo is not None else exercise.tempo
    sides = variant.sides if variant is not None and variant.sides is not None else exercise.sides
    return Subject(Cycle(move, tempo_parts(tempo)), exercise.primary, exercise.secondary, sides is Sides.EACH)


def tempo_parts(tempo: Tempo) -> dict[str, float]:
    """The seconds of each part, by the names the steps of a move use."""
    return {
        "concentric": tempo.concentric,
        "hold": tempo.hold,
        "eccentric": tempo.eccentric,
        "pause": tempo.pause,
        "cycle": tempo.cycle,
    }
