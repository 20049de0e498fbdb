"""The driver brings engine and clock together: exact moments, gaps, any speed, and no tick lost or counted twice."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer

from tests.ui.workout.conftest import Begin
from tests.ui.workout.running import planned
from trainer.core.events import (
    PauseReason,
    PhaseStarted,
    SessionEnded,
    SessionStarted,
    SkipUndone,
    StepOutcome,
    TimeAdjusted,
    VariantChanged,
    WasAway,
)
from trainer.core.snapshot import PrimaryAction, SessionState
from trainer.core.timeline import PhaseKind
from trainer.ui.workout.session_driver import FRAME_SECONDS


def timer_of(parent: object) -> QTimer:
    assert hasattr(parent, "findChildren")
    found: list[QTimer] = parent.findChildren(QTimer)
    return found[0]


def test_events_come_before_the_snapshot_that_shows_them(begin: Begin) -> None:
    running = begin(started=False)
    order: list[str] = []
    running.driver.events_happened.connect(lambda _events: order.append("events"))
    running.driver.changed.connect(lambda _now: order.append("changed"))
    running.driver.primary()
    assert order == ["changed", "events", "changed"]  # of the tick first, which tells nothing yet
    assert isinstance(running.events[0], SessionStarted)


def test_a_tick_between_boundaries_tells_no_events(begin: Begin) -> None:
    running = begin()
    told = len(running.events)
    running.go(0.4)
    assert len(running.events) == told
    assert running.snapshots[-1].elapsed == pytest.approx(0.4)


def test_a_late_tick_stamps_the_boundary_and_not_itself(begin: Begin) -> None:
    running = begin()
    running.clock.advance(4.9)
    running.driver.tick()
    running.clock.advance(4.9)
    running.driver.tick()
    running.clock.advance(0.7)
    running.driver.tick()
    work = [event for event in running.told(PhaseStarted) if event.kind is PhaseKind.WORK]
    assert [event.at for event in work] == [10.0]
    assert running.now.elapsed == pytest.approx(0.5)


def test_a_gap_in_time_pauses_and_counts_nothing(begin: Begin) -> None:
    running = begin()
    running.go(3)
    running.clock.sleep(600)
    running.driver.tick()
    now = running.now
    assert now.state is SessionState.PAUSED
    assert now.pause_reason is PauseReason.AWAY
    assert now.active_seconds == pytest.approx(3.0)
    assert now.away_seconds == pytest.approx(600.0)
    assert [event.seconds for event in running.told(WasAway)] == [pytest.approx(600.0)]


@pytest.mark.parametrize(("speed", "pause"), [(1.0, 4.9), (60.0, 290.0)])
def test_up_to_five_real_seconds_are_no_gap(begin: Begin, speed: float, pause: float) -> None:
    running = begin(speed=speed)
    running.clock.advance(pause)
    running.driver.tick()
    assert running.told(WasAway) == []
    running.clock.advance(5.2 * speed)
    running.driver.tick()
    assert len(running.told(WasAway)) == 1


def test_a_command_that_finds_a_gap_comes_after_it(begin: Begin) -> None:
    running = begin()
    running.go(2)
    running.clock.advance(60)
    running.driver.next()
    assert running.state() is SessionState.PAUSED
    assert running.now.active_seconds == pytest.approx(2.0)
    assert running.now.phase.kind is PhaseKind.WORK


@pytest.mark.parametrize("wait", [0.0, 0.3, 0.97, 0.9999])
def test_the_timer_is_armed_for_the_next_second_or_a_frame(begin: Begin, wait: float) -> None:
    running = begin()
    running.go(wait)
    timer = timer_of(running.driver)
    assert timer.isActive()
    assert timer.isSingleShot()
    to_second = 1.0 - wait
    assert to_second * 1000 - 1 <= timer.interval() or timer.interval() == int(FRAME_SECONDS * 1000) + 1
    assert timer.interval() <= min(to_second, FRAME_SECONDS) * 1000 + 1


def test_the_timer_runs_faster_with_the_clock(begin: Begin) -> None:
    running = begin(speed=100.0)
    assert timer_of(running.driver).interval() <= 11  # a second of the session is 10 ms


def test_the_timer_fires_by_itself(begin: Begin, qtbot: object) -> None:
    running = begin()
    seen = len(running.snapshots)
    assert hasattr(qtbot, "waitUntil")
    qtbot.waitUntil(lambda: len(running.snapshots) > seen, timeout=2000)


def test_a_paused_session_still_counts_its_pause(begin: Begin) -> None:
    running = begin()
    running.driver.pause()
    assert timer_of(running.driver).isActive()
    running.go(7)
    assert running.now.paused_for == pytest.approx(7.0)
    assert running.now.active_seconds == 0.0


def test_nothing_ticks_before_the_start_after_the_end_or_once_stopped(begin: Begin) -> None:
    running = begin(started=False)
    running.driver.tick()
    assert not timer_of(running.driver).isActive()
    running.driver.primary()
    running.driver.finish()
    assert isinstance(running.events[-1], SessionEnded)
    assert not timer_of(running.driver).isActive()
    other = begin()
    other.driver.stop()
    assert not timer_of(other.driver).isActive()


def test_every_command_reaches_the_engine(begin: Begin) -> None:
    running = begin()
    driver = running.driver
    driver.next()
    assert running.now.phase.kind is PhaseKind.WORK
    driver.adjust(10.0)
    assert running.told(TimeAdjusted)[-1].seconds == 10.0
    driver.jump(9)
    assert running.now.step.index == 9
    driver.undo_skip()
    assert running.told(SkipUndone)
    assert running.now.step.index == 0
    driver.pause()
    assert driver.primary_action is PrimaryAction.RESUME
    driver.resume()
    assert running.state() is SessionState.LEAD_IN
    running.go(3)
    assert running.state() is SessionState.RUNNING
    driver.primary()
    assert running.state() is SessionState.PAUSED
    driver.primary()
    running.go(23)
    driver.previous()
    assert running.now.elapsed == 0.0


def test_the_forms_go_down_and_up_the_ladder(begin: Begin) -> None:
    running = begin()
    step = next(step for step in planned().steps if len(step.ladder) > 1 and 0 < step.rung < len(step.ladder) - 1)
    running.driver.jump(step.index)
    running.driver.easier()
    running.driver.harder()
    running.driver.harder()
    forms = [step.ladder[step.rung + move].variant for move in (-1, 0, 1)]
    assert [event.variant for event in running.told(VariantChanged)] == forms


def test_restart_begins_the_step_again_however_often_it_is_asked(begin: Begin) -> None:
    running = begin()
    running.driver.jump(3)
    running.driver.next()
    running.go(20)
    for _ in range(3):
        running.driver.restart()
        assert running.now.step.index == 3
        assert running.now.elapsed == 0.0


def test_skip_leaves_the_step_from_any_of_its_phases(begin: Begin) -> None:
    running = begin()
    reaches: list[Callable[[], object]] = [lambda: None, running.driver.next]
    for reach in reaches:
        step = running.now.step.index
        reach()
        running.driver.skip()
        assert running.now.step.index == step + 1
    assert running.now.outcomes[:2] == (StepOutcome.SKIPPED, StepOutcome.SKIPPED)
    running.driver.jump(len(planned().steps) - 1)
    assert running.now.phase.kind is PhaseKind.GET_READY
    running.driver.skip()
    assert running.state() is SessionState.ENDED


COMMANDS = (
    "primary",
    "pause",
    "resume",
    "next",
    "previous",
    "restart",
    "skip",
    "undo_skip",
    "easier",
    "harder",
    "tick",
)


@given(st.lists(st.tuples(st.sampled_from(COMMANDS), st.floats(0, 30)), max_size=25))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_active_paused_and_away_are_all_the_time_there_was(begin: Begin, moves: list[tuple[str, float]]) -> None:
    running = begin()
    gone = 0.0
    for command, seconds in moves:
        getattr(running.driver, command)()
        running.clock.advance(seconds)
        gone += seconds
    running.driver.tick()
    now = running.now
    assert now.active_seconds + now.paused_seconds + now.away_seconds == pytest.approx(gone, abs=1e-4)
    running.driver.stop()
