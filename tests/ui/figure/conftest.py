"""The shipped moves as subjects, and jobs that run at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from trainer.library.catalogue import Catalogue, load_catalogue
from trainer.library.move_owners import move_owners
from trainer.library.moves import Moves
from trainer.resources import moves, resources
from trainer.ui.figure.subject import Subject, subject_of
from trainer.ui.jobs import Jobs

MOVES = Moves(moves())


class InHand:
    """An executor that does what it is given when asked to, on the test's own thread."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[[], None], /) -> None:
        self._waiting.append(work)

    def shutdown(self, wait: bool = True) -> None:
        del wait
        self._waiting.clear()

    def do_next(self) -> bool:
        """Do the next thing, if there is one, and let its result arrive."""
        if not self._waiting:
            return False
        self._waiting.pop(0)()
        QCoreApplication.processEvents()
        return True


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The exercises that come with the program."""
    folder: Path = tmp_path_factory.mktemp("catalogue")
    return load_catalogue(resources(), folder / "routines", folder / "cache")


@pytest.fixture(scope="session")
def subject(catalogue: Catalogue) -> Callable[[str], Subject]:
    """The subject of a move, as the exercise or the form it is made for shows it."""
    whose = move_owners(catalogue.exercises)

    def made(move_id: str) -> Subject:
        return subject_of(MOVES.move(move_id), whose[move_id].exercise, whose[move_id].variant)

    return made


@pytest.fixture
def executor() -> InHand:
    return InHand()


@pytest.fixture
def jobs(qapp: object, executor: InHand) -> Iterator[Jobs]:
    """Jobs in the test's hand."""
    del qapp
    made = Jobs(executor=executor)
    yield made
    made.close()
