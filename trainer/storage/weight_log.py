"""WeightLog: the person's weight over time, in the file of the workouts. It touches none of them."""

import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any

from trainer.core.weighing import Weighing
from trainer.storage.database import transaction
from trainer.storage.errors import explained
from trainer.storage.rows import moment, stamp

_ALL = """
SELECT uuid, weighed_utc, utc_offset_minutes, local_date, kg FROM weighing
WHERE deleted_utc IS NULL ORDER BY weighed_utc, id"""
_NEWEST = """
SELECT uuid, weighed_utc, utc_offset_minutes, local_date, kg FROM weighing
WHERE deleted_utc IS NULL ORDER BY weighed_utc DESC, id DESC LIMIT 1"""
_ADD = "INSERT INTO weighing (uuid, weighed_utc, utc_offset_minutes, local_date, kg) VALUES (?, ?, ?, ?, ?)"
_CHANGE = "UPDATE weighing SET weighed_utc = ?, utc_offset_minutes = ?, local_date = ?, kg = ? WHERE uuid = ?"
_DELETE = "UPDATE weighing SET deleted_utc = ? WHERE uuid = ? AND deleted_utc IS NULL"
_UNDELETE = "UPDATE weighing SET deleted_utc = NULL WHERE uuid = ?"
_PURGE = "DELETE FROM weighing WHERE deleted_utc < ?"


class WeightLog:
    """The weighings in one file, by the connection of its WorkoutLog. Every method may raise StorageError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def all(self) -> tuple[Weighing, ...]:
        """Every weighing, oldest first."""
        with explained(self._path):
            return tuple(_weighing(row) for row in self._connection.execute(_ALL))

    def newest(self) -> Weighing | None:
        """The last one; None where nobody was weighed yet."""
        with explained(self._path):
            row = self._connection.execute(_NEWEST).fetchone()
        return None if row is None else _weighing(row)

    def add(self, weighing: Weighing) -> None:
        """Put one into the log."""
        values = stamp(weighing.weighed), weighing.utc_offset_minutes, weighing.local_date.isoformat(), weighing.kg
        self._write(_ADD, weighing.id, *values)

    def change(self, weighing: Weighing) -> None:
        """Give the one of that id another day or weight."""
        values = stamp(weighing.weighed), weighing.utc_offset_minutes, weighing.local_date.isoformat(), weighing.kg
        self._write(_CHANGE, *values, weighing.id)

    def delete(self, weighing_id: str, now: datetime) -> None:
        """Take one out of the log; undelete() brings it back until it is purged."""
        self._write(_DELETE, stamp(now), weighing_id)

    def undelete(self, weighing_id: str) -> None:
        """Take a deletion back."""
        self._write(_UNDELETE, weighing_id)

    def purge(self, before: datetime) -> None:
        """Erase for good what was deleted before that moment."""
        self._write(_PURGE, stamp(before))

    def _write(self, statement: str, *values: object) -> None:
        with explained(self._path), transaction(self._connection):
            self._connection.execute(statement, values)


def _weighing(row: tuple[Any, ...]) -> Weighing:
    uuid, weighed, offset, day, kg = row
    return Weighing(uuid, moment(weighed), offset, date.fromisoformat(day), kg)
