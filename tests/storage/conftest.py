"""A log in a folder of the test's own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return data_paths(tmp_path / "Trainer's data, ünïcode #1 %20")


@pytest.fixture
def log(paths: DataPaths) -> Iterator[WorkoutLog]:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        yield log
