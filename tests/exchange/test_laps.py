from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings

from tests.workouts import TONING, example_workout, work, workouts
from trainer.core.energy import Energy
from trainer.core.progress import LoggedWorkout, counted_spans, ledger_of
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind, Side
from trainer.core.workout import Span, Workout
from trainer.exchange.laps import ended_of, laps_of


def logged(workout: Workout) -> LoggedWorkout:
    return LoggedWorkout(workout, ledger_of(workout))


def test_laps_follow_each_other_from_the_start() -> None:
    workout = example_workout()
    first, second = laps_of(logged(workout))
    assert (first.name, first.started, first.seconds, first.working) == ("March", workout.started, 300.0, True)
    assert (second.name, second.started, second.seconds) == ("Russian Twist", first.ended, 1500.0)
    assert ended_of(logged(workout), (first, second)) == workout.ended


def test_both_sides_and_the_switch_are_one_lap_and_the_rest_before_is_another() -> None:
    left = msgspec.structs.replace(work(0, BlockKind.STRENGTH, "back-bow", TONING, 30.0), side=Side.LEFT)
    rest = msgspec.structs.replace(left, kind=PhaseKind.REST, side=None, seconds=15.0)
    switch = msgspec.structs.replace(left, kind=PhaseKind.SWITCH_SIDES, side=None, seconds=5.0)
    right = msgspec.structs.replace(left, side=Side.RIGHT)
    later = work(2, BlockKind.STRENGTH, "russian-twist", TONING, 40.0)
    workout = msgspec.structs.replace(example_workout(), spans=(left, switch, right, rest, later))
    assert [(lap.seconds, lap.working) for lap in laps_of(logged(workout))] == [(65.0, True), (15.0, False), (40, True)]


def test_a_workout_without_spans_is_one_lap() -> None:
    workout = msgspec.structs.replace(example_workout(), spans=(), steps=())
    (lap,) = laps_of(LoggedWorkout(workout, Energy(80, 100.4, 125)))
    assert (lap.seconds, lap.kcal, lap.working, lap.name) == (1800.0, 100, True, "Upper and Lower Back")


def test_energy_is_as_it_was_logged() -> None:
    laps = laps_of(LoggedWorkout(example_workout(), Energy(0, 200.0, 300)))
    assert sum(lap.kcal for lap in laps) == 200


@settings(max_examples=60, deadline=None)
@given(workout=workouts)
def test_laps_add_up(workout: Workout) -> None:
    laps = laps_of(logged(workout))
    spans: tuple[Span, ...] = counted_spans(workout)
    if any(span.seconds > 0 for span in spans):
        assert sum(lap.seconds for lap in laps) == pytest.approx(sum(span.seconds for span in spans), abs=1e-3)
        assert sum(lap.kcal for lap in laps) == round(ledger_of(workout).mid)
    assert laps[0].started == workout.started
    assert all(abs(later.started - lap.ended) < timedelta(milliseconds=1) for lap, later in pairwise(laps))
