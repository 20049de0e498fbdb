"""trainer routine import of an article: a report on stdout, the routine among one's own."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from trainer import cli

PAGES = Path(__file__).parents[1] / "data" / "articles"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(folder: Path, *arguments: str) -> int:
    return cli.run_subcommand(cli.parse(["--data-dir", str(folder), "routine", *arguments]))


def test_a_page_is_reported_and_taken_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "import", str(PAGES / "upper_and_lower_back.txt")) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert '165–210 kcal, a claim of the page – "165-210 calories"' in out
    assert "     60 s – inferred: the page's 25 minutes, shared out" in out
    assert out.splitlines()[-1].startswith("Upper and Lower Back is now one of your routines, upper-and-lower-back-2: ")
    assert run(folder, "show", "upper-and-lower-back-2") == 0
    assert "25:00 in all" in capsys.readouterr().out
    assert run(folder, "check", str(folder / "routines" / "upper-and-lower-back-2.toml")) == 0


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "import", "--dry-run", str(PAGES / "noisy.html")) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing was written. Its id would be 20-minute-core-workout."
    assert not (folder / "routines").exists()
    assert not (folder / "exercises").exists()


def test_standard_input_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = io.TextIOWrapper(io.BytesIO("Squats – 3 × 12\nPush-ups – 3 × 10".encode()))
    monkeypatch.setattr(sys, "stdin", text)
    assert run(folder, "import", "-", "--as", "mine") == 0
    assert (folder / "routines" / "mine.toml").is_file()
    assert "Imported workout is now one of your routines, mine" in capsys.readouterr().out


def test_a_page_without_a_workout_is_a_sentence_on_stderr(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "import", str(PAGES / "recipe.html")) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("recipe.html: no workout was found in it; ")
    assert err.count("\n") == 1


def test_a_missing_page_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "import", "nowhere.html") == 1
    assert capsys.readouterr().err == "nowhere.html: there is no such file.\n"


def test_no_qt_is_loaded(folder: Path) -> None:
    code = (
        "import sys; from trainer import cli;"
        "c = cli.run_subcommand(cli.parse(sys.argv[1:])); "
        "assert not any('PySide6' in m for m in sys.modules); sys.exit(c)"
    )
    page = str(PAGES / "set_notation.txt")
    result = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(folder), "routine", "import", page],
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
