"""Snapshot: how a session stands at one moment, for whoever shows it."""

from enum import StrEnum

from msgspec import Struct

from trainer.core.events import PauseReason, StepOutcome
from trainer.core.timeline import Phase, PlannedStep, Rung


class SessionState(StrEnum):
    """Whether the session's clock runs."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    LEAD_IN = "lead-in"  # resume was asked for; about to run
    ENDED = "ended"


class Snapshot(Struct, frozen=True):
    """All times in seconds. A waiting phase (for reps, open-ended) has no length and counts up by `elapsed`."""

    state: SessionState
    phase: Phase
    step: PlannedStep  # the step of the phase: in rest and get ready, the one to come
    rung: Rung  # the form the step is (to be) done in
    length: float | None  # of the phase, adjustments included
    elapsed: float  # active seconds into the phase
    remaining: float | None
    total_remaining: float  # of the session; waiting steps by their estimate
    outcomes: tuple[StepOutcome, ...]  # of every planned step
    rungs: tuple[int, ...]  # the form in force of every planned step, index into its ladder
    lead_in_remaining: float
    paused_for: float  # this pause so far
    pause_reason: PauseReason
    active_seconds: float
    paused_seconds: float  # lead-ins included
    away_seconds: float
    can_undo: bool
