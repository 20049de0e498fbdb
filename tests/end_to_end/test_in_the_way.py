"""What can be in the way at the start: one sentence each, in the window and on the command line."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Launch, happened, log_of
from tests.end_to_end.desktop import Desktop, until

BROKEN = """format = 1
id = "broken"
name = "Broken"
[[block]]
kind = "strength"
name = "Main"
[[block.step]]
exercise = "reverse_fly"
seconds = "forty"
"""


def test_an_unreadable_routine_is_said_and_can_be_mended(launch: Launch, tmp_path: Path) -> None:
    """File, line and field; the button that mends it keeps the file as it was."""
    broken = tmp_path / "broken.toml"
    broken.write_text(BROKEN, encoding="utf-8")
    check = _command("routine", "check", str(broken))
    assert check.returncode == 1
    assert "line 9" in check.stderr
    assert "Traceback" not in check.stderr

    program = launch("--routine", str(broken))
    said = program.find("One routine could not be read")
    assert said.showing
    program.press("Use 40")
    until(lambda: program.seek("Start"), "the mended routine, ready")
    assert "seconds = 40" in broken.read_text(encoding="utf-8")
    assert (tmp_path / "broken.toml.bak").read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize("what", ["newer", "foreign", "folder"])
def test_a_log_that_cannot_be_opened_is_left_alone(launch: Launch, data: Path, what: str) -> None:
    """One sentence in the window, the same on the command line; Try again opens it once the cause is gone."""
    database = data / "workouts.sqlite3"
    _spoil(database, what)
    before = database.read_bytes() if database.is_file() else None
    log = _command("log", "--data-dir", str(data))
    assert log.returncode == 1
    assert str(database) in log.stderr
    assert "Traceback" not in log.stderr

    program = launch()
    assert program.find("Your log could not be opened").showing
    assert (database.read_bytes() if database.is_file() else None) == before
    if database.is_dir():
        database.rmdir()
    else:
        database.unlink()
    program.press("Try again")
    until(lambda: program.seek("Start"), "the Ready page")


def test_a_locked_log_is_said_and_opened_when_it_is_free(launch: Launch, data: Path) -> None:
    """Another program holds the file: one sentence in the window and on the command line, then Try again."""
    database = data / "workouts.sqlite3"
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE held (x)")
        log = _command("log", "--data-dir", str(data))
        assert (log.returncode, "in use by another program" in log.stderr) == (1, True)
        program = launch()
        assert program.find("Your log could not be opened").showing
        other.execute("ROLLBACK")
    program.press("Try again")
    until(lambda: program.seek("Start"), "the Ready page")


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that nobody can write into, root included")
def test_a_folder_that_cannot_be_written_is_said(launch: Launch) -> None:
    """One sentence that names it and what to do, in the window and on the command line."""
    nowhere = Path("/proc/trainer")
    log = _command("log", "--data-dir", str(nowhere))
    assert (log.returncode, str(nowhere) in log.stderr, "Traceback" in log.stderr) == (1, True, False)
    program = launch(folder=nowhere)
    assert program.find("Your log could not be opened").showing
    program.press("Close")
    code, _, error = program.wait()
    assert (code, "Traceback" in error) == (0, False)


HOLD = """
import sys, time
from pathlib import Path
from trainer.desktop.single_instance import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.take() and "held", flush=True)
time.sleep(300)
"""


def test_a_window_beside_one_that_does_not_answer_is_told(launch: Launch, data: Path) -> None:
    """Two windows never write one session; once the other is gone, Try again opens the log."""
    first = launch("--routine", "upper-and-lower-back", "--start")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    first.kill()
    with subprocess.Popen([sys.executable, "-c", HOLD, str(data)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        second = launch()
        assert second.find("Your log could not be opened").showing
        other.kill()
    second.press("Try again")
    until(lambda: second.seek("Discard"), "what the first was doing, offered")


def test_a_routine_that_is_not_there_leaves_the_workout_page_alive(
    launch: Launch, desktop: Desktop, data: Path
) -> None:
    """The Library says what is wrong; the Workout page has another routine ready."""
    program = launch("--routine", "upper-lower-bock")
    program.find("One routine could not be read")
    program.press("Workout")
    program.find("Start")
    desktop.keys("space")
    until(lambda: happened(data, "PhaseStarted"), "a session")


def test_the_first_run_asks_and_starts(launch: Launch, desktop: Desktop, tmp_path: Path) -> None:
    """A fresh machine: one tile, Space, and the session runs; the answer is kept."""
    data = tmp_path / "fresh"
    program = launch("--speed", "30", folder=data)
    program.press("Mat")
    until(lambda: program.find("Mat").checked, "the tile ticked")
    desktop.keys("space")
    until(lambda: happened(data, "PhaseStarted"), "the session")
    text = until(lambda: _text(data / "preferences.toml"), "the preferences")
    assert "mat = 1" in text
    assert log_of(data) == []


def test_preferences_that_are_wrong_are_said_and_kept(launch: Launch, data: Path) -> None:
    """A wrong value is a sentence, the file as it was lies in the backups, the rest holds."""
    (data / "preferences.toml").write_text('welcomed = true\ntext_scale = "big"\n', encoding="utf-8")
    program = launch()
    until(lambda: program.seek("Start"), "the Ready page")
    assert any(data.joinpath("backups").iterdir())


def _command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trainer", *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def _spoil(database: Path, what: str) -> None:
    if what == "folder":
        database.mkdir()
        return
    with sqlite3.connect(database) as connection:
        if what == "newer":
            connection.execute("PRAGMA application_id = 1414680146")
            connection.execute("PRAGMA user_version = 999")
        else:
            connection.execute("CREATE TABLE somebody_elses (x)")
    connection.close()


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return text if "mat" in text else ""


def test_a_folder_whose_drive_is_gone_is_not_made_anew(launch: Launch, tmp_path: Path) -> None:
    """One sentence; with the drive back, Try again opens what is there."""
    stick = tmp_path / "stick"
    program = launch(folder=stick / "trainer")
    program.find("Your log could not be opened")
    program.press("Close")
    assert program.wait()[0] == 0
    assert not stick.exists()
    again = launch(folder=stick / "trainer")
    again.find("Your log could not be opened")
    stick.mkdir()
    again.press("Try again")
    until((stick / "trainer" / "workouts.sqlite3").exists, "the log, begun")
