"""The log as CSV: one row per workout, oldest first, for spreadsheets.

Columns: id, date, started, ended, routine, name, state, active_seconds, paused_seconds, away_seconds, moves_done,
moves_planned, kcal_low, kcal_high, weight_kg, effort, note, energy_method. Times are local, ISO 8601 with their
offset from UTC; decimal points; an empty field where nothing is known. The rest is as in json_log.
"""

import csv
from collections.abc import Iterable
from typing import TextIO

from trainer.core.events import StepOutcome
from trainer.core.progress import LoggedWorkout
from trainer.exchange.json_log import local_time

COLUMNS = (
    "id", "date", "started", "ended", "routine", "name", "state", "active_seconds", "paused_seconds", "away_seconds",
    "moves_done", "moves_planned", "kcal_low", "kcal_high", "weight_kg", "effort", "note", "energy_method",
)  # fmt: skip


def write_csv(workouts: Iterable[LoggedWorkout], out: TextIO) -> None:
    """Write a row of column names and one for each workout, taking them one by one."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(_row(logged) for logged in workouts)


def _row(logged: LoggedWorkout) -> tuple[object, ...]:
    workout, energy = logged.workout, logged.energy
    offset = workout.utc_offset_minutes
    return (
        workout.id,
        workout.local_date.isoformat(),
        local_time(workout.started, offset).isoformat(timespec="seconds"),
        "" if workout.ended is None else local_time(workout.ended, offset).isoformat(timespec="seconds"),
        _plain(workout.routine),
        _plain(workout.routine_name),
        workout.state.value,
        round(workout.active_seconds, 3),
        round(workout.paused_seconds, 3),
        round(workout.away_seconds, 3),
        sum(step.outcome is StepOutcome.DONE for step in workout.steps),
        len(workout.steps),
        energy.shown_low,
        energy.shown_high,
        workout.weight_kg,
        workout.effort,
        _plain(workout.note),
        _plain(workout.energy_method),
    )


def _plain(text: str) -> str:
    """The text with one kind of line end, and an apostrophe before what a spreadsheet would run as a formula.

    Names come from any file, notes are pasted from anywhere.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
