"""The map of the year: which day is where, how it is pointed at, and what it says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.weeks import TODAY, day
from trainer.core.preferences import ThemeChoice
from trainer.ui.charts.year_map import WEEKS, YearMap, level_of
from trainer.ui.theme.look import Look

YESTERDAY = TODAY - timedelta(days=1)


def shown(qtbot: QtBot, look: Look, width: int = 900, first_weekday: int = 0) -> YearMap:
    year = YearMap(look)
    qtbot.addWidget(year)
    year.resize(width, 200)
    year.show_days([day(TODAY, 40), day(YESTERDAY, 10), day(TODAY - timedelta(days=500), 30)], TODAY, first_weekday)
    year.show()
    qtbot.waitExposed(year)
    return year


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, 0), (1, 1), (14.9, 1), (15, 2), (30, 3), (59, 3), (60, 4), (900, 4)]
)
def test_a_day_is_the_darker_the_more_minutes_it_has(minutes: float, level: int) -> None:
    assert level_of(minutes) == level


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_more_minutes_are_never_lighter(less: float, more: float) -> None:
    less, more = sorted((less, more))
    assert 0 <= level_of(less) <= level_of(more) <= 4


@pytest.mark.parametrize(
    ("first_weekday", "first"),
    [(0, date(2025, 11, 17)), (6, date(2025, 11, 16)), (5, date(2025, 11, 15))],
    ids=["monday", "sunday", "saturday"],
)
def test_the_year_begins_with_a_week_of_the_person_s(qtbot: QtBot, look: Look, first_weekday: int, first: date) -> None:
    year = shown(qtbot, look, first_weekday=first_weekday)
    assert (year.bars[0].start, year.bars[-1].start) == (first, TODAY)
    assert year.bars[0].start.weekday() == first_weekday
    assert year.weeks_shown() == WEEKS
    assert sum(bar.sessions for bar in year.bars) == 2  # the third lies before it


def test_the_arrow_keys_go_through_the_days(qtbot: QtBot, look: Look) -> None:
    year = shown(qtbot, look)
    found: list[int | None] = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(year, key)
        assert year.pointed is not None
        found.append((TODAY - year.bars[year.pointed].start).days)
    assert found == [0, 1, 8, 7, 0, 0]  # beyond today there is nothing to go to
    assert year.accessibleDescription().startswith("Today: 1 session.")
    QTest.keyClick(year, Qt.Key.Key_Home)
    found = [year.pointed]
    QTest.keyClick(year, Qt.Key.Key_Escape)
    assert [*found, year.pointed] == [0, None]
    assert year.accessibleDescription().startswith("2 days with a session.")


def test_enter_asks_for_the_sessions_of_a_day_that_has_some(qtbot: QtBot, look: Look) -> None:
    year = shown(qtbot, look)
    chosen: list[tuple[date, date]] = []
    year.days_chosen.connect(lambda first, last: chosen.append((first, last)))
    QTest.keyClick(year, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(year, key)
    assert chosen == [(YESTERDAY, YESTERDAY)]


def test_the_mouse_points_at_the_day_under_it_and_a_click_asks(qtbot: QtBot, look: Look) -> None:
    year = shown(qtbot, look)
    QTest.keyClick(year, Qt.Key.Key_End)
    assert year.pointed is not None
    at = next(
        QPoint(x, y)
        for x in range(year.width())
        for y in range(year.height())
        if year.day_at(QPoint(x, y)) == year.pointed
    )
    QTest.keyClick(year, Qt.Key.Key_Home)
    with qtbot.waitSignal(year.days_chosen) as chosen:
        QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=at + QPoint(3, 3))
    assert chosen.args == [TODAY, TODAY]
    QTest.mouseMove(year, QPoint(1, 1))
    qtbot.waitUntil(lambda: year.pointed is None)


def test_a_narrow_one_keeps_the_latest_weeks(qtbot: QtBot, look: Look) -> None:
    year = shown(qtbot, look, width=300)
    assert year.weeks_shown() < WEEKS
    QTest.keyClick(year, Qt.Key.Key_Home)
    assert year.pointed is not None
    assert year.pointed >= 7 * (WEEKS - year.weeks_shown())


@pytest.mark.parametrize("theme", [choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM])
def test_it_is_painted_in_every_theme(qtbot: QtBot, look: Look, theme: ThemeChoice) -> None:
    look.set_theme(theme)
    year = shown(qtbot, look)
    image = year.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}) > 4


def test_its_table_has_the_days_with_a_session_the_latest_first(qtbot: QtBot, look: Look) -> None:
    table = shown(qtbot, look).table()
    assert [row[0] for row in table.rows] == ["Today", "Tuesday, 17 November 2026"]
    assert [row[6] for row in table.rows] == ["40", "10"]
