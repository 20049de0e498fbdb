"""Course: where a session stands in its timeline, what has become of its steps, and in which forms. No clock here."""

from bisect import bisect_left

from msgspec import structs

from trainer.core.checkpoint import COUNTDOWN, SECOND, Checkpoint, Detour, Position, to_micros
from trainer.core.events import StepOutcome
from trainer.core.exercise import Sides
from trainer.core.timeline import Phase, PhaseKind, PlannedStep, Rung, Side, Timeline

DETOURS_KEPT = 20  # how many skips can be undone


class Course:
    """The position in a timeline and everything that moves with it. Times are microseconds."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.position = Position()
        self.outcomes = [StepOutcome.PENDING] * len(timeline.steps)
        self.rungs = [step.rung for step in timeline.steps]
        self.detours: list[Detour] = []
        self._lengths = [None if phase.seconds is None else to_micros(phase.seconds) for phase in timeline.phases]
        expected = [to_micros(timeline.expected(phase)) for phase in timeline.phases]
        self._after = [sum(expected[n + 1 :]) for n in range(len(expected))]
        self._step_of = [phase.step for phase in timeline.phases]  # ascending

    def take_up(self, checkpoint: Checkpoint) -> None:
        """Stand where the checkpoint was made."""
        self.position = structs.replace(checkpoint.position)
        # Which step is the current one follows from the position.
        pending, current = StepOutcome.PENDING, StepOutcome.CURRENT
        self.outcomes = [pending if outcome is current else outcome for outcome in checkpoint.outcomes]
        self.rungs = list(checkpoint.rungs)
        self.detours = list(checkpoint.detours)

    @property
    def phase(self) -> Phase:
        return self.timeline.phases[self.position.phase]

    @property
    def step(self) -> PlannedStep:
        return self.timeline.steps[self.phase.step]

    @property
    def rung(self) -> Rung:
        """The form the step is (to be) done in."""
        return self.step.ladder[self.rungs[self.step.index]]

    @property
    def counted_rung(self) -> int:
        """The rung active time counts with now: in a rest, of the step before."""
        return self.rungs[self.phase.counts_for]

    # Lengths and marks

    @property
    def length(self) -> int | None:
        """Of the phase, adjustments included; None where it waits for the person."""
        planned = self._lengths[self.position.phase]
        return None if planned is None else planned + self.position.adjusted.get(self.position.phase, 0)

    @property
    def left(self) -> int | None:
        """Of the phase."""
        return None if self.length is None else self.length - self.position.elapsed

    def expected_left(self, elapsed: int) -> int:
        """Of the session, `elapsed` into the phase."""
        here = self.position.phase
        length = to_micros(self.step.estimate) if self.length is None else self.length
        longer = sum(change for phase, change in self.position.adjusted.items() if phase > here)
        return max(0, length - elapsed) + self._after[here] + longer

    @property
    def until_mark(self) -> int | None:
        """Until half of the phase, the next called second or its end; None if it waits for the person."""
        if self.length is None or self.left is None:
            return None
        marks = [self.left]
        if self.position.countdown:
            marks.append(self.left - self.position.countdown * SECOND)
        if not self.position.halfway:
            marks.append(-(-self.length // 2) - self.position.elapsed)
        return max(0, min(marks))

    def lengthen(self, change: int) -> int:
        """Make the phase longer or shorter, never shorter than what has passed. Returns the change made.

        The second side of a two-sided step stays as long as the first.
        """
        if self.length is None or self.left is None:
            return 0
        change = max(change, -self.left)
        here = self.position.phase
        adjusted = dict(self.position.adjusted)
        adjusted[here] = adjusted.get(here, 0) + change
        if self.phase.kind is PhaseKind.WORK:
            later = self.timeline.phases[here + 1 : self.end_of(self.phase.step)]
            adjusted |= {phase.index: adjusted[here] for phase in later if phase.kind is PhaseKind.WORK}
        self.position.adjusted = adjusted
        self.position.countdown = min(COUNTDOWN, self.left // SECOND)
        # Half lies behind now without having been reached: then it is not told at all.
        self.position.halfway = self.position.halfway or self.position.elapsed * 2 > self.length
        return change

    # Places

    def start_of(self, step: int) -> int:
        """The first phase of a step."""
        return bisect_left(self._step_of, step)

    def end_of(self, step: int) -> int:
        """The phase after the last of a step."""
        return bisect_left(self._step_of, step + 1)

    def entry_of(self, step: int) -> int:
        """Where one comes in on purpose: its get-ready, or its work if it has none."""
        return self._first(step, past=(PhaseKind.REST,))

    def work_of(self, step: int) -> int:
        """The first work phase of a step."""
        return self._first(step, past=(PhaseKind.REST, PhaseKind.GET_READY))

    def _first(self, step: int, past: tuple[PhaseKind, ...]) -> int:
        phases = self.timeline.phases[self.start_of(step) : self.end_of(step)]
        return next(phase.index for phase in phases if phase.kind not in past)

    def enter(self, phase: int, *, adjusted: dict[int, int] | None = None) -> None:
        """Stand at the beginning of a phase; `adjusted` is what was changed in this visit to its step."""
        self.position = Position(phase, adjusted=adjusted or {})
        if self.left is not None:
            self.position.countdown = min(COUNTDOWN, self.left // SECOND)
        self.position.halfway = self.phase.kind is not PhaseKind.WORK or not self.length

    # Outcomes

    @property
    def complete(self) -> bool:
        """Every step is done."""
        return all(outcome is StepOutcome.DONE for outcome in self.outcomes)

    def end_step(self, step: int, outcome: StepOutcome) -> StepOutcome:
        """The step is left. Once done it stays done. Returns what it is now."""
        if self.outcomes[step] is not StepOutcome.DONE:
            self.outcomes[step] = outcome
        return self.outcomes[step]

    def remember(self, position: Position, steps: tuple[int, ...]) -> None:
        """Keep what a move away from `position` is about to change, for `take_back`. It isn't stood on any more."""
        outcomes = {step: self.outcomes[step] for step in steps}
        self.detours = [*self.detours, Detour(position, outcomes)][-DETOURS_KEPT:]

    def take_back(self) -> None:
        """Stand where the last move was made. A step done since then stays done."""
        detour = self.detours.pop()
        for step, outcome in detour.outcomes.items():
            self.end_step(step, outcome)
        self.position = structs.replace(detour.position)

    # Forms

    def upcoming(self, exercise: str, variant: str) -> dict[int, int]:
        """Step -> rung for this and every later step of the exercise that can take that form and isn't in it."""
        found = {}
        for step in self.timeline.steps[self.phase.step :]:
            if step.exercise == exercise:
                rung = next((n for n, form in enumerate(step.ladder) if form.variant == variant), None)
                if rung is not None and rung != self.rungs[step.index]:
                    found[step.index] = rung
        return found

    def side(self, elapsed: int) -> Side | None:
        """The side to work on, `elapsed` into the phase. A per-side form in one window changes at half of it."""
        if self.rung.sides is not Sides.EACH:
            return None
        if self.phase.side is not None or self.length is None or self.step.sides is Sides.EACH:
            return self.phase.side
        first = self.timeline.first_side
        second_half = self.phase.kind is PhaseKind.WORK and elapsed * 2 >= self.length
        return first.other if second_half else first
