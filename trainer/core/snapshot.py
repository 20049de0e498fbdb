"""Snapshot: how a session stands at one moment, for whoever shows it."""

from enum import StrEnum

from msgspec import Struct

from trainer.core.events import PauseReason, StepOutcome
from trainer.core.timeline import Phase, PlannedStep, Rung, Side


class SessionState(StrEnum):
    """Whether the session's clock runs."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    LEAD_IN = "lead-in"  # resume was asked for; about to run
    ENDED = "ended"


class PrimaryAction(StrEnum):
    """What the primary action (Space, the big button) does next."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    DONE = "done"  # completes a phase that waits for the person
    NONE = "none"  # the session is over


def primary_action(state: SessionState, phase: Phase) -> PrimaryAction:
    """What the primary action does in that state and phase."""
    match state:
        case SessionState.READY:
            return PrimaryAction.START
        case SessionState.PAUSED:
            return PrimaryAction.RESUME
        case SessionState.ENDED:
            return PrimaryAction.NONE
        case SessionState.RUNNING if phase.seconds is None:
            return PrimaryAction.DONE
        case _:
            return PrimaryAction.PAUSE


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
    paused_for: float  # this pause so far, away time and lead-in included
    pause_reason: PauseReason
    active_seconds: float
    paused_seconds: float  # lead-ins included
    away_seconds: float
    can_undo: bool
    at: float = 0.0  # the moment itself, on the session's clock
    side: Side | None = None  # to work on now; a form done side by side in one window changes at half of it

    @property
    def primary_action(self) -> PrimaryAction:
        """What the big button says."""
        return primary_action(self.state, self.phase)
