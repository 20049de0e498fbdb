"""A workout written down by hand counts by the same model as any other."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.by_hand import Activity, HandWritten, workout_by_hand
from trainer.core.energy import gross_kcal
from trainer.core.exercise import Met
from trainer.core.progress import ledger_of, totals_of
from trainer.core.routine import BlockKind
from trainer.core.workout import WorkoutSource, WorkoutState

WALK = Activity("activity-walk", "Brisk walking", BlockKind.CARDIO, Met("17200", 4.8))
EVENING = datetime(2026, 11, 25, 23, 30, tzinfo=timezone(timedelta(hours=-8)))


def test_it_is_one_step_that_was_done() -> None:
    workout = workout_by_hand(HandWritten("Round the lake", WALK, EVENING, 45, effort=3, note="windy"), "an-id", 70.0)
    assert workout.source is WorkoutSource.BY_HAND
    assert workout.state is WorkoutState.COMPLETE
    assert (workout.local_date, workout.utc_offset_minutes) == (date(2026, 11, 25), -480)
    assert workout.ended == EVENING + timedelta(minutes=45)
    assert [step.name for step in workout.steps] == ["Brisk walking"]
    assert totals_of(workout).seconds[BlockKind.CARDIO] == 45 * 60


def test_its_energy_is_that_of_the_stated_met() -> None:
    workout = workout_by_hand(HandWritten("Walk", WALK, EVENING, 45), "an-id", 70.0)
    assert ledger_of(workout).mid == pytest.approx(gross_kcal(4.8, 70.0, 45 * 60)) == pytest.approx(264.6)


@given(st.floats(1, 1440), st.none() | st.floats(20, 400), st.floats(1, 20))
def test_whatever_is_written_adds_its_minutes(minutes: float, kg: float | None, met: float) -> None:
    activity = Activity("activity-own", "Own", BlockKind.CARDIO, Met("", met))
    totals = totals_of(workout_by_hand(HandWritten("Own", activity, EVENING, minutes), "an-id", kg))
    assert sum(totals.seconds.values()) == pytest.approx(minutes * 60)
    assert totals.vigorous_seconds == (pytest.approx(minutes * 60) if met >= 6 else 0.0)
    assert 0 < totals.kcal_low < totals.kcal_mid < totals.kcal_high


@pytest.mark.parametrize("minutes", [0, 0.5, 1441])
def test_lengths_beyond_a_day_are_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match="minutes"):
        workout_by_hand(HandWritten("Walk", WALK, EVENING, minutes), "an-id", 70.0)


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        workout_by_hand(
            HandWritten("Walk", WALK, datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None), 30), "id", 70.0
        )
