"""What the command line takes, what it refuses, and what it loads for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trainer import __version__, cli
from trainer.resources import resources

ROOT = resources().parent


def run(*arguments: str, data_dir: Path, timeout: float = 30) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, in plain ASCII."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "trainer", "--data-dir", str(data_dir), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, env=environment, check=False)


def test_without_arguments_the_window_is_meant() -> None:
    arguments = cli.parse([])
    assert (arguments.command, arguments.data_dir, arguments.routine) == (None, None, None)
    assert (arguments.start, arguments.speed) == (False, 1.0)


def test_the_windows_options() -> None:
    arguments = cli.parse(["--data-dir", "x", "--routine", "log", "--start", "--speed", "60"])
    assert (arguments.command, arguments.data_dir, arguments.routine) == (None, Path("x"), "log")
    assert (arguments.start, arguments.speed) == (True, 60.0)


@pytest.mark.parametrize("speed", ["0", "-1", "nan", "inf", "1e9", "fast", "\x1b[2J"])
def test_a_speed_that_is_none_is_refused_with_what_would_be_right(
    speed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse([f"--speed={speed}"])
    assert caught.value.code == 2
    error = capsys.readouterr().err
    assert "is no speed; it must be a number from 0.1 to 1000" in error
    assert "\x1b" not in error


@pytest.mark.parametrize(
    "argv", [["dance"], ["routine"], ["routine", "dance"], ["routine", "check"], ["--speed"], ["-x"]]
)
def test_wrong_usage_exits_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse(argv)
    assert caught.value.code == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert "error: " in error


@pytest.mark.parametrize("word", ["frobnicate", "\x1b[2Jlog"])
def test_a_command_there_is_not_is_named_with_those_there_are(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse([word, "--start"])
    assert caught.value.code == 2
    error = capsys.readouterr().err
    assert f"no command is called {word}; routine, log, backup and figure are.\n".replace("\x1b", "\\u001b") in error


@pytest.mark.parametrize("argv", [[], ["log"], ["routine", "list"]])
def test_an_empty_folder_s_name_is_refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse([*argv, "--data-dir", ""])
    assert caught.value.code == 2
    assert "the folder's name is empty; name a folder" in capsys.readouterr().err


def test_the_folder_for_pictures_has_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse(["figure", "squat", "--sheet", ""])  # would be the folder one stands in
    assert caught.value.code == 2
    assert "the folder's name is empty; name a folder" in capsys.readouterr().err


def test_pictures_and_views_are_not_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse(["figure", "squat", "--sheet", "pictures", "--views"])
    assert caught.value.code == 2
    assert "--sheet" in capsys.readouterr().err


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for argv, said in ((["--version"], f"trainer {__version__}\n"), (["--help"], "routine")):
        with pytest.raises(SystemExit) as caught:
            cli.parse(argv)
        assert caught.value.code == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize("argv", [["--data-dir", "a", "routine", "list"], ["routine", "list", "--data-dir", "a"]])
def test_the_data_folder_may_be_named_before_or_behind_a_subcommand(argv: list[str]) -> None:
    assert cli.parse(argv).data_dir == Path("a")


@pytest.mark.parametrize("argv", [["routine", "list"], ["routine", "show", "floor-only"], ["log"], ["log", "--json"]])
def test_subcommands_load_no_qt(argv: list[str], tmp_path: Path) -> None:
    code = (
        "import sys; from trainer.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "print(code, *(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'trainer.ui'))))"
    )
    command = [sys.executable, "-c", code, "--data-dir", str(tmp_path), *argv]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "0"


def test_the_windows_arguments_load_no_subcommand() -> None:
    code = (
        "import sys; from trainer import cli; cli.parse(['--start'])\n"
        "print(*({'sqlite3', 'trainer.library', 'trainer.storage', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == ""


def test_a_terminal_that_knows_only_ascii_gets_the_rest(tmp_path: Path) -> None:
    done = run("routine", "show", "upper-and-lower-back", data_dir=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "165?210 kcal" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe looks different there")
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "trainer", "--data-dir", str(tmp_path), "routine", "list"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=30, env=environment, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is imitated by /dev/full")
@pytest.mark.parametrize("argv", [["log", "--json"], ["routine", "show", "floor-only"]])
def test_output_that_cannot_be_written_is_a_sentence(argv: list[str], tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "trainer", "--data-dir", str(tmp_path), *argv]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=30, env=environment, check=False
        )
    assert (done.returncode, done.stderr) == (1, "The output could not be written: No space left on device.\n")


@pytest.mark.parametrize("file", ["Back.trainer.toml", "/media/stick/BACK.TOML"])
def test_a_routine_file_needs_no_option_before_it(file: str) -> None:
    """A double click on it is `trainer FILE`."""
    assert cli.parse([file]).routine == file
    assert cli.parse(["--speed", "60", file, "--start"]).routine == file


@pytest.mark.parametrize("argv", [["a.toml", "b.toml"], ["--routine", "c", "a.toml"], ["-a.toml"]])
def test_one_routine_is_opened_at_a_time(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.parse(argv)
    assert caught.value.code == 2
