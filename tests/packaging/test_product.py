"""Name, id and version have one source each, and what a template asks for is known."""

import tomllib
from pathlib import Path

import pytest

import product
from trainer import APP_ID, NAME, __version__

ROOT = Path(__file__).parents[2]


def test_packages_bear_the_program_s_own_name_id_and_version() -> None:
    assert (NAME, APP_ID, __version__) == (product.NAME, product.ID, product.VERSION)
    assert (product.COMMAND, product.SUFFIX) == ("trainer", ".trainer.toml")


def test_the_python_package_takes_its_version_from_the_program_too() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "trainer/__init__.py"
    assert list(project["project"]["scripts"]) == [product.COMMAND]


@pytest.mark.parametrize("value", [APP_ID, f'"{__version__}"'], ids=["id", "version"])
def test_no_other_file_says_them_again(value: str) -> None:
    rooms = (ROOT / "trainer", ROOT / "packaging")
    files = [path for room in rooms for path in room.rglob("*") if path.suffix not in {".png", ".pyc"}]
    said = [path.name for path in files if path.is_file() and value in path.read_text(encoding="utf-8")]
    assert said == ["__init__.py"]


def test_a_template_is_filled(tmp_path: Path) -> None:
    (tmp_path / "a.in").write_text("@NAME@ @VERSION@ for @WHOM@\n", encoding="utf-8")
    assert product.filled(tmp_path / "a.in", WHOM="you") == f"Trainer {__version__} for you\n"


def test_a_word_nobody_knows_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.in").write_text("@COLOUR@", encoding="utf-8")
    with pytest.raises(KeyError, match=r"a\.in asks for COLOUR"):
        product.filled(tmp_path / "a.in")


def test_two_builds_bear_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert (product.moment(), product.date()) == (86400, "1970-01-02")
