"""Workout: what the log keeps of a session."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from trainer.core.events import StepOutcome
from trainer.core.exercise import Met
from trainer.core.routine import BlockKind, Claim
from trainer.core.timeline import PhaseKind, Side


class WorkoutState(StrEnum):
    """Whether a session is still open, and how it ended."""

    OPEN = "open"  # running, kept for later, or cut off by a crash
    COMPLETE = "complete"
    PARTIAL = "partial"


class WorkoutSource(StrEnum):
    """How a workout came into the log."""

    FOLLOWED = "followed"  # a session in this program
    BY_HAND = "by-hand"  # done elsewhere, written down here
    STRONG = "imported-strong"
    HEVY = "imported-hevy"
    FITNOTES = "imported-fitnotes"


class Span(Struct, frozen=True):
    """Active time in one visit to one phase in one form: what energy and minutes are counted from.

    `seconds` excludes paused and away time. A rest belongs to the step before it (step, block, exercise, form and
    MET): it is that effort one recovers from.
    """

    step: int
    kind: PhaseKind
    block: BlockKind
    exercise: str
    variant: str
    met: Met
    seconds: float
    side: Side | None = None


class WorkoutStep(Struct, frozen=True):
    """One planned step and what became of it."""

    index: int
    block: BlockKind
    block_name: str
    round: int
    place: int
    exercise: str
    name: str
    variant: str
    variant_name: str
    outcome: StepOutcome
    planned_seconds: float  # of work, all sides together; an estimate where it waited for the person
    worked_seconds: float
    reps: int | None = None
    load_kg: float | None = None  # one dumbbell, one bar, one machine


class Workout(Struct, frozen=True):
    """One session in the log. Times are UTC with the offset in force; the date is the local one it began on."""

    id: str  # UUID
    routine: str
    routine_name: str
    state: WorkoutState
    started: datetime  # aware, UTC
    ended: datetime | None  # aware, UTC
    utc_offset_minutes: int
    local_date: date
    active_seconds: float
    paused_seconds: float
    away_seconds: float
    weight_kg: float | None
    energy_method: str  # version of core/energy.py it was counted with
    steps: tuple[WorkoutStep, ...] = ()
    spans: tuple[Span, ...] = ()
    effort: int | None = None  # CR-10: 1 very easy .. 10 maximal
    note: str = ""
    claim: Claim | None = None
    source: WorkoutSource = WorkoutSource.FOLLOWED
