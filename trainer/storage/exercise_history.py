"""The history of one exercise, read with a connection of its own, so that it may run beside the window's."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from trainer.core.exercise_history import Best, ExerciseHistory, Measure, Performance
from trainer.storage.database import open_database
from trainer.storage.errors import explained
from trainer.storage.exercise_names import NAMES

NEWEST_PERFORMANCES = 500  # more bars would be hairlines

# What was trained first in the newest of the last workouts that trained anything.
_LATEST = """
SELECT step.exercise FROM (
    SELECT id, started_utc FROM workout
    WHERE deleted_utc IS NULL AND state <> 'open' ORDER BY started_utc DESC, id DESC LIMIT 20
) AS recent
JOIN workout_step AS step ON step.workout = recent.id
WHERE step.outcome = 'done' AND step.block IN ('strength', 'cardio')
ORDER BY recent.started_utc DESC, recent.id DESC, step.position LIMIT 1"""

# The columns are those of Performance; the names of the forms come as JSON, since a name may hold any sign.
PERFORMANCES = """
SELECT workout.uuid, workout.local_date, count(*), sum(step.worked_seconds), max(step.worked_seconds), max(step.reps),
    max(step.load_kg), json_group_array(DISTINCT step.variant_name)
FROM workout_step AS step INDEXED BY workout_step_by_exercise JOIN workout ON workout.id = step.workout
WHERE step.exercise = ? AND step.outcome = 'done' AND workout.deleted_utc IS NULL AND workout.state <> 'open'
GROUP BY step.workout ORDER BY workout.started_utc, workout.id"""

_COLUMNS = {Measure.SECONDS: 3, Measure.REPS: 5, Measure.LOAD: 6}  # of PERFORMANCES
_DAY = 1


class ExerciseHistories:
    """Reads histories out of one file. Every method may raise StorageError."""

    def __init__(self, path: Path, backups: Path) -> None:
        self._path, self._backups = path, backups

    def names(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of the exercises in the log, by name."""
        with explained(self._path):
            return tuple(sorted(self._ask(NAMES, ()), key=lambda row: row[1].casefold()))

    def latest(self) -> str | None:
        """Id of what was trained last, None where nothing was."""
        with explained(self._path):
            rows = self._ask(_LATEST, ())
        return rows[0][0] if rows else None

    def history(self, exercise: str) -> ExerciseHistory:
        """All that was done of an exercise; steps that were not done are no part of it."""
        with explained(self._path):
            rows = self._ask(PERFORMANCES, (exercise,))
        newest = tuple(_performance(row) for row in rows[-NEWEST_PERFORMANCES:])
        return ExerciseHistory(exercise, newest, len(rows), tuple(_bests(rows)))

    def _ask(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        connection = open_database(self._path, self._backups, create=False)
        try:
            return _rows(connection, query, values)
        finally:
            connection.close()


def _rows(connection: sqlite3.Connection, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
    return connection.execute(query, values).fetchall()


def _performance(row: tuple[Any, ...]) -> Performance:
    uuid, day, sets, seconds, longest, reps, load, variants = row
    return Performance(
        workout=uuid,
        day=date.fromisoformat(day),
        sets=sets,
        seconds=seconds,
        longest=longest,
        reps=reps,
        load_kg=load,
        variants=tuple(sorted(json.loads(variants))),
    )


def _bests(rows: Sequence[tuple[Any, ...]]) -> list[Best]:
    """The highest of each measure that occurs; of equal ones the first."""
    found = []
    for measure, column in _COLUMNS.items():
        known = [row for row in rows if row[column]]
        if known:
            best = max(known, key=lambda row: row[column])
            found.append(Best(measure, float(best[column]), date.fromisoformat(best[_DAY])))
    return found
