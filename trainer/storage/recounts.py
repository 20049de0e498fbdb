"""Recounts: history counted anew as one act, and set back in one."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from trainer.core.energy import METHOD
from trainer.core.progress import Totals
from trainer.core.recounting import Recount, Recounted, Weights, difference
from trainer.core.routine import BlockKind
from trainer.core.weighing import Weighing
from trainer.language import tr
from trainer.storage.database import open_database, transaction
from trainer.storage.errors import StorageError, explained
from trainer.storage.rows import moment, select_workout, stamp, totals_columns
from trainer.storage.snapshot import CancelledError, never
from trainer.storage.weight_log import WeightLog

_LOGGED = """
SELECT uuid, local_date, warm_up_seconds, strength_seconds, cardio_seconds, mobility_seconds, stretch_seconds,
    vigorous_seconds, kcal_low, kcal_mid, kcal_high
FROM workout WHERE deleted_utc IS NULL AND state <> 'open' ORDER BY started_utc, id"""

_INSERT_RECOUNT = "INSERT INTO recount (made_utc, energy_method, weights) VALUES (?, ?, ?)"

# Only of a workout that is still what the person saw when they agreed.
_KEEP = """
INSERT INTO recounted
SELECT ?, id, weight_kg, energy_method, warm_up_seconds, strength_seconds, cardio_seconds, mobility_seconds,
    stretch_seconds, vigorous_seconds, kcal_low, kcal_mid, kcal_high
FROM workout
WHERE uuid = ? AND deleted_utc IS NULL AND weight_kg IS ? AND kcal_low = ? AND kcal_mid = ? AND kcal_high = ?"""

_WRITE = """
UPDATE workout SET
    weight_kg = :weight_kg, energy_method = :energy_method,
    warm_up_seconds = :warm_up_seconds, strength_seconds = :strength_seconds, cardio_seconds = :cardio_seconds,
    mobility_seconds = :mobility_seconds, stretch_seconds = :stretch_seconds, vigorous_seconds = :vigorous_seconds,
    kcal_low = :kcal_low, kcal_mid = :kcal_mid, kcal_high = :kcal_high
WHERE uuid = :uuid"""

_NEWEST = """
SELECT id, made_utc, weights, (SELECT count(*) FROM recounted WHERE recounted.recount = recount.id)
FROM recount WHERE undone_utc IS NULL ORDER BY id DESC LIMIT 1"""

_REPLACED = "SELECT workout FROM recounted WHERE recount = ?"
_SET_BACK = """
UPDATE workout SET
    weight_kg = old.weight_kg, energy_method = old.energy_method,
    warm_up_seconds = old.warm_up_seconds, strength_seconds = old.strength_seconds,
    cardio_seconds = old.cardio_seconds, mobility_seconds = old.mobility_seconds,
    stretch_seconds = old.stretch_seconds, vigorous_seconds = old.vigorous_seconds,
    kcal_low = old.kcal_low, kcal_mid = old.kcal_mid, kcal_high = old.kcal_high
FROM recounted AS old WHERE workout.id = :workout AND old.workout = :workout AND old.recount = :recount"""
_UNDONE = "UPDATE recount SET undone_utc = ? WHERE id = ?"
_FORGET = "DELETE FROM recounted WHERE recount = ?"

Watch = Callable[[int, int], None]  # so many of so many are done


class RecountRecord(Struct, frozen=True):
    """A recount that holds and how many workouts it changed."""

    id: int
    made: datetime  # aware, UTC
    weights: Weights
    workouts: int


def unwatched(_done: int, _all: int) -> None:
    """Nobody wants to know."""


class Recounts:
    """The recounts of one log, by a connection of its own for each call, so that they may run beside the window's.

    Every method raises StorageError where the log can't be opened, read or written. Work that is `cancelled` raises
    CancelledError and has changed nothing.
    """

    def __init__(self, path: Path, backups: Path) -> None:
        self._path, self._backups = path, backups

    def preview(self, weights: Weights, *, watch: Watch = unwatched, cancelled: Callable[[], bool] = never) -> Recount:
        """What a recount would change. Reads only."""
        changed: list[Recounted] = []
        with self._opened() as connection:
            weighings = WeightLog(connection, self._path).all()
            logged = connection.execute(_LOGGED).fetchall()
            for done, row in enumerate(logged):
                _look(done, len(logged), watch, cancelled)
                line = _difference(connection, row, weights, weighings)
                if line is not None:
                    changed.append(line)
        watch(len(logged), len(logged))
        return Recount(weights, len(logged), tuple(changed))

    def make(
        self, recount: Recount, now: datetime, *, watch: Watch = unwatched, cancelled: Callable[[], bool] = never
    ) -> int:
        """Write what was looked at, all of it or nothing; returns the recount's number for undo().

        Raises:
            StorageError: also where a workout is no longer what it was in the preview.
        """
        changed = recount.changed
        with self._opened() as connection, transaction(connection):
            number = connection.execute(_INSERT_RECOUNT, (stamp(now), METHOD, recount.weights)).lastrowid
            if number is None:
                raise sqlite3.InternalError("an insert that gave no row")
            for done, line in enumerate(changed):
                _look(done, len(changed), watch, cancelled)
                before = line.before
                known = line.id, line.kg_before, before.low, before.mid, before.high
                if connection.execute(_KEEP, (number, *known)).rowcount != 1:
                    raise StorageError(
                        tr(
                            "{file} has changed since the preview; nothing was recounted, look at a new preview."
                        ).format(file=self._path)
                    )
                values = {"uuid": line.id, "weight_kg": line.kg, "energy_method": METHOD, **totals_columns(line.totals)}
                connection.execute(_WRITE, values)
        watch(len(changed), len(changed))
        return number

    def newest(self) -> RecountRecord | None:
        """The last recount that holds: the one that can be undone."""
        with self._opened() as connection:
            found = connection.execute(_NEWEST).fetchone()
        return None if found is None else RecountRecord(found[0], moment(found[1]), Weights(found[2]), found[3])

    def undo(
        self, number: int, now: datetime, *, watch: Watch = unwatched, cancelled: Callable[[], bool] = never
    ) -> int:
        """Set its workouts back, with what was corrected since; returns how many. Only the newest may be undone."""
        with self._opened() as connection, transaction(connection):
            replaced = [row for (row,) in connection.execute(_REPLACED, (number,))]
            for done, row in enumerate(replaced):
                _look(done, len(replaced), watch, cancelled)
                connection.execute(_SET_BACK, {"workout": row, "recount": number})
            connection.execute(_FORGET, (number,))
            connection.execute(_UNDONE, (stamp(now), number))
        watch(len(replaced), len(replaced))
        return len(replaced)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with explained(self._path):
            connection = open_database(self._path, self._backups, create=False)
            try:
                yield connection
            finally:
                connection.close()


def _look(done: int, of: int, watch: Watch, cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise CancelledError
    watch(done, of)


def _difference(
    connection: sqlite3.Connection, row: tuple[Any, ...], weights: Weights, weighings: tuple[Weighing, ...]
) -> Recounted | None:
    uuid, day, warm_up, strength, cardio, mobility, stretch, vigorous, low, mid, high = row
    workout = select_workout(connection, uuid)
    if workout is None:  # deleted for good just now
        return None
    seconds = {
        BlockKind.WARM_UP: warm_up,
        BlockKind.STRENGTH: strength,
        BlockKind.CARDIO: cardio,
        BlockKind.MOBILITY: mobility,
        BlockKind.STRETCH: stretch,
    }
    stands = Totals(date.fromisoformat(day), 1, seconds, vigorous, low, mid, high)
    return difference(workout, stands, weights, weighings)
