"""Checkpoint: a session at one moment, small enough to be kept every second and taken up again from.

Times are whole microseconds, so that sums are exact: no time is lost, counted twice, or drifts. None refers to
a clock of the machine.
"""

from math import inf

from msgspec import Struct

from trainer.core.events import PauseReason, StepOutcome
from trainer.core.snapshot import SessionState
from trainer.core.timeline import Timeline

SECOND = 1_000_000
COUNTDOWN = 3  # the last seconds of a timed phase that are called


def to_micros(seconds: float) -> int:
    """Seconds as whole microseconds."""
    return round(seconds * SECOND)


def to_seconds(micros: int) -> float:
    """Whole microseconds as seconds."""
    return micros / SECOND


class Position(Struct, array_like=True):
    """Where a session stands in its timeline. The engine changes its own; others are copies.

    `countdown`: the next of the last seconds to be called, 0 after the last. `halfway`: half of the phase was
    reached. `adjusted`: phase -> how much longer it was made, in this visit to its step.
    """

    phase: int = 0
    elapsed: int = 0
    countdown: int = 0
    halfway: bool = False
    adjusted: dict[int, int] = {}


class Detour(Struct, frozen=True, array_like=True):
    """What a skip, a jump or Previous changed: the position it left, and what had become of the steps it ended."""

    position: Position
    outcomes: dict[int, StepOutcome]


class Stint(Struct, frozen=True, array_like=True):
    """Active time in one visit to one phase in one form, an index into the ladder of the step it counts for."""

    phase: int
    rung: int
    micros: int


class Checkpoint(Struct, frozen=True):
    """All that a SessionEngine needs to go on, but the timeline."""

    state: SessionState
    at: int
    active: int
    paused: int
    away: int
    position: Position
    outcomes: tuple[StepOutcome, ...]
    rungs: tuple[int, ...]
    stints: tuple[Stint, ...]
    visit: int  # active time of the visit going on, all forms
    stint: int  # the part of it in the form in force
    detours: tuple[Detour, ...] = ()
    paused_since: int = 0
    pause_reason: PauseReason = PauseReason.PERSON

    def fits(self, timeline: Timeline) -> bool:
        """Whether it can be of that timeline: every index exists, no time is negative, and the times add up."""
        steps = timeline.steps
        positions = [self.position, *(detour.position for detour in self.detours)]
        return (
            len(self.outcomes) == len(self.rungs) == len(steps)
            and all(0 <= rung < len(step.ladder) for rung, step in zip(self.rungs, steps, strict=True))
            and all(_is_within(position, timeline) for position in positions)
            and all(0 <= step < len(steps) for detour in self.detours for step in detour.outcomes)
            and all(StepOutcome.CURRENT not in detour.outcomes.values() for detour in self.detours)
            and all(_can_be_of(stint, timeline) for stint in self.stints)
            and min(self.paused, self.away, self.stint, self.visit - self.stint, self.paused_since) >= 0
            and self.active == sum(stint.micros for stint in self.stints) + self.stint
            and self.at == self.active + self.paused + self.away >= self.paused_since
        )


def _is_within(position: Position, timeline: Timeline) -> bool:
    phases = range(len(timeline.phases))
    if position.phase not in phases or any(phase not in phases for phase in position.adjusted):
        return False
    lengths = {phase: _length(timeline, phase, position) for phase in (*position.adjusted, position.phase)}
    return (
        0 <= position.elapsed <= lengths[position.phase]
        and all(length >= 0 for length in lengths.values())
        and 0 <= position.countdown <= COUNTDOWN
    )


def _length(timeline: Timeline, phase: int, position: Position) -> float:
    planned = timeline.phases[phase].seconds
    return inf if planned is None else to_micros(planned) + position.adjusted.get(phase, 0)


def _can_be_of(stint: Stint, timeline: Timeline) -> bool:
    if not 0 <= stint.phase < len(timeline.phases):
        return False
    ladder = timeline.steps[timeline.phases[stint.phase].counts_for].ladder
    return 0 <= stint.rung < len(ladder) and stint.micros >= 0
