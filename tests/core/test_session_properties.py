"""The session engine by property: whatever is told it, whenever, no time is lost, counted twice or drifts."""

from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec import structs

from tests.core.commands import Command, check_events, check_state, commands, delays, timed_timelines, timelines
from tests.core.samples import Person
from trainer.core.checkpoint import Checkpoint
from trainer.core.events import AnyEvent, PauseReason
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState
from trainer.core.timeline import Timeline

Script = list[tuple[float, Command]]
scripts: st.SearchStrategy[Script] = st.lists(st.tuples(delays, commands), max_size=25)
moves: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([("next", ()), ("previous", ())]), st.integers(0, 7).map(lambda step: ("jump", (step,)))
)


class Sessions(RuleBasedStateMachine):
    """One session in which anything may happen at any time, next to the plainest reckoning of wall time."""

    @initialize(timeline=timelines, now=st.sampled_from([0.0, 5000.0, 1e9]))
    def begin(self, timeline: Timeline, now: float) -> None:
        self.person = Person(SessionEngine(timeline), now)
        self.wall = 0.0  # since the start: what `at` has to be

    @rule(seconds=delays)
    def wait(self, seconds: float) -> None:
        self._lived(seconds)
        self.person.wait(seconds)

    @rule(seconds=delays, command=commands.filter(lambda command: command[0] != "away"))
    def give(self, seconds: float, command: Command) -> None:
        """A command, ticks or no ticks before it."""
        self._lived(seconds)
        self.person.now += seconds
        self.person.give(command[0], *command[1])

    @rule()
    def finish(self) -> None:
        self.person.give("finish")

    @rule(seen=delays, unseen=delays)
    def be_away(self, seen: float, unseen: float) -> None:
        """Part of the gap went by on the clock, part of it did not."""
        self._lived(seen + unseen)
        self.person.now += seen
        self.person.give("away", seen + unseen)

    @rule(backward=st.floats(0.0, 0.01))
    def clock_steps_back(self, backward: float) -> None:
        self.person.keep(self.person.engine.advance(self.person.now - backward))

    @rule(away=delays)
    def crash(self, away: float) -> None:
        """The program ends at a checkpoint and takes the session up again."""
        engine = self.person.engine
        kept = msgspec.json.encode(engine.checkpoint(self.person.now))
        self.person.now += 12345.0  # another boot, another clock
        checkpoint = msgspec.json.decode(kept, type=Checkpoint)
        assert checkpoint.fits(engine.timeline)
        self._lived(away)
        self.person.engine = SessionEngine.restore(engine.timeline, checkpoint, self.person.now, away)
        if self._under_way:
            assert self.person.snapshot().state is SessionState.PAUSED
            assert self.person.snapshot().pause_reason is PauseReason.RECOVERED

    @property
    def _under_way(self) -> bool:
        return self.person.engine.state not in (SessionState.READY, SessionState.ENDED)

    def _lived(self, seconds: float) -> None:
        if self._under_way:
            self.wall += seconds

    @invariant()
    def time_is_whole(self) -> None:
        if hasattr(self, "person"):
            check_state(self.person.engine, self.person.now)
            check_events(self.person.events)
            if self._under_way:
                assert abs(self.person.snapshot().at - self.wall) < 1e-3  # the model adds floats
            else:
                assert self.person.snapshot().at <= self.wall + 1e-3


TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


def run(timeline: Timeline, script: Script, ticks: list[list[float]]) -> tuple[list[AnyEvent], Any]:
    """The events of a script, with ticks at those fractions of each delay, and how it stands in the end."""
    person = Person(SessionEngine(timeline))
    for n, (delay, (command, arguments)) in enumerate(script):
        start = person.now
        for fraction in sorted(ticks[n % len(ticks)]) if ticks else ():
            person.now = start + delay * fraction
            if command == "away":  # its gap may reach back past the ticks; nobody ticks during a gap
                break
            person.wait(0.0)
        person.now = start + delay
        person.give(command, *arguments)
    return person.events, person.snapshot()


@given(timelines, scripts, st.lists(st.lists(st.floats(0.0, 1.0), max_size=6), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_schedule_of_ticks_gives_the_same_events(
    timeline: Timeline, script: Script, ticks: list[list[float]]
) -> None:
    assert run(timeline, script, ticks) == run(timeline, script, [])


@given(timed_timelines, st.lists(st.floats(0.001, 30.0), max_size=50))
@settings(max_examples=100, deadline=None)
def test_left_alone_it_takes_exactly_as_long_as_planned(timeline: Timeline, ticks: list[float]) -> None:
    person = Person(SessionEngine(timeline))
    person.give("start")
    for tick in ticks:
        person.wait(tick)
    person.wait(1e5)
    assert person.events[-1].at == timeline.expected_seconds
    assert person.engine.complete
    assert person.engine.active_seconds == timeline.expected_seconds
    assert [span.seconds for span in person.engine.spans] == [phase.seconds for phase in timeline.phases]


@given(timelines, scripts, moves)
@settings(max_examples=200, deadline=None)
def test_undo_takes_back_any_move(timeline: Timeline, script: Script, move: Command) -> None:
    person = Person(SessionEngine(timeline))
    person.give("start")
    for delay, (command, arguments) in script:
        person.now += delay
        person.give(command, *arguments)
    before = person.snapshot()
    moved = person.give(move[0], *move[1])
    after = person.snapshot()
    if not moved or after.state is SessionState.ENDED:
        return
    person.give("undo_skip")
    undone = person.snapshot()
    # A restart's lead-in goes on; nothing else differs.
    assert (
        structs.replace(
            undone, state=before.state, lead_in_remaining=before.lead_in_remaining, paused_for=before.paused_for
        )
        == before
    )


@given(timelines, scripts, scripts)
@settings(max_examples=150, deadline=None)
def test_restored_it_goes_on_as_if_it_had_been_paused(timeline: Timeline, before: Script, after: Script) -> None:
    person = Person(SessionEngine(timeline))
    person.give("start")
    for delay, (command, arguments) in before:
        person.now += delay
        person.give(command, *arguments)
    kept = msgspec.json.encode(person.engine.checkpoint(person.now))
    person.give("pause")
    after = [(3.0, ("advance", ())), *after]  # Previous is not doubled across a restart
    other = Person(
        SessionEngine.restore(timeline, msgspec.json.decode(kept, type=Checkpoint), person.now, 0.0), person.now
    )
    person.events.clear()
    for delay, (command, arguments) in after:
        for one in (person, other):
            one.now += delay
            one.give(command, *arguments)
    assert other.events == person.events
    assert other.engine.spans == person.engine.spans
    assert other.engine.outcomes == person.engine.outcomes


@given(timelines, scripts)
@settings(max_examples=100, deadline=None)
def test_next_change_is_when_something_shown_changes(timeline: Timeline, script: Script) -> None:
    """Following only the moments it names, every event is met on its moment."""
    person = Person(SessionEngine(timeline), now=0.0)
    for delay, (command, arguments) in script:
        person.now += delay
        person.give(command, *arguments)
    for _ in range(100):
        change = person.engine.next_change(person.now)
        if change is None:
            return
        at = person.snapshot().at
        assert at < change <= at + 1.000001  # the sum of two floats
        person.now += change - at
        assert all(abs(event.at - change) < 1e-5 for event in person.wait(0.0))
