"""`trainer --diagnose`: in words that can be passed on, with the right exit code."""

import io
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workouts import example_workout
from trainer.app import diagnosis
from trainer.cli import parse
from trainer.paths import DataPaths, data_paths
from trainer.storage.workout_log import WorkoutLog


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    found = data_paths(tmp_path / "data")
    found.folder.mkdir()
    return found


def diagnosed(paths: DataPaths) -> tuple[int, str]:
    out = io.StringIO()
    code, ends = diagnosis.run(parse(["--diagnose", "--data-dir", str(paths.folder)]), out, display=False)
    assert ends
    return code, out.getvalue()


def test_a_log_that_is_whole(paths: DataPaths) -> None:
    log = WorkoutLog.open(paths.database, paths.backups)
    log.add(example_workout())
    log.close()
    code, text = diagnosed(paths)
    assert code == 0
    for said in ("Trainer ", "Python ", "Qt: ", "SQLite: ", "Plugins, platforms: ", "no display here"):
        assert said in text
    assert "Log: 1 workout, form " in text
    assert "Check of the log: all is whole" in text
    assert "25 routines, 90 exercises, 0 files with problems" in text
    assert "MB free" in text


def test_nothing_there_yet(paths: DataPaths) -> None:
    paths.folder.rmdir()
    code, text = diagnosed(paths)
    assert code == 0
    assert "the folder is not there yet" in text
    assert "not begun yet" in text


def test_a_damaged_log_is_a_sentence_and_1(paths: DataPaths) -> None:
    log = WorkoutLog.open(paths.database, paths.backups)
    for n in range(50):
        log.add(example_workout(n))
    log.close()
    content = bytearray(paths.database.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 3000] = b"\x00" * 3000
    paths.database.write_bytes(content)
    code, text = diagnosed(paths)
    assert code == 1
    assert "is damaged" in text
    assert "Traceback" not in text


def test_another_program_s_database_is_a_sentence_and_1(paths: DataPaths) -> None:
    connection = sqlite3.connect(paths.database)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    code, text = diagnosed(paths)
    assert code == 1
    assert "is not a Trainer log" in text


def test_as_a_command_on_a_display_it_tells_screens_and_voices(paths: DataPaths) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "trainer", "--diagnose", "--data-dir", str(paths.folder)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert "Platform: offscreen" in ran.stdout
    assert "Screen: " in ran.stdout
    assert "Voices: " in ran.stdout
    assert ran.stderr == ""
