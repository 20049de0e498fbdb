"""The chart of the weight: its scales, and how it is pointed at."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.charts.test_charts import pixels
from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.ui.charts.time_axis import date_ticks
from trainer.ui.charts.weight import WeightChart
from trainer.ui.charts.weight_line import near_scale
from trainer.ui.theme.look import Look

STEPS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
FIRST = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)


def weighings(*kg: float, days: int = 7) -> list[Weighing]:
    moments = [FIRST + timedelta(days=days * n) for n in range(len(kg))]
    return [Weighing(str(n), at, 0, at.date(), one) for n, (at, one) in enumerate(zip(moments, kg, strict=True))]


def shown(qtbot: QtBot, look: Look, made: list[Weighing], unit: WeightUnit = WeightUnit.KG) -> WeightChart:
    chart = WeightChart(look)
    qtbot.addWidget(chart)
    chart.show_weighings(made, unit)
    chart.resize(480, 200)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


@given(st.lists(st.floats(30, 250), max_size=30), st.integers(1, 5))
def test_the_scale_holds_every_weight_in_few_steps(values: list[float], intervals: int) -> None:
    scale = near_scale(values, 3.0, STEPS, intervals)
    assert all(scale.bottom <= value <= scale.top for value in values)
    assert scale.top > scale.bottom
    assert len(scale.ticks) <= max(intervals, 3) + 1


def test_the_scale_is_near_the_weights_and_never_tighter_than_its_least_span() -> None:
    assert near_scale([70.0], 3.0, STEPS, 4) == near_scale([70.0, 70.0], 3.0, STEPS, 4)
    assert near_scale([70.0], 3.0, STEPS, 4).top - near_scale([70.0], 3.0, STEPS, 4).bottom >= 3.0
    assert near_scale([70.2, 75.9], 3.0, STEPS, 4).ticks == (70.0, 72.0, 74.0, 76.0)


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 20_000), st.integers(1, 12))
def test_dates_lie_within_and_are_no_more_than_fit(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=days)
    ticks = date_ticks(first, last, most)
    assert len(ticks) <= most
    assert all(first <= day <= last for day, _ in ticks)
    assert [day for day, _ in ticks] == sorted({day for day, _ in ticks})


def test_days_then_months_then_years_are_marked() -> None:
    day = date(2026, 1, 5)
    assert [text for _, text in date_ticks(day, day + timedelta(days=14), 4)] == ["5 Jan", "12 Jan", "19 Jan"]
    assert [text for _, text in date_ticks(day, date(2027, 2, 1), 5)] == ["Apr", "Jul", "Oct", "2027"]
    assert [text for _, text in date_ticks(day, date(2036, 2, 1), 6)] == ["2028", "2030", "2032", "2034", "2036"]


@pytest.mark.parametrize("unit", WeightUnit, ids=str)
@pytest.mark.parametrize("count", [0, 1, 2, 400], ids=str)
def test_paints_whatever_was_weighed(qtbot: QtBot, themed_look: Look, unit: WeightUnit, count: int) -> None:
    chart = shown(qtbot, themed_look, weighings(*(70.0 + n % 9 for n in range(count))), unit)
    assert (pixels(chart.grab().toImage(), themed_look.color("accent")) > 0) == (count > 0)


def test_the_keys_go_through_the_weighings(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, weighings(72.0, 71.5, 71.0))
    assert chart.accessibleDescription() == "3 weighings. 19 January 2026: 71.0 kg. Left and Right go through them."
    QTest.keyClick(chart, Qt.Key.Key_Left)
    newest = chart.pointed
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert (newest, chart.pointed) == (2, 1)
    assert chart.accessibleDescription() == "12 January 2026: 71.5 kg."
    assert chart.card is not None
    assert chart.card.text == "12 January 2026\nWeight: 71.5 kg\nSince the one before: \N{MINUS SIGN}0.5 kg"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription() == "5 January 2026: 72.0 kg."
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.accessibleDescription().startswith("3 weighings.")
    assert not chart.card.isVisible()


def test_the_mouse_points_at_the_nearest(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, weighings(72.0, 71.5, 71.0))
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 10, 60))
    assert chart.pointed == 2


def test_without_weighings_it_says_so(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, [])
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.pointed is None
    assert chart.accessibleDescription() == "No weighings yet."
