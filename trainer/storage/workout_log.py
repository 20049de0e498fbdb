"""WorkoutLog: the log of finished workouts, as pages and the command line ask for it."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Self

import msgspec

from trainer.core.energy import METHOD, Energy
from trainer.core.events import StepOutcome
from trainer.core.level_memory import Bout
from trainer.core.progress import LoggedWorkout, Totals, Week, WorkoutSummary
from trainer.core.routine import BlockKind
from trainer.core.session_strip import Stretch, session_strip
from trainer.core.week_plan import Trained
from trainer.core.weighing import Weighing
from trainer.core.workout import Workout, WorkoutSource, WorkoutState
from trainer.storage.database import open_database, transaction
from trainer.storage.errors import explained
from trainer.storage.open_session import OpenSession, select_open_session
from trainer.storage.recording import Recording, select_recording
from trainer.storage.rows import insert_workout, moment, select_workout, stamp, update_recounted, update_totals
from trainer.storage.week_rows import select_weeks
from trainer.storage.weight_log import WeightLog

# "deleted_utc IS NULL AND state <> 'open'" must stand in a query word for word: it is the condition of both indexes.
_COUNT = "SELECT count(*) FROM workout WHERE deleted_utc IS NULL AND state <> 'open'"
_COUNT_BETWEEN = f"{_COUNT} AND local_date BETWEEN ? AND ?"

# The columns of summary_of_row, and the page of them after one moment and workout.
SUMMARIES = """
SELECT uuid, routine, routine_name, state, started_utc, utc_offset_minutes, local_date,
    warm_up_seconds + strength_seconds + cardio_seconds + mobility_seconds + stretch_seconds,
    weight_kg, kcal_low, kcal_mid, kcal_high, effort, note, source,
    (SELECT count(*) FROM workout_step WHERE workout = workout.id AND outcome = 'done'),
    (SELECT count(*) FROM workout_step WHERE workout = workout.id)
FROM workout"""
OLDER = """(started_utc, id) < (?, coalesce((SELECT id FROM workout WHERE uuid = ?), 0))
ORDER BY started_utc DESC, id DESC LIMIT ?"""
NEWEST = f"{SUMMARIES} WHERE deleted_utc IS NULL AND state <> 'open' AND {OLDER}"

DAYS = """
SELECT local_date, count(*), sum(warm_up_seconds), sum(strength_seconds), sum(cardio_seconds), sum(mobility_seconds),
    sum(stretch_seconds), sum(vigorous_seconds), sum(kcal_low), sum(kcal_mid), sum(kcal_high)
FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' AND local_date >= ?
GROUP BY local_date ORDER BY local_date"""

# Apart from DAYS, which an index alone answers.
_LOADS = """
SELECT coalesce(sum(effort * (
        warm_up_seconds + strength_seconds + cardio_seconds + mobility_seconds + stretch_seconds
    )), 0) / 60.0, count(*) - count(effort)
FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' AND local_date >= ?
GROUP BY local_date ORDER BY local_date"""

_TRAINED_DAYS = """
SELECT DISTINCT local_date FROM workout
WHERE deleted_utc IS NULL AND state <> 'open'
    AND warm_up_seconds + strength_seconds + cardio_seconds + mobility_seconds + stretch_seconds >= ?
ORDER BY local_date"""

_OF_DAYS = """
SELECT uuid FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' AND local_date BETWEEN ? AND ? ORDER BY started_utc, id"""

_LAST_DONE = """
SELECT routine, max(local_date) FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' GROUP BY routine"""

_TRAINED = """
SELECT local_date, routine FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' AND local_date >= ?
    AND warm_up_seconds + strength_seconds + cardio_seconds + mobility_seconds + stretch_seconds >= ?
ORDER BY local_date"""

# What was work and not skipped, by exercise.
_OF_WORK = """
FROM workout
JOIN span ON span.workout = workout.id
LEFT JOIN workout_step ON workout_step.workout = workout.id AND workout_step.position = span.step
WHERE deleted_utc IS NULL AND state <> 'open' AND local_date >= ?
    AND span.kind = 'work' AND span.block IN ('strength', 'cardio') AND workout_step.outcome IS NOT 'skipped'
GROUP BY span.exercise"""
_WORKED = f"SELECT span.exercise, sum(span.seconds) {_OF_WORK}"
_LAST_WORKED = f"SELECT span.exercise, max(local_date) {_OF_WORK}"

_BOUTS = """
SELECT step.exercise, step.variant, recent.effort
FROM (
    SELECT id, started_utc, effort FROM workout
    WHERE deleted_utc IS NULL AND state <> 'open' ORDER BY started_utc DESC, id DESC LIMIT ?
) AS recent
JOIN workout_step AS step ON step.workout = recent.id
WHERE step.outcome = 'done' AND step.block IN ('strength', 'cardio')
    AND step.position = (
        SELECT max(position) FROM workout_step
        WHERE workout = recent.id AND exercise = step.exercise AND outcome = 'done'
    )
ORDER BY recent.started_utc DESC, recent.id DESC, step.position"""

_ENERGIES = """
SELECT uuid, kcal_low, kcal_mid, kcal_high FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' AND local_date BETWEEN ? AND ? ORDER BY started_utc, id"""

_SET_NOTE = "UPDATE workout SET note = ? WHERE uuid = ?"
_SET_OUTCOME = """
UPDATE workout_step SET outcome = ?
WHERE workout = (SELECT id FROM workout WHERE uuid = ?) AND position = ?"""
_MEASURED = """
SELECT measured_outcome FROM workout_step
WHERE workout = (SELECT id FROM workout WHERE uuid = ?) AND position = ?"""
_DELETE = "UPDATE workout SET deleted_utc = ? WHERE uuid = ? AND deleted_utc IS NULL"
_UNDELETE = "UPDATE workout SET deleted_utc = NULL WHERE uuid = ?"
_PURGE = "DELETE FROM workout WHERE deleted_utc < ?"

_AFTER_ALL = "9999"  # sorts after every stamp
PAGE = 100


class WorkoutLog:
    """The finished workouts in one file. Of the thread that opened it; every method may raise StorageError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self.weights = WeightLog(connection, path)

    @classmethod
    def open(cls, path: Path, backups: Path, *, create: bool = True) -> Self:
        """Open the log at `path`, begin it if there is none, bring an older one up to date.

        Raises:
            StorageError: the file is foreign, newer, locked, damaged or not writable; it was left as it is.
        """
        return cls(open_database(path, backups, create=create), path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def add(self, workout: Workout) -> None:
        """Put a workout into the log that was not journalled: by hand, imported."""
        with explained(self._path), transaction(self._connection):
            insert_workout(self._connection, workout)

    def get(self, workout_id: str) -> Workout | None:
        """The workout of that UUID, whole; None if there is none. A deleted one is still there until purged."""
        with explained(self._path):
            return select_workout(self._connection, workout_id)

    def count(self, first: date | None = None, last: date | None = None) -> int:
        """How many workouts are in the log, or began on the local dates from `first` to `last`."""
        with explained(self._path):
            if first is None and last is None:
                return int(self._connection.execute(_COUNT).fetchone()[0])
            return int(self._connection.execute(_COUNT_BETWEEN, _bounds(first, last)).fetchone()[0])

    def newest(self, limit: int = PAGE, before: WorkoutSummary | None = None) -> tuple[WorkoutSummary, ...]:
        """At most `limit` workouts, newest first; the next page begins `before` the last of this one."""
        start = (_AFTER_ALL, "") if before is None else (stamp(before.started), before.id)
        with explained(self._path):
            return tuple(summary_of_row(row) for row in self._connection.execute(NEWEST, (*start, limit)))

    def last_done(self) -> dict[str, date]:
        """Routine id -> the local date it was last trained on."""
        with explained(self._path):
            return {routine: date.fromisoformat(day) for routine, day in self._connection.execute(_LAST_DONE)}

    def days(self, since: date | None = None) -> tuple[Totals, ...]:
        """The totals of every day with a workout from `since` on (None: ever), oldest first."""
        with explained(self._path):
            first = ("" if since is None else since.isoformat(),)
            rows, loads = (self._connection.execute(query, first) for query in (DAYS, _LOADS))
            return tuple(_totals((*row, *load)) for row, load in zip(rows, loads, strict=True))

    def weeks(self, first_weekday: int) -> tuple[Week, ...]:
        """Every week that has a workout, oldest first; weekdays as `date.weekday()` counts them, Monday 0."""
        with explained(self._path):
            return select_weeks(self._connection, first_weekday)

    def trained_days(self, least_seconds: float) -> tuple[date, ...]:
        """The local dates of the workouts of at least so many active seconds, each once, in order."""
        with explained(self._path):
            rows = self._connection.execute(_TRAINED_DAYS, (least_seconds,)).fetchall()
        return tuple(date.fromisoformat(day) for (day,) in rows)

    def of_days(self, first: date, last: date) -> tuple[Workout, ...]:
        """The workouts of the days from `first` to `last`, whole, oldest first."""
        with explained(self._path):
            found = self._connection.execute(_OF_DAYS, (first.isoformat(), last.isoformat())).fetchall()
            workouts = (select_workout(self._connection, workout_id) for (workout_id,) in found)
            return tuple(workout for workout in workouts if workout is not None)

    def trained(self, since: date, least_seconds: float) -> tuple[Trained, ...]:
        """What was trained on the days from `since` on, day by day; less than `least_seconds` of activity is none."""
        with explained(self._path):
            rows = self._connection.execute(_TRAINED, (since.isoformat(), least_seconds))
            return tuple(Trained(date.fromisoformat(day), routine) for day, routine in rows)

    def worked(self, since: date) -> dict[str, float]:
        """Exercise id -> seconds of work in strength and cardio blocks on the days from `since` on.

        Nothing of steps that are said not to have been done; warm-up, mobility and stretch train no muscle.
        """
        with explained(self._path):
            return dict(self._connection.execute(_WORKED, (since.isoformat(),)))

    def last_worked(self, since: date) -> dict[str, date]:
        """Exercise id -> the last day it worked in strength and cardio blocks, of the days from `since` on."""
        with explained(self._path):
            rows = self._connection.execute(_LAST_WORKED, (since.isoformat(),))
            return {exercise: date.fromisoformat(day) for exercise, day in rows}

    def bouts(self, workouts: int = 30) -> tuple[Bout, ...]:
        """Each exercise done in each of the newest `workouts`, newest first, in the form it was done in last."""
        with explained(self._path):
            return tuple(Bout(*row) for row in self._connection.execute(_BOUTS, (workouts,)))

    def all_workouts(self, first: date | None = None, last: date | None = None) -> Iterator[LoggedWorkout]:
        """Every workout of the local dates from `first` to `last` whole, oldest first, read one by one."""
        with explained(self._path):
            energies = self._connection.execute(_ENERGIES, _bounds(first, last)).fetchall()
        for workout_id, low, mid, high in energies:
            workout = self.get(workout_id)
            if workout is not None:
                yield LoggedWorkout(workout, Energy(low, mid, high))

    def weighings(self, first: date | None = None, last: date | None = None) -> tuple[Weighing, ...]:
        """The weighings of the local dates from `first` to `last`, oldest first."""
        begin, end = _bounds(first, last)
        return tuple(one for one in self.weights.all() if begin <= one.local_date.isoformat() <= end)

    def recording(self, workout_id: str) -> Recording | None:
        """A finished session event by event; None if the workout was not journalled."""
        with explained(self._path):
            return select_recording(self._connection, workout_id)

    def strip(self, workout_id: str) -> tuple[Stretch, ...]:
        """How a session went, by its recording; empty if it has none, or one of another version of the program."""
        try:
            found = self.recording(workout_id)
        except msgspec.DecodeError:
            return ()
        return () if found is None else session_strip(found.events)

    def open_session(self) -> OpenSession | None:
        """The session to offer for resuming: kept for later or cut off. None if there is none.

        Raises:
            StorageError: there is one, but another version of the program wrote it. It is not offered again.
        """
        with explained(self._path):
            return select_open_session(self._connection)

    def set_effort(self, workout_id: str, effort: int | None) -> Workout | None:
        """Keep how hard it felt (CR-10, 1 to 10) and count its energy anew; returns the workout as it is now."""
        with explained(self._path), transaction(self._connection):
            workout = select_workout(self._connection, workout_id)
            return None if workout is None else self._recount(msgspec.structs.replace(workout, effort=effort))

    def set_note(self, workout_id: str, note: str) -> None:
        """Keep the person's words."""
        # A lone surrogate, as a paste may bring, is no text that a file can hold.
        written = note.encode(errors="replace").decode()
        with explained(self._path), transaction(self._connection):
            self._connection.execute(_SET_NOTE, (written, workout_id))

    def mark_step(self, workout_id: str, index: int, *, done: bool) -> Workout | None:
        """Correct whether a step was done, and count minutes and energy anew; returns the workout as it is now.

        Marked done and then not done, a step is again what the session measured.
        """
        with explained(self._path), transaction(self._connection):
            found = self._connection.execute(_MEASURED, (workout_id, index)).fetchone()
            if found is None:
                return None
            outcome = StepOutcome.DONE
            if not done:
                measured = StepOutcome(found[0])
                outcome = StepOutcome.SKIPPED if measured is StepOutcome.DONE else measured
            self._connection.execute(_SET_OUTCOME, (outcome, workout_id, index))
            workout = select_workout(self._connection, workout_id)
            return None if workout is None else self._recount(workout)

    def delete(self, workout_id: str, now: datetime) -> None:
        """Take a workout out of the log; undelete() brings it back until it is purged."""
        with explained(self._path), transaction(self._connection):
            self._connection.execute(_DELETE, (stamp(now), workout_id))

    def undelete(self, workout_id: str) -> None:
        """Take a deletion back."""
        with explained(self._path), transaction(self._connection):
            self._connection.execute(_UNDELETE, (workout_id,))

    def purge(self, before: datetime) -> int:
        """Erase for good what was deleted before that moment; returns how many workouts."""
        with explained(self._path), transaction(self._connection):
            return self._connection.execute(_PURGE, (stamp(before),)).rowcount

    def _recount(self, workout: Workout) -> Workout:
        """Write what follows from a workout's inputs, by the present method; within a transaction."""
        counted = msgspec.structs.replace(workout, energy_method=METHOD)
        update_totals(self._connection, counted)
        update_recounted(self._connection, counted)
        return counted


def _bounds(first: date | None, last: date | None) -> tuple[str, str]:
    return "" if first is None else first.isoformat(), _AFTER_ALL if last is None else last.isoformat()


def summary_of_row(row: tuple[Any, ...]) -> WorkoutSummary:
    """A row of SUMMARIES."""
    (uuid, routine, routine_name, state, started, offset, day, active, weight, low, mid, high,
     effort, note, source, done, planned) = row  # fmt: skip
    return WorkoutSummary(
        id=uuid,
        routine=routine,
        routine_name=routine_name,
        state=WorkoutState(state),
        started=moment(started).astimezone(timezone(timedelta(minutes=offset))),
        local_date=date.fromisoformat(day),
        active_seconds=active,
        weight_kg=weight,
        kcal_low=low,
        kcal_mid=mid,
        kcal_high=high,
        effort=effort,
        note=note,
        steps_done=done,
        steps_planned=planned,
        source=WorkoutSource(source),
    )


def _totals(row: tuple[Any, ...]) -> Totals:
    day, sessions, warm_up, strength, cardio, mobility, stretch, vigorous, low, mid, high, load, unrated = row
    return Totals(
        day=date.fromisoformat(day),
        sessions=sessions,
        seconds={
            BlockKind.WARM_UP: warm_up,
            BlockKind.STRENGTH: strength,
            BlockKind.CARDIO: cardio,
            BlockKind.MOBILITY: mobility,
            BlockKind.STRETCH: stretch,
        },
        vigorous_seconds=vigorous,
        kcal_low=low,
        kcal_mid=mid,
        kcal_high=high,
        load=load,
        unrated=unrated,
    )
