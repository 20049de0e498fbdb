"""The exercises as shipped, and the pages."""

from pathlib import Path

import pytest

from trainer.library.article.names import Names
from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.resources import resources


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Everything that comes with the program."""
    folder = tmp_path_factory.mktemp("catalogue")
    return load_catalogue(resources(), folder / "routines", folder / "cache")


@pytest.fixture(scope="session")
def names(catalogue: Catalogue) -> Names:
    """The catalogue's names."""
    return Names(catalogue.exercises)


@pytest.fixture(scope="session")
def pages() -> Path:
    """The folder of pages, all of them written for these tests."""
    return Path(__file__).parents[2] / "data" / "articles"
