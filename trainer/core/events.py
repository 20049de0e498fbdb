"""What happens in a session: facts in the past tense, each stamped with its exact moment.

`at` is seconds on the session's monotonic clock since the session began (start = 0.0), away time included.
"""

from enum import StrEnum

from msgspec import Struct

from trainer.core.timeline import PhaseKind, Side


class StepOutcome(StrEnum):
    """What became of a planned step."""

    PENDING = "pending"  # not reached
    CURRENT = "current"
    DONE = "done"
    PARTIAL = "partial"  # worked on, then left
    SKIPPED = "skipped"  # left without any work


class PauseReason(StrEnum):
    """Why a session stands still."""

    PERSON = "person"
    AWAY = "away"  # a gap in time: sleep, lid closed
    RECOVERED = "recovered"  # taken up again after the program ended


class Event(Struct, frozen=True, tag=True):
    """Base of all session events."""

    at: float


class SessionStarted(Event, frozen=True, tag=True):
    """The first phase begins."""


class PhaseStarted(Event, frozen=True, tag=True):
    """A phase is entered, by time or by command."""

    phase: int
    step: int
    kind: PhaseKind
    side: Side | None = None


class PhaseEnded(Event, frozen=True, tag=True):
    """A phase is left. `seconds` is the active time of this visit; `complete`: it ran out or was done."""

    phase: int
    step: int
    kind: PhaseKind
    seconds: float
    complete: bool


class CountdownReached(Event, frozen=True, tag=True):
    """3, 2 or 1 seconds are left of a timed phase (or of the lead-in after a pause)."""

    seconds_left: int
    phase: int


class HalfwayReached(Event, frozen=True, tag=True):
    """Half of a timed work phase has passed."""

    phase: int


class StepEnded(Event, frozen=True, tag=True):
    """A planned step is left for good (until jumped back to): done, partial or skipped."""

    step: int
    outcome: StepOutcome


class Paused(Event, frozen=True, tag=True):
    """The clock stands."""

    reason: PauseReason = PauseReason.PERSON


class LeadInStarted(Event, frozen=True, tag=True):
    """Resume was asked for; the clock runs again in `seconds`."""

    seconds: float


class Resumed(Event, frozen=True, tag=True):
    """The clock runs again."""


class Skipped(Event, frozen=True, tag=True):
    """The person left a phase by Next, Previous or a jump; can be undone."""

    from_phase: int
    to_phase: int


class SkipUndone(Event, frozen=True, tag=True):
    """The last skip was taken back."""

    to_phase: int


class TimeAdjusted(Event, frozen=True, tag=True):
    """The running phase was made longer or shorter by `seconds`."""

    phase: int
    seconds: float


class VariantChanged(Event, frozen=True, tag=True):
    """An exercise is done in another form from now on."""

    exercise: str
    variant: str
    level: int


class WasAway(Event, frozen=True, tag=True):
    """A gap in time of `seconds` was found; nothing of it counts."""

    seconds: float


class SessionEnded(Event, frozen=True, tag=True):
    """The session is over; `complete`: every planned step was done."""

    complete: bool


AnyEvent = (
    SessionStarted
    | PhaseStarted
    | PhaseEnded
    | CountdownReached
    | HalfwayReached
    | StepEnded
    | Paused
    | LeadInStarted
    | Resumed
    | Skipped
    | SkipUndone
    | TimeAdjusted
    | VariantChanged
    | WasAway
    | SessionEnded
)
