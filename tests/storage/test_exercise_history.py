"""The history of an exercise as the log has it."""

from contextlib import closing
from datetime import date, timedelta

import msgspec
import pytest

from tests.workouts import STARTED, example_workout, step
from trainer.core.events import StepOutcome
from trainer.core.exercise_history import Best, Measure, forms_of
from trainer.core.routine import BlockKind
from trainer.core.workout import Workout, WorkoutStep
from trainer.paths import DataPaths
from trainer.storage.exercise_history import NEWEST_PERFORMANCES, ExerciseHistories
from trainer.storage.workout_log import WorkoutLog

CURL = "biceps-curl"


def curl(index: int, seconds: float = 30.0, outcome: StepOutcome = StepOutcome.DONE, **fields: object) -> WorkoutStep:
    made = step(index, BlockKind.STRENGTH, CURL, outcome, seconds)
    return msgspec.structs.replace(made, **fields)


def workout(number: int, *steps: WorkoutStep) -> Workout:
    started = STARTED + timedelta(days=number)
    return msgspec.structs.replace(example_workout(number, started), steps=steps, spans=())


@pytest.fixture
def log(paths: DataPaths) -> WorkoutLog:
    return WorkoutLog.open(paths.database, paths.backups)


@pytest.fixture
def histories(paths: DataPaths) -> ExerciseHistories:
    return ExerciseHistories(paths.database, paths.backups)


def test_the_sets_of_a_workout_are_taken_together(log: WorkoutLog, histories: ExerciseHistories) -> None:
    with closing(log):
        log.add(
            workout(
                1,
                curl(0, 30.0, reps=10, load_kg=8.0),
                curl(1, 40.0, reps=12, load_kg=6.0, variant="seated", variant_name="Seated, slow"),
                curl(2, 50.0, StepOutcome.SKIPPED, reps=99, load_kg=99.0),
            )
        )
    (one,) = histories.history(CURL).performances
    assert (one.day, one.sets, one.seconds, one.longest) == (date(2026, 1, 6), 2, 70.0, 40.0)
    assert (one.reps, one.load_kg, one.variants) == (12, 8.0, ("", "Seated, slow"))


def test_bests_are_the_highest_the_first_time(log: WorkoutLog, histories: ExerciseHistories) -> None:
    with closing(log):
        log.add(workout(1, curl(0, 30.0, reps=12)))
        log.add(workout(2, curl(0, 60.0, reps=12, load_kg=8.0)))
        log.add(workout(3, curl(0, 20.0, load_kg=7.5)))
    history = histories.history(CURL)
    assert history.bests == (
        Best(Measure.SECONDS, 60.0, date(2026, 1, 7)),
        Best(Measure.REPS, 12.0, date(2026, 1, 6)),
        Best(Measure.LOAD, 8.0, date(2026, 1, 7)),
    )
    assert history.measures == (Measure.SECONDS, Measure.REPS, Measure.LOAD)
    assert [one.value(Measure.LOAD) for one in history.performances] == [None, 8.0, 7.5]


def test_only_the_newest_are_kept_the_bests_are_of_all(log: WorkoutLog, histories: ExerciseHistories) -> None:
    with closing(log):
        for number in range(NEWEST_PERFORMANCES + 3):
            log.add(workout(number + 1, curl(0, 600.0 if number == 0 else 30.0)))
    history = histories.history(CURL)
    assert history.total == NEWEST_PERFORMANCES + 3
    assert len(history.performances) == NEWEST_PERFORMANCES
    assert history.performances[-1].day > history.performances[0].day
    best = history.best(Measure.SECONDS)
    assert best is not None
    assert best.value == 600.0


def test_what_is_deleted_is_no_history(log: WorkoutLog, histories: ExerciseHistories) -> None:
    with closing(log):
        log.add(workout(1, curl(0)))
        log.delete(workout(1).id, STARTED)
    assert histories.history(CURL).bests == ()


def test_names_and_what_was_trained_last(log: WorkoutLog, histories: ExerciseHistories) -> None:
    with closing(log):
        assert histories.latest() is None
        log.add(example_workout())
        log.add(workout(3, curl(0)))
    assert [name for _, name in histories.names()] == ["Back Bow", "Biceps Curl", "March", "Russian Twist"]
    assert histories.latest() == CURL


def test_forms_begin_with_the_exercise_itself(log: WorkoutLog, histories: ExerciseHistories) -> None:
    with closing(log):
        log.add(workout(1, curl(0, variant="easier", variant_name="Easier")))
        log.add(workout(2, curl(0)))
    assert forms_of(histories.history(CURL).performances) == (("",), ("Easier",))
