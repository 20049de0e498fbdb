"""The Summary tells effort, note and corrections, and loses no note."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import KIT, catalogue, ready_values, workout
from tests.ui.listening import heard
from tests.ui.weeks import this_week
from trainer.core.preferences import ThemeChoice
from trainer.core.workout import Workout
from trainer.resources import resources
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.figure_button import FigureButton
from trainer.ui.widgets.nav_rail import NavRail
from trainer.ui.widgets.painting import text_width
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.text import Text
from trainer.ui.workout.summary_view import SummaryView
from trainer.ui.workout.week_card import FULL_CHART_HEIGHT, WeekCard


@pytest.fixture
def done() -> Workout:
    return workout(ready_values(catalogue(), KIT, 70.0).plan, date(2025, 11, 22))


@pytest.fixture
def view(qtbot: QtBot, done: Workout) -> SummaryView:
    shown = SummaryView(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(1196, 800)
    shown.show_workout(done, "That's your back done")
    shown.show()
    return shown


def button(view: QWidget, name: str) -> QAbstractButton:
    return next(
        b for b in view.findChildren(QAbstractButton) if name in {b.accessibleName(), b.text()} and b.isVisibleTo(view)
    )


def note(view: SummaryView) -> QLineEdit:
    return next(edit for edit in view.findChildren(QLineEdit) if edit.accessibleName() == "Note")


@pytest.mark.parametrize(("key", "effort"), [(Qt.Key.Key_1, 1), (Qt.Key.Key_5, 5), (Qt.Key.Key_7, 10)])
def test_number_keys_choose_the_effort(view: SummaryView, key: Qt.Key, effort: int) -> None:
    chosen = heard(view.effort_chosen)
    QTest.keyClick(view, key)
    assert chosen == [(effort,)]


def test_enter_is_done_and_again_is_again(view: SummaryView) -> None:
    done, again = heard(view.done_chosen), heard(view.again_chosen)
    QTest.keyClick(view, Qt.Key.Key_Return)
    button(view, "Again").click()
    assert (done, again) == ([()], [()])


def test_digits_typed_into_the_note_are_words(view: SummaryView) -> None:
    chosen = heard(view.effort_chosen)
    note(view).setFocus()
    QTest.keyClicks(note(view), "3 kg next")
    assert chosen == []
    assert note(view).text().endswith("3 kg next")


def test_enter_in_the_note_ends_the_note_and_not_the_page(view: SummaryView) -> None:
    done, changed = heard(view.done_chosen), heard(view.note_changed)
    note(view).clear()
    QTest.keyClicks(note(view), "Wall works")
    QTest.keyClick(note(view), Qt.Key.Key_Return)
    assert changed == [("Wall works",)]
    assert done == []


def test_the_note_is_told_when_the_typing_stops(view: SummaryView) -> None:
    changed = heard(view.note_changed)
    QTest.keyClicks(note(view), "!")
    assert changed == []
    timer = view.findChildren(QTimer)[0]
    assert timer.isActive()
    timer.setInterval(0)
    QTest.qWait(20)
    assert len(changed) == 1


def test_leaving_tells_the_note_at_once_and_once(view: SummaryView) -> None:
    changed = heard(view.note_changed)
    QTest.keyClicks(note(view), " More air")
    view.hide()
    assert len(changed) == 1
    view.flush_note()
    assert len(changed) == 1
    assert changed[0][0].endswith(" More air")


def test_the_same_workout_shown_again_keeps_what_is_being_typed(view: SummaryView, done: Workout) -> None:
    QTest.keyClicks(note(view), " and")
    view.show_workout(msgspec.structs.replace(done, effort=7), "")
    assert note(view).text().endswith(" and")
    view.show_workout(msgspec.structs.replace(done, id="another", note="fresh"), "")
    assert note(view).text() == "fresh"


def test_correct_turns_marks_into_switches(view: SummaryView) -> None:
    corrected = heard(view.step_corrected)
    marks = [b for b in view.findChildren(QAbstractButton) if "round 2, skipped" in b.accessibleName()]
    assert marks[0].focusPolicy() is Qt.FocusPolicy.NoFocus
    button(view, "Correct").click()
    QTest.qWait(0)  # rows that are added show with the next turn of the event loop
    mark = button(view, "Physio Ball Back Extension, round 2, skipped")
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert len(corrected) == 1
    index, is_done = corrected[0]
    assert is_done is True
    assert index > 0
    assert button(view, "March in Place, done").focusPolicy() is not Qt.FocusPolicy.NoFocus
    button(view, "Done correcting").click()
    assert not [b for b in view.findChildren(QAbstractButton) if b.text() == "Done correcting"]


def test_every_line_of_the_calories_is_there(view: SummaryView) -> None:
    button(view, "Every line").click()
    sheet = next(d for d in view.findChildren(QDialog) if d.isVisible())
    assert sheet.windowTitle() == "How the calories are counted"
    sheet.close()


@pytest.mark.parametrize("size", [(1196, 800), (940, 640), (640, 480), (1836, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_done_is_in_sight_at_every_size(qtbot: QtBot, done: Workout, size: tuple[int, int], scale: float) -> None:
    shown = SummaryView(Look(resources(), ThemeChoice.HIGH_CONTRAST, text_scale=scale))
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show_workout(done)
    shown.show_week(this_week(96))
    shown.set_week_chart(QWidget())
    shown.set_week_chart(QWidget())
    shown.show()
    primary = next(b for b in shown.findChildren(Button) if b.text() == "Done")
    assert shown.rect().contains(primary.mapTo(shown, primary.rect().center()))
    assert not shown.grab().isNull()


def test_all_of_it_is_in_sight_in_a_small_laptop_s_window(qtbot: QtBot, done: Workout) -> None:
    look = Look(resources(), ThemeChoice.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(NavRail(look))
    shown = SummaryView(look)
    row.addWidget(shown, 1)
    window.resize(1264, 752)
    shown.show_workout(done, "That's your back done")
    shown.set_week_chart(QWidget())
    window.show()
    page = shown.findChild(ScrollPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    moves = [text for text in shown.findChildren(Text) if text.text() == "Physio Ball Back Extension"]
    assert all(text.width() >= text.sizeHint().width() for text in moves)


@pytest.mark.parametrize("height", [752, 1400])
def test_the_week_ends_where_its_chart_does(view: SummaryView, qtbot: QtBot, height: int) -> None:
    view.resize(1250, height)
    card = view.findChild(WeekCard)
    assert card is not None
    chart = QWidget()
    view.set_week_chart(chart)
    qtbot.waitUntil(lambda: chart.height() == FULL_CHART_HEIGHT)
    assert card.height() < FULL_CHART_HEIGHT + 130  # heading, bar and two lines of words


def test_the_focus_ring_of_correct_goes_round_its_words(view: SummaryView) -> None:
    correct = button(view, "Correct")
    assert isinstance(correct, Button)
    look = Look(resources(), ThemeChoice.LIGHT)
    words = text_width(look.font(13, weight=600), "Correct") + look.px(18 + 8)  # icon and gap
    assert correct.width() >= words + 2 * 5  # the ring's line and some air on either side


def test_the_calories_open_their_ledger(qtbot: QtBot, view: SummaryView) -> None:
    figure = next(b for b in view.findChildren(FigureButton) if b.isVisible())
    assert figure.accessibleName().endswith("kcal")
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    dialog = view.findChildren(LedgerDialog)[0]
    qtbot.waitExposed(dialog)
    assert figure.accessibleName() in dialog.accessibleDescription(), "the same range"
    dialog.close()
