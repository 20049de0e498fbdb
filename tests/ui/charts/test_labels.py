from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.weeks import row_of_weeks
from trainer.ui.charts.bars import BarUnit, bars_of, unit_for
from trainer.ui.charts.labels import GAP, bar_labels


def measure(text: str) -> float:
    return 7.0 * len(text)


def labels(count: int, pitch: float, unit: BarUnit = BarUnit.WEEK, *, current: bool = True) -> dict[int, str]:
    bars = bars_of(row_of_weeks(*[10.0] * count), unit)
    shown = bar_labels(bars, unit, pitch, measure, current=len(bars) - 1 if current else None)
    return dict(shown)


def test_every_week_is_dated_where_there_is_room() -> None:
    shown = labels(12, 90)
    assert len(shown) == 12
    assert shown[0] == "31 Aug"
    assert shown[11] == "this week"


def test_every_other_week_counted_back_from_the_present_one() -> None:
    assert labels(12, 54) == {1: "7 Sep", 3: "21 Sep", 5: "5 Oct", 7: "19 Oct", 9: "2 Nov", 11: "this week"}


def test_the_present_week_is_short_where_there_is_little_room() -> None:
    assert labels(12, 33)[11] == "now"


def test_a_last_week_that_is_not_the_present_one_has_its_date() -> None:
    assert labels(12, 54, current=False)[11] == "16 Nov"


def test_a_year_is_labelled_by_months_and_january_by_its_year() -> None:
    shown = labels(52, 16)
    assert list(shown.values())[:4] == ["Dec", "2026", "Feb", "Mar"]
    assert "Nov" in shown.values()


def test_ten_years_are_labelled_by_years() -> None:
    shown = labels(530, 6, BarUnit.MONTH)
    assert list(shown.values()) == [str(year) for year in range(2017, 2027)]


def test_years_as_bars_are_labelled_from_the_first() -> None:
    assert labels(530, 60, BarUnit.YEAR)[0] == "2016"


@settings(deadline=None)
@given(st.integers(1, 1500), st.floats(80, 2500))
def test_labels_never_touch(count: int, width: float) -> None:
    unit = unit_for(count, width)
    bars = bars_of(row_of_weeks(*[10.0] * count), unit)
    pitch = width / (len(bars) + 0.2)
    shown = bar_labels(bars, unit, pitch, measure, current=len(bars) - 1)
    for (a, first), (b, second) in pairwise(shown):
        assert (b - a) * pitch >= (measure(first) + measure(second)) / 2 + GAP * 0.4
    assert all(0 <= index < len(bars) for index, _ in shown)
