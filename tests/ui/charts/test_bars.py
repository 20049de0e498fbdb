from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.weeks import MONDAY, row_of_weeks, week
from trainer.ui.charts.bars import LEGIBLE_PITCH, BarUnit, bars_of, unit_for


def test_a_bar_of_a_week_folds_warm_up_into_cardio_and_stretch_into_mobility() -> None:
    (bar,) = bars_of([week(strength=40, cardio=7, mobility=3, warm_up=5, stretch=10)], BarUnit.WEEK)
    assert (bar.strength, bar.cardio, bar.mobility) == (40, 12, 13)
    assert bar.total == 65


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
@given(st.lists(st.floats(0, 600), min_size=1, max_size=200), st.sampled_from(BarUnit))
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
