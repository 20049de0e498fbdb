"""SessionEngine: commands and the time in, events out. Everything else follows what it says.

It asks no clock: every call carries `now`, seconds on the caller's monotonic clock. Any schedule of calls gives
the same events with the same times. The session's own clock, `at`, runs from 0.0 at the start through pauses and
away time; active + paused + away = at, to the microsecond.
"""

from msgspec import Struct, structs

from trainer.core.checkpoint import SECOND, Checkpoint, Stint, to_micros, to_seconds
from trainer.core.events import AnyEvent, StepOutcome
from trainer.core.run import Run
from trainer.core.snapshot import PrimaryAction, SessionState, Snapshot, primary_action
from trainer.core.tally import spans_of
from trainer.core.timeline import Timeline
from trainer.core.workout import Span

_Events = tuple[AnyEvent, ...]


class SessionEngine:
    """One run through a timeline. Every command is legal in every state; where it means nothing, nothing happens.

    Commands and `advance` return the events since the last such call, in order. `snapshot`, `checkpoint` and
    `next_change` change nothing: after an `advance` to the same moment they are exact, before it they look no
    further than the next boundary. Raises ValueError for a timeline without phases: there is nothing to run.
    """

    def __init__(self, timeline: Timeline) -> None:
        if not timeline.phases:
            raise ValueError("a session needs a timeline with at least one phase")
        self.timeline = timeline
        self._run = Run(timeline)
        self._origin = 0.0  # `now` at the session's 0
        self._stood_still = 0  # away time that `now` did not see

    @classmethod
    def restore(cls, timeline: Timeline, checkpoint: Checkpoint, now: float, away_seconds: float) -> "SessionEngine":
        """Take a session up again where the checkpoint left it, `away_seconds` of real time ago: it is paused.

        Raises ValueError if the checkpoint isn't of that timeline.
        """
        if not checkpoint.fits(timeline):
            raise ValueError("the checkpoint does not fit the timeline")
        engine = cls(timeline)
        engine._run.take_up(checkpoint, max(0, to_micros(away_seconds)))
        engine._origin = now - to_seconds(engine._run.at)
        return engine

    # How it stands

    @property
    def state(self) -> SessionState:
        return self._run.state

    @property
    def primary_action(self) -> PrimaryAction:
        """What `primary` does."""
        return primary_action(self._run.state, self._run.course.phase)

    @property
    def active_seconds(self) -> float:
        return to_seconds(self._run.tally.active)

    @property
    def paused_seconds(self) -> float:
        """Lead-ins included."""
        return to_seconds(self._run.tally.paused)

    @property
    def away_seconds(self) -> float:
        return to_seconds(self._run.tally.away)

    @property
    def rungs(self) -> tuple[int, ...]:
        """The form in force of every planned step, an index into its ladder."""
        return tuple(self._run.course.rungs)

    @property
    def outcomes(self) -> tuple[StepOutcome, ...]:
        """What has become of every planned step."""
        outcomes = list(self._run.course.outcomes)
        if self._run.under_way:
            outcomes[self._run.course.step.index] = StepOutcome.CURRENT
        return tuple(outcomes)

    @property
    def complete(self) -> bool:
        """Whether every planned step was done."""
        return self._run.course.complete

    @property
    def spans(self) -> tuple[Span, ...]:
        """The active time so far, the visit going on included, in the order it went by."""
        tally, course = self._run.tally, self._run.course
        going_on = [Stint(course.position.phase, course.counted_rung, tally.stint)] if tally.stint else []
        return spans_of(self.timeline, [*tally.stints, *going_on])

    def at(self, now: float) -> float:
        """`now` on the session's clock: 0.0 before the start, its last moment after the end."""
        return to_seconds(self._clock(now))

    def snapshot(self, now: float) -> Snapshot:
        """How the session stands at `now`."""
        run, course, moment = self._run, self._run.course, self._moment(now)
        over = run.state is SessionState.ENDED
        left = None if course.length is None else to_seconds(course.length - moment.elapsed)
        still = run.state in (SessionState.PAUSED, SessionState.LEAD_IN)
        return Snapshot(
            state=run.state,
            phase=course.phase,
            step=course.step,
            rung=course.rung,
            length=None if course.length is None else to_seconds(course.length),
            elapsed=to_seconds(moment.elapsed),
            remaining=left,
            total_remaining=0.0 if over else to_seconds(course.expected_left(moment.elapsed)),
            outcomes=self.outcomes,
            rungs=self.rungs,
            lead_in_remaining=to_seconds(moment.lead_in),
            paused_for=to_seconds(moment.at - run.paused_since) if still else 0.0,
            pause_reason=run.pause_reason,
            active_seconds=to_seconds(moment.active),
            paused_seconds=to_seconds(moment.paused),
            away_seconds=self.away_seconds,
            can_undo=bool(course.detours),
            at=to_seconds(moment.at),
            side=course.side(moment.elapsed),
        )

    def checkpoint(self, now: float) -> Checkpoint:
        """The session at `now`, to be restored from."""
        run, course, moment = self._run, self._run.course, self._moment(now)
        more = moment.active - run.tally.active
        return Checkpoint(
            state=run.state,
            at=moment.at,
            active=moment.active,
            paused=moment.paused,
            away=run.tally.away,
            position=structs.replace(course.position, elapsed=moment.elapsed),
            outcomes=tuple(course.outcomes),
            rungs=tuple(course.rungs),
            stints=tuple(run.tally.stints),
            visit=run.tally.visit + more,
            stint=run.tally.stint + more,
            detours=tuple(course.detours),
            paused_since=run.paused_since,
            pause_reason=run.pause_reason,
        )

    def next_change(self, now: float) -> float | None:
        """The moment on the session's clock at which a shown second changes or something happens by itself.

        None where nothing will: before the start and after the end. It may lie in the past if `advance` is due.
        """
        run, moment = self._run, self._moment(now)
        if not run.under_way:
            return None
        if run.state is SessionState.PAUSED:
            to_second = SECOND - (moment.at - run.paused_since) % SECOND
        elif run.state is SessionState.LEAD_IN:
            to_second = moment.lead_in % SECOND or SECOND
        elif run.course.length is None:
            to_second = SECOND - moment.elapsed % SECOND
        else:
            to_second = (run.course.length - moment.elapsed) % SECOND or SECOND
        due = run.until_due
        change = moment.at + to_second
        return to_seconds(change if due is None else min(change, run.at + due))

    # Time

    def advance(self, now: float) -> _Events:
        """Let the time up to `now` go by."""
        self._run.run_to(self._clock(now))
        return self._fetch()

    def away(self, now: float, gap: float) -> _Events:
        """The last `gap` seconds up to `now` were spent away: the machine slept, its lid was closed.

        The session pauses at the moment before them. It makes no difference whether `now` ran on meanwhile or
        stood still. To be called in place of `advance` when the gap is found.
        """
        clock, gone = self._clock(now), max(0, to_micros(gap))
        seen = min(gone, clock - self._run.at)
        self._run.run_to(clock - seen)
        if self._run.under_way and gone:
            self._run.be_away(gone)
            self._stood_still += gone - seen
        return self._fetch()

    # Commands

    def start(self, now: float) -> _Events:
        """Begin with the first phase."""
        if self._run.state is SessionState.READY:
            self._origin = now
            self._run.start()
        return self.advance(now)

    def primary(self, now: float) -> _Events:
        """What Space does: start, pause, resume or done, as `primary_action` says at that moment."""
        before = self.advance(now)
        command = {
            PrimaryAction.START: self.start,
            PrimaryAction.PAUSE: self.pause,
            PrimaryAction.RESUME: self.resume,
            PrimaryAction.DONE: self.done,
            PrimaryAction.NONE: self.advance,
        }[self.primary_action]
        return before + command(now)

    def pause(self, now: float) -> _Events:
        """Stand still, losing nothing."""
        self._run_to(now).pause()
        return self.advance(now)

    def resume(self, now: float) -> _Events:
        """Run on after a lead-in of three seconds."""
        self._run_to(now).resume()
        return self.advance(now)

    def done(self, now: float) -> _Events:
        """Complete a running phase that waits for the person."""
        self._run_to(now).done()
        return self.advance(now)

    def next(self, now: float) -> _Events:
        """In rest and get ready go straight to the work; else leave the step for the next one's get-ready."""
        self._run_to(now).next()
        return self.advance(now)

    def previous(self, now: float) -> _Events:
        """Begin the step again; given again within two seconds, go one step back."""
        self._run_to(now).previous()
        return self.advance(now)

    def jump(self, now: float, step: int) -> _Events:
        """Go to the get-ready of a planned step."""
        self._run_to(now).jump(step)
        return self.advance(now)

    def undo_skip(self, now: float) -> _Events:
        """Take back the last Next, Previous or jump."""
        self._run_to(now).undo_skip()
        return self.advance(now)

    def adjust(self, now: float, change: float) -> _Events:
        """Make the timed phase `change` seconds longer, or shorter; with nothing left it is complete."""
        self._run_to(now).adjust(to_micros(change))
        return self.advance(now)

    def easier(self, now: float) -> _Events:
        """One rung down for the step shown and all later ones of its exercise."""
        self._run_to(now).climb(-1)
        return self.advance(now)

    def harder(self, now: float) -> _Events:
        """One rung up for the step shown and all later ones of its exercise."""
        self._run_to(now).climb(+1)
        return self.advance(now)

    def set_variant(self, now: float, exercise: str, variant: str) -> _Events:
        """That form ("" as written) for this and all later steps of the exercise that have it on their ladder."""
        self._run_to(now).set_variant(exercise, variant)
        return self.advance(now)

    def finish(self, now: float) -> _Events:
        """End here."""
        self._run_to(now).finish()
        return self.advance(now)

    # The clock

    def _clock(self, now: float) -> int:
        """`now` on the session's clock; it doesn't go back, and stands before the start and after the end."""
        if not self._run.under_way:
            return self._run.at
        return max(self._run.at, to_micros(now - self._origin) + self._stood_still)

    def _run_to(self, now: float) -> Run:
        self._run.run_to(self._clock(now))
        return self._run

    def _fetch(self) -> _Events:
        events, self._run.events = tuple(self._run.events), []
        return events

    def _moment(self, now: float) -> "_Moment":
        """What passes by itself, at `now` or at the next boundary if that is earlier."""
        run = self._run
        due = run.until_due
        passed = self._clock(now) - run.at
        passed = passed if due is None else min(passed, due)
        running, leading_in = run.state is SessionState.RUNNING, run.state is SessionState.LEAD_IN
        return _Moment(
            at=run.at + passed,
            elapsed=run.course.position.elapsed + passed * running,
            active=run.tally.active + passed * running,
            paused=run.tally.paused + passed * (not running),
            lead_in=run.lead_in - passed * leading_in,
        )


class _Moment(Struct, frozen=True):
    """In microseconds."""

    at: int
    elapsed: int
    active: int
    paused: int
    lead_in: int
