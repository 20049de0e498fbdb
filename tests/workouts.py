"""Workouts for tests of the log: one that reads like a real one, and strategies for any."""

from datetime import UTC, date, datetime, timedelta
from typing import get_args
from uuid import UUID

import msgspec
from hypothesis import strategies as st

from trainer.core.checkpoint import Checkpoint, Position
from trainer.core.energy import METHOD
from trainer.core.events import AnyEvent, PauseReason, StepOutcome
from trainer.core.exercise import Met, Sides
from trainer.core.routine import BlockKind, Claim
from trainer.core.snapshot import SessionState
from trainer.core.timeline import Phase, PhaseKind, PlannedBlock, PlannedStep, Rung, Side, Timeline
from trainer.core.workout import Span, Workout, WorkoutSource, WorkoutState, WorkoutStep

STARTED = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)  # a Monday

WARM_UP = Met("02030", 4.8)
TONING = Met("02030", 3.5)
STRETCHING = Met("02101", 2.3)


def step(index: int, block: BlockKind, exercise: str, outcome: StepOutcome, worked: float) -> WorkoutStep:
    return WorkoutStep(
        index=index,
        block=block,
        block_name=block.value.capitalize(),
        round=0,
        place=index,
        exercise=exercise,
        name=exercise.replace("-", " ").title(),
        variant="",
        variant_name="",
        outcome=outcome,
        planned_seconds=60.0,
        worked_seconds=worked,
    )


def work(index: int, block: BlockKind, exercise: str, met: Met, seconds: float) -> Span:
    return Span(index, PhaseKind.WORK, block, exercise, "", met, seconds)


def example_workout(number: int = 1, started: datetime = STARTED, minutes: float = 25.0) -> Workout:
    """Five minutes of warm-up, then `minutes` of strength; the second move was left out. 70 kg."""
    offset = timedelta(minutes=60)
    strength = minutes * 60
    return Workout(
        id=str(UUID(int=number)),
        routine="upper-and-lower-back",
        routine_name="Upper and Lower Back",
        state=WorkoutState.PARTIAL,
        started=started,
        ended=started + timedelta(seconds=300 + strength + 45),
        utc_offset_minutes=60,
        local_date=(started + offset).date(),
        active_seconds=300 + strength,
        paused_seconds=30.0,
        away_seconds=15.0,
        weight_kg=70.0,
        energy_method=METHOD,
        steps=(
            step(0, BlockKind.WARM_UP, "march", StepOutcome.DONE, 300.0),
            step(1, BlockKind.STRENGTH, "back-bow", StepOutcome.SKIPPED, 0.0),
            step(2, BlockKind.STRENGTH, "russian-twist", StepOutcome.DONE, strength),
        ),
        spans=(
            work(0, BlockKind.WARM_UP, "march", WARM_UP, 300.0),
            work(2, BlockKind.STRENGTH, "russian-twist", TONING, strength),
        ),
        claim=Claim("a page", 25, 165, 210),
    )


def header(workout: Workout) -> Workout:
    """What is known of a workout when its session begins."""
    return msgspec.structs.replace(
        workout, state=WorkoutState.OPEN, ended=None, steps=(), spans=(), active_seconds=0.0, paused_seconds=0.0,
        away_seconds=0.0,
    )  # fmt: skip


def example_timeline() -> Timeline:
    """Two steps of a minute, a rest and a get-ready between."""
    steps = tuple(
        PlannedStep(
            index=i, block=0, round=0, place=i, exercise=exercise, name=exercise.title(), sides=Sides.BOTH,
            ladder=(Rung("", "", 0, TONING),), rung=0, seconds=60.0, estimate=60.0,
        )
        for i, exercise in enumerate(("back-bow", "russian-twist"))
    )  # fmt: skip
    return Timeline(
        routine="upper-and-lower-back",
        name="Upper and Lower Back",
        blocks=(PlannedBlock(BlockKind.STRENGTH, "Main", 1),),
        steps=steps,
        phases=(
            Phase(0, PhaseKind.WORK, 0, 60.0),
            Phase(1, PhaseKind.REST, 1, 15.0, rests_from=0),
            Phase(2, PhaseKind.GET_READY, 1, 5.0),
            Phase(3, PhaseKind.WORK, 1, 60.0),
        ),
    )


def example_checkpoint(at: float = 10.0) -> Checkpoint:
    """`at` seconds into the first step of the example timeline."""
    micros = round(at * 1_000_000)
    return Checkpoint(
        state=SessionState.RUNNING, at=micros, active=micros, paused=0, away=0, position=Position(elapsed=micros),
        outcomes=(StepOutcome.CURRENT, StepOutcome.PENDING), rungs=(0, 0), stints=(), visit=micros, stint=micros,
        pause_reason=PauseReason.PERSON,
    )  # fmt: skip


# --- strategies -------------------------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
lengths = st.floats(0, 7200, allow_nan=False)
indexes = st.integers(0, 40)
mets = st.builds(Met, texts, st.floats(1, 15))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made aware

steps = st.builds(
    WorkoutStep, index=indexes, block=st.sampled_from(BlockKind), block_name=texts, round=indexes, place=indexes,
    exercise=texts, name=texts, variant=texts, variant_name=texts, outcome=st.sampled_from(StepOutcome),
    planned_seconds=lengths, worked_seconds=lengths, reps=st.none() | indexes,
    load_kg=st.none() | st.floats(0, 400),
)  # fmt: skip

spans = st.builds(
    Span, step=indexes, kind=st.sampled_from(PhaseKind), block=st.sampled_from(BlockKind), exercise=texts,
    variant=texts, met=mets, seconds=lengths, side=st.none() | st.sampled_from(Side),
)  # fmt: skip

workouts = st.builds(
    Workout, id=st.uuids().map(str), routine=texts, routine_name=texts,
    state=st.sampled_from([WorkoutState.COMPLETE, WorkoutState.PARTIAL]), started=moments, ended=st.none() | moments,
    utc_offset_minutes=st.integers(-14 * 60, 14 * 60), local_date=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    active_seconds=lengths, paused_seconds=lengths, away_seconds=lengths,
    weight_kg=st.none() | st.floats(20, 400), energy_method=texts,
    steps=st.lists(steps, max_size=6, unique_by=lambda one: one.index).map(
        lambda found: tuple(sorted(found, key=lambda one: one.index))
    ),
    spans=st.lists(spans, max_size=8).map(tuple), effort=st.none() | st.integers(1, 10), note=texts,
    claim=st.none() | st.builds(Claim, source=texts, minutes=st.none() | indexes, kcal_low=st.none() | indexes),
    source=st.sampled_from(WorkoutSource),
)  # fmt: skip


def _events_of(kind: type[AnyEvent]) -> st.SearchStrategy[AnyEvent]:
    times = {field.name: lengths for field in msgspec.structs.fields(kind) if field.type is float}
    return st.builds(kind, **times)


events = st.one_of(*(_events_of(kind) for kind in get_args(AnyEvent)))
