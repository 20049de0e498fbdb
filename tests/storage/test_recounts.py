"""History counted anew: previewed, made whole or not at all, and undone to the last digit."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.workouts import STARTED, example_workout, workouts
from trainer.core.energy import METHOD
from trainer.core.progress import totals_of
from trainer.core.recounting import Recount, Weights
from trainer.core.weighing import Weighing
from trainer.core.workout import Workout
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError
from trainer.storage.recounts import Recounts
from trainer.storage.snapshot import CancelledError
from trainer.storage.workout_log import WorkoutLog

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def nth(number: int) -> Workout:
    return example_workout(number, STARTED + timedelta(days=number))


def weighed(log: WorkoutLog, kg: float, days: int = 0) -> None:
    at = STARTED + timedelta(days=days)
    log.weights.add(Weighing(f"{kg} on {days}", at, 0, at.date(), kg))


@pytest.fixture
def recounts(paths: DataPaths, log: WorkoutLog) -> Recounts:
    for number in range(1, 6):
        log.add(nth(number))
    return Recounts(paths.database, paths.backups)


def everything(paths: DataPaths) -> list[Any]:
    """Every row of what a recount may touch."""
    with closing(sqlite3.connect(paths.database)) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608 - names of our own
            for table in ("workout", "workout_step", "span", "recounted")
        ]


def test_by_the_present_method_there_is_nothing_to_do(recounts: Recounts) -> None:
    assert recounts.preview(Weights.OWN) == Recount(Weights.OWN, 5, ())


def test_a_preview_reads_only(recounts: Recounts, paths: DataPaths, log: WorkoutLog) -> None:
    weighed(log, 80.0)
    before = everything(paths)
    recount = recounts.preview(Weights.NEWEST)
    assert everything(paths) == before
    assert [line.id for line in recount.changed] == [nth(number).id for number in range(1, 6)]
    assert recount.after.mid == pytest.approx(recount.before.mid * 80 / 70)


def test_made_it_is_as_previewed(recounts: Recounts, log: WorkoutLog) -> None:
    weighed(log, 80.0)
    weighed(log, 60.0, days=3)
    recount = recounts.preview(Weights.OF_THE_DAY)
    recounts.make(recount, NOW)
    assert [logged.workout.weight_kg for logged in log.all_workouts()] == [80.0, 80.0, 60.0, 60.0, 60.0]
    for line, logged in zip(recount.changed, log.all_workouts(), strict=True):
        assert logged.energy == line.after
        totals = totals_of(logged.workout)
        assert (totals.kcal_low, totals.kcal_mid, totals.kcal_high) == (line.after.low, line.after.mid, line.after.high)
    newest = recounts.newest()
    assert newest is not None
    assert (newest.made, newest.weights, newest.workouts) == (NOW, Weights.OF_THE_DAY, 5)
    assert recounts.preview(Weights.OF_THE_DAY).changed == ()


def test_undone_every_digit_is_what_it_was(recounts: Recounts, paths: DataPaths, log: WorkoutLog) -> None:
    weighed(log, 80.3)
    before = everything(paths)
    number = recounts.make(recounts.preview(Weights.NEWEST), NOW)
    assert everything(paths) != before
    assert recounts.undo(number, NOW) == 5
    assert everything(paths) == before
    assert recounts.newest() is None


def test_recounts_are_undone_one_after_the_other(recounts: Recounts, paths: DataPaths, log: WorkoutLog) -> None:
    states = []
    for days, kg in enumerate((80.0, 90.0, 65.0)):
        states.append(everything(paths))
        weighed(log, kg, days)
        recounts.make(recounts.preview(Weights.NEWEST), NOW)
    while (record := recounts.newest()) is not None:
        recounts.undo(record.id, NOW)
        assert everything(paths) == states.pop()
    assert states == []


def test_what_was_corrected_in_between_stays_corrected(recounts: Recounts, log: WorkoutLog) -> None:
    weighed(log, 80.0)
    number = recounts.make(recounts.preview(Weights.NEWEST), NOW)
    log.set_effort(nth(1).id, 9)
    log.mark_step(nth(2).id, 0, done=False)
    recounts.undo(number, NOW)
    first, second = log.get(nth(1).id), log.get(nth(2).id)
    assert first is not None
    assert second is not None
    assert (first.effort, first.weight_kg, second.weight_kg) == (9, 70.0, 70.0)
    for logged in log.all_workouts():
        assert logged.energy.mid == pytest.approx(totals_of(logged.workout).kcal_mid)
    assert recounts.preview(Weights.OWN).changed == ()


def test_cancelled_nothing_has_changed(recounts: Recounts, paths: DataPaths, log: WorkoutLog) -> None:
    weighed(log, 80.0)
    recount, before = recounts.preview(Weights.NEWEST), everything(paths)
    seen: list[int] = []
    with pytest.raises(CancelledError):
        recounts.make(recount, NOW, watch=lambda done, _all: seen.append(done), cancelled=lambda: len(seen) >= 3)
    assert seen == [0, 1, 2]
    assert everything(paths) == before
    assert recounts.newest() is None
    with pytest.raises(CancelledError):
        recounts.preview(Weights.NEWEST, cancelled=lambda: True)


def test_a_log_that_changed_since_is_left_as_it_is(recounts: Recounts, paths: DataPaths, log: WorkoutLog) -> None:
    weighed(log, 80.0)
    recount = recounts.preview(Weights.NEWEST)
    log.delete(nth(5).id, NOW)
    before = everything(paths)
    with pytest.raises(StorageError, match="has changed since the preview"):
        recounts.make(recount, NOW)
    assert everything(paths) == before


def test_deleted_workouts_are_left_alone(recounts: Recounts, log: WorkoutLog) -> None:
    weighed(log, 80.0)
    log.delete(nth(3).id, NOW)
    recount = recounts.preview(Weights.NEWEST)
    assert recount.workouts == len(recount.changed) == 4


def test_an_older_method_is_told_and_replaced(paths: DataPaths, log: WorkoutLog) -> None:
    log.add(structs.replace(nth(1), energy_method="older/1"))
    recounts = Recounts(paths.database, paths.backups)
    recounts.make(recounts.preview(Weights.OWN), NOW)
    (logged,) = log.all_workouts()
    assert logged.workout.energy_method == METHOD


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(workout=workouts, kg=st.floats(30, 200), weights=st.sampled_from(Weights))
def test_any_workout_is_recounted_and_set_back(
    paths: DataPaths, log: WorkoutLog, workout: Workout, kg: float, weights: Weights
) -> None:
    log.delete(workout.id, NOW)
    log.purge(NOW + timedelta(seconds=1))
    for old in log.all_workouts():
        log.delete(old.workout.id, NOW)
    log.purge(NOW + timedelta(seconds=1))
    for one in log.weights.all():
        log.weights.delete(one.id, NOW)
    log.weights.purge(NOW + timedelta(seconds=1))
    log.add(workout)
    weighed(log, kg)
    recounts, before = Recounts(paths.database, paths.backups), everything(paths)
    number = recounts.make(recounts.preview(weights), NOW)
    assert recounts.preview(weights).changed == ()
    recounts.undo(number, NOW)
    assert everything(paths) == before
