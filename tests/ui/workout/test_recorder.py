"""What happens is journalled at once, and where the session stands at least every second."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

import pytest

from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import Running
from trainer.core.checkpoint import Checkpoint
from trainer.core.events import AnyEvent, SessionStarted
from trainer.core.snapshot import SessionState
from trainer.ui.workout.recorder import Recorder


class Written:
    """A journal that keeps what it is given."""

    def __init__(self) -> None:
        self.events: list[AnyEvent] = []
        self.marks: list[tuple[Checkpoint, datetime]] = []
        self.order: list[str] = []

    def append(self, events: Sequence[AnyEvent]) -> None:
        self.events.extend(events)
        self.order.append("events")

    def checkpoint(self, checkpoint: Checkpoint, now: datetime) -> None:
        self.marks.append((checkpoint, now))
        self.order.append("mark")


def recorded(running: Running) -> tuple[Written, Recorder]:
    written = Written()
    return written, Recorder(running.driver, written, running.clock)


def test_every_event_is_written_with_the_place_it_led_to(begin: Begin) -> None:
    running = begin(started=False)
    written, _recorder = recorded(running)
    running.driver.primary()
    assert isinstance(written.events[0], SessionStarted)
    assert written.events == running.events
    assert written.order == ["events", "mark"]
    running.driver.next()
    assert written.marks[-1][0].position.phase == running.now.phase.index
    assert written.marks[-1][1] == running.clock.now()


@pytest.mark.parametrize("speed", [1.0, 60.0])
def test_it_marks_where_it_stands_within_every_real_second(begin: Begin, speed: float) -> None:
    running = begin(started=False, speed=speed)
    written, _recorder = recorded(running)
    running.driver.primary()
    marks = [running.clock.now()]
    for _ in range(100):  # five real seconds of frames
        running.clock.advance(0.05 * speed)
        running.driver.tick()
        marks.append(running.clock.now())
    times = [now.timestamp() for _, now in written.marks]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert max(gaps) <= 1.0 * speed
    if speed == 1.0:
        assert len(times) < 15, "not at every frame"


def test_a_paused_session_is_marked_too(begin: Begin) -> None:
    running = begin(started=False)
    written, _recorder = recorded(running)
    running.driver.primary()
    running.driver.pause()
    before = len(written.marks)
    running.go(3)
    assert len(written.marks) == before + 3
    assert written.marks[-1][0].state is SessionState.PAUSED


def test_nothing_is_marked_before_the_start_or_after_the_end(begin: Begin) -> None:
    running = begin(started=False)
    written, _recorder = recorded(running)
    running.driver.tick()
    assert written.order == []
    running.driver.primary()
    running.driver.finish()
    marks = len(written.marks)
    running.go(5)
    assert len(written.marks) == marks


def test_a_lost_second_is_all_that_a_checkpoint_can_lack(begin: Begin) -> None:
    running = begin(started=False)
    written, _recorder = recorded(running)
    running.driver.primary()
    for _ in range(57):
        running.go(0.31)
        checkpoint = written.marks[-1][0]
        assert running.now.active_seconds - checkpoint.active / 1e6 < 1.0
