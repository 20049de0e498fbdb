"""Exercise files and the list of equipment."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from trainer.core.exercise import Equipment, Exercise, Need
from trainer.language import tr
from trainer.library.decoding import decode
from trainer.library.flaw import Flaw
from trainer.library.media_checks import link_flaws, media_flaws
from trainer.library.problem import LibraryError
from trainer.library.toml_file import read_toml
from trainer.library.toml_places import FieldPath
from trainer.library.wording import described, nearest, quoted


class EquipmentList(Struct, frozen=True, forbid_unknown_fields=True):
    """The file resources/equipment.toml."""

    format: int
    equipment: tuple[Equipment, ...]


def read_equipment(path: Path) -> dict[str, Equipment]:
    """Every piece of equipment by its id. Raises LibraryError."""
    file = read_toml(path)
    found: dict[str, Equipment] = {}
    for index, item in enumerate(decode(file, EquipmentList).equipment):
        if item.id in found:
            said = tr("{id} stands here twice").format(id=quoted(item.id))
            raise LibraryError(file.problem(("equipment", index, "id"), said, tr("each id must be its own")))
        found[item.id] = item
    return found


def read_exercise(path: Path, equipment: Mapping[str, Equipment]) -> Exercise:
    """The exercise in the file at `path`, which needs only what `equipment` lists. Raises LibraryError."""
    file = read_toml(path)
    exercise = decode(file, Exercise)
    flaw = next(_flaws(exercise, path.stem, equipment), None)
    if flaw is not None:
        raise LibraryError(file.problem(flaw.path, flaw.what, flaw.wanted, fix=flaw.fix))
    return exercise


def _flaws(exercise: Exercise, file_stem: str, equipment: Mapping[str, Equipment]) -> Iterator[Flaw]:
    if exercise.id != file_stem:
        rule = tr('this must be as the file is called, "{stem}"').format(stem=file_stem)
        yield Flaw(("id",), described(exercise.id), rule, f'"{file_stem}"')
    if exercise.tempo.seconds <= 0:
        yield Flaw(("tempo",), tr("no length"), tr("a repetition, cycle or hold must take time"))
    yield from link_flaws(("link",), exercise.link)
    yield from media_flaws(("media",), exercise.media)
    yield from _need_flaws((), exercise.needs, equipment)
    seen: set[str] = set()
    for index, variant in enumerate(exercise.variants):
        if variant.id in seen or not variant.id:
            said = tr("{id} stands here twice").format(id=quoted(variant.id))
            yield Flaw(("variant", index, "id"), said, tr("each id must be its own"))
        seen.add(variant.id)
        yield from _need_flaws(("variant", index), variant.needs or (), equipment)


def _need_flaws(at: FieldPath, needs: tuple[Need, ...], equipment: Mapping[str, Equipment]) -> Iterator[Flaw]:
    for n, need in enumerate(needs):
        wanted_items: list[tuple[FieldPath, str]] = [((*at, "need", n, "item"), need.item)]
        wanted_items += [
            ((*at, "need", n, "substitutes", s, "item"), substitute.item)
            for s, substitute in enumerate(need.substitutes)
            if substitute.item
        ]
        for path, item in wanted_items:
            if item not in equipment:
                likely = nearest(item, equipment)
                said = tr("equipment.toml has no {id}").format(id=quoted(item))
                rule = tr("this must be the id of equipment there")
                yield Flaw(path, said, rule, f'"{likely}"' if likely else None)
