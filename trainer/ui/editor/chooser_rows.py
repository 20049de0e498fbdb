"""What the exercise chooser finds and shows. Pure: values in, values out."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from trainer.core.exercise import Equipment, EquipmentKind, Exercise
from trainer.language import tr
from trainer.ui.editor.wording import capitalised


class ExerciseRow(Struct, frozen=True):
    """An exercise to choose."""

    id: str
    name: str
    detail: str  # what it works, what it takes
    found_by: str  # everything a search looks in, folded


def exercise_rows(exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]) -> tuple[ExerciseRow, ...]:
    """Every exercise by name."""
    rows = []
    for exercise in exercises.values():
        things = [equipment[need.item].plural for need in exercise.needs if _is_thing(equipment.get(need.item))]
        detail = " \N{MIDDLE DOT} ".join((capitalised(exercise.works), *things[:1]))
        words = (
            exercise.name,
            *exercise.synonyms,
            exercise.group,
            exercise.works,
            *exercise.primary,
            *exercise.secondary,
            *(things or [tr("no equipment")]),
        )
        rows.append(ExerciseRow(exercise.id, exercise.name, detail, " ".join(words).casefold()))
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def found(rows: Iterable[ExerciseRow], text: str) -> tuple[ExerciseRow, ...]:
    """Those in which every word of `text` occurs; names that begin so first."""
    words = text.casefold().split()
    matching = [row for row in rows if all(word in row.found_by for word in words)]
    if not words:
        return tuple(matching)
    return tuple(sorted(matching, key=lambda row: _rank(row.name.casefold(), words)))


def _rank(name: str, words: list[str]) -> int:
    if name.startswith(words[0]):
        return 0
    return 1 if all(word in name for word in words) else 2


def _is_thing(thing: Equipment | None) -> bool:
    return thing is not None and thing.kind is EquipmentKind.ITEM
