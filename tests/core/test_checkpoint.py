"""Checkpoints: small, and refused rather than believed when they can't be of the timeline."""

from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.core.commands import Command, check_state, commands, delays
from tests.core.samples import BOW_LUNGE_FLY, Person, timeline
from trainer.core.checkpoint import Checkpoint, Detour, Position, Stint
from trainer.core.events import PauseReason, StepOutcome
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState

TIMELINE = timeline(*BOW_LUNGE_FLY)
PENDING = (StepOutcome.PENDING,) * 3


def made_after(seconds: float) -> Checkpoint:
    person = Person.starting()
    person.wait(seconds)
    return person.engine.checkpoint(person.now)


def test_is_exact_between_ticks() -> None:
    person = Person.starting()
    person.now += 2.0
    checkpoint = person.engine.checkpoint(person.now)
    assert (checkpoint.at, checkpoint.active, checkpoint.position.elapsed) == (2_000_000, 2_000_000, 2_000_000)
    assert checkpoint.fits(TIMELINE)


def test_restored_stands_where_it_was_and_counts_the_time_since_as_away() -> None:
    engine = SessionEngine.restore(TIMELINE, made_after(12.5), now=77.0, away_seconds=600.0)
    snapshot = engine.snapshot(80.0)
    assert (snapshot.state, snapshot.pause_reason) == (SessionState.PAUSED, PauseReason.RECOVERED)
    assert (snapshot.phase.index, snapshot.remaining, snapshot.at) == (1, 22.5, 615.5)
    assert (snapshot.active_seconds, snapshot.paused_seconds, snapshot.away_seconds) == (12.5, 3.0, 600.0)
    engine.resume(80.0)
    engine.advance(84.0)
    assert engine.snapshot(84.0).remaining == 21.5


def test_a_session_not_begun_or_over_stays_so() -> None:
    begun = SessionEngine(TIMELINE).checkpoint(0.0)
    assert SessionEngine.restore(TIMELINE, begun, 5.0, 60.0).state is SessionState.READY
    ended = SessionEngine.restore(TIMELINE, made_after(1000.0), 5.0, 60.0)
    assert (ended.state, ended.at(9.0), ended.complete) == (SessionState.ENDED, 140.0, True)


def test_away_time_below_zero_is_none() -> None:
    """The wall clock was set back between crash and restart."""
    assert SessionEngine.restore(TIMELINE, made_after(12.5), 5.0, -60.0).away_seconds == 0.0


def test_can_still_undo() -> None:
    person = Person.starting()
    person.wait(12.0)
    person.give("next")
    engine = SessionEngine.restore(TIMELINE, person.engine.checkpoint(person.now), 5.0, 0.0)
    engine.undo_skip(5.0)
    assert (engine.snapshot(5.0).phase.index, engine.snapshot(5.0).remaining) == (1, 23.0)


def test_stays_what_it_was_while_the_session_goes_on() -> None:
    """It may be written by another thread, later."""
    person = Person.starting()
    person.wait(12.0)
    person.give("next")
    checkpoint = person.engine.checkpoint(person.now)
    before = msgspec.json.encode(checkpoint)
    person.give("undo_skip")
    person.wait(5.0)
    assert msgspec.json.encode(checkpoint) == before


def test_is_small_at_the_end_of_a_long_session() -> None:
    person = Person.starting(*[Step("fly", seconds=60, get_ready=15, rest=10)] * 16)
    while person.engine.state is not SessionState.ENDED:
        person.wait(20.0)
        person.give("easier")
        person.give("harder")
        person.give("previous")
        person.give("undo_skip")
        person.give("resume")
    assert len(msgspec.json.encode(person.engine.checkpoint(person.now))) < 4096


@pytest.mark.parametrize(
    "changes",
    [
        {"outcomes": PENDING[:2]},
        {"rungs": (0, 0)},
        {"rungs": (0, 0, 3)},
        {"position": Position(9)},
        {"position": Position(-1)},
        {"position": Position(1, elapsed=-1)},
        {"position": Position(1, elapsed=30_000_001)},
        {"position": Position(1, adjusted={9: 1})},
        {"position": Position(1, adjusted={8: -40_000_001})},
        {"position": Position(1, countdown=4)},
        {"stints": (Stint(9, 0, 5_000_000),)},
        {"stints": (Stint(0, 1, 5_000_000),)},
        {"stints": (Stint(0, 0, -5_000_000),)},
        {"stint": 7_500_001},
        {"visit": 0},
        {"active": 12_500_001},
        {"paused": -1, "away": 1},
        {"at": 0},
        {"paused_since": 99_000_000},
        {"detours": (Detour(Position(0), {0: StepOutcome.CURRENT}),)},
        {"detours": (Detour(Position(9), {}),)},
        {"detours": (Detour(Position(0), {3: StepOutcome.DONE}),)},
    ],
)
def test_one_that_cannot_be_of_the_timeline_is_refused(changes: dict[str, Any]) -> None:
    good = made_after(12.5)
    assert good.fits(TIMELINE)
    bad = structs.replace(good, **changes)
    assert not bad.fits(TIMELINE)
    with pytest.raises(ValueError, match="does not fit"):
        SessionEngine.restore(TIMELINE, bad, 5.0, 0.0)


micros = st.integers(-1, 60_000_000)
positions = st.builds(
    Position,
    phase=st.integers(0, 8),
    elapsed=micros,
    countdown=st.integers(0, 3),
    halfway=st.booleans(),
    adjusted=st.dictionaries(st.integers(0, 8), st.integers(-5_000_000, 60_000_000), max_size=2),
)
outcomes = st.sampled_from(StepOutcome)
ended_outcomes = st.sampled_from([outcome for outcome in StepOutcome if outcome is not StepOutcome.CURRENT])


@given(
    st.builds(
        lambda **fields: Checkpoint(**fields, active=fields["stint"], at=fields["stint"] + fields["paused"]),
        state=st.sampled_from(SessionState),
        paused=st.integers(0, 60_000_000),
        away=st.just(0),
        position=positions,
        outcomes=st.tuples(outcomes, outcomes, outcomes),
        rungs=st.tuples(st.just(0), st.integers(0, 1), st.integers(0, 2)),
        stints=st.just(()),
        visit=st.just(60_000_000),
        stint=st.integers(0, 60_000_000),
        detours=st.lists(
            st.builds(Detour, positions, st.dictionaries(st.integers(0, 2), ended_outcomes, max_size=2)), max_size=2
        ).map(tuple),
    ),
    st.lists(st.tuples(delays, commands), max_size=15),
)
@settings(max_examples=150, deadline=None)
def test_one_that_fits_runs_however_odd_it_is(checkpoint: Checkpoint, script: list[tuple[float, Command]]) -> None:
    assume(checkpoint.fits(TIMELINE))
    person = Person(SessionEngine.restore(TIMELINE, checkpoint, 5000.0, 0.0))
    for delay, (command, arguments) in script:
        person.now += delay
        person.give(command, *arguments)
        if person.engine.state is not SessionState.READY:
            check_state(person.engine, person.now)
