"""What a recount would change, and what it leaves as it is."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.workouts import STARTED, example_workout, workouts
from trainer.core.energy import METHOD, Energy
from trainer.core.progress import totals_of
from trainer.core.recounting import Recount, Weights, difference, recounted
from trainer.core.weighing import Weighing
from trainer.core.workout import Workout

LOG = tuple(
    Weighing(str(n), at, 0, at.date(), kg)
    for n, (at, kg) in enumerate([(STARTED - timedelta(days=2), 80.0), (datetime(2026, 3, 1, 7, 0, tzinfo=UTC), 75.0)])
)


@pytest.mark.parametrize(
    ("weights", "kg"), [(Weights.OWN, 70.0), (Weights.OF_THE_DAY, 80.0), (Weights.NEWEST, 75.0)], ids=str
)
def test_whose_weight_it_takes(weights: Weights, kg: float) -> None:
    assert recounted(example_workout(), weights, LOG).weight_kg == kg


@pytest.mark.parametrize("weights", Weights, ids=str)
def test_without_weighings_a_workout_keeps_its_own(weights: Weights) -> None:
    assert recounted(example_workout(), weights, ()) == example_workout()


@given(workouts)
def test_by_the_same_method_and_weight_nothing_changes(workout: Workout) -> None:
    present = structs.replace(workout, energy_method=METHOD)
    assert difference(present, totals_of(present), Weights.OWN, LOG) is None


def test_an_older_method_is_a_change_even_where_the_sum_is_the_same() -> None:
    old = structs.replace(example_workout(), energy_method="older/1")
    line = difference(old, totals_of(old), Weights.OWN, ())
    assert line is not None
    assert line.before == line.after
    assert (line.kg_before, line.kg) == (70.0, 70.0)


def test_kilocalories_go_with_the_weight() -> None:
    workout = example_workout()
    line = difference(workout, totals_of(workout), Weights.OF_THE_DAY, LOG)
    assert line is not None
    assert line.after.mid == pytest.approx(line.before.mid * 80 / 70)
    assert line.totals.seconds == totals_of(workout).seconds, "minutes are those that were done"
    whole = Recount(Weights.OF_THE_DAY, 5, (line, line))
    assert whole.before == Energy(2 * line.before.low, 2 * line.before.mid, 2 * line.before.high)
    assert whole.after.mid == pytest.approx(2 * line.after.mid)


@given(workouts, st.sampled_from(Weights))
def test_counted_once_is_counted_for_good(workout: Workout, weights: Weights) -> None:
    once = recounted(workout, weights, LOG)
    assert recounted(once, weights, LOG) == once
    assert difference(once, totals_of(once), weights, LOG) is None
