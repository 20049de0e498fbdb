"""The log as JSON: one document, versioned, with all that a workout's numbers were counted from.

    {"format": 1, "workouts": [{...}, ...], "weighings": [{...}, ...]}          both oldest first

A workout:
    id                  UUID
    routine, name       id and name of the routine
    state               "complete" or "partial"
    started, ended      local time with its offset from UTC, ISO 8601; `ended` may be null
    date                the local day it counts for: the one it began on
    active_seconds, paused_seconds, away_seconds
    weight_kg           null where it was not known
    effort              1 (very easy) to 10 (maximal), null where not given
    note                the person's words
    source              "followed" (in Trainer), "by-hand", or "imported-strong", "imported-hevy", "imported-fitnotes"
    energy              method (version of the calculation), kcal_low, kcal_high: the range as shown,
                        rounded outward to 5; without a weight, for 50 kg at the low end and 91 kg at the high end
    claim               what the routine's own page says of it (source, minutes, kcal_low, kcal_high), or null
    steps               each planned step, in order: index, block (kind), block_name, round, place, exercise, name,
                        variant, variant_name, outcome ("done", "partial", "skipped", "pending": not reached),
                        planned_seconds, worked_seconds, reps, load_kg (one dumbbell, one bar, one machine)
    spans               active time in each visit to a phase, in order: step (index; of a rest the step before it),
                        kind ("rest", "get-ready", "work", "switch-sides"), block, exercise, variant,
                        met {code, value}, seconds, side

A weighing: id (UUID), weighed (local time with its offset), date (the local day), kg. Workouts never take their weight
from it, they have their own.

A later format may add fields; one that changes the meaning of a field has another number.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import TextIO

import msgspec
from msgspec import Struct

from trainer.core.progress import LoggedWorkout
from trainer.core.routine import Claim
from trainer.core.weighing import Weighing
from trainer.core.workout import Span, WorkoutSource, WorkoutState, WorkoutStep

FORMAT = 1


class ExportedEnergy(Struct, frozen=True):
    """The range as shown, and how it was counted."""

    method: str
    kcal_low: int
    kcal_high: int


class ExportedWorkout(Struct, frozen=True):
    """One workout of the document."""

    id: str
    routine: str
    name: str
    state: WorkoutState
    started: datetime
    ended: datetime | None
    date: date
    active_seconds: float
    paused_seconds: float
    away_seconds: float
    weight_kg: float | None
    effort: int | None
    note: str
    source: WorkoutSource
    energy: ExportedEnergy
    claim: Claim | None
    steps: tuple[WorkoutStep, ...]
    spans: tuple[Span, ...]


class ExportedWeighing(Struct, frozen=True):
    """One weighing of the document."""

    id: str
    weighed: datetime
    date: date
    kg: float


def write_json(workouts: Iterable[LoggedWorkout], weighings: Iterable[Weighing], out: TextIO) -> None:
    """Write the document to `out`, a workout or a weighing a line, taking them one by one."""
    out.write(f'{{"format": {FORMAT}, "workouts": ')
    _write_list((_exported(logged) for logged in workouts), out)
    out.write(', "weighings": ')
    _write_list((_weighed(weighing) for weighing in weighings), out)
    out.write("}\n")


def local_time(moment: datetime, utc_offset_minutes: int) -> datetime:
    """A moment on the clock of the place where the workout was done."""
    return moment.astimezone(timezone(timedelta(minutes=utc_offset_minutes)))


def _write_list(values: Iterable[Struct], out: TextIO) -> None:
    separator = "[\n"
    for value in values:
        out.write(separator + msgspec.json.encode(value).decode())
        separator = ",\n"
    out.write("[]" if separator == "[\n" else "\n]")


def _weighed(weighing: Weighing) -> ExportedWeighing:
    at = local_time(weighing.weighed, weighing.utc_offset_minutes)
    return ExportedWeighing(weighing.id, at, weighing.local_date, weighing.kg)


def _exported(logged: LoggedWorkout) -> ExportedWorkout:
    workout, energy = logged.workout, logged.energy
    offset = workout.utc_offset_minutes
    return ExportedWorkout(
        id=workout.id,
        routine=workout.routine,
        name=workout.routine_name,
        state=workout.state,
        started=local_time(workout.started, offset),
        ended=None if workout.ended is None else local_time(workout.ended, offset),
        date=workout.local_date,
        active_seconds=workout.active_seconds,
        paused_seconds=workout.paused_seconds,
        away_seconds=workout.away_seconds,
        weight_kg=workout.weight_kg,
        effort=workout.effort,
        note=workout.note,
        source=workout.source,
        energy=ExportedEnergy(workout.energy_method, energy.shown_low, energy.shown_high),
        claim=workout.claim,
        steps=workout.steps,
        spans=workout.spans,
    )
