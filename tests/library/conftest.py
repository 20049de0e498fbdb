"""The catalogue as shipped, read once, and a valid routine's text to break."""

from pathlib import Path

import pytest

from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.resources import resources, routines


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Everything that comes with the program, freshly read."""
    folder = tmp_path_factory.mktemp("catalogue")
    return load_catalogue(resources(), folder / "routines", folder / "cache")


@pytest.fixture(scope="session")
def back_text() -> str:
    """The text of the back workout's file."""
    return (routines() / "upper-and-lower-back.toml").read_text(encoding="utf-8")


@pytest.fixture
def routine_path(tmp_path: Path) -> Path:
    """Where a test writes its routine file."""
    return tmp_path / "my-back-day.toml"
