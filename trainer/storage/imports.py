"""Imports: workouts of a file put into the log in one go, and taken out again in one."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from trainer.core.duplicates import LoggedTimes
from trainer.core.weighing import Weighing
from trainer.core.workout import Workout
from trainer.storage.database import open_database, transaction
from trainer.storage.errors import explained
from trainer.storage.rows import insert_workout, moment, stamp

_LOGGED = "SELECT uuid, started_utc, ended_utc, routine, routine_name FROM workout WHERE deleted_utc IS NULL"
_INSERT_IMPORT = "INSERT INTO import (made_utc, file_name) VALUES (?, ?)"
# One that was deleted, or came by an import that was undone, makes room for itself.
_MAKE_ROOM = "DELETE FROM workout WHERE uuid = ? AND deleted_utc IS NOT NULL"
_MARK = "UPDATE workout SET import = ? WHERE id = ?"
_WEIGHINGS = "SELECT uuid, weighed_utc, kg FROM weighing"
_WEIGHED = "INSERT INTO weighing (uuid, weighed_utc, utc_offset_minutes, local_date, kg) VALUES (?, ?, ?, ?, ?)"
_NEWEST = """
SELECT id, made_utc, file_name,
    (SELECT count(*) FROM workout WHERE workout.import = import.id AND deleted_utc IS NULL)
FROM import
WHERE undone_utc IS NULL AND EXISTS (SELECT 1 FROM workout WHERE workout.import = import.id AND deleted_utc IS NULL)
ORDER BY id DESC LIMIT 1"""
_TAKE_OUT = "UPDATE workout SET deleted_utc = ? WHERE import = ? AND deleted_utc IS NULL"
_UNDONE = "UPDATE import SET undone_utc = ? WHERE id = ?"


class ImportRecord(Struct, frozen=True):
    """An import that is in force, and how many of its workouts are still in the log."""

    id: int
    made: datetime  # aware, UTC
    file_name: str
    workouts: int


class Imports:
    """The imports of one log, by a connection of its own for each call, so that they may run beside the window's.

    Every method raises StorageError where the log can't be opened, read or written.
    """

    def __init__(self, path: Path, backups: Path) -> None:
        self._path, self._backups = path, backups

    def logged(self) -> tuple[LoggedTimes, ...]:
        """Every workout in the log, one that is running included. None where there is no log yet."""
        if not self._path.exists():
            return ()
        with self._opened(create=False) as connection:
            return tuple(
                LoggedTimes(uuid, moment(started), None if ended is None else moment(ended), routine, name)
                for uuid, started, ended, routine, name in connection.execute(_LOGGED)
            )

    def add(
        self,
        workouts: Sequence[Workout],
        file_name: str,
        now: datetime,
        watch: Callable[[int, int], None] = lambda _done, _all: None,
        weighings: Sequence[Weighing] = (),
    ) -> int:
        """Put all of them into the log, or, where anything is raised, none. Returns the import's number for undo().

        `weighings`, new ones, go into the weight log and stay there: only workouts are taken out by undo().
        `watch` is told how many of how many are in; what it raises stops the import.
        """
        with self._opened(create=True) as connection, transaction(connection):
            number = connection.execute(_INSERT_IMPORT, (stamp(now), file_name)).lastrowid
            if number is None:
                raise sqlite3.InternalError("an insert that gave no row")
            for done, workout in enumerate(workouts):
                watch(done, len(workouts))
                connection.execute(_MAKE_ROOM, (workout.id,))
                connection.execute(_MARK, (number, insert_workout(connection, workout)))
            watch(len(workouts), len(workouts))
            connection.executemany(
                _WEIGHED,
                ((w.id, stamp(w.weighed), w.utc_offset_minutes, w.local_date.isoformat(), w.kg) for w in weighings),
            )
        return number

    def new_weighings(self, weighings: Sequence[Weighing]) -> tuple[Weighing, ...]:
        """Those that the weight log does not have, by id or by moment and weight. What was deleted stays deleted."""
        ids, moments = set[str](), set[tuple[str, float]]()
        if weighings and self._path.exists():
            with self._opened(create=False) as connection:
                for uuid, weighed, kg in connection.execute(_WEIGHINGS):
                    ids.add(uuid)
                    moments.add((weighed, kg))
        found = []
        for one in weighings:
            if one.id not in ids and (stamp(one.weighed), one.kg) not in moments:
                found.append(one)
            ids.add(one.id)
            moments.add((stamp(one.weighed), one.kg))
        return tuple(found)

    def newest(self) -> ImportRecord | None:
        """The last import that was not undone and has workouts left in the log."""
        with self._opened(create=False) as connection:
            found = connection.execute(_NEWEST).fetchone()
        return None if found is None else ImportRecord(found[0], moment(found[1]), *found[2:])

    def undo(self, number: int, now: datetime) -> int:
        """Take its workouts out of the log; returns how many. They are purged like any that was deleted."""
        with self._opened(create=False) as connection, transaction(connection):
            taken = connection.execute(_TAKE_OUT, (stamp(now), number)).rowcount
            connection.execute(_UNDONE, (stamp(now), number))
        return taken

    @contextmanager
    def _opened(self, *, create: bool) -> Iterator[sqlite3.Connection]:
        with explained(self._path):
            connection = open_database(self._path, self._backups, create=create)
            try:
                yield connection
            finally:
                connection.close()
