from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.commands import Command, commands, delays, timelines
from tests.core.samples import Person
from tests.exchange.fit_reading import named, read
from tests.workouts import STARTED, TONING, example_workout, work, workouts
from trainer.core.energy import Energy
from trainer.core.events import StepOutcome
from trainer.core.progress import LoggedWorkout, counted_spans, ledger_of
from trainer.core.routine import BlockKind, Step
from trainer.core.session import SessionEngine
from trainer.core.session_record import WorkoutHeader, to_workout
from trainer.core.session_strip import Stretch, StretchKind, session_strip
from trainer.core.timeline import PhaseKind, Side, Timeline
from trainer.core.workout import Span, Workout
from trainer.exchange.fit_activity import fit_file
from trainer.exchange.laps import laid_out


def logged(workout: Workout) -> LoggedWorkout:
    return LoggedWorkout(workout, ledger_of(workout))


def test_laps_follow_each_other_from_the_start() -> None:
    workout = example_workout()
    first, second = laid_out(logged(workout)).laps
    assert (first.name, first.started, first.seconds, first.working) == ("March", workout.started, 300.0, True)
    assert (second.name, second.started, second.seconds) == ("Russian Twist", first.ended, 1500.0)
    assert laid_out(logged(workout)).ended == workout.ended


def test_both_sides_and_the_switch_are_one_lap_and_the_rest_before_is_another() -> None:
    left = msgspec.structs.replace(work(0, BlockKind.STRENGTH, "back-bow", TONING, 30.0), side=Side.LEFT)
    rest = msgspec.structs.replace(left, kind=PhaseKind.REST, side=None, seconds=15.0)
    switch = msgspec.structs.replace(left, kind=PhaseKind.SWITCH_SIDES, side=None, seconds=5.0)
    right = msgspec.structs.replace(left, side=Side.RIGHT)
    later = work(2, BlockKind.STRENGTH, "russian-twist", TONING, 40.0)
    workout = msgspec.structs.replace(example_workout(), spans=(left, switch, right, rest, later))
    assert [(lap.seconds, lap.working) for lap in laid_out(logged(workout)).laps] == [
        (65.0, True),
        (15.0, False),
        (40, True),
    ]


def test_a_step_said_not_to_have_been_done_leaves_a_gap() -> None:
    march, back, twist = example_workout().steps
    skipped = msgspec.structs.replace(march, outcome=StepOutcome.SKIPPED)
    workout = msgspec.structs.replace(example_workout(), steps=(skipped, back, twist))
    (lap,) = laid_out(logged(workout)).laps
    assert (lap.name, lap.started - workout.started) == ("Russian Twist", timedelta(seconds=300))


def test_a_workout_without_spans_is_one_lap() -> None:
    workout = msgspec.structs.replace(example_workout(), spans=(), steps=())
    (lap,) = laid_out(LoggedWorkout(workout, Energy(80, 100.4, 125))).laps
    assert (lap.seconds, lap.kcal, lap.working, lap.name) == (1800.0, 100, True, "Upper and Lower Back")


def test_energy_is_as_it_was_logged() -> None:
    laps = laid_out(LoggedWorkout(example_workout(), Energy(0, 200.0, 300))).laps
    assert sum(lap.kcal for lap in laps) == 200


@settings(max_examples=60, deadline=None)
@given(workout=workouts)
def test_laps_add_up(workout: Workout) -> None:
    laps = laid_out(logged(workout)).laps
    spans: tuple[Span, ...] = counted_spans(workout)
    if any(span.seconds > 0 for span in spans):
        assert sum(lap.seconds for lap in laps) == pytest.approx(sum(span.seconds for span in spans), abs=1e-3)
        assert sum(lap.kcal for lap in laps) == round(ledger_of(workout).mid)
    assert laps[0].started >= workout.started  # later where the first steps are said not to have been done
    assert all(later.started - lap.ended > timedelta(milliseconds=-1) for lap, later in pairwise(laps))


HEADER = WorkoutHeader(id="00000000-0000-0000-0000-000000000001", started=STARTED, utc_offset_minutes=60,
                       local_date=STARTED.date())  # fmt: skip


def logged_session(person: Person) -> LoggedWorkout:
    return logged(to_workout(person.engine, HEADER, STARTED + timedelta(seconds=person.now)))


def test_a_recorded_session_is_laid_out_as_it_was() -> None:
    person = Person.starting(Step("fly", seconds=30, get_ready=0, rest=10), Step("bow", seconds=20, get_ready=5))
    person.wait(10)
    person.give("pause")
    person.wait(60)
    person.give("resume")  # with three seconds of lead-in
    person.wait(200)
    out = laid_out(logged_session(person), session_strip(person.events))
    assert [(lap.name, lap.working, lap.seconds, lap.elapsed) for lap in out.laps] == [
        ("Fly", True, 30.0, 93.0), ("Fly", False, 10.0, 10.0), ("Bow", False, 5.0, 5.0), ("Bow", True, 20.0, 20.0),
    ]  # fmt: skip
    (pause,) = out.pauses
    assert pause.started - STARTED == timedelta(seconds=10)
    assert pause.ended - STARTED == timedelta(seconds=73)
    assert out.laps[1].started == out.laps[0].ended == STARTED + timedelta(seconds=93)


def test_a_pause_between_two_laps_belongs_to_neither() -> None:
    strip = (Stretch(StretchKind.WORK, 0, 300, 0), Stretch(StretchKind.PAUSED, 300, 400, 1),
             Stretch(StretchKind.WORK, 400, 1900, 2))  # fmt: skip
    first, second = laid_out(logged(example_workout()), strip).laps
    assert (first.elapsed, second.elapsed) == (300.0, 1500.0)
    assert second.started - first.ended == timedelta(seconds=100)


def test_a_recording_that_tells_another_length_is_passed_over() -> None:
    strip = (Stretch(StretchKind.PAUSED, 0, 100, 0), Stretch(StretchKind.WORK, 100, 200, 0))
    assert laid_out(logged(example_workout()), strip) == laid_out(logged(example_workout()))


@settings(max_examples=60, deadline=None)
@given(timelines, st.lists(st.tuples(delays, commands), max_size=25))
def test_whatever_happened_the_laps_are_within_the_session_and_add_up(
    timeline: Timeline, script: list[tuple[float, Command]]
) -> None:
    person = Person(SessionEngine(timeline))
    person.give("start")
    for delay, (command, arguments) in script:
        person.wait(delay)
        person.give(command, *arguments)
    person.give("finish")
    session = logged_session(person)
    out = laid_out(session, session_strip(person.events))
    if session.workout.active_seconds > 0.01:
        assert sum(lap.seconds for lap in out.laps) == pytest.approx(session.workout.active_seconds, abs=1e-3)
    for before, after in pairwise(out.laps):
        assert after.started >= before.ended - timedelta(milliseconds=5)
    assert out.laps[0].started >= session.workout.started
    for lap in out.laps:
        paused = sum(
            max(0.0, (min(one.ended, lap.ended) - max(one.started, lap.started)).total_seconds()) for one in out.pauses
        )
        assert lap.elapsed == pytest.approx(lap.seconds + paused, abs=1e-2)
    named(read(fit_file(session, session_strip(person.events))), "lap")
