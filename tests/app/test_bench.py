"""`trainer figure`: pictures of moves, the views that tell most, and what is wrong with a file, in one sentence."""

import argparse
import shutil
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from trainer import cli
from trainer.app import bench
from trainer.resources import moves
from trainer.ui.figure.sheet import FRAMES, SIZE


def arguments(*words: str) -> argparse.Namespace:
    return cli.parse(["figure", *words])


@pytest.mark.usefixtures("qapp")
def test_a_sheet_has_six_moments_from_two_sides_in_light_and_dark(tmp_path: Path) -> None:
    assert bench.run(arguments("squat", "--sheet", str(tmp_path / "new"))) == 0
    image = QImage(str(tmp_path / "new" / "squat.png"))
    assert (image.width(), image.height()) == (FRAMES * SIZE, 4 * SIZE)
    light, dark = image.pixelColor(3, SIZE - 3).lightness(), image.pixelColor(3, 3 * SIZE - 3).lightness()
    assert light > 200
    assert dark < 60


@pytest.mark.usefixtures("qapp")
def test_of_several_moves_there_is_a_page_of_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(arguments("squat", "plank", "--sheet", str(tmp_path))) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["overview-001.png", "plank.png", "squat.png"]
    page = QImage(str(tmp_path / "overview-001.png"))
    assert (page.width(), page.height()) == (FRAMES * SIZE, SIZE)
    assert page.copy(0, 0, SIZE, SIZE) != page.copy(SIZE, 0, SIZE, SIZE)
    assert len(capsys.readouterr().err.splitlines()) == 3  # each file as it is done


@pytest.mark.usefixtures("qapp")
def test_a_plain_page_names_nothing_and_its_key_names_all(tmp_path: Path) -> None:
    names = ["squat", "plank", "crunch"]
    assert bench.run(arguments(*names, "--sheet", str(tmp_path), "--plain")) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["001.png", "key.txt"]
    key = [line.split() for line in (tmp_path / "key.txt").read_text(encoding="utf-8").splitlines()]
    assert sorted(name for _, name in key) == sorted(names)
    assert [number for number, _ in key] == ["1", "2", "3"]
    assert QImage(str(tmp_path / "001.png")).height() == 3 * SIZE


def test_the_most_telling_view_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(arguments("squat", "--views")) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    changes = [float(change) for _, change in rows]
    assert len(rows) == 24
    assert changes == sorted(changes, reverse=True)
    assert abs(float(rows[0][0])) == 90.0  # a squat is seen from the side


def test_a_move_there_is_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(arguments("sqat", "--views")) == 1
    assert capsys.readouterr().err.startswith("sqat.toml: ")


def test_a_wrong_word_is_told_with_its_clause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.toml"
    text = (moves() / "squat.toml").read_text(encoding="utf-8")
    mine.write_text(text.replace("shoulders raise 10", "sholders raise 10"), encoding="utf-8")
    assert bench.run(arguments(str(mine), "--views")) == 1
    error = capsys.readouterr().err
    assert "mine.toml" in error
    assert "sholders" in error
    assert "raise 10" in error
    assert error.count("\n") == 1


def test_one_move_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.run(arguments()) == 1
    assert bench.run(arguments("squat", "plank")) == 1
    assert "Name one move" in capsys.readouterr().err


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_takes_no_pictures_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert bench.run(arguments("squat", "--sheet", str(in_the_way))) == 1
    assert capsys.readouterr().err.startswith("The pictures can't be written to ")


def test_a_move_nobody_names_is_shown_at_some_tempo(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    shutil.copy(moves() / "squat.toml", mine)
    found = bench.Bench(StringIO(), StringIO()).subject(str(mine))
    assert found.cycle.move.id == "mine"
    assert found.cycle.period > 1.0
