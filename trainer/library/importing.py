"""Taking in a routine file from elsewhere: checked, then copied into the person's folder, never over another."""

from pathlib import Path

from trainer.atomic_file import write_new
from trainer.language import tr
from trainer.library.catalogue import Catalogue, RoutineEntry, id_taken
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.routine_checks import id_flaws
from trainer.library.routine_file import checked_routine
from trainer.library.toml_file import TomlFile, parse_toml, read_toml
from trainer.library.toml_places import find_place


def import_routine(source: Path, folder: Path, catalogue: Catalogue, *, new_id: str | None = None) -> RoutineEntry:
    """Check the routine file `source` and copy it, comments and all, into `folder`. Returns what is there now.

    `new_id` takes the place of the file's own id. Raises LibraryError: not a routine file, wrong inside, an id that is
    taken, a folder that can't be written.
    """
    if source.suffix.casefold() != ".toml" and source.is_file():
        wanted = tr("only routine files (.toml) can be imported")
        raise LibraryError(FileProblem(str(source), tr("this is no routine file"), wanted))
    file = read_toml(source)
    if new_id is not None:
        for flaw in id_flaws(new_id):
            raise LibraryError(FileProblem(str(source), flaw.what, flaw.wanted, tr("the new id")))
        file = _with_id(file, new_id)
    routine = checked_routine(file, catalogue.exercises)
    taken = catalogue.routine(routine.id)
    if taken is not None:
        raise LibraryError(id_taken(RoutineEntry(routine, source, shipped=False), taken))
    try:
        target = write_new(folder, routine.id, ".toml", file.text.encode())
    except OSError as error:
        said = tr("the routine can't be kept here: {reason}").format(reason=error.strerror or type(error).__name__)
        raise LibraryError(FileProblem(str(folder), said)) from None
    return RoutineEntry(routine, target, shipped=False)


def _with_id(file: TomlFile, new_id: str) -> TomlFile:
    place = find_place(file.text, ("id",))
    if place is None:
        said = tr("the line with its id was not found")
        raise LibraryError(FileProblem(str(file.path), said, tr('write id = "{id}" into the file').format(id=new_id)))
    start, end = place.value
    return parse_toml(file.path, f'{file.text[:start]}"{new_id}"{file.text[end:]}')
