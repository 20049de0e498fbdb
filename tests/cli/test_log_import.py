"""`trainer log import`: what is said before, what comes in, and out again."""

import io
import json
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from tests.workouts import STARTED, example_workout
from trainer.cli import parse
from trainer.cli.log import run_log
from trainer.cli.log_import import UNITS
from trainer.core.weighing import Weighing
from trainer.exchange.set_rows import LoadUnit
from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    found = data_paths(tmp_path / "data")
    found.folder.mkdir()
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    other = data_paths(tmp_path / "other")
    with closing(WorkoutLog.open(other.database, other.backups)) as log:
        log.add(example_workout(1))
        log.add(example_workout(2, STARTED.replace(day=7)))
    path = tmp_path / "log.json"
    assert ran(other, "export", path)[0] == 0
    return path


def ran(paths: DataPaths, *arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    words = ["log", *map(str, arguments), "--data-dir", str(paths.folder)]
    return run_log(parse(words), out, err), out.getvalue(), err.getvalue()


def count(paths: DataPaths) -> int:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        return log.count()


FOUND = "This is Trainer's own JSON with 2 workouts from 2026-01-05 to 2026-01-07.\n"


def test_first_told_then_done_then_known_then_taken_out(paths: DataPaths, file: Path) -> None:
    assert ran(paths, "import", file, "--dry-run") == (0, f"{FOUND}All 2 are new.\nNothing was written.\n", "")
    assert not paths.database.exists()
    code, out, err = ran(paths, "import", file)
    assert (code, err) == (0, "")
    assert out == (f"{FOUND}All 2 are new.\n2 workouts were added; `trainer log import --undo` takes them out again.\n")
    assert count(paths) == 2
    assert ran(paths, "import", file)[1] == f"{FOUND}All 2 are in the log already.\n"
    assert count(paths) == 2
    assert ran(paths, "import", "--undo") == (0, "Taken out of the log: 2 workouts of log.json.\n", "")
    assert count(paths) == 0
    code, _, err = ran(paths, "import", "--undo")
    assert (code, err) == (1, "Nothing was imported that could be taken out of the log again.\n")


def test_what_is_wrong_is_told_and_the_rest_comes_in(paths: DataPaths, file: Path) -> None:
    document = json.loads(file.read_bytes())
    document["workouts"][0]["effort"] = 99
    file.write_text(json.dumps(document))
    _, out, _ = ran(paths, "import", file)
    assert "log.json, line 1, workout 1: its effort must be from 1 to 10; it was left out.\n" in out
    assert count(paths) == 1


def test_a_file_that_is_none_of_ours_is_one_sentence(paths: DataPaths, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    code, out, err = ran(paths, "import", tmp_path / "a.txt")
    assert (code, out) == (1, "")
    assert err.startswith(f"{tmp_path / 'a.txt'} is none of the files Trainer reads")
    assert not paths.database.exists()


SAMPLES = Path(__file__).parents[1] / "data" / "exports"


def test_the_csv_of_another_program_in_the_unit_that_is_said(paths: DataPaths) -> None:
    file = SAMPLES / "strong-comma-unquoted.csv"
    assert "were read as kilograms" in ran(paths, "import", file, "--dry-run")[1]
    paths.preferences.write_text('weight_unit = "lb"\nweight_kg = 70.0\n')
    assert "were read as pounds" in ran(paths, "import", file, "--dry-run")[1]
    code, out, err = ran(paths, "import", file, "--unit", "kg")
    assert (code, err) == (0, "")
    assert "were read as kilograms" in out
    assert "Bent Over Row (Dumbbell) → Bent-Over Row" in out
    assert "strong-comma-unquoted.csv, line 8: " in out
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        (logged,) = log.all_workouts()
    assert logged.workout.weight_kg == 70.0
    assert logged.workout.steps[0].load_kg == 50.0
    assert logged.energy.mid > 0


def test_the_choices_are_the_units() -> None:
    assert tuple(LoadUnit) == UNITS


def test_what_the_person_weighed_then_is_taken_from_the_weight_log(paths: DataPaths) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        for number, (kg, day) in enumerate(((80.0, date(2023, 8, 1)), (75.0, date(2025, 1, 1)))):
            at = datetime.combine(day, time(12), UTC)
            log.weights.add(Weighing(str(UUID(int=number)), at, 0, day, kg))
    assert ran(paths, "import", SAMPLES / "strong-comma-unquoted.csv")[0] == 0
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        (logged,) = log.all_workouts()
    assert logged.workout.weight_kg == 80.0


def test_weighings_come_along(paths: DataPaths, tmp_path: Path) -> None:
    other = data_paths(tmp_path / "scale")
    with closing(WorkoutLog.open(other.database, other.backups)) as log:
        log.add(example_workout(1))
        log.weights.add(Weighing(str(UUID(int=9)), STARTED, 0, STARTED.date(), 70.5))
    assert ran(other, "export", tmp_path / "both.json")[0] == 0
    assert "1 new weighing goes into the weight log" in ran(paths, "import", tmp_path / "both.json")[1]
    assert "weighing" not in ran(paths, "import", tmp_path / "both.json")[1]
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        assert [one.kg for one in log.weights.all()] == [70.5]
