"""When one is reminded: once, at the time, on planned days, of what is not done yet."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.core.reminder import is_time, still_planned
from trainer.core.week_plan import Trained, Weekday

MONDAY = date(2026, 11, 23)
PLAN = {Weekday.MONDAY: ["back", "core"], Weekday.THURSDAY: ["back"]}
FIVE = 17 * 60


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(MONDAY + timedelta(days=day), time(hour, minute))


def test_it_is_time_once() -> None:
    assert is_time(PLAN, FIVE, at(0, 16, 59), at(0, 17))
    assert not is_time(PLAN, FIVE, at(0, 17), at(0, 17, 1))
    assert not is_time(PLAN, FIVE, at(0, 16), at(0, 16, 59))


def test_a_day_without_a_plan_is_a_day_of_rest() -> None:
    assert not is_time(PLAN, FIVE, at(1, 16), at(1, 18))


def test_what_was_slept_through_counts_on_its_day_only() -> None:
    assert is_time(PLAN, FIVE, at(0, 12), at(0, 23))
    assert not is_time(PLAN, FIVE, at(0, 12), at(1, 8))


@given(st.integers(0, 1439), st.integers(0, 3), st.lists(st.integers(1, 20_000), max_size=60))
def test_however_often_one_looks_it_is_once_a_planned_day(minute: int, day: int, gaps: list[int]) -> None:
    now = at(day, 0)
    due = []
    for gap in gaps:
        before, now = now, now + timedelta(seconds=gap)
        if is_time(PLAN, minute, before, now):
            due.append(now.date())
    assert len(due) == len(set(due))


def test_what_is_done_is_not_spoken_of() -> None:
    assert still_planned(PLAN, MONDAY, 0, ()) == ("back", "core")
    assert still_planned(PLAN, MONDAY, 0, [Trained(MONDAY, "back")]) == ("core",)
    thursday = MONDAY + timedelta(days=3)
    assert still_planned(PLAN, thursday, 0, [Trained(MONDAY, "back")]) == ("back",)
    brought_forward = [Trained(MONDAY, "back"), Trained(MONDAY + timedelta(days=1), "back")]
    assert still_planned(PLAN, thursday, 0, brought_forward) == ()
