"""Running sessions for the tests of the player."""

from collections.abc import Callable, Iterator

import pytest

from tests.ui.workout.running import Running, planned
from trainer.core.timeline import Timeline

Begin = Callable[..., Running]


@pytest.fixture
def begin(qapp: object) -> Iterator[Begin]:
    """Begins sessions (of the back workout, unless told otherwise); each is stopped after the test."""
    del qapp
    begun: list[Running] = []

    def make(timeline: Timeline | None = None, *, started: bool = True, speed: float = 1.0) -> Running:
        running = Running(timeline or planned(), speed=speed)
        begun.append(running)
        if started:
            running.driver.primary()
        return running

    yield make
    for running in begun:
        running.driver.stop()
