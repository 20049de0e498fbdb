"""A copy of the log as it stands, made beside whoever writes it, and whether it is whole."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec import Struct

from trainer.language import tr
from trainer.storage.database import APPLICATION_ID, schema_of
from trainer.storage.errors import DamagedError, StorageError, explained

PAGES_AT_ONCE = 2000  # some 8 MB between two looks at whether to stop

_FACTS = "SELECT count(*), max(local_date) FROM workout WHERE deleted_utc IS NULL AND state <> 'open'"


class CancelledError(Exception):
    """The person, or the end of the program, stopped the work; nothing was changed."""


class LogFacts(Struct, frozen=True):
    """What a log holds, in three numbers."""

    schema: int
    workouts: int
    last_workout: date | None  # local date


def never() -> bool:
    """Not to be stopped."""
    return False


def take_snapshot(
    database: Path, copy: Path, *, thorough: bool = False, cancelled: Callable[[], bool] = never
) -> LogFacts:
    """Copy the log at `database`, which others may be writing, to `copy`, and check the copy.

    The copy is one file that needs no other beside it. The check of its structure takes about a second for 100 MB;
    a `thorough` one, of every index and reference too, about three.

    Raises:
        StorageError: the log can't be read, or is another program's.
        DamagedError: it is not whole; there is no copy then.
        CancelledError: `cancelled()` said so.
    """

    def look(_status: int, _left: int, _all: int) -> None:
        if cancelled():
            raise CancelledError

    try:
        with explained(database):
            source = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
            with closing(source), closing(sqlite3.connect(copy, isolation_level=None)) as target:
                source.backup(target, pages=PAGES_AT_ONCE, progress=look)
                target.execute("PRAGMA journal_mode = DELETE")
                facts = facts_of(target, database)
                damage = damage_in(target, thorough=thorough)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    if damage:
        copy.unlink(missing_ok=True)
        raise DamagedError(not_whole(database, damage))
    return facts


def examined(database: Path) -> tuple[LogFacts, str]:
    """What the log holds, and the first thing a thorough check finds wrong with it (empty: nothing). Changes nothing.

    Raises StorageError where it can't be read or is another program's.
    """
    with explained(database), closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as log:
        return facts_of(log, database), damage_in(log, thorough=True)


def sqlite_version() -> str:
    """Of the library in use."""
    return sqlite3.sqlite_version


def facts_of(connection: sqlite3.Connection, path: Path) -> LogFacts:
    """What the log behind `connection` holds. Raises StorageError where it is none of ours."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StorageError(tr("{file} is not a Trainer log.").format(file=path))
    workouts, last = connection.execute(_FACTS).fetchone()
    return LogFacts(schema_of(connection), workouts, None if last is None else date.fromisoformat(last))


def damage_in(connection: sqlite3.Connection, *, thorough: bool = False) -> str:
    """The first thing SQLite finds wrong with the file, in its words; empty where all is whole."""
    pragma = "PRAGMA integrity_check(1)" if thorough else "PRAGMA quick_check(1)"
    try:
        found = str(connection.execute(pragma).fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    if found != "ok":
        return found.splitlines()[-1]
    if thorough and connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return "foreign key mismatch"
    return ""


def not_whole(path: Path, damage: str) -> str:
    """The sentence for a log that failed its check."""
    return tr(
        "{file} is damaged ({damage}); nothing was changed, and the backups made before are kept as they are."
    ).format(file=path, damage=damage)
