import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.weeks import MONDAY, row_of_weeks, week
from trainer.ui.charts.bars import BarUnit, bars_of, day_bars
from trainer.ui.charts.words import bar_figures, bar_sentence, bar_title, rounded_range


def test_calories_are_rounded_outward_to_five() -> None:
    assert rounded_range(121, 188) == "120\N{EN DASH}190"
    assert rounded_range(120, 190) == "120\N{EN DASH}190"


@given(st.lists(st.sampled_from([15.0, 85.0, 135.0]), min_size=1, max_size=30))
def test_a_sum_of_rounded_ranges_is_not_rounded_again(parts: list[float]) -> None:
    total = sum(part / 3 for part in parts) * 3  # as floats add up
    assert rounded_range(total, total) == f"{sum(parts):.0f}\N{EN DASH}{sum(parts):.0f}"


def test_the_present_week_and_another_by_name() -> None:
    (bar,) = bars_of([week(strength=10)], BarUnit.WEEK)
    assert bar_title(bar, BarUnit.WEEK, current=True) == "This week"
    assert bar_title(bar, BarUnit.WEEK, current=False) == "Week of 16 November 2026"


@pytest.mark.parametrize(
    ("unit", "title"), [(BarUnit.MONTH, "November 2026, average week"), (BarUnit.YEAR, "2026, average week")]
)
def test_what_is_an_average_says_so(unit: BarUnit, title: str) -> None:
    (bar,) = bars_of(row_of_weeks(10, 20), unit)
    assert bar_title(bar, unit, current=False) == title


def test_the_figures_of_a_week() -> None:
    (bar,) = bars_of([week(MONDAY, 40, 20, 5, vigorous=20)], BarUnit.WEEK)
    assert bar_figures(bar) == (
        ("strength", "Strength and toning", "40 min"),
        ("cardio", "Cardio", "20 min"),
        ("mobility", "Mobility and stretch", "5 min"),
        ("", "Together", "65 min"),
        ("", "Toward the goal", "85 min"),
        ("kcal", "Likely", "205\N{EN DASH}325 kcal"),
        ("", "Sessions", "3"),
    )


def test_the_load_and_what_it_lacks() -> None:
    (bar,) = bars_of([msgspec.structs.replace(week(MONDAY, 40), load=120.0, unrated=2)], BarUnit.WEEK)
    assert bar_figures(bar)[-3:] == (
        ("", "Session load", "120"),
        ("", "Sessions without an effort", "2"),
        ("", "Sessions", "3"),
    )


def test_a_day_by_its_weekday() -> None:
    (bar,) = day_bars([], MONDAY, MONDAY)
    assert bar_title(bar, BarUnit.DAY, current=False) == "Monday, 16 November 2026"
    assert bar_title(bar, BarUnit.DAY, current=True) == "Today"


def test_a_week_read_aloud() -> None:
    (bar,) = bars_of([week(MONDAY, 40)], BarUnit.WEEK)
    assert bar_sentence(bar, BarUnit.WEEK, current=True) == (
        "This week: 3 sessions. Strength and toning 40 min, Together 40 min, Likely 125\N{EN DASH}200 kcal."
    )


def test_an_empty_week_read_aloud() -> None:
    (bar,) = bars_of([week()], BarUnit.WEEK)
    assert bar_sentence(bar, BarUnit.WEEK, current=False) == "Week of 16 November 2026: no sessions."
