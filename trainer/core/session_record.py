"""Session record: what the log keeps of a session, from how its engine stands."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from trainer.core.energy import METHOD
from trainer.core.routine import Claim
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState
from trainer.core.timeline import PhaseKind, PlannedStep
from trainer.core.workout import Workout, WorkoutState, WorkoutStep

CLOCKS_DIFFER = timedelta(seconds=60)  # more than two honest clocks drift apart in a day


class WorkoutHeader(Struct, frozen=True):
    """What the engine can't know: when and by whom."""

    id: str  # UUID
    started: datetime  # aware, UTC
    utc_offset_minutes: int
    local_date: date
    weight_kg: float | None = None
    claim: Claim | None = None


def to_workout(session: SessionEngine, header: WorkoutHeader, ended: datetime | None = None) -> Workout:
    """The session as it stands, as the log keeps it; OPEN until it has ended. `ended` is aware, UTC."""
    timeline = session.timeline
    return Workout(
        id=header.id,
        routine=timeline.routine,
        routine_name=timeline.name,
        state=_state(session),
        started=header.started,
        ended=ended,
        utc_offset_minutes=header.utc_offset_minutes,
        local_date=header.local_date,
        active_seconds=session.active_seconds,
        paused_seconds=session.paused_seconds,
        away_seconds=session.away_seconds,
        weight_kg=header.weight_kg,
        energy_method=METHOD,
        steps=_steps(session),
        spans=session.spans,
        claim=header.claim,
    )


def end_of(session: SessionEngine, started: datetime, now: datetime) -> datetime:
    """When a session ended that is over at `now`; all aware.

    That is `now`, or, where the clock was set back by more than CLOCKS_DIFFER, `started` and the seconds since.
    """
    spent = timedelta(seconds=session.active_seconds + session.paused_seconds + session.away_seconds)
    return now if now >= started + spent - CLOCKS_DIFFER else started + spent


def _state(session: SessionEngine) -> WorkoutState:
    if session.state is not SessionState.ENDED:
        return WorkoutState.OPEN
    return WorkoutState.COMPLETE if session.complete else WorkoutState.PARTIAL


def _steps(session: SessionEngine) -> tuple[WorkoutStep, ...]:
    worked = [0.0] * len(session.timeline.steps)
    for span in session.spans:
        if span.kind is PhaseKind.WORK:
            worked[span.step] += span.seconds
    return tuple(_step(session, step, worked[step.index]) for step in session.timeline.steps)


def _step(session: SessionEngine, step: PlannedStep, worked: float) -> WorkoutStep:
    timeline = session.timeline
    block, form = timeline.blocks[step.block], step.ladder[session.rungs[step.index]]
    work = [phase for phase in timeline.phases_of(step.index) if phase.kind is PhaseKind.WORK]
    return WorkoutStep(
        index=step.index,
        block=block.kind,
        block_name=block.name,
        round=step.round,
        place=step.place,
        exercise=step.exercise,
        name=step.name,
        variant=form.variant,
        variant_name=form.name,
        outcome=session.outcomes[step.index],
        planned_seconds=sum(timeline.expected(phase) for phase in work),
        worked_seconds=worked,
        reps=step.reps,
    )
