"""The weighings in the file of the log: nothing else is touched by them."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workouts import STARTED, example_workout
from trainer.core.weighing import LEAST_KG, MOST_KG, Weighing
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog

AT = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)


def weighing(number: int, kg: float = 70.0, days: int = 0) -> Weighing:
    at = AT + timedelta(days=days)
    return Weighing(f"weighing-{number}", at, 60, (at + timedelta(hours=1)).date(), kg)


def test_begins_empty(log: WorkoutLog) -> None:
    assert log.weights.all() == ()
    assert log.weights.newest() is None


def test_is_told_oldest_first_whatever_was_added_first(log: WorkoutLog) -> None:
    for number, days in ((1, 5), (2, 0), (3, 9), (4, 9)):
        log.weights.add(weighing(number, 70 + number, days))
    assert [one.id for one in log.weights.all()] == ["weighing-2", "weighing-1", "weighing-3", "weighing-4"]
    assert log.weights.newest() == weighing(4, 74, 9)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(LEAST_KG, MOST_KG), st.datetimes(timezones=st.just(UTC)), st.integers(-840, 840))
def test_any_weighing_is_read_back(log: WorkoutLog, kg: float, at: datetime, offset: int) -> None:
    day = date(at.year, at.month, at.day)
    made = Weighing(f"{kg}{at}{offset}", at, offset, day, kg)
    if made.id in {one.id for one in log.weights.all()}:
        return
    log.weights.add(made)
    assert made in log.weights.all()


def test_changed_deleted_and_brought_back(log: WorkoutLog) -> None:
    log.weights.add(weighing(1))
    changed = msgspec.structs.replace(weighing(1, 71.5, 3))
    log.weights.change(changed)
    assert log.weights.all() == (changed,)
    log.weights.delete(changed.id, AT)
    assert log.weights.newest() is None
    log.weights.undelete(changed.id)
    assert log.weights.newest() == changed


def test_what_was_deleted_long_ago_is_erased(log: WorkoutLog) -> None:
    log.weights.add(weighing(1))
    log.weights.delete("weighing-1", AT)
    log.weights.purge(AT + timedelta(seconds=1))
    log.weights.undelete("weighing-1")
    assert log.weights.all() == ()


def test_a_weight_that_cannot_be_is_refused_in_a_sentence(log: WorkoutLog) -> None:
    with pytest.raises(StorageError):
        log.weights.add(weighing(1, -3.0))
    assert log.weights.all() == ()


def test_workouts_keep_the_weight_they_were_counted_with(log: WorkoutLog) -> None:
    """A weight edited later rewrites nothing by itself."""
    log.add(example_workout(1))
    before = log.newest(), log.days(), log.get(example_workout(1).id)
    log.weights.add(weighing(1, 90.0, -30))
    log.weights.change(weighing(1, 95.0, 30))
    log.weights.delete("weighing-1", STARTED)
    assert (log.newest(), log.days(), log.get(example_workout(1).id)) == before
