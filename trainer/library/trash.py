"""The trash: routine files thrown away, kept until they are restored or deleted for good."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, structs

from trainer.atomic_file import write_new
from trainer.core.exercise import Exercise
from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.catalogue import Catalogue
from trainer.library.problem import FileProblem, LibraryError
from trainer.library.routine_checks import LONGEST_NAME
from trainer.library.routine_file import read_routine
from trainer.library.routine_writer import merged_text
from trainer.library.toml_file import read_toml


class Discarded(Struct, frozen=True):
    """A routine in the trash."""

    routine: Routine
    path: Path


def discard(path: Path, trash: Path) -> Path:
    """Move a routine's file into the trash. Returns where it lies now. Raises LibraryError."""
    try:
        kept = write_new(trash, path.stem, path.suffix, path.read_bytes())
        path.unlink()
    except OSError as error:
        raise _refused(path, error) from None
    return kept


def discarded(trash: Path, exercises: Mapping[str, Exercise]) -> tuple[Discarded, ...]:
    """What the trash holds, the latest first. A file that is no routine any more is left out: it stays where it is."""
    found: list[tuple[float, Discarded]] = []
    for path in trash.glob("*.toml"):
        try:
            found.append((path.stat().st_mtime, Discarded(read_routine(path, exercises), path)))
        except (LibraryError, OSError):
            continue
    return tuple(one for _, one in sorted(found, key=lambda item: (-item[0], item[1].path.name)))


def restore(path: Path, folder: Path, catalogue: Catalogue) -> Routine:
    """Move a file of the trash back into the folder of routines; under another id where its own is taken by now.

    Raises LibraryError.
    """
    text = read_toml(path).text
    routine = read_routine(path, catalogue.exercises)
    free = structs.replace(routine, id=free_id(routine.id, catalogue))
    try:
        content = path.read_bytes() if free == routine else merged_text(text, free).encode()
        write_new(folder, free.id, ".toml", content)
        path.unlink()
    except OSError as error:
        raise _refused(path, error) from None
    return free


def delete_for_good(path: Path) -> None:
    """Delete a file of the trash. Raises LibraryError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, error) from None


def free_id(wanted: str, catalogue: Catalogue) -> str:
    """`wanted`, or with a number where a routine of the catalogue has it."""
    wanted = wanted[: LONGEST_NAME - 4].rstrip("-_")
    number, routine_id = 2, wanted
    while catalogue.routine(routine_id) is not None:
        routine_id, number = f"{wanted}-{number}", number + 1
    return routine_id


def _refused(path: Path, error: OSError) -> LibraryError:
    reason = error.strerror or type(error).__name__
    return LibraryError(FileProblem(str(path), tr("the file can't be moved: {reason}").format(reason=reason)))
