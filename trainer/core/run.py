"""Run: the rules of a session on its own clock, which begins at 0 and knows pauses and away time but no machine.

It goes from boundary to boundary, so it makes no difference in how many pieces the time comes. Times are
microseconds; events carry seconds.
"""

from typing import Final

from trainer.core.checkpoint import SECOND, Checkpoint, to_seconds
from trainer.core.course import Course
from trainer.core.events import (
    AnyEvent,
    CountdownReached,
    HalfwayReached,
    LeadInStarted,
    Paused,
    PauseReason,
    PhaseEnded,
    PhaseStarted,
    Resumed,
    SessionEnded,
    SessionStarted,
    Skipped,
    SkipUndone,
    StepEnded,
    StepOutcome,
    TimeAdjusted,
    VariantChanged,
    WasAway,
)
from trainer.core.snapshot import SessionState
from trainer.core.tally import Tally
from trainer.core.timeline import PhaseKind, Timeline

LEAD_IN: Final = 3 * SECOND  # between Resume and the clock running on
DOUBLE: Final = 2 * SECOND  # Previous again within this goes one step back

_WAIT: Final = (PhaseKind.REST, PhaseKind.GET_READY)


class Run:
    """One run through a timeline. Whoever drives it calls `run_to` the present before any command.

    A command that means nothing in the state it meets does nothing; before the start and after the end that is
    every command but `start`.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.course = Course(timeline)
        self.tally = Tally()
        self.state = SessionState.READY
        self.at = 0  # everything up to here is accounted for
        self.paused_since = 0
        self.pause_reason = PauseReason.PERSON
        self.lead_in = 0  # left of it
        self.events: list[AnyEvent] = []  # told, not yet fetched
        self._timeline = timeline
        self._lead_in_countdown = 0
        self._previous_at: int | None = None  # when Previous was last given
        self.course.enter(0)

    @property
    def under_way(self) -> bool:
        """Begun and not over."""
        return self.state not in (SessionState.READY, SessionState.ENDED)

    # Time

    @property
    def until_due(self) -> int | None:
        """Time to the next event that comes by itself, None if nothing does."""
        if self.state is SessionState.RUNNING:
            return self.course.until_mark
        if self.state is SessionState.LEAD_IN:
            return self.lead_in - self._lead_in_countdown * SECOND
        return None

    def run_to(self, at: int) -> None:
        """Let the time up to `at` go by, with all that happens in it."""
        if self.state is SessionState.READY:
            return
        self._tell_due()
        while self.at < at and self.state is not SessionState.ENDED:
            due = self.until_due
            self._pass(at - self.at if due is None else min(at - self.at, due))
            self._tell_due()

    def be_away(self, gap: int) -> None:
        """A gap in time begins now; the session stands still over it."""
        if not self.under_way:
            return
        if self.state is not SessionState.PAUSED:
            self._stand_still(PauseReason.AWAY)
        self.at += gap
        self.tally.away += gap
        self._tell(WasAway(self._now, to_seconds(gap)))

    def _pass(self, micros: int) -> None:
        self.at += micros
        if self.state is SessionState.RUNNING:
            self.tally.work(micros)
            self.course.position.elapsed += micros
        else:
            self.tally.paused += micros
            if self.state is SessionState.LEAD_IN:
                self.lead_in -= micros

    def _tell_due(self) -> None:
        """Everything whose moment is now. Phases without any length follow one another at once."""
        while self.until_due == 0:
            if self.state is SessionState.LEAD_IN:
                self._tell_lead_in_mark()
            else:
                self._tell_phase_mark()

    def _tell_lead_in_mark(self) -> None:
        if self._lead_in_countdown:
            self._tell(CountdownReached(self._now, self._lead_in_countdown, self.course.position.phase))
            self._lead_in_countdown -= 1
        else:
            self._run_on()

    def _tell_phase_mark(self) -> None:
        position, left, length = self.course.position, self.course.left, self.course.length
        if length is not None and not position.halfway and position.elapsed * 2 >= length:
            position.halfway = True
            self._tell(HalfwayReached(self._now, position.phase))
        elif left is not None and position.countdown and left <= position.countdown * SECOND:
            self._tell(CountdownReached(self._now, position.countdown, position.phase))
            position.countdown -= 1
        else:
            self._complete()

    @property
    def _now(self) -> float:
        return to_seconds(self.at)

    def _tell(self, event: AnyEvent) -> None:
        self.events.append(event)

    def take_up(self, checkpoint: Checkpoint, away: int) -> None:
        """Stand where the checkpoint was made, `away` later. The checkpoint fits the timeline."""
        self.state = checkpoint.state
        self.at = checkpoint.at
        self.paused_since, self.pause_reason = checkpoint.paused_since, checkpoint.pause_reason
        self.tally.take_up(checkpoint)
        self.course.take_up(checkpoint)
        if self.under_way:
            if self.state is SessionState.RUNNING:
                self.paused_since = self.at
            self.state, self.pause_reason = SessionState.PAUSED, PauseReason.RECOVERED
            self.at += away
            self.tally.away += away

    # Start, pause, end

    def start(self) -> None:
        if self.state is SessionState.READY:
            self.state = SessionState.RUNNING
            self._tell(SessionStarted(self._now))
            self._enter(0)

    def pause(self) -> None:
        if self.state in (SessionState.RUNNING, SessionState.LEAD_IN):
            self._stand_still(PauseReason.PERSON)

    def resume(self) -> None:
        if self.state is SessionState.PAUSED:
            self._begin_lead_in()

    def finish(self) -> None:
        """End here."""
        if self.under_way:
            self._leave(complete=False)
            self._end(self._left_behind(self.course.step.index))

    def _stand_still(self, reason: PauseReason) -> None:
        if self.state is SessionState.RUNNING:
            self.paused_since = self.at
        self.state = SessionState.PAUSED
        self.pause_reason = reason
        self._tell(Paused(self._now, reason))

    def _begin_lead_in(self) -> None:
        if self.state is SessionState.RUNNING:
            self.paused_since = self.at
        self.state = SessionState.LEAD_IN
        self.lead_in, self._lead_in_countdown = LEAD_IN, LEAD_IN // SECOND
        self._tell(LeadInStarted(self._now, to_seconds(LEAD_IN)))

    def _run_on(self) -> None:
        self.state = SessionState.RUNNING
        self._tell(Resumed(self._now))

    def _end(self, outcomes: dict[int, StepOutcome]) -> None:
        """The session is over. A step that was worked on counts as partial, however it was left."""
        for step in self._timeline.steps:
            if self.course.outcomes[step.index] is not StepOutcome.DONE and self._worked(step.index):
                outcomes.setdefault(step.index, StepOutcome.PARTIAL)
        self._end_steps(outcomes)
        self.state = SessionState.ENDED
        self.course.detours = []
        self._tell(SessionEnded(self._now, self.course.complete))

    # Through the timeline

    def _enter(self, phase: int, *, adjusted: dict[int, int] | None = None) -> None:
        self.course.enter(phase, adjusted=adjusted)
        self._tell_phase()

    def _tell_phase(self) -> None:
        phase = self.course.phase
        self._tell(PhaseStarted(self._now, phase.index, phase.step, phase.kind, phase.side))

    def _leave(self, *, complete: bool) -> None:
        phase = self.course.phase
        visit = self.tally.close_visit(phase.index, self.course.counted_rung)
        self._tell(PhaseEnded(self._now, phase.index, phase.step, phase.kind, to_seconds(visit), complete))

    def _complete(self) -> None:
        """The phase has run out or was done; the next begins."""
        phase = self.course.phase
        self._leave(complete=True)
        following = phase.index + 1
        if following < self.course.end_of(phase.step):
            self._enter(following, adjusted=self.course.position.adjusted)
            return
        # A step whose work was shortened to nothing is not done, though all its phases are complete.
        done = phase.seconds is None or self._worked(phase.step)
        outcome = StepOutcome.DONE if done else StepOutcome.SKIPPED
        if following == len(self._timeline.phases):
            self._end({phase.step: outcome})
        else:
            self._end_steps({phase.step: outcome})
            self._enter(following)

    def _worked(self, step: int) -> int:
        return self.tally.worked(self._timeline, step, self.course.phase)

    def _end_steps(self, outcomes: dict[int, StepOutcome]) -> None:
        for step, outcome in sorted(outcomes.items()):
            self._tell(StepEnded(self._now, step, self.course.end_step(step, outcome)))

    def _left_ahead(self, step: int) -> dict[int, StepOutcome]:
        """What becomes of a step left for a later one."""
        return {step: StepOutcome.PARTIAL if self._worked(step) else StepOutcome.SKIPPED}

    def _left_behind(self, step: int) -> dict[int, StepOutcome]:
        """What becomes of a step left for an earlier one, or by the end: without any work, it wasn't reached."""
        return {step: StepOutcome.PARTIAL} if self._worked(step) else {}

    # Skips

    def done(self) -> None:
        if self.state is SessionState.RUNNING and self.course.length is None:
            self._complete()

    def next(self) -> None:
        if not self.under_way:
            return
        self._previous_at = None
        step = self.course.step.index
        if self.course.phase.kind in _WAIT:
            self._go(self.course.work_of(step), {})
        elif step + 1 < len(self._timeline.steps):
            self._go(self.course.entry_of(step + 1), self._left_ahead(step))
        else:
            self._leave(complete=False)
            self._end(self._left_ahead(step))

    def previous(self) -> None:
        if not self.under_way:
            return
        step = self.course.step.index
        again = self._previous_at is not None and self.at - self._previous_at <= DOUBLE
        if again and step > 0:
            self._go(self.course.entry_of(step - 1), self._left_behind(step))
        elif self.course.phase.kind in _WAIT:
            self._go(self.course.start_of(step), {})
        else:
            self._go(self.course.work_of(step), {})
        if self.state is not SessionState.PAUSED:
            if self.course.phase.kind is PhaseKind.WORK:
                self._begin_lead_in()
            elif self.state is SessionState.LEAD_IN:
                self._run_on()  # a rest or get-ready leads in by itself
        self._previous_at = self.at

    def jump(self, step: int) -> None:
        if not self.under_way or not 0 <= step < len(self._timeline.steps):
            return
        self._previous_at = None
        here = self.course.step.index
        outcomes: dict[int, StepOutcome] = {}
        if step > here:
            passed_over = (n for n in range(here + 1, step) if self.course.outcomes[n] is StepOutcome.PENDING)
            outcomes = self._left_ahead(here) | dict.fromkeys(passed_over, StepOutcome.SKIPPED)
        elif step < here:
            outcomes = self._left_behind(here)
        self._go(self.course.entry_of(step), outcomes)

    def undo_skip(self) -> None:
        if not self.under_way or not self.course.detours:
            return
        self._previous_at = None
        self._leave(complete=False)
        self.course.take_back()
        self._tell(SkipUndone(self._now, self.course.position.phase))
        self._tell_phase()

    def _go(self, phase: int, outcomes: dict[int, StepOutcome]) -> None:
        position = self.course.position
        self.course.remember(position, tuple(outcomes))
        self._tell(Skipped(self._now, position.phase, phase))
        self._leave(complete=False)
        self._end_steps(outcomes)
        self._enter(phase)

    # Changes on the way

    def adjust(self, change: int) -> None:
        if not self.under_way:
            return
        made = self.course.lengthen(change)
        if made:
            self._tell(TimeAdjusted(self._now, self.course.position.phase, to_seconds(made)))
            if self.course.left == 0:
                self._complete()

    def climb(self, rungs: int) -> None:
        """That many rungs up the ladder of the step shown."""
        if self.under_way:
            step = self.course.step
            rung = self.course.rungs[step.index] + rungs
            if 0 <= rung < len(step.ladder):
                self.set_variant(step.exercise, step.ladder[rung].variant)

    def set_variant(self, exercise: str, variant: str) -> None:
        if not self.under_way:
            return
        changes = self.course.upcoming(exercise, variant)
        if not changes:
            return
        if self.course.step.index in changes and self.course.phase.kind not in _WAIT:
            self.tally.close_stint(self.course.position.phase, self.course.counted_rung)
        for step, rung in changes.items():
            self.course.rungs[step] = rung
        step, rung = next(iter(changes.items()))
        level = self._timeline.steps[step].ladder[rung].level
        self._tell(VariantChanged(self._now, exercise, variant, level))
