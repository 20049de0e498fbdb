"""What an exercise is filtered by, for this person and their kit."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.balance import MuscleGroup
from trainer.core.exercise import Equipment, Exercise, Posture
from trainer.core.fitting import Fitting
from trainer.library.muscle_words import everyday_words, group_name, groups_helping, groups_worked
from trainer.library.routine_facts import is_free, is_owned
from trainer.library.search import Searchable, searchable


class ExerciseFacts(Struct, frozen=True):
    """What a filter asks about."""

    muscles: frozenset[MuscleGroup]  # with a prime mover
    items: frozenset[str]  # equipment it wants, or that serves in its place
    difficulty: int
    posture: Posture
    free: bool  # as written, nothing has to be owned
    owned: bool  # as written, all it wants is owned, or what every home has
    possible: bool  # some form can be done, stand-ins included


def exercise_facts(exercise: Exercise, equipment: Mapping[str, Equipment], fitting: Fitting) -> ExerciseFacts:
    """`fitting` is the pre-flight of a routine that has this exercise and no other in it."""
    free = is_free(exercise, "", equipment)
    fitted = fitting.exercises.get(exercise.id)
    done = fitted is not None and bool(fitted.forms)
    return ExerciseFacts(
        muscles=frozenset(groups_worked(exercise)),
        items=frozenset(_items(exercise)),
        difficulty=exercise.difficulty,
        posture=exercise.posture,
        free=free,
        owned=done and (is_owned(fitting) if fitting.told else free),
        possible=done,
    )


def exercise_words(exercise: Exercise, equipment: Mapping[str, Equipment]) -> Searchable:
    """What an exercise is found by: its name and synonyms; what it works, by all names, and what it is done with."""
    groups = (*groups_worked(exercise), *groups_helping(exercise))
    things = (equipment[item] for item in _items(exercise) if item in equipment)
    return Searchable(
        searchable(exercise.name, *exercise.synonyms),
        searchable(
            exercise.works,
            *exercise.primary,
            *exercise.secondary,
            *(f"{group_name(group)} {everyday_words(group)}" for group in groups),
            *(f"{thing.name} {thing.plural}" for thing in things),
        ),
    )


def leading_words(exercise: Exercise, equipment: Mapping[str, Equipment]) -> str:
    """What finds a routine that has the exercise in it: as `exercise_words`, without the muscles that only help."""
    things = (equipment[need.item] for need in exercise.needs if need.item in equipment and not need.optional)
    return searchable(
        exercise.name,
        *exercise.synonyms,
        *exercise.primary,
        *(f"{group_name(group)} {everyday_words(group)}" for group in groups_worked(exercise)),
        *(f"{thing.name} {thing.plural}" for thing in things),
    )


def _items(exercise: Exercise) -> tuple[str, ...]:
    """What it wants and what serves instead, each once."""
    found: dict[str, None] = {}
    for need in exercise.needs:
        for item in (need.item, *(other.item for other in need.substitutes)):
            if item:
                found[item] = None
    return tuple(found)
