"""Tally: the time of a session, every microsecond of it active, paused or away, and none twice."""

from collections.abc import Sequence

from trainer.core.checkpoint import Checkpoint, Stint, to_seconds
from trainer.core.exercise import Sides
from trainer.core.timeline import Phase, PhaseKind, Timeline
from trainer.core.workout import Span


class Tally:
    """Totals, and the active time as stints: one per visit to a phase, or more where its form changed on the way."""

    def __init__(self) -> None:
        self.active = 0
        self.paused = 0
        self.away = 0
        self.stints: list[Stint] = []
        self.visit = 0  # active time of the visit going on, all forms
        self.stint = 0  # the part of it in the form in force

    def take_up(self, checkpoint: Checkpoint) -> None:
        """Count on from a checkpoint."""
        self.active, self.paused, self.away = checkpoint.active, checkpoint.paused, checkpoint.away
        self.stints = list(checkpoint.stints)
        self.visit, self.stint = checkpoint.visit, checkpoint.stint

    def work(self, micros: int) -> None:
        """Active time goes by."""
        self.active += micros
        self.visit += micros
        self.stint += micros

    def close_stint(self, phase: int, rung: int) -> None:
        """The form changes, or the visit ends: what was done so far was done in that rung."""
        if self.stint:
            self.stints.append(Stint(phase, rung, self.stint))
        self.stint = 0

    def close_visit(self, phase: int, rung: int) -> int:
        """The phase is left. Returns the active time of the visit."""
        self.close_stint(phase, rung)
        visit, self.visit = self.visit, 0
        return visit

    def worked(self, timeline: Timeline, step: int, current: Phase) -> int:
        """Active time in the work phases of a step; `current` is the phase visited now."""
        going_on = [Stint(current.index, 0, self.stint)]
        phases = timeline.phases
        return sum(
            stint.micros
            for stint in (*self.stints, *going_on)
            if phases[stint.phase].step == step and phases[stint.phase].kind is PhaseKind.WORK
        )


def spans_of(timeline: Timeline, stints: Sequence[Stint]) -> tuple[Span, ...]:
    """The stints as the log keeps them."""
    return tuple(
        _span(timeline, timeline.phases[stint.phase], stint.rung, to_seconds(stint.micros)) for stint in stints
    )


def planned_spans(timeline: Timeline) -> tuple[Span, ...]:
    """The session as it would be if everything went as planned; a waiting step takes its estimate."""
    return tuple(
        _span(timeline, phase, timeline.steps[phase.counts_for].rung, timeline.expected(phase))
        for phase in timeline.phases
    )


def _span(timeline: Timeline, phase: Phase, rung: int, seconds: float) -> Span:
    step = timeline.steps[phase.counts_for]
    form = step.ladder[rung]
    return Span(
        step=step.index,
        kind=phase.kind,
        block=timeline.blocks[step.block].kind,
        exercise=step.exercise,
        variant=form.variant,
        met=form.met,
        seconds=seconds,
        side=phase.side if form.sides is Sides.EACH else None,
    )
