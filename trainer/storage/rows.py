"""Workouts as rows of the database, and back."""

import sqlite3
from datetime import UTC, date, datetime
from typing import Any

from msgspec import structs

from trainer.core.events import StepOutcome
from trainer.core.exercise import Met
from trainer.core.progress import Totals, totals_of
from trainer.core.routine import BlockKind, Claim
from trainer.core.timeline import PhaseKind, Side
from trainer.core.workout import Span, Workout, WorkoutSource, WorkoutState, WorkoutStep

_INSERT_WORKOUT = """
INSERT INTO workout (
    uuid, routine, routine_name, state, started_utc, ended_utc, utc_offset_minutes, local_date,
    active_seconds, paused_seconds, away_seconds, weight_kg, energy_method, effort, note,
    claim_source, claim_minutes, claim_kcal_low, claim_kcal_high, source,
    warm_up_seconds, strength_seconds, cardio_seconds, mobility_seconds, stretch_seconds, vigorous_seconds,
    kcal_low, kcal_mid, kcal_high
) VALUES (
    :uuid, :routine, :routine_name, :state, :started_utc, :ended_utc, :utc_offset_minutes, :local_date,
    :active_seconds, :paused_seconds, :away_seconds, :weight_kg, :energy_method, :effort, :note,
    :claim_source, :claim_minutes, :claim_kcal_low, :claim_kcal_high, :source,
    :warm_up_seconds, :strength_seconds, :cardio_seconds, :mobility_seconds, :stretch_seconds, :vigorous_seconds,
    :kcal_low, :kcal_mid, :kcal_high
)"""

_UPDATE_TOTALS = """
UPDATE workout SET
    energy_method = :energy_method, effort = :effort,
    warm_up_seconds = :warm_up_seconds, strength_seconds = :strength_seconds, cardio_seconds = :cardio_seconds,
    mobility_seconds = :mobility_seconds, stretch_seconds = :stretch_seconds, vigorous_seconds = :vigorous_seconds,
    kcal_low = :kcal_low, kcal_mid = :kcal_mid, kcal_high = :kcal_high
WHERE uuid = :uuid"""

_RECOUNTED = "SELECT recount, workout, weight_kg FROM recounted WHERE workout = (SELECT id FROM workout WHERE uuid = ?)"
_UPDATE_RECOUNTED = """
UPDATE recounted SET
    energy_method = :energy_method,
    warm_up_seconds = :warm_up_seconds, strength_seconds = :strength_seconds, cardio_seconds = :cardio_seconds,
    mobility_seconds = :mobility_seconds, stretch_seconds = :stretch_seconds, vigorous_seconds = :vigorous_seconds,
    kcal_low = :kcal_low, kcal_mid = :kcal_mid, kcal_high = :kcal_high
WHERE recount = :recount AND workout = :workout"""

_INSERT_STEP = """
INSERT INTO workout_step (
    workout, position, block, block_name, round, place, exercise, name, variant, variant_name, outcome,
    measured_outcome, planned_seconds, worked_seconds, reps, load_kg
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_SPAN = "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_SELECT_WORKOUT = """
SELECT id, uuid, routine, routine_name, state, started_utc, ended_utc, utc_offset_minutes, local_date,
    active_seconds, paused_seconds, away_seconds, weight_kg, energy_method, effort, note,
    claim_source, claim_minutes, claim_kcal_low, claim_kcal_high, source
FROM workout WHERE uuid = ?"""

_SELECT_STEPS = """
SELECT position, block, block_name, round, place, exercise, name, variant, variant_name, outcome,
    planned_seconds, worked_seconds, reps, load_kg
FROM workout_step WHERE workout = ? ORDER BY position"""

_SELECT_SPANS = """
SELECT step, kind, block, exercise, variant, met_code, met, seconds, side FROM span WHERE workout = ? ORDER BY seq"""


def stamp(moment: datetime) -> str:
    """An aware moment as the database keeps it: "2026-01-05T07:00:00.000000Z"."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The moment of a stamp: aware, UTC."""
    return datetime.fromisoformat(text)


def insert_workout(connection: sqlite3.Connection, workout: Workout) -> int:
    """Write a workout with its steps, spans and totals; returns its row."""
    claim = workout.claim
    row = connection.execute(
        _INSERT_WORKOUT,
        {
            "uuid": workout.id,
            "routine": workout.routine,
            "routine_name": workout.routine_name,
            "state": workout.state,
            "started_utc": stamp(workout.started),
            "ended_utc": None if workout.ended is None else stamp(workout.ended),
            "utc_offset_minutes": workout.utc_offset_minutes,
            "local_date": workout.local_date.isoformat(),
            "active_seconds": workout.active_seconds,
            "paused_seconds": workout.paused_seconds,
            "away_seconds": workout.away_seconds,
            "weight_kg": workout.weight_kg,
            "energy_method": workout.energy_method,
            "effort": workout.effort,
            "note": workout.note,
            "claim_source": claim.source if claim else None,
            "claim_minutes": claim.minutes if claim else None,
            "claim_kcal_low": claim.kcal_low if claim else None,
            "claim_kcal_high": claim.kcal_high if claim else None,
            "source": workout.source,
            **totals_columns(totals_of(workout)),
        },
    ).lastrowid
    if row is None:
        raise sqlite3.InternalError("an insert that gave no row")
    connection.executemany(_INSERT_STEP, (_step_row(row, step) for step in workout.steps))
    connection.executemany(_INSERT_SPAN, (_span_row(row, seq, span) for seq, span in enumerate(workout.spans)))
    return row


def update_totals(connection: sqlite3.Connection, workout: Workout) -> None:
    """Write what follows from a workout's effort, steps and spans anew."""
    connection.execute(
        _UPDATE_TOTALS,
        {
            "uuid": workout.id,
            "energy_method": workout.energy_method,
            "effort": workout.effort,
            **totals_columns(totals_of(workout)),
        },
    )


def update_recounted(connection: sqlite3.Connection, workout: Workout) -> None:
    """Let what recounts replaced follow a correction: undone, the workout is corrected and has its old weight."""
    for recount, row, weight_kg in connection.execute(_RECOUNTED, (workout.id,)).fetchall():
        former = totals_of(structs.replace(workout, weight_kg=weight_kg))
        values = {"recount": recount, "workout": row, "energy_method": workout.energy_method}
        connection.execute(_UPDATE_RECOUNTED, {**values, **totals_columns(former)})


def select_workout(connection: sqlite3.Connection, workout_id: str) -> Workout | None:
    """The workout of that UUID, whole; None if there is none."""
    found = connection.execute(_SELECT_WORKOUT, (workout_id,)).fetchone()
    if found is None:
        return None
    (row, uuid, routine, routine_name, state, started, ended, offset, day, active, paused, away, weight,
     method, effort, note, claim_source, minutes, kcal_low, kcal_high, source) = found  # fmt: skip
    return Workout(
        id=uuid,
        routine=routine,
        routine_name=routine_name,
        state=WorkoutState(state),
        started=moment(started),
        ended=None if ended is None else moment(ended),
        utc_offset_minutes=offset,
        local_date=date.fromisoformat(day),
        active_seconds=active,
        paused_seconds=paused,
        away_seconds=away,
        weight_kg=weight,
        energy_method=method,
        steps=tuple(_step(values) for values in connection.execute(_SELECT_STEPS, (row,))),
        spans=tuple(_span(values) for values in connection.execute(_SELECT_SPANS, (row,))),
        effort=effort,
        note=note,
        claim=None if claim_source is None else Claim(claim_source, minutes, kcal_low, kcal_high),
        source=WorkoutSource(source),
    )


def totals_columns(totals: Totals) -> dict[str, float]:
    """The columns that are derived from a workout, named as in its table."""
    return {
        "warm_up_seconds": totals.seconds[BlockKind.WARM_UP],
        "strength_seconds": totals.seconds[BlockKind.STRENGTH],
        "cardio_seconds": totals.seconds[BlockKind.CARDIO],
        "mobility_seconds": totals.seconds[BlockKind.MOBILITY],
        "stretch_seconds": totals.seconds[BlockKind.STRETCH],
        "vigorous_seconds": totals.vigorous_seconds,
        "kcal_low": totals.kcal_low,
        "kcal_mid": totals.kcal_mid,
        "kcal_high": totals.kcal_high,
    }


def _step_row(row: int, step: WorkoutStep) -> tuple[Any, ...]:
    return (
        row, step.index, step.block, step.block_name, step.round, step.place, step.exercise, step.name,
        step.variant, step.variant_name, step.outcome, step.outcome, step.planned_seconds, step.worked_seconds,
        step.reps, step.load_kg,
    )  # fmt: skip


def _step(values: tuple[Any, ...]) -> WorkoutStep:
    (index, block, block_name, round_, place, exercise, name, variant, variant_name, outcome,
     planned, worked, reps, load_kg) = values  # fmt: skip
    return WorkoutStep(
        index, BlockKind(block), block_name, round_, place, exercise, name, variant, variant_name,
        StepOutcome(outcome), planned, worked, reps, load_kg,
    )  # fmt: skip


def _span_row(row: int, seq: int, span: Span) -> tuple[Any, ...]:
    return (
        row, seq, span.step, span.kind, span.block, span.exercise, span.variant, span.met.code, span.met.value,
        span.seconds, span.side,
    )  # fmt: skip


def _span(values: tuple[Any, ...]) -> Span:
    step, kind, block, exercise, variant, code, met, seconds, side = values
    return Span(
        step, PhaseKind(kind), BlockKind(block), exercise, variant, Met(code, met), seconds,
        None if side is None else Side(side),
    )  # fmt: skip
