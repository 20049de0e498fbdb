"""The charts as widgets: what they draw, and how they are pointed at."""

from collections.abc import Sequence

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.weeks import MONDAY, day, row_of_weeks, week
from trainer.core.preferences import ThemeChoice
from trainer.ui.charts.bar_card import BarCard
from trainer.ui.charts.bars import BarUnit, bars_of, day_bars
from trainer.ui.charts.calories import WeeklyCaloriesChart
from trainer.ui.charts.load import SessionLoadChart
from trainer.ui.charts.mini import MiniWeeksChart
from trainer.ui.charts.minutes import WeeklyMinutesChart
from trainer.ui.charts.view import BarsView
from trainer.ui.theme.look import Look


def shown(qtbot: QtBot, look: Look, kind: type[BarsView], strength: Sequence[float], size: tuple[int, int]) -> BarsView:
    chart = kind(look)  # type: ignore[call-arg]
    qtbot.addWidget(chart)
    bars = bars_of(row_of_weeks(*strength), BarUnit.WEEK)
    chart.show_bars(bars, BarUnit.WEEK, len(bars) - 1)
    chart.resize(*size)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def picture(chart: BarsView) -> QImage:
    image: QImage = chart.grab().toImage()
    return image


def pixels(image: QImage, color: QColor) -> int:
    """How many pixels of a picture are exactly of that colour."""
    wanted = color.rgb()
    return sum(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def column_height(image: QImage, x: int, color: QColor) -> int:
    return sum(image.pixel(x, y) == color.rgb() for y in range(image.height()))


def bar_middle(chart: BarsView, index: int) -> int:
    width: int = chart.width()
    return round(width - chart.field_width() + (index + 0.6) * chart.pitch())


KINDS = (WeeklyMinutesChart, WeeklyCaloriesChart, MiniWeeksChart)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", [choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM])
@pytest.mark.parametrize(
    "strength", [(), (0.0,) * 12, (0.0,) * 7 + (34.0,), (50.0, 0.0) * 30, (60.0,) * 11 + (4000.0,)]
)
def test_paints_whatever_the_weeks_and_the_theme(
    qtbot: QtBot, look: Look, kind: type[BarsView], theme: ThemeChoice, strength: tuple[float, ...]
) -> None:
    look.set_theme(theme)
    chart = shown(qtbot, look, kind, strength, (420, 200))
    assert pixels(picture(chart), look.color("ink2")) > 0  # the axes have words, data or none
    tokens = ("kcal",) if kind is WeeklyCaloriesChart else ("strength",)
    drawn = sum(pixels(picture(chart), look.color(token)) for token in tokens)
    assert (drawn > 0) == any(strength)


def test_a_bar_is_as_high_as_its_minutes(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (50, 100, 200), (600, 400))
    image = picture(chart)
    heights = [column_height(image, bar_middle(chart, n), look.color("strength")) for n in range(3)]
    assert heights[1] == pytest.approx(2 * heights[0], abs=3)
    assert heights[2] == pytest.approx(4 * heights[0], abs=5)


def test_an_absurd_week_leaves_the_others_their_height(qtbot: QtBot, look: Look) -> None:
    plain = shown(qtbot, look, WeeklyMinutesChart, (100, 100, 100), (600, 400))
    height = column_height(picture(plain), bar_middle(plain, 0), look.color("strength"))
    absurd = shown(qtbot, look, WeeklyMinutesChart, (100, 100, 5000), (600, 400))
    image = picture(absurd)
    assert column_height(image, bar_middle(absurd, 0), look.color("strength")) == height
    assert column_height(image, bar_middle(absurd, 2), look.color("strength")) > height
    assert absurd.card is None


def test_the_kinds_are_stacked_in_their_colours(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (0,), (300, 300))
    chart.show_bars(bars_of([week(strength=60, cardio=30, mobility=20)], BarUnit.WEEK), BarUnit.WEEK, 0)
    image = picture(chart)
    heights = [column_height(image, bar_middle(chart, 0), look.color(t)) for t in ("strength", "cardio", "mobility")]
    assert heights[0] > heights[1] > heights[2] > 0


def test_left_and_right_go_through_the_weeks(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10, 20, 30), (600, 300))
    chart.setFocus()
    said: list[int | None] = []
    chart.bar_pointed.connect(said.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
    assert said == [2, 1, 2, 0, 2]  # Left at the first week stays there
    assert chart.accessibleDescription().startswith("This week: 3 sessions. Strength and toning 30 min")
    assert chart.card is not None
    assert chart.card.isVisible()
    assert "Together: 30 min" in chart.card.text
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.pointed is None
    assert not chart.card.isVisible()


def test_the_mouse_points_at_the_week_under_it(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10, 20, 30, 40), (600, 300))
    QTest.mouseMove(chart.viewport(), QPoint(bar_middle(chart, 1), 150))
    qtbot.waitUntil(lambda: chart.pointed == 1)
    assert chart.card is not None
    assert "20 min" in chart.card.text
    QTest.mouseMove(chart.viewport(), QPoint(4, 150))  # the axis is no week
    qtbot.waitUntil(lambda: chart.pointed is None)


def test_the_card_stays_within_the_window(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10,) * 12, (500, 260))
    for index in range(12):
        QTest.keyClick(chart, Qt.Key.Key_Home if index == 0 else Qt.Key.Key_Right)
        assert chart.card is not None
        assert chart.window().rect().contains(chart.card.geometry())


def test_without_sessions_there_is_nothing_to_go_through(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, MiniWeeksChart, (), (300, 200))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.pointed is None
    assert chart.accessibleDescription() == "No sessions yet."


def test_new_weeks_forget_what_was_pointed_at(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10, 20, 30), (600, 300))
    QTest.keyClick(chart, Qt.Key.Key_End)
    chart.show_bars(bars_of(row_of_weeks(5), BarUnit.WEEK), BarUnit.WEEK, 0)
    assert chart.pointed is None


def test_linked_charts_keep_their_bars_under_each_other(qtbot: QtBot, look: Look) -> None:
    minutes = shown(qtbot, look, WeeklyMinutesChart, (10, 20, 30), (600, 300))
    calories = shown(qtbot, look, WeeklyCaloriesChart, (10, 20, 30), (600, 200))
    calories.link_to(minutes)
    bars = bars_of(row_of_weeks(*[10.0] * 20), BarUnit.WEEK)
    minutes.show_bars(bars, BarUnit.WEEK, 19)
    assert calories.first_plot.box.viewRange()[0] == pytest.approx(minutes.first_plot.box.viewRange()[0])
    assert calories.field_width() == minutes.field_width()


def test_the_small_chart_takes_the_last_eight_weeks(qtbot: QtBot, look: Look) -> None:
    chart = MiniWeeksChart(look)
    qtbot.addWidget(chart)
    chart.show_weeks(row_of_weeks(*range(1, 13)))
    assert [bar.strength for bar in chart.bars] == list(range(5, 13))


def test_a_larger_text_scale_takes_room_from_the_bars(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10,) * 12, (600, 300))
    before = chart.field_width()
    look.set_text_scale(2.0)
    assert chart.field_width() < before - 15
    assert pixels(picture(chart), look.color("ink2")) > 0


def test_lines_are_sharp_at_twice_the_pixels(qtbot: QtBot, look: Look) -> None:
    """A grid line is one colour on whole device pixels, not two blurred rows."""
    chart = shown(qtbot, look, WeeklyMinutesChart, (0.0,) * 12, (400, 240))
    image = QImage(800, 480, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2.0)
    image.fill(look.color("surface"))
    with QPainter(image) as painter:
        chart.render(painter)
    x = 600
    rows = [y for y in range(480) if image.pixel(x, y) == look.color("grid").rgb()]
    blends = {image.pixel(x, y) for y in range(480)} - {look.color("surface").rgb(), look.color("grid").rgb()}
    assert len(rows) >= 2
    assert len(rows) % 2 == 0
    assert len(blends) <= 2 + 2  # the zero line, the dashes of two goals and their edges


def test_the_card_goes_with_its_chart(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chart = MiniWeeksChart(look, window)
    chart.show_weeks(row_of_weeks(10, 20))
    window.show()
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert window.findChildren(BarCard)
    chart.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(BarCard))


def test_a_chart_taken_away_no_longer_follows_the_look(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chart = MiniWeeksChart(look, window)
    chart.deleteLater()
    del chart
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.set_text_scale(1.5)  # must not reach it
    assert not window.children()


def test_enter_and_a_click_choose_a_bar_with_sessions(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10, 0, 30), (600, 300))
    chosen: list[tuple[object, object]] = []
    chart.days_chosen.connect(lambda first, last: chosen.append((first, last)))
    QTest.keyClick(chart, Qt.Key.Key_Return)  # none is pointed at
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)  # without sessions
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(bar_middle(chart, 0), 150))
    weeks_back = [(bar.start, bar.end) for bar in (chart.bars[2], chart.bars[0])]
    assert chosen == weeks_back


def test_the_small_chart_promises_no_sessions(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, MiniWeeksChart, (10, 30), (300, 200))
    assert chart.accessibleDescription().endswith("Left and Right go through the bars.")
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    with qtbot.assertNotEmitted(chart.bar_chosen):
        QTest.keyClick(chart, Qt.Key.Key_Return)


def test_days_have_no_goal_lines(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (60,), (600, 300))
    weekly = column_height(picture(chart), bar_middle(chart, 0), look.color("strength"))
    chart.show_bars(day_bars([day(MONDAY, 60)], MONDAY, MONDAY), BarUnit.DAY)
    daily = column_height(picture(chart), bar_middle(chart, 0), look.color("strength"))
    assert daily > 2 * weekly  # the line at 300 no longer presses it down


def test_in_high_contrast_the_kinds_have_patterns(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (0,), (300, 300))
    chart.show_bars(bars_of([week(cardio=300)], BarUnit.WEEK), BarUnit.WEEK, 0)
    plain = pixels(picture(chart), look.color("cardio"))
    look.set_theme(ThemeChoice.HIGH_CONTRAST_LIGHT)  # the same colour
    assert 0 < pixels(picture(chart), look.color("cardio")) < 0.8 * plain


def test_a_ring_says_that_a_bar_lacks_a_session(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, SessionLoadChart, (0,), (300, 300))
    rated = msgspec.structs.replace(week(strength=60), load=200.0)
    chart.show_bars(bars_of([rated], BarUnit.WEEK), BarUnit.WEEK, 0)
    without = pixels(picture(chart), look.color("ink2"))
    chart.show_bars(bars_of([msgspec.structs.replace(rated, unrated=1)], BarUnit.WEEK), BarUnit.WEEK, 0)
    assert pixels(picture(chart), look.color("ink2")) > without


def test_a_chart_s_table_has_every_figure_the_latest_first(qtbot: QtBot, look: Look) -> None:
    chart = shown(qtbot, look, WeeklyMinutesChart, (10, 20), (600, 300))
    table = chart.table()
    assert all(len(row) == len(table.headings) for row in table.rows)
    assert [row[0] for row in table.rows] == ["This week", "Week of 9 November 2026"]
    assert table.rows[0][1:7] == ("3", "0", "20", "0", "0", "20")
