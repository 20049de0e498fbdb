"""The moves as shipped, each at the tempo of its exercise."""

from pathlib import Path

import pytest

from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.library.move_owners import Owner, move_owners
from trainer.library.moves import Moves
from trainer.motion.cycle import Cycle
from trainer.motion.move import Move
from trainer.resources import moves, resources
from trainer.ui.figure.subject import tempo_parts

MOVES = Moves(moves())
MOVE_IDS = MOVES.ids()


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The exercises that come with the program."""
    folder: Path = tmp_path_factory.mktemp("catalogue")
    return load_catalogue(resources(), folder / "routines", folder / "cache")


@pytest.fixture(scope="session", params=MOVE_IDS)
def move(request: pytest.FixtureRequest) -> Move:
    """Each move in turn."""
    return MOVES.move(request.param)


@pytest.fixture(scope="session")
def owner(move: Move, catalogue: Catalogue) -> Owner:
    """The exercise and the form each move is shown for."""
    return move_owners(catalogue.exercises)[move.id]


@pytest.fixture(scope="session")
def cycle(move: Move, owner: Owner) -> Cycle:
    """Each move at the tempo it is shown at."""
    return Cycle(move, tempo_parts(owner.tempo))
