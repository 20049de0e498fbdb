"""Midnight with the window open: what shows today shows the new day, but never in a session."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt

from tests.app.conftest import House
from tests.fakes import FakeClock
from trainer.app.new_day import NewDay
from trainer.core.week_plan import Weekday
from trainer.ui.workout.planned_banner import PlannedBanner

LATE_ON_SUNDAY = datetime(2026, 3, 1, 22, 58, tzinfo=UTC)
EAST = timedelta(hours=1)
PLAN = {Weekday.MONDAY: ["core-in-ten"]}


def opened(house: House, clock: FakeClock) -> tuple[NewDay, PlannedBanner]:
    clock.set_now(LATE_ON_SUNDAY, EAST)
    house.open()
    house.keeper.change(week_plan=PLAN)
    new_day = house.window.findChildren(NewDay)[0]
    new_day.look()
    return new_day, house.window.findChildren(PlannedBanner)[0]


def test_after_midnight_mondays_plan_is_offered(house: House, clock: FakeClock) -> None:
    new_day, banner = opened(house, clock)
    assert banner.isHidden()
    clock.advance(60)
    new_day.look()
    assert banner.isHidden()  # a minute to midnight, where the person is
    clock.advance(60)
    new_day.look()
    assert not banner.isHidden()


def test_a_session_is_not_disturbed(house: House, clock: FakeClock) -> None:
    new_day, banner = opened(house, clock)
    told: list[None] = []
    new_day.began.connect(lambda: told.append(None))
    house.press(Qt.Key.Key_Space)
    house.go(180)
    new_day.look()
    assert (told, banner.isHidden()) == ([], True)
