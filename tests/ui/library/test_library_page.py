"""The Library page: cards to open, problems to settle."""

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue, file_problem, library_cards
from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.library.page import LibraryPage
from trainer.ui.library.routine_card import RoutineCard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button

CARDS = library_cards(catalogue(), date(2025, 11, 22))


@pytest.fixture
def page(qtbot: QtBot) -> LibraryPage:
    shown = LibraryPage(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show_routines(CARDS)
    shown.show()
    return shown


def cards(page: LibraryPage) -> list[RoutineCard]:
    return [card for card in page.findChildren(RoutineCard) if card.isVisibleTo(page)]


def test_a_click_and_enter_open_a_routine(page: LibraryPage) -> None:
    chosen = heard(page.routine_chosen)
    QTest.mouseClick(cards(page)[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(cards(page)[0], Qt.Key.Key_Return)
    assert chosen == [(CARDS[1].id,), (CARDS[0].id,)]


def test_arrow_keys_go_from_card_to_card(page: LibraryPage) -> None:
    first = cards(page)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert page.focusWidget() is cards(page)[1]
    QTest.keyClick(cards(page)[1], Qt.Key.Key_Down)
    assert page.focusWidget() is cards(page)[4]
    last = cards(page)[-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Right)  # there is no further one
    assert page.focusWidget() is last


def test_a_card_is_named_by_its_routine(page: LibraryPage) -> None:
    names = {card.accessibleName() for card in cards(page)}
    assert any(name.startswith("Upper and Lower Back, 25 min, ") for name in names)


def test_problems_come_first_and_their_buttons_are_heard(page: LibraryPage) -> None:
    page.show_problems([file_problem()])
    opened, again, left = heard(page.open_chosen), heard(page.retry_chosen), heard(page.leave_out_chosen)
    for name in ("Open the file", "Try again", "Leave it out"):
        next(b for b in page.findChildren(Button) if b.text() == name).click()
    assert (opened, again, left) == ([(file_problem().path,)], [()], [(file_problem().path,)])


@pytest.mark.parametrize("choice", [c for c in ThemeChoice if c is not ThemeChoice.SYSTEM])
@pytest.mark.parametrize("width", [640, 1024, 1920])
def test_it_paints_at_every_width(qtbot: QtBot, choice: ThemeChoice, width: int) -> None:
    look = Look(resources(), choice)
    shown = LibraryPage(look)
    qtbot.addWidget(shown)
    shown.resize(width, 800)
    shown.show_routines(CARDS)
    shown.show_problems([file_problem()], can_fix=True)
    shown.show()
    assert not shown.grab().isNull()
    look.set_text_scale(2.0)
    assert not shown.grab().isNull()


def test_a_card_shows_its_emblem_and_asks_for_it_in_its_form(qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []

    def thumbnails(exercise: str, variant: str, size: QSize) -> QPixmap:
        asked.append((exercise, variant))
        picture = QPixmap(size)
        picture.fill(QColor("#FF0000"))
        return picture

    card = RoutineCard(Look(resources(), ThemeChoice.LIGHT), CARDS[0])
    qtbot.addWidget(card)
    card.resize(340, 262)
    before = card.grab().toImage().pixelColor(170, 70)
    card.set_thumbnails(thumbnails)
    after = card.grab().toImage().pixelColor(170, 70)
    assert asked == [(CARDS[0].emblem, CARDS[0].emblem_variant)]
    assert after == QColor("#FF0000") != before
