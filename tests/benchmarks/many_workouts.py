"""A log of any size in seconds: one workout, copied by SQLite."""

import sqlite3
from pathlib import Path

import msgspec

from tests.workouts import STARTED, example_workout, step, work
from trainer.core.events import StepOutcome
from trainer.core.exercise import Met
from trainer.core.routine import BlockKind
from trainer.core.workout import Workout
from trainer.storage.database import open_database, transaction
from trainer.storage.rows import insert_workout

_ITS_OWN = ("id", "uuid", "started_utc", "ended_utc", "local_date", "effort")
EXERCISES = 8


def usual_workout() -> Workout:
    """A warm-up, and eight moves of 90 seconds."""
    names = [f"exercise-{number}" for number in range(EXERCISES)]
    steps = [
        step(n, BlockKind.STRENGTH if n else BlockKind.WARM_UP, name, StepOutcome.DONE, 90.0)
        for n, name in enumerate(names)
    ]
    spans = [work(one.index, one.block, one.exercise, Met("02030", 3.5), 90.0) for one in steps]
    return msgspec.structs.replace(example_workout(started=STARTED), steps=tuple(steps), spans=tuple(spans))


def fill(path: Path, workouts: int, a_day: int) -> None:
    """Put so many workouts into a new log, so many a day, back from STARTED. Every eleventh has no effort."""
    connection = open_database(path, path.parent)
    with transaction(connection):
        insert_workout(connection, usual_workout())
        kept = ", ".join(name for name in _columns(connection, "workout") if name not in _ITS_OWN)
        connection.execute(
            f"""
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
            INSERT INTO workout (id, uuid, started_utc, ended_utc, local_date, effort, {kept})
            SELECT n + 1, 'copy-' || n, strftime('%Y-%m-%dT%H:%M:%S.000000Z', started_utc, '-' || (n / ?) || ' days'),
                ended_utc, date(local_date, '-' || (n / ?) || ' days'), nullif(n % 11, 0), {kept}
            FROM number, workout WHERE workout.id = 1""",  # noqa: S608 - names of columns
            (workouts - 1, a_day, a_day),
        )
        for table in ("workout_step", "span"):
            names = [name for name in _columns(connection, table) if name != "workout"]
            connection.execute(
                f"INSERT INTO {table} (workout, {', '.join(names)})"  # noqa: S608 - names of columns
                f" SELECT copy.id, {', '.join(f'one.{name}' for name in names)}"
                f" FROM workout AS copy, {table} AS one WHERE one.workout = 1 AND copy.id > 1"
            )
    connection.close()


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
