"""`trainer backup`: into one file and back, and what stands in the way."""

import io
import os
import platform
from contextlib import closing
from pathlib import Path

import pytest

from tests.workouts import example_workout
from trainer.cli import parse
from trainer.cli.backup import run_backup
from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    found = data_paths(tmp_path / "data")
    with closing(WorkoutLog.open(found.database, found.backups)) as log:
        log.add(example_workout(1))
    return found


def ran(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run_backup(parse(["backup", *map(str, arguments)]), out, err)
    return code, out.getvalue(), err.getvalue()


def test_there_and_back(paths: DataPaths, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    code, out, err = ran("create", file, "--data-dir", paths.folder)
    assert (code, err) == (0, "")
    assert out == f"1 workout until 2026-01-05, 0 routines of your own in {file}.\n"
    other = data_paths(tmp_path / "other")
    code, out, err = ran("restore", file, "--data-dir", other.folder)
    assert (code, err) == (0, "")
    assert out.startswith("Restored 1 workout until 2026-01-05, 0 routines of your own. What was here before is in ")
    with closing(WorkoutLog.open(other.database, other.backups)) as log:
        assert log.count() == 1


def test_no_file_is_written_over(paths: DataPaths, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    file.write_bytes(b"mine")
    assert ran("create", file, "--data-dir", paths.folder) == (
        1, "", f"{file} is there already; name another file.\n",
    )  # fmt: skip
    assert file.read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    code, out, err = ran("create", tmp_path / "a.zip", "--data-dir", tmp_path / "none")
    assert (code, out, err) == (1, "", f"{tmp_path / 'none'}: there is no folder here.\n")


@pytest.mark.parametrize(
    ("pid", "host", "refused"),
    [
        (os.getpid(), platform.node(), True),
        (2**30, platform.node(), False),  # what a killed program left
        (2**30, "the-other-one", True),  # of which nobody here can tell
    ],
    ids=["a running program", "a killed program", "another computer"],
)
def test_nothing_is_restored_under_an_open_window(
    paths: DataPaths, tmp_path: Path, pid: int, host: str, refused: bool
) -> None:
    ran("create", tmp_path / "a.zip", "--data-dir", paths.folder)
    (paths.folder / "trainer.lock").write_text(f"{pid}\ntrainer\n{host}\n")
    code, _, err = ran("restore", tmp_path / "a.zip", "--data-dir", paths.folder)
    assert (code, f"on the computer {host}" in err) == (int(refused), refused)
