"""Streaks in weeks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.core.progress import week_start
from trainer.core.streaks import Streak, streak

TODAY = date(2026, 11, 26)  # a Thursday


def back(*weeks: int) -> list[date]:
    return [TODAY - timedelta(weeks=n) for n in weeks]


def test_without_a_workout_there_is_none() -> None:
    assert streak([], TODAY, 0) == Streak(0, 0, this_week=False)


def test_the_week_that_runs_counts_when_it_has_a_workout() -> None:
    assert streak(back(0, 1, 2), TODAY, 0) == Streak(3, 3, this_week=True)


def test_and_breaks_nothing_while_it_has_none() -> None:
    assert streak(back(1, 2, 3), TODAY, 0) == Streak(3, 3, this_week=False)


def test_a_whole_week_without_ends_it() -> None:
    assert streak(back(2, 3, 4, 5), TODAY, 0) == Streak(0, 4, this_week=False)


def test_where_weeks_begin_decides_which_days_are_of_one() -> None:
    sunday, monday = date(2026, 11, 22), date(2026, 11, 23)
    assert streak([sunday, monday], TODAY, 0).weeks == 2
    assert streak([sunday, monday], TODAY, 6).weeks == 1


def test_a_day_that_is_yet_to_come_counts_nothing() -> None:
    assert streak([TODAY + timedelta(days=7)], TODAY, 0) == Streak(0, 0, this_week=False)


@given(st.sets(st.integers(0, 400)), st.integers(0, 6))
def test_a_streak_is_weeks_in_a_row(ages: set[int], first_weekday: int) -> None:
    days = [TODAY - timedelta(days=age) for age in ages]
    found = streak(days, TODAY, first_weekday)
    now = week_start(TODAY, first_weekday)
    weeks = {week_start(day, first_weekday) for day in days}
    last = now if found.this_week else now - timedelta(weeks=1)
    assert all(last - timedelta(weeks=n) in weeks for n in range(found.weeks))
    assert last - timedelta(weeks=found.weeks) not in weeks
    assert found.weeks <= found.longest <= len(weeks)
    assert streak([*days, TODAY], TODAY, first_weekday).weeks == found.weeks + (not found.this_week)
