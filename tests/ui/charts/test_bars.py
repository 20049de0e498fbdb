from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.weeks import MONDAY, day, row_of_weeks, week
from trainer.ui.charts.bars import LEGIBLE_PITCH, BarUnit, bars_of, day_bars, unit_for

SUNDAY = MONDAY + timedelta(days=6)
UNITS = (BarUnit.WEEK, BarUnit.MONTH, BarUnit.YEAR)


def test_a_bar_of_a_week_has_four_kinds_stretch_is_of_mobility() -> None:
    (bar,) = bars_of([week(strength=40, cardio=7, mobility=3, warm_up=5, stretch=10)], BarUnit.WEEK)
    assert bar.parts == (5.0, 40.0, 7.0, 13.0)
    assert bar.total == 65


def test_every_day_has_its_bar_empty_or_not() -> None:
    first = MONDAY
    bars = day_bars([day(first, 30), day(first, 12, vigorous=4), day(first + timedelta(days=9), 60)], first, SUNDAY)
    assert [bar.start for bar in bars] == [first + timedelta(days=n) for n in range(7)]
    assert all(bar.start == bar.end for bar in bars)
    assert bars[0].parts == pytest.approx((7, 28, 0, 7))
    assert (bars[0].total, bars[0].goal_minutes) == pytest.approx((42, 46))
    assert bars[0].sessions == 2
    assert [bar.sessions for bar in bars[1:]] == [0] * 6


def test_the_load_is_averaged_what_lacks_an_effort_is_counted() -> None:
    weeks = [
        msgspec.structs.replace(week(date(2026, 10, 5), 10), load=300.0, unrated=1),
        msgspec.structs.replace(week(date(2026, 10, 12), 10), load=100.0, unrated=2),
    ]
    (bar,) = bars_of(weeks, BarUnit.MONTH)
    assert (bar.load, bar.unrated) == (200.0, 3)


def test_a_vigorous_minute_counts_twice_toward_the_goal() -> None:
    (bar,) = bars_of([week(strength=30, cardio=20, vigorous=20)], BarUnit.WEEK)
    assert bar.goal_minutes == 70


def test_a_month_is_its_average_week_the_empty_ones_included() -> None:
    weeks = row_of_weeks(100, 0, 50, 50, last=date(2026, 10, 26))  # 5, 12, 19, 26 October
    (bar,) = bars_of(weeks, BarUnit.MONTH)
    assert bar.weeks == 4
    assert bar.strength == 50
    assert bar.kcal_mid == 200
    assert bar.sessions == 9


def test_a_week_belongs_to_the_month_and_year_in_which_it_starts() -> None:
    weeks = row_of_weeks(10, 20, last=date(2027, 1, 4))  # 28 December, 4 January
    assert [bar.start for bar in bars_of(weeks, BarUnit.MONTH)] == [date(2026, 12, 28), date(2027, 1, 4)]
    assert [bar.strength for bar in bars_of(weeks, BarUnit.YEAR)] == [10, 20]


def test_no_weeks_no_bars() -> None:
    assert bars_of([], BarUnit.MONTH) == ()


@settings(deadline=None)
@given(st.lists(st.floats(0, 600), min_size=1, max_size=200), st.sampled_from(UNITS))
def test_gathering_loses_nothing(minutes: list[float], unit: BarUnit) -> None:
    weeks = row_of_weeks(*minutes)
    bars = bars_of(weeks, unit)
    assert sum(bar.strength * bar.weeks for bar in bars) == pytest.approx(sum(minutes))
    assert sum(bar.sessions for bar in bars) == sum(w.sessions for w in weeks)
    assert sum(bar.weeks for bar in bars) == len(weeks)
    assert [bar.start for bar in bars] == sorted(bar.start for bar in bars)


@settings(deadline=None)
@given(st.integers(1, 2600), st.floats(120, 4000))
def test_bars_stay_legible(count: int, width: float) -> None:
    unit = unit_for(count, width)
    starts = [MONDAY - timedelta(weeks=n) for n in range(count)]
    bars = {
        BarUnit.WEEK: count,
        BarUnit.MONTH: len({(start.year, start.month) for start in starts}),
        BarUnit.YEAR: len({start.year for start in starts}),
    }
    if unit is not BarUnit.YEAR:  # a year is the coarsest there is
        assert width / bars[unit] >= LEGIBLE_PITCH * 0.9
    if unit is not BarUnit.WEEK:  # no coarser than needed
        assert width / count < LEGIBLE_PITCH
