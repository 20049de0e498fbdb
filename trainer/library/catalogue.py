"""The catalogue: every exercise, piece of equipment and routine there is, shipped and the person's own.

Loaded at each launch, so nothing heavy is imported unless a file is new: tomllib, the checks and the wording of
problems are imported where a file has to be read.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from trainer.core.exercise import Equipment, Exercise
from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.catalogue_cache import (
    CachedRoutine,
    CatalogueCache,
    Stamp,
    read_cache,
    stamp_of,
    stamps_in,
    write_cache,
)
from trainer.library.problem import FileProblem, LibraryError, printable


class RoutineEntry(Struct, frozen=True):
    """A routine of the catalogue and where it comes from."""

    routine: Routine
    path: Path
    shipped: bool  # comes with the program; otherwise the person's own


class Catalogue(Struct, frozen=True):
    """What can be trained. Routines: the shipped ones first, each kind by file name."""

    exercises: Mapping[str, Exercise]
    equipment: Mapping[str, Equipment]
    routines: tuple[RoutineEntry, ...]
    problems: tuple[FileProblem, ...] = ()  # of the files left out; the rest is fine

    def routine(self, routine_id: str) -> RoutineEntry | None:
        """The routine of that id."""
        return next((entry for entry in self.routines if entry.routine.id == routine_id), None)


def load_catalogue(
    resources: Path, own_routines: Path, cache_folder: Path, own_exercises: Path | None = None
) -> Catalogue:
    """Everything under `resources` and in the person's folders. Never raises for a file: see `problems`.

    `cache_folder` keeps what was read for the next time, if it can be written.
    """
    problems: list[FileProblem] = []
    base = (
        stamp_of(resources / "equipment.toml"),
        *_stamps(resources / "exercises", problems),
        *(_stamps(own_exercises, problems) if own_exercises is not None else ()),
    )
    shipped = _stamps(resources / "routines", problems)
    own = _stamps(own_routines, problems)
    kept = read_cache(cache_folder, base)
    equipment, exercises = (kept.equipment, kept.exercises) if kept else _read_base(base, problems)
    base_is_whole = not problems
    read = _read_routines((*shipped, *own), kept.routines if kept else {}, exercises, problems)
    if base_is_whole and (kept is None or kept.routines != read):
        write_cache(cache_folder, CatalogueCache(base, equipment, exercises, read))
    entries = _entries(read, {stamp.path for stamp in shipped}, problems)
    return Catalogue(exercises, equipment, entries, tuple(problems))


def open_routine(reference: str, catalogue: Catalogue) -> RoutineEntry:
    """The routine of that id, else the one in the file of that name. Raises LibraryError."""
    known = catalogue.routine(reference)
    if known is not None:
        return known
    path = Path(reference)
    if path.suffix == ".toml" or len(path.parts) > 1 or path.is_file():
        from trainer.library.routine_file import read_routine

        return RoutineEntry(read_routine(path, catalogue.exercises), path, shipped=False)
    from trainer.library.wording import nearest

    likely = nearest(reference, [entry.routine.id for entry in catalogue.routines])
    meant = tr('"{id}" is likely meant').format(id=likely) if likely else tr("`trainer routine list` names them")
    raise LibraryError(FileProblem(reference, tr("no routine or file is called this"), meant, found=False))


def _stamps(folder: Path, problems: list[FileProblem]) -> tuple[Stamp, ...]:
    try:
        return stamps_in(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problems.append(FileProblem(str(folder), tr("this folder can't be read: {reason}").format(reason=reason)))
        return ()


def _read_base(
    base: tuple[Stamp, ...], problems: list[FileProblem]
) -> tuple[dict[str, Equipment], dict[str, Exercise]]:
    from trainer.library.exercise_file import read_equipment, read_exercise

    equipment_file, *exercise_files = (Path(stamp.path) for stamp in base)
    equipment: dict[str, Equipment] = {}
    exercises: dict[str, Exercise] = {}
    try:
        equipment = read_equipment(equipment_file)
    except LibraryError as error:
        problems.append(error.problem)
    for path in exercise_files:
        try:
            exercise = _at_home(read_exercise(path, equipment), path)
        except LibraryError as error:
            problems.append(error.problem)
        else:
            if exercise.id in exercises:  # shipped ones come first
                said = tr('the id "{id}" is that of an exercise of Trainer\'s').format(id=exercise.id)
                problems.append(FileProblem(str(path), said, tr("give this one, and its file, a name of its own")))
                continue
            exercises[exercise.id] = exercise
    if not exercise_files:
        folder = str(equipment_file.parent / "exercises")
        problems.append(FileProblem(folder, tr("there are no exercises here"), tr("install Trainer again")))
    return equipment, exercises


def _at_home(exercise: Exercise, path: Path) -> Exercise:
    """The exercise with the path of its picture or clip, which lies beside its file."""
    return replace(exercise, media=(path.parent / exercise.media).as_posix()) if exercise.media else exercise


def _read_routines(
    stamps: tuple[Stamp, ...],
    kept: Mapping[str, CachedRoutine],
    exercises: Mapping[str, Exercise],
    problems: list[FileProblem],
) -> dict[str, CachedRoutine]:
    read: dict[str, CachedRoutine] = {}
    for stamp in stamps:
        known = kept.get(stamp.path)
        if known is not None and known.stamp == stamp:
            read[stamp.path] = known
            continue
        from trainer.library.routine_file import read_routine

        try:
            read[stamp.path] = CachedRoutine(stamp, read_routine(Path(stamp.path), exercises))
        except LibraryError as error:
            problems.append(error.problem)
    return read


def _entries(
    read: Mapping[str, CachedRoutine], shipped: set[str], problems: list[FileProblem]
) -> tuple[RoutineEntry, ...]:
    entries: dict[str, RoutineEntry] = {}
    for path, cached in read.items():
        entry = RoutineEntry(cached.routine, Path(path), path in shipped)
        taken = entries.setdefault(cached.routine.id, entry)
        if taken is not entry:
            problems.append(id_taken(entry, taken))
    return tuple(entries.values())


def id_taken(entry: RoutineEntry, by: RoutineEntry) -> FileProblem:
    """The problem of a routine whose id another one has; names both files."""
    from trainer.library.toml_file import read_toml

    said = tr('the id "{id}" is taken by {file}').format(id=entry.routine.id, file=printable(by.path.name))
    if by.shipped:
        said = tr('the id "{id}" is taken by {file}, which comes with Trainer').format(
            id=entry.routine.id, file=printable(by.path.name)
        )
    wanted = tr("give this one an id of its own")
    try:
        return read_toml(entry.path).problem(("id",), said, wanted, fix=f'"{entry.routine.id}-2"')
    except LibraryError:  # changed since it was read
        return FileProblem(str(entry.path), said, wanted)
