"""What holds other widgets: cards, flows, pages, the toast."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from tests.ui.specimens import OVERVIEW
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.chip import Chip
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Card, Ground
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.toast import SHOWN_MS, Toast
from trainer.ui.widgets.transport_button import TransportButton


def flow_of(look: Look, count: int) -> tuple[Flow, list[Chip]]:
    chips = [Chip(look, f"Chip {i}") for i in range(count)]
    flow = Flow(look)
    flow.add(*chips)
    return flow, chips


@pytest.mark.parametrize("width", [100, 250, 400, 2000])
def test_a_flow_keeps_everything_inside_and_apart(width: int, look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    flow, chips = flow_of(look, 9)
    column.addWidget(flow)
    column.addStretch(1)
    page.resize(width, 900)
    page.show()
    qtbot.wait_until(lambda: flow.height() == flow.sizeHint().height(), timeout=1000)
    assert max(chip.geometry().right() for chip in chips) < width
    assert max(chip.geometry().bottom() for chip in chips) == flow.height() - 1
    for before, after in pairwise(chips):
        assert not before.geometry().intersects(after.geometry())


def test_a_flow_leaves_no_gap_for_what_is_hidden_and_can_be_cleared(look: Look, qtbot: QtBot) -> None:
    flow, chips = flow_of(look, 3)
    qtbot.addWidget(flow)
    flow.resize(900, 40)
    flow.show()
    flow.grab()
    third = chips[2].x()
    chips[0].hide()
    QApplication.sendPostedEvents(flow, QEvent.Type.LayoutRequest)
    assert chips[2].x() < third
    flow.clear()
    assert flow.sizeHint().height() == 0


def text_right(page: ScrollPage) -> int:
    """The right edge of the widest text."""
    return max(text.mapTo(page, text.rect().topRight()).x() for text in page.findChildren(Text))


def test_a_page_scrolls_up_and_down_only(look: Look, qtbot: QtBot) -> None:
    page = ScrollPage(look)
    qtbot.addWidget(page)
    for _ in range(12):
        page.column.addWidget(Text(look, OVERVIEW, "h2"))
    wide = Ground(look)
    wide.setMinimumWidth(900)
    page.column.addWidget(wide)
    page.resize(500, 400)
    page.show()
    qtbot.wait_until(lambda: page.verticalScrollBar().maximum() > 0, timeout=1000)
    qtbot.wait_until(lambda: page.horizontalScrollBar().maximum() == 0, timeout=1000)
    assert text_right(page) <= page.viewport().width()


def test_a_page_is_capped_and_centred_where_the_window_is_very_wide(look: Look, qtbot: QtBot) -> None:
    page = ScrollPage(look, cap=1240)
    qtbot.addWidget(page)
    text = Text(look, "Settings", "h1")
    page.column.addWidget(text)
    inner = text.parentWidget()
    assert inner is not None
    page.resize(1500, 600)
    page.show()
    qtbot.wait_until(lambda: inner.width() == page.viewport().width(), timeout=1000)
    page.resize(1836, 600)
    qtbot.wait_until(lambda: inner.width() == 1240, timeout=1000)
    assert inner.x() == pytest.approx((page.viewport().width() - 1240) / 2, abs=2)
    look.set_text_scale(2.0)
    qtbot.wait_until(lambda: inner.width() == page.viewport().width(), timeout=1000)


def test_a_card_pads_by_the_spacing_share_of_the_text_scale(look: Look, qtbot: QtBot) -> None:
    card = Card(look, padding=(20, 12, 20, 8), gap=10)
    qtbot.addWidget(card)
    assert card.column.contentsMargins().left() == 20
    look.set_text_scale(2.0)
    assert card.column.contentsMargins().left() == 27
    assert card.column.spacing() == 14


def toast_over(look: Look, qtbot: QtBot) -> tuple[Ground, Toast]:
    ground = Ground(look)
    qtbot.addWidget(ground)
    toast = Toast(look, ground)
    ground.resize(900, 500)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    return ground, toast


def test_a_toast_lies_at_the_top_off_the_controls_and_stays_there(look: Look, qtbot: QtBot) -> None:
    ground, toast = toast_over(look, qtbot)
    assert toast.isHidden()
    toast.show_message("Reverse fly skipped", "Undo")
    for width, height in ((900, 500), (400, 300)):
        ground.resize(width, height)
        assert ground.rect().contains(toast.geometry())
        assert toast.geometry().center().x() == pytest.approx(width / 2, abs=2)
        assert 0 < toast.geometry().top() < 20
        assert toast.geometry().bottom() < height / 2
    toast.dismiss()


@pytest.mark.parametrize("action", ["", "Undo"])
def test_a_toast_is_as_high_as_its_wrapped_words(look: Look, qtbot: QtBot, action: str) -> None:
    ground, toast = toast_over(look, qtbot)
    text = toast.findChild(Text)
    assert text is not None
    sentence = "No speech service was found here, so the coach writes what it would say"
    for width in (900, 400, 900):
        ground.resize(width, 500)
        toast.show_message(sentence * 2, action)
        qtbot.waitUntil(lambda: text.height() >= text.height_for(text.width()))
        assert text.geometry().bottom() < toast.height()
        toast.dismiss()


def test_toasts_wait_for_one_another(look: Look, qtbot: QtBot) -> None:
    _, toast = toast_over(look, qtbot)
    said, gone = toast.accessibleName, heard(toast.dismissed)
    timer = toast.findChild(QTimer)
    assert timer is not None
    for sentence in ("First", "Second", "Second", "First", "Third"):
        toast.show_message(sentence)
    assert said() == "First"
    timer.timeout.emit()
    assert (said(), toast.isVisible(), gone) == ("Second", True, [()])
    assert timer.isActive()
    toast.dismiss()
    assert (said(), toast.isVisible()) == ("Third", True)
    toast.dismiss()
    assert toast.isHidden()
    toast.show_message("First")  # it has gone, so it may be said again
    assert (said(), toast.isVisible()) == ("First", True)
    toast.dismiss()


def test_a_toast_s_action_is_pressed_by_keys(look: Look, qtbot: QtBot) -> None:
    _, toast = toast_over(look, qtbot)
    chosen, gone = heard(toast.action_chosen), heard(toast.dismissed)
    toast.show_message("Session deleted", "Undo")
    button = toast.findChild(Button)
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert chosen == [()]
    assert gone == []
    assert toast.isHidden()


def test_a_toast_passes_by_itself(look: Look, qtbot: QtBot) -> None:
    _, toast = toast_over(look, qtbot)
    gone = heard(toast.dismissed)
    toast.show_message("Saved in your log")
    timer = toast.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == SHOWN_MS == 8000
    assert QAccessible.queryAccessibleInterface(toast).text(QAccessible.Text.Name) == "Saved in your log"
    timer.timeout.emit()
    assert gone == [()]
    assert toast.isHidden()
    toast.dismiss()


def test_a_toast_does_not_pass_under_the_keyboard(look: Look, qtbot: QtBot) -> None:
    _, toast = toast_over(look, qtbot)
    toast.show_message("Session deleted", "Undo")
    button, timer = toast.findChild(Button), toast.findChild(QTimer)
    assert button is not None
    assert timer is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    timer.timeout.emit()
    assert not toast.isHidden()
    toast.dismiss()


def test_transport_buttons_say_what_they_will_do(look: Look, qtbot: QtBot) -> None:
    button = TransportButton(look, "pause", "Pause", "Space", "primary")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Pause"
    button.set_text("Resume")
    button.set_icon("play")
    assert button.accessibleName() == "Resume"
    assert button.toolTip() == "Resume (Space)"
    tall = button.sizeHint().height()
    button.set_hints_shown(False)
    assert button.sizeHint().height() == tall - 20
