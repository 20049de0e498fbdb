"""Routine files: read with everything checked, found by id or path."""

from collections.abc import Mapping
from pathlib import Path

from trainer.core.exercise import Exercise
from trainer.core.routine import Routine
from trainer.library.decoding import decode
from trainer.library.problem import LibraryError
from trainer.library.routine_checks import flaws
from trainer.library.toml_file import TomlFile, read_toml


def read_routine(path: Path, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine in the file at `path`, whose steps name `exercises`.

    Raises LibraryError for the first thing wrong: no such file, too big, not TOML, a wrong type, an unknown key or
    exercise, a number out of bounds.
    """
    return checked_routine(read_toml(path), exercises)


def checked_routine(file: TomlFile, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine in a file already parsed. Raises LibraryError."""
    routine = decode(file, Routine)
    flaw = next(flaws(routine, exercises), None)
    if flaw is not None:
        raise LibraryError(file.problem(flaw.path, flaw.what, flaw.wanted, fix=flaw.fix, at_key=flaw.at_key))
    return routine
