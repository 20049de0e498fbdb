"""When the screen is kept awake, in a session that a fake clock moves."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.core.samples import timeline
from tests.fakes import FakeClock
from trainer.app.wakefulness import PAUSE_SECONDS, Wakefulness
from trainer.core.routine import Step
from trainer.core.session import SessionEngine
from trainer.ui.workout.session_driver import SessionDriver


class FakeAwake:
    def __init__(self) -> None:
        self.held = False
        self.told: list[str] = []

    def hold(self, reason: str) -> None:
        if not self.held:
            self.told.append(reason)
        self.held = True

    def release(self) -> None:
        self.held = False


@pytest.fixture
def awake() -> FakeAwake:
    return FakeAwake()


@pytest.fixture
def driver(qtbot: QtBot, clock: FakeClock, awake: FakeAwake) -> Iterator[SessionDriver]:
    """Followed, not begun."""
    del qtbot
    driver = SessionDriver(SessionEngine(timeline(Step("bow", seconds=60))), clock)
    wakefulness = Wakefulness(awake, driver)
    wakefulness.follow(driver)
    yield driver
    driver.stop()
    wakefulness.end()


def test_from_the_start_to_the_end(driver: SessionDriver, awake: FakeAwake, clock: FakeClock) -> None:
    assert awake.told == []
    driver.primary()
    assert awake.told == ["A workout is running."]
    clock.advance(4)
    driver.tick()
    assert awake.held
    driver.finish()
    assert not awake.held


def test_a_short_pause_keeps_it_awake_and_a_long_one_does_not(
    qtbot: QtBot, driver: SessionDriver, awake: FakeAwake
) -> None:
    assert PAUSE_SECONDS == 300.0
    wakefulness = driver.findChild(Wakefulness)
    assert wakefulness is not None
    wakefulness._resting.setInterval(30)  # noqa: SLF001 - five minutes are too long for a test
    driver.primary()
    driver.pause()
    assert awake.held
    qtbot.waitUntil(lambda: not awake.held)
    driver.resume()
    assert awake.held
    driver.pause()
    driver.resume()
    qtbot.wait(60)
    assert awake.held
