"""The strip of a session: whatever happened, it has no gaps, and its sums are the engine's own."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.commands import Command, commands, delays, timelines
from tests.core.samples import Person
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.core.session_strip import Stretch, StretchKind, session_strip
from trainer.core.timeline import Timeline


def lengths(stretches: tuple[Stretch, ...]) -> list[tuple[StretchKind, float]]:
    return [(one.kind, round(one.seconds, 3)) for one in stretches]


def finished(person: Person) -> tuple[Stretch, ...]:
    person.give("finish")
    return session_strip(person.events)


def test_work_rest_and_work_again() -> None:
    person = Person.starting(Step("fly", seconds=30, get_ready=0, rest=10), Step("bow", seconds=20, get_ready=5))
    person.wait(100)
    strip = session_strip(person.events)
    assert lengths(strip) == [
        (StretchKind.WORK, 30),
        (StretchKind.REST, 10),
        (StretchKind.GET_READY, 5),
        (StretchKind.WORK, 20),
    ]
    assert [one.step for one in strip] == [0, 1, 1, 1]


def test_a_pause_lasts_until_the_clock_runs_again() -> None:
    person = Person.starting(Step("fly", seconds=30, get_ready=0))
    person.wait(10)
    person.give("pause")
    person.wait(60)
    person.give("resume")
    person.wait(100)
    assert lengths(session_strip(person.events)) == [
        (StretchKind.WORK, 10),
        (StretchKind.PAUSED, 63),
        (StretchKind.WORK, 20),
    ]


def test_a_closed_lid_is_away() -> None:
    person = Person.starting(Step("fly", seconds=30, get_ready=0))
    person.wait(10)
    person.give("away", 600.0)
    person.wait(5)
    strip = finished(person)
    assert lengths(strip)[:2] == [(StretchKind.WORK, 10), (StretchKind.AWAY, 600)]


def test_where_the_program_ended_is_found_by_the_active_seconds() -> None:
    person = Person.starting(Step("fly", seconds=30, get_ready=0))
    person.wait(12)
    checkpoint = person.engine.checkpoint(person.now)
    person.engine = SessionEngine.restore(person.engine.timeline, checkpoint, person.now, 100.0)
    person.give("resume")
    person.wait(100)
    assert lengths(session_strip(person.events)) == [
        (StretchKind.WORK, 12),
        (StretchKind.AWAY, 100),
        (StretchKind.PAUSED, 3),
        (StretchKind.WORK, 18),
    ]


def test_nothing_happened_is_no_strip() -> None:
    assert session_strip(()) == ()


@given(timelines, st.lists(st.tuples(delays, commands), max_size=25))
@settings(max_examples=120, deadline=None)
def test_the_sums_are_those_of_the_session(timeline: Timeline, script: list[tuple[float, Command]]) -> None:
    person = Person(SessionEngine(timeline))
    person.give("start")
    for delay, (command, arguments) in script:
        person.wait(delay)
        person.give(command, *arguments)
    strip = finished(person)
    engine = person.engine
    for before, after in pairwise(strip):
        assert after.begin == pytest.approx(before.end, abs=1e-5)
    sums = dict.fromkeys(StretchKind, 0.0)
    for one in strip:
        sums[one.kind] += one.seconds
    assert sums[StretchKind.PAUSED] == pytest.approx(engine.paused_seconds, abs=1e-3)
    assert sums[StretchKind.AWAY] == pytest.approx(engine.away_seconds, abs=1e-3)
    running = sum(sums.values()) - sums[StretchKind.PAUSED] - sums[StretchKind.AWAY]
    assert running == pytest.approx(engine.active_seconds, abs=1e-3)
