from datetime import timedelta

import msgspec

from tests.workouts import STARTED, example_workout
from trainer.core.duplicates import LoggedTimes, sort_out
from trainer.core.workout import Workout


def times(workout: Workout) -> LoggedTimes:
    return LoggedTimes(workout.id, workout.started, workout.ended, workout.routine, workout.routine_name)


def test_a_workout_is_known_by_its_id_or_by_its_times_and_routine_or_name() -> None:
    logged = example_workout(1)
    same_times = example_workout(2)
    renamed = msgspec.structs.replace(example_workout(3), routine_name="Another")
    same_name = msgspec.structs.replace(example_workout(4), routine="", routine_name=logged.routine_name.upper())
    half_a_second = msgspec.structs.replace(example_workout(5), started=STARTED + timedelta(seconds=0.5))
    other = msgspec.structs.replace(example_workout(6), routine="other", routine_name="Third")
    later = example_workout(7, STARTED + timedelta(seconds=1))
    edited = msgspec.structs.replace(example_workout(1, STARTED + timedelta(days=9)), routine="x", routine_name="X")
    workouts = (same_times, renamed, same_name, half_a_second, edited, other, later)
    found = sort_out(workouts, [times(logged)])
    assert found.known == (same_times, renamed, same_name, half_a_second, edited)
    assert found.new == (other, later)


def test_what_a_file_has_twice_comes_in_once() -> None:
    found = sort_out([example_workout(1), example_workout(1)], [])
    assert (len(found.new), len(found.known)) == (1, 1)


def test_two_without_a_routine_are_two() -> None:
    one, other = (
        msgspec.structs.replace(example_workout(number), routine="", routine_name=str(number)) for number in (1, 2)
    )
    assert sort_out([one, other], []).new == (one, other)
