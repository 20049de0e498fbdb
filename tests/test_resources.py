"""The files that come with the program are found, installed or not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trainer import resources


def test_a_checkout_has_them_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / "trainer").mkdir()
    (tmp_path / "resources").mkdir()
    assert resources.of_package(tmp_path / "trainer") == tmp_path / "resources"


def test_an_installed_program_has_them_inside(tmp_path: Path) -> None:
    (tmp_path / "trainer" / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()  # somebody else's, beside it in site-packages
    assert resources.of_package(tmp_path / "trainer") == tmp_path / "trainer" / "_resources"


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        (resources.exercises, "*.toml"),
        (resources.routines, "*.toml"),
        (resources.icons, "*.svg"),
        (resources.themes, "*.toml"),
        (resources.styles, "*.qss"),
        (resources.translations, "*.pot"),
    ],
)
def test_each_folder_has_its_files(folder: Callable[[], Path], pattern: str) -> None:
    assert any(folder().glob(pattern))


def test_the_equipment_is_a_file() -> None:
    assert resources.equipment().is_file()
