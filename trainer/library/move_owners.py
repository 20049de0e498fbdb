"""Whose move it is: the exercise, and the form of it, that a move is shown for."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.exercise import Exercise, Mode, Tempo, Variant


class Owner(Struct, frozen=True):
    """The exercise that names a move, and which form of it; none: the exercise as written."""

    exercise: Exercise
    variant: Variant | None = None

    @property
    def tempo(self) -> Tempo:
        own = self.variant.tempo if self.variant is not None else None
        return own or self.exercise.tempo

    @property
    def is_held(self) -> bool:
        """Whether it is a hold, in which nothing moves but the breath."""
        return self.exercise.mode is Mode.HOLD


def move_owners(exercises: Mapping[str, Exercise]) -> dict[str, Owner]:
    """By the id of the move; where several name it, the exercise that it is called after."""
    found = {exercise.move or exercise.id: Owner(exercise) for exercise in exercises.values()}
    for exercise in exercises.values():
        for variant in exercise.variants:
            if variant.move:
                found.setdefault(variant.move, Owner(exercise, variant))
    return found
