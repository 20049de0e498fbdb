"""By hand: a workout done elsewhere, written down afterwards, counted by the same model with a stated MET."""

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from trainer.core.energy import METHOD
from trainer.core.events import StepOutcome
from trainer.core.exercise import Met
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Span, Workout, WorkoutSource, WorkoutState, WorkoutStep

SHORTEST_MINUTES: Final = 1
LONGEST_MINUTES: Final = 24 * 60


class Activity(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of activity with the MET its minutes are counted with."""

    id: str
    name: str
    block: BlockKind  # what its minutes count as
    met: Met


class HandWritten(Struct, frozen=True):
    """What the person writes down."""

    name: str
    activity: Activity
    started: datetime  # aware, at the local offset then in force
    minutes: float  # active; pauses are not asked for
    routine: str = ""  # id, where it was one of the routines here
    effort: int | None = None  # CR-10
    note: str = ""


def workout_by_hand(written: HandWritten, workout_id: str, weight_kg: float | None) -> Workout:
    """The workout as the log keeps it: one step, one span, done.

    Raises:
        ValueError: `started` has no offset, or `minutes` lie outside SHORTEST_MINUTES to LONGEST_MINUTES.
    """
    offset = written.started.utcoffset()
    if offset is None:
        raise ValueError("a moment without an offset")
    if not SHORTEST_MINUTES <= written.minutes <= LONGEST_MINUTES:
        raise ValueError("minutes out of range")
    activity, seconds = written.activity, written.minutes * 60.0
    return Workout(
        id=workout_id,
        routine=written.routine,
        routine_name=written.name,
        state=WorkoutState.COMPLETE,
        started=written.started,
        ended=written.started + timedelta(seconds=seconds),
        utc_offset_minutes=round(offset.total_seconds() / 60),
        local_date=written.started.date(),
        active_seconds=seconds,
        paused_seconds=0.0,
        away_seconds=0.0,
        weight_kg=weight_kg,
        energy_method=METHOD,
        steps=(
            WorkoutStep(
                index=0,
                block=activity.block,
                block_name=activity.name,
                round=0,
                place=0,
                exercise=activity.id,
                name=activity.name,
                variant="",
                variant_name="",
                outcome=StepOutcome.DONE,
                planned_seconds=seconds,
                worked_seconds=seconds,
            ),
        ),
        spans=(Span(0, PhaseKind.WORK, activity.block, activity.id, "", activity.met, seconds),),
        effort=written.effort,
        note=written.note,
        source=WorkoutSource.BY_HAND,
    )
