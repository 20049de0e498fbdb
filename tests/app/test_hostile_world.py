"""Clocks that jump under a session, at home in the whole program: what is said, and what the log then holds."""

from datetime import timedelta

import pytest

from tests.app.conftest import House, Launch
from tests.fakes import FakeClock
from trainer.core.workout import Workout

YEAR = timedelta(days=365)


def lengths(workout: Workout) -> float:
    return workout.active_seconds + workout.paused_seconds + workout.away_seconds


def test_a_clock_set_back_a_year_is_said_and_the_session_goes_on(house: House, clock: FakeClock) -> None:
    house.open(start=True)
    house.go(40)
    before = clock.now()
    clock.set_now(before - YEAR)
    house.go(1)
    assert "clock was set back" in house.said()
    assert not house.driver.snapshot().paused_seconds
    house.go(19)
    house.driver.finish()
    (workout,) = house.workouts()
    assert workout.local_date == before.date()  # the day it began on
    assert workout.ended is not None
    assert workout.ended - workout.started == timedelta(seconds=lengths(workout)) == timedelta(seconds=60)


def test_left_open_and_resumed_a_year_earlier_nothing_is_lost(launch: Launch, clock: FakeClock) -> None:
    first = launch()
    first.open(start=True)
    first.go(30)
    first.close()
    clock.set_now(clock.now() - YEAR)
    second = launch()
    second.open()
    second.button("Finish and log").click()
    (workout,) = second.workouts()
    assert workout.ended is not None
    assert workout.ended - workout.started == timedelta(seconds=lengths(workout))
    assert workout.active_seconds == pytest.approx(30, abs=1)


@pytest.mark.parametrize("hours", [1, -1, 9, -11], ids=["spring", "autumn", "east", "west"])
def test_another_local_time_in_mid_session_changes_nothing(house: House, clock: FakeClock, hours: int) -> None:
    """Summer time begins or ends, or one flies: the workout keeps the offset and the day it began with."""
    house.open(start=True)
    house.go(20)
    clock.set_now(clock.now(), timedelta(hours=hours))
    house.go(20)
    assert house.said() == ""
    house.driver.finish()
    (workout,) = house.workouts()
    assert (workout.utc_offset_minutes, workout.away_seconds) == (0, 0)
    assert workout.ended == workout.started + timedelta(seconds=40)


def test_a_machine_that_slept_finds_its_session_paused(house: House, clock: FakeClock) -> None:
    house.open(start=True)
    house.go(20)
    clock.sleep(3600)
    house.driver.tick()
    shown = house.driver.snapshot()
    assert shown.away_seconds == pytest.approx(3600, abs=1)
    house.driver.resume()
    house.go(10)
    house.driver.finish()
    (workout,) = house.workouts()
    assert workout.away_seconds == pytest.approx(3600, abs=1)
    assert workout.active_seconds == pytest.approx(27, abs=1)  # the count back in takes three
    assert workout.ended is not None
    assert workout.ended - workout.started == timedelta(seconds=lengths(workout))
