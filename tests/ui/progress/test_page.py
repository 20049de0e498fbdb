"""The page as a person meets it: given figures, pressed keys, what it says in return."""

from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.progress.sessions import session
from tests.ui.weeks import MONDAY, TODAY, day
from tests.workouts import example_workout
from trainer.core.preferences import ThemeChoice, WeightUnit
from trainer.core.progress import Period, WorkoutSummary, weeks
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.progress.days_ledger import days_ledger
from trainer.ui.progress.page import ProgressPage
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.figure_button import FigureButton
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.toast import Toast

EVERY_OTHER_DAY = range(0, 200, 2)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ProgressPage:
    made = ProgressPage(look)
    qtbot.addWidget(made)
    made.resize(1196, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def fill(page: ProgressPage, total: int | None = None) -> None:
    days = [day(TODAY - timedelta(days=n), 34.0, vigorous=5.0) for n in EVERY_OTHER_DAY]
    sessions = [session(n) for n in EVERY_OTHER_DAY]
    page.show_progress(
        days, weeks(days, TODAY, 0, Period.ALL), sessions[:50], total or len(sessions), today=TODAY, first_weekday=0
    )


def empty(page: ProgressPage) -> None:
    page.show_progress([], [], [], 0, today=TODAY, first_weekday=0)


def the(page: QWidget, kind: type[QWidget], name: str = "") -> QWidget:
    found = [w for w in page.findChildren(kind) if not name or name in (w.accessibleName(), getattr(w, "text", str)())]
    assert len(found) == 1, f"{len(found)} of {kind.__name__} {name}"
    return found[0]


def the_list(page: ProgressPage) -> QListView:
    return page.findChildren(QListView)[0]


def words(page: QWidget) -> str:
    return "\n".join(w.text() for w in page.findChildren(QWidget) if w.isVisible() and hasattr(w, "text"))


def test_an_empty_log_invites(qtbot: QtBot, page: ProgressPage) -> None:
    empty(page)
    assert "Your first session starts the chart" in words(page)
    assert "This week" not in words(page).split("\n")
    assert not the_list(page).isVisible()
    assert not the(page, Segmented, "Period").isVisible()
    start = the(page, Button, "Start a workout")
    with qtbot.waitSignal(page.start_requested):
        start.setFocus()
        QTest.keyClick(start, Qt.Key.Key_Return)


def test_this_week_against_the_goal(page: ProgressPage) -> None:
    fill(page)  # Monday and Wednesday so far
    shown = words(page)
    assert "78 of 150 min" in shown  # 2 x 34, and 2 x 5 vigorous minutes again
    assert "72 min to the weekly minimum.\n10 vigorous minutes count double." in shown
    assert "2 of 2" in shown
    assert "16\N{EN DASH}22 Nov" in shown
    assert "Your first session" not in shown


def test_the_charts_show_the_weeks_of_the_period(page: ProgressPage) -> None:
    fill(page)
    charts = page.charts
    assert len(charts.minutes.bars) == 12
    assert charts.minutes.bars[-1].total == pytest.approx(68)
    periods = the(page, Segmented, "Period")
    chosen: QWidget = periods.findChildren(Button.__mro__[1])[2]
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert page.period is Period.YEAR
    assert len(charts.minutes.bars) == len(charts.calories.bars) == len(charts.load.bars) == 52
    page.choose_period(Period.ALL)
    assert len(charts.minutes.bars) == 29


def test_a_week_and_a_month_are_shown_day_by_day(page: ProgressPage) -> None:
    fill(page)
    page.choose_period(Period.WEEK)
    bars = page.charts.minutes.bars
    assert [bar.start for bar in bars] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert [round(bar.total) for bar in bars] == [34, 0, 34, 0, 0, 0, 0]
    assert "Minutes by day" in words(page)
    page.choose_period(Period.MONTH)
    assert [page.charts.load.bars[n].start for n in (0, -1)] == [TODAY - timedelta(days=29), TODAY]
    page.choose_period(Period.TWELVE_WEEKS)
    assert "Weekly minutes" in words(page)


def test_enter_on_a_bar_asks_for_its_sessions(qtbot: QtBot, page: ProgressPage) -> None:
    fill(page)
    QTest.keyClick(page.charts.calories, Qt.Key.Key_End)
    with qtbot.waitSignal(page.days_chosen) as chosen:
        QTest.keyClick(page.charts.calories, Qt.Key.Key_Return)
    assert chosen.args == [MONDAY, MONDAY + timedelta(days=6)]


def test_what_the_load_lacks_is_said(page: ProgressPage) -> None:
    rated = msgspec.structs.replace(day(TODAY, 30), load=90.0)
    unrated = msgspec.structs.replace(day(TODAY - timedelta(days=1), 30), unrated=1)
    found = weeks([unrated, rated], TODAY, 0, Period.ALL)
    page.show_progress([unrated, rated], found, (), 2, today=TODAY, first_weekday=0)
    assert "1 without an effort left out" in words(page)
    assert page.charts.load.bars[-1].load == 90.0


def test_pointing_in_one_chart_marks_the_week_in_the_other(page: ProgressPage) -> None:
    fill(page)
    QTest.keyClick(page.charts.minutes, Qt.Key.Key_End)
    assert page.charts.calories.pointed == 11
    assert page.charts.calories.card is None
    QTest.keyClick(page.charts.calories, Qt.Key.Key_Left)
    assert page.charts.minutes.pointed == 10
    assert page.charts.minutes.card is not None
    assert not page.charts.minutes.card.isVisible()


def test_enter_and_a_click_open_a_session(qtbot: QtBot, page: ProgressPage) -> None:
    fill(page)
    rows = the_list(page)
    rows.setCurrentIndex(rows.model().index(1, 0))
    with qtbot.waitSignal(page.workout_opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["session-2"]
    with qtbot.waitSignal(page.workout_opened) as opened:
        place = rows.visualRect(rows.model().index(0, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["session-0"]


def test_a_deleted_session_can_be_had_back(qtbot: QtBot, page: ProgressPage) -> None:
    fill(page)
    rows = the_list(page)
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.waitSignal(page.workout_deleted) as deleted:
        QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert deleted.args == ["session-0"]
    toast = the(page, Toast)
    assert toast.isVisible()
    with qtbot.waitSignal(page.workout_restored) as restored:
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert restored.args == ["session-0"]
    assert not toast.isVisible()


def test_undo_is_a_button_too(qtbot: QtBot, page: ProgressPage) -> None:
    fill(page)
    rows = the_list(page)
    rows.setCurrentIndex(rows.model().index(3, 0))
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    with qtbot.waitSignal(page.workout_restored) as restored:
        QTest.mouseClick(the(page, Button, "Undo"), Qt.MouseButton.LeftButton)
    assert restored.args == ["session-6"]


def test_undo_without_a_deletion_does_nothing(page: ProgressPage) -> None:
    fill(page)
    restored: list[str] = []
    page.workout_restored.connect(restored.append)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert restored == []


def test_the_current_row_stays_through_a_refresh(page: ProgressPage) -> None:
    fill(page)
    rows = the_list(page)
    rows.setCurrentIndex(rows.model().index(4, 0))
    fill(page)
    assert rows.currentIndex().row() == 4


def test_the_end_of_the_list_asks_for_more(page: ProgressPage) -> None:
    asked: list[WorkoutSummary] = []
    page.more_requested.connect(asked.append)
    fill(page)
    QApplication.processEvents()
    asked.clear()
    rows = the_list(page)
    rows.scrollToBottom()
    QApplication.processEvents()
    assert asked == [session(98)]
    page.add_sessions([session(n) for n in (100, 102)])
    assert rows.model().rowCount() == 52


def test_the_week_s_calories_open_their_ledger(qtbot: QtBot, page: ProgressPage) -> None:
    fill(page)
    figure = next(button for button in page.findChildren(FigureButton) if button.isVisible())
    with qtbot.waitSignal(page.ledger_requested) as asked:
        QTest.keyClick(figure, Qt.Key.Key_Return)
    first, last = asked.args
    assert last - first == timedelta(days=6)
    assert first <= TODAY <= last
    page.show_ledger(days_ledger([example_workout()], first, last, TODAY, WeightUnit.KG))
    dialog = page.findChildren(LedgerDialog)[0]
    qtbot.waitExposed(dialog)
    assert dialog.accessibleDescription().startswith("This week")
    dialog.close()


SIZES = [(640, 480), (940, 640), (1196, 800), (1836, 1080), (3756, 2160)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("filled", [True, False], ids=["filled", "empty"])
def test_nothing_is_wider_than_the_page(
    page: ProgressPage, look: Look, size: tuple[int, int], scale: float, filled: bool
) -> None:
    look.set_text_scale(scale)
    (fill if filled else empty)(page)
    page.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.window() is page:
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right <= page.width(), f"{type(widget).__name__} {widget.accessibleName()}"
    assert page.charts.minutes.width() > size[0] * 0.4 or size[0] > 1760


@pytest.mark.parametrize("theme", [choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM])
def test_the_page_follows_the_look(page: ProgressPage, look: Look, theme: ThemeChoice) -> None:
    fill(page)
    look.set_theme(theme)
    look.set_text_scale(1.5)
    QApplication.processEvents()
    image = page.charts.grab().toImage()
    strength = look.color("strength").rgb()
    assert any(image.pixel(x, y) == strength for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def test_what_assistive_technology_finds(page: ProgressPage) -> None:
    fill(page)
    names = {w.accessibleName() for w in page.findChildren(QWidget) if w.isVisible()}
    assert {"Weekly minutes", "Weekly calories", "Sessions", "Period", "This week", "Days of this week"} <= names
    assert page.charts.minutes.accessibleDescription().startswith("This week: 2 sessions.")


def test_every_word_is_translated(qtbot: QtBot, look: Look, pseudo_language: None) -> None:
    del pseudo_language
    page = ProgressPage(look)
    qtbot.addWidget(page)
    page.resize(1196, 800)
    page.show()
    fill(page)
    for line in words(page).split("\n"):
        has_letters = sum(letter.isalpha() for letter in line) > 2
        assert not has_letters or "[" in line or "]" in line or not line.isascii(), line


def test_muscles_and_plan_show_as_soon_as_there_is_a_log(page: ProgressPage) -> None:
    empty(page)
    assert not page.muscles.isVisibleTo(page)
    assert page.plan.isVisibleTo(page)
    fill(page)
    assert page.muscles.isVisibleTo(page)
