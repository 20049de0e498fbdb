"""Copies of a person's files, kept in the folder of backups before anything changes them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from trainer.storage.errors import explained


def copy_database(connection: sqlite3.Connection, original: Path, why: str, backups: Path) -> Path:
    """Copy the whole database behind `connection`; the copy takes its name only once it is whole.

    Raises:
        StorageError: the copy could not be written.
    """
    with explained(backups):
        backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy = backups / _free_name(original, why, backups)
        unfinished = copy.with_name(f"{copy.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as target:
            connection.backup(target)
        unfinished.rename(copy)
    return copy


def _free_name(original: Path, why: str, backups: Path) -> str:
    """A name not yet taken: "workouts-schema-1.sqlite3", then "workouts-schema-1-2.sqlite3"."""
    name = f"{original.stem}-{why}{original.suffix}"
    count = 1
    while (backups / name).exists():
        count += 1
        name = f"{original.stem}-{why}-{count}{original.suffix}"
    return name
