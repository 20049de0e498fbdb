"""Any commands at any moments, and what must hold of every session whatever it is told."""

from typing import Any

from hypothesis import strategies as st

from tests.core.samples import EXERCISES, timeline
from trainer.core.events import AnyEvent, PhaseEnded, PhaseStarted, SessionEnded, SessionStarted, StepOutcome
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState
from trainer.core.timeline import Timeline

Command = tuple[str, tuple[Any, ...]]

_SECONDS = st.integers(0, 40)
_NAMES = st.sampled_from(sorted(EXERCISES))
_TIMED = st.builds(Step, _NAMES, seconds=st.integers(1, 60), get_ready=_SECONDS, rest=_SECONDS)
_WAITING = st.one_of(
    st.builds(Step, _NAMES, reps=st.integers(1, 12), get_ready=_SECONDS, rest=_SECONDS),
    st.builds(Step, _NAMES, open=st.just(True), get_ready=_SECONDS, rest=_SECONDS),
)


def _timelines(steps: st.SearchStrategy[Step]) -> st.SearchStrategy[Timeline]:
    return st.builds(
        lambda steps, rounds: timeline(*steps, rounds=rounds, rest_between_rounds=20),
        st.lists(steps, min_size=1, max_size=4),
        st.integers(1, 2),
    )


timed_timelines = _timelines(_TIMED)
timelines = _timelines(st.one_of(_TIMED, _WAITING))

# Whole milliseconds, many of them round: boundaries are where things go wrong.
delays: st.SearchStrategy[float] = st.one_of(
    st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0]),
    st.integers(0, 100_000).map(lambda milliseconds: milliseconds / 1000),
)
commands: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from(
        ["advance", "start", "primary", "pause", "resume", "done", "next", "previous", "undo_skip", "easier", "harder"]
    ).map(lambda name: (name, ())),
    st.integers(-1, 8).map(lambda step: ("jump", (step,))),
    st.one_of(st.sampled_from([-10.0, 10.0]), st.floats(-90.0, 90.0)).map(lambda change: ("adjust", (change,))),
    st.tuples(st.sampled_from(["fly", "lunge", "squat"]), st.sampled_from(["", "seated", "one-arm", "slow"])).map(
        lambda arguments: ("set_variant", arguments)
    ),
    st.integers(0, 5000).map(lambda gap: ("away", (gap / 2,))),
)


def check_events(events: list[AnyEvent]) -> None:
    """The stream by itself makes sense: times in order, visits in pairs, nothing after the end."""
    assert [event.at for event in events] == sorted(event.at for event in events)
    assert not events or events[0] == SessionStarted(0.0)
    assert not any(isinstance(event, SessionStarted) for event in events[1:])
    assert not any(isinstance(event, SessionEnded) for event in events[:-1])
    visits = [event for event in events if isinstance(event, PhaseStarted | PhaseEnded)]
    for began, ended in zip(visits[::2], visits[1::2], strict=False):
        assert isinstance(began, PhaseStarted)
        assert isinstance(ended, PhaseEnded)
        assert began.phase == ended.phase
        assert 0.0 <= ended.seconds <= ended.at - began.at + 1e-9


def check_state(engine: SessionEngine, now: float) -> None:
    """Time is whole, and everything told at once agrees."""
    told = engine.snapshot(now)
    assert round((told.active_seconds + told.paused_seconds + told.away_seconds) * 1e6) == round(told.at * 1e6)
    counted = engine.checkpoint(now)
    assert counted.active + counted.paused + counted.away == counted.at
    assert counted.active == sum(stint.micros for stint in counted.stints) + counted.stint
    assert abs(sum(span.seconds for span in engine.spans) - engine.active_seconds) < 1e-6
    assert all(span.seconds > 0.0 for span in engine.spans)
    assert told.elapsed >= 0.0
    assert (told.length is None) == (told.remaining is None) == (told.phase.seconds is None)
    if told.length is not None and told.remaining is not None:
        assert told.remaining >= 0.0
        assert abs(told.length - told.elapsed - told.remaining) < 1e-6
    assert told.total_remaining >= 0.0
    assert all(0 <= rung < len(step.ladder) for rung, step in zip(told.rungs, engine.timeline.steps, strict=True))
    under_way = told.state not in (SessionState.READY, SessionState.ENDED)
    current = [n for n, outcome in enumerate(told.outcomes) if outcome is StepOutcome.CURRENT]
    assert current == ([told.step.index] if under_way else [])
    assert told.step.index == told.phase.step
    assert (engine.next_change(now) is not None) == under_way
