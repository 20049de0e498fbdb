"""Imports: all or nothing, and out again."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.workouts import STARTED, example_workout
from trainer.core.weighing import Weighing
from trainer.storage.errors import StorageError
from trainer.storage.imports import Imports
from trainer.storage.workout_log import WorkoutLog

WORKOUTS = tuple(example_workout(number, STARTED + timedelta(days=number)) for number in range(3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workouts.sqlite3"


def logged(path: Path) -> list[str]:
    with closing(WorkoutLog.open(path, path.parent)) as log:
        return [one.workout.id for one in log.all_workouts()]


def test_in_and_out_and_in_again(path: Path) -> None:
    imports = Imports(path, path.parent)
    assert imports.logged() == ()
    assert not path.exists()
    number = imports.add(WORKOUTS, "log.json", STARTED)
    assert logged(path) == [workout.id for workout in WORKOUTS]
    with closing(WorkoutLog.open(path, path.parent)) as log:
        assert log.get(WORKOUTS[1].id) == WORKOUTS[1]
    newest = imports.newest()
    assert newest is not None
    assert (newest.id, newest.made, newest.file_name, newest.workouts) == (number, STARTED, "log.json", 3)
    assert imports.undo(number, STARTED) == 3
    assert (logged(path), imports.newest(), imports.logged()) == ([], None, ())
    imports.add(WORKOUTS[:1], "log.json", STARTED)
    assert logged(path) == [WORKOUTS[0].id]


def test_undoing_leaves_the_rest_alone(path: Path) -> None:
    with closing(WorkoutLog.open(path, path.parent)) as log:
        log.add(example_workout(9))
    imports = Imports(path, path.parent)
    first, second = imports.add(WORKOUTS[:1], "a", STARTED), imports.add(WORKOUTS[1:], "b", STARTED)
    imports.undo(second, STARTED)
    assert len(logged(path)) == 2
    newest = imports.newest()
    assert newest is not None
    assert newest.id == first


def test_one_that_is_stopped_or_fails_leaves_nothing(path: Path) -> None:
    imports = Imports(path, path.parent)

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise InterruptedError  # an OSError, so it comes as the log's own

    with pytest.raises(StorageError):
        imports.add(WORKOUTS, "a", STARTED, stop)
    assert logged(path) == []
    imports.add(WORKOUTS[:1], "a", STARTED)
    with pytest.raises(StorageError):
        imports.add((WORKOUTS[1], WORKOUTS[0]), "b", STARTED)  # one is there already
    assert logged(path) == [WORKOUTS[0].id]


def test_weighings_come_in_once_and_stay(path: Path) -> None:
    imports = Imports(path, path.parent)
    one = Weighing(str(UUID(int=1)), STARTED, 60, STARTED.date(), 70.0)
    same = Weighing(str(UUID(int=2)), STARTED, 60, STARTED.date(), 70.0)
    other = Weighing(str(UUID(int=3)), STARTED, 60, STARTED.date(), 71.0)
    assert imports.new_weighings((one, same, other)) == (one, other)
    number = imports.add(WORKOUTS[:1], "a", STARTED, weighings=(one,))
    imports.add((), "b", STARTED, weighings=(other,))
    newest = imports.newest()
    assert newest is not None
    assert newest.id == number, "the other brought no workouts: nothing of it could be taken out"
    imports.undo(number, STARTED)
    assert imports.new_weighings((one, same, other)) == ()
    with closing(WorkoutLog.open(path, path.parent)) as log:
        assert log.weights.all() == (one, other)
        log.weights.delete(one.id, STARTED)
    assert imports.new_weighings((one,)) == ()
