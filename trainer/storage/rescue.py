"""Reading out of a damaged log whatever can still be read, into a new one beside it.

SQLite's own recovery is a part that few builds have. What every build can do is find a row by its key: a table is read
from its beginning up to the damage, from its end back to the damage, and in between key by key, so that a page that
can't be read costs its own rows and no others. The damaged file is only read.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer.storage.database import APPLICATION_ID, SCHEMA
from trainer.storage.errors import StorageError, explained
from trainer.storage.grafting import graft, knows_its_tables
from trainer.storage.rows import select_workout
from trainer.storage.snapshot import CancelledError, damage_in, facts_of, never
from trainer.storage.structure import build, structure_at

LEAST_ROW = 32  # bytes that any row of ours takes at least: a bound on how many keys there can be
MOST_KEYS = 1_000_000  # keys tried one by one in a table; ten years of daily training have some four thousand workouts


class Rescued(Struct, frozen=True):
    """What came out of a damaged log."""

    workouts: int
    last_workout: date | None  # local date
    lost: int  # workouts known to have been there and not read; there may have been more


def rescue_log(damaged: Path, target: Path, *, cancelled: Callable[[], bool] = never) -> Rescued:
    """Write what can be read of the log at `damaged` into a new one at `target`, which must not be there yet.

    The new log is whole by SQLite's check, and every workout in it can be shown. Where nothing can be read it is empty.

    Raises:
        StorageError: the disk refuses the new log; CancelledError. There is no `target` then.
    """
    with explained(damaged), closing(_opened(damaged)) as source:
        schema = _schema(source)
        if knows_its_tables(source, schema):
            return _rescue(source, damaged, schema, target, cancelled)
    return _rescue_grafted(damaged, target, cancelled)


def _rescue_grafted(damaged: Path, target: Path, cancelled: Callable[[], bool]) -> Rescued:
    """The most that comes out where the tables have to be named anew; of which schema the log was, it can't say."""
    copy, other = (target.with_name(f"{target.name}.{word}") for word in ("grafted", "other"))
    best = Rescued(-1, None, 0)
    try:
        with explained(target):
            for schema in range(SCHEMA, 0, -1):
                graft(damaged, copy, schema)
                with closing(_opened(copy)) as source:
                    found = _rescue(source, copy, schema, other, cancelled)
                if found.workouts > best.workouts:
                    best = found
                    other.replace(target)
                other.unlink(missing_ok=True)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        for path in (copy, other):
            path.unlink(missing_ok=True)
    return best


def _rescue(
    source: sqlite3.Connection, file: Path, schema: int, target: Path, cancelled: Callable[[], bool]
) -> Rescued:
    try:
        with explained(target), closing(sqlite3.connect(target, isolation_level=None)) as into:
            build(into, schema)
            into.execute("BEGIN")
            most = min(MOST_KEYS, file.stat().st_size // LEAST_ROW)
            for table, columns in structure_at(schema).items():
                _copy(source, into, table, columns, most, cancelled)
            into.execute("COMMIT")
            build(into, SCHEMA, above=schema)
            into.executescript(f"PRAGMA user_version = {SCHEMA}; PRAGMA application_id = {APPLICATION_ID}; BEGIN")
            lost = _untangle(into)
            into.execute("COMMIT")
            facts = facts_of(into, target)
            _insist_whole(into)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return Rescued(facts.workouts, facts.last_workout, lost)


def _insist_whole(into: sqlite3.Connection) -> None:
    damage = damage_in(into, thorough=True)
    if damage:
        raise sqlite3.DatabaseError(damage)


def _opened(damaged: Path) -> sqlite3.Connection:
    source = sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
    source.text_factory = _text
    with suppress(sqlite3.Error):
        source.execute("PRAGMA cell_size_check = ON")
        source.execute("PRAGMA trusted_schema = OFF")
        source.execute("PRAGMA writable_schema = ON")  # else a file that was cut off isn't read at all
    return source


def _text(raw: bytes) -> str:
    """A damaged text is text with a mark in it, rather than the end of the reading."""
    return raw.decode("utf-8", "replace")


def _schema(source: sqlite3.Connection) -> int:
    """The schema the file says it has; ours where it can't say, or says nonsense."""
    try:
        said = int(source.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        return SCHEMA
    return said if 1 <= said <= SCHEMA else SCHEMA


def _copy(
    source: sqlite3.Connection,
    into: sqlite3.Connection,
    table: str,
    columns: list[str],
    most: int,
    cancelled: Callable[[], bool],
) -> None:
    """Copy the rows of a table that can be read and are of its kinds."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    for count, row in enumerate(_rows(source, f"SELECT {names} FROM {table}", columns[0], most, cancelled)):  # noqa: S608
        if count % 256 == 0 and cancelled():
            raise CancelledError
        with suppress(sqlite3.IntegrityError):  # a number where a text should be: damaged, though readable
            into.execute(insert, row)


def _rows(
    source: sqlite3.Connection, select: str, key: str, most: int, cancelled: Callable[[], bool]
) -> Iterator[tuple[object, ...]]:
    """Every row that can be read, some perhaps twice; `key` is the table's first column and leads its order."""
    first, last = 0, most + 1
    try:
        for row in source.execute(f"{select} ORDER BY {key}"):
            if isinstance(row[0], int):
                first = max(first, row[0])
            yield row
    except sqlite3.Error:
        pass
    else:
        return
    with suppress(sqlite3.Error):
        for row in source.execute(f"{select} WHERE {key} >= ? ORDER BY {key} DESC", (first,)):
            if isinstance(row[0], int):
                last = row[0]
            yield row
    for number in range(first, min(last, first + most) + 1):  # both ends again: the damage may lie within one
        if number % 256 == 0 and cancelled():
            raise CancelledError
        with suppress(sqlite3.Error):
            yield from source.execute(f"{select} WHERE {key} = ?", (number,))


def _untangle(into: sqlite3.Connection) -> int:
    """Take out what refers to what is lost, and workouts that can't be shown; returns how many are known to be lost."""
    known = {row[0] for row in into.execute("SELECT workout FROM workout_step UNION SELECT workout FROM span")}
    for number, uuid in into.execute("SELECT id, uuid FROM workout").fetchall():
        try:
            select_workout(into, uuid)
        except (StorageError, ValueError, TypeError, msgspec.MsgspecError, sqlite3.Error):
            known.add(number)
            into.execute("DELETE FROM workout WHERE id = ?", (number,))
    into.execute("UPDATE workout SET import = NULL WHERE import NOT IN (SELECT id FROM import)")
    into.execute("DELETE FROM recounted WHERE recount NOT IN (SELECT id FROM recount)")
    there = {row[0] for row in into.execute("SELECT id FROM workout")}
    for table, columns in structure_at(SCHEMA).items():
        if "workout" in columns:
            into.execute(f"DELETE FROM {table} WHERE workout NOT IN (SELECT id FROM workout)")  # noqa: S608
    return len(known - there)
