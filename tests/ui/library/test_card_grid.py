"""CardGrid: columns by room, keys from card to card, and no card worded before it is seen."""

from itertools import pairwise

import pytest
from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.cards_model import CARD_ROLE
from trainer.ui.theme.look import Look

K = Qt.Key
IDS = tuple(f"card-{n}" for n in range(2000))


class Words(Struct, frozen=True):
    name: str
    spoken: str


class Painted(QStyledItemDelegate):
    """Asks for a card's words and fills its cell, as every delegate does."""

    def __init__(self, grid: CardGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return self._grid.gridSize()

    def paint(self, _painter: QPainter, _option: object, index: object) -> None:
        index.data(CARD_ROLE)  # type: ignore[attr-defined]


class Shelf:
    """A grid in a page that scrolls, and the cards that were worded."""

    def __init__(self, look: Look) -> None:
        self.worded: list[str] = []
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.grid = CardGrid(look, "Cards", 100, ((900, 3), (0, 1)))
        self.grid.setItemDelegate(Painted(self.grid))
        self.grid.cards.set_source(self._word)
        self.page.setWidget(self.grid)
        self.page.resize(1000, 600)

    def _word(self, one: str) -> Words:
        self.worded.append(one)
        return Words(one, f"{one}, spoken")

    def click(self, row: int, at: QPoint | None = None) -> None:
        cell = self.grid.visualRect(self.grid.cards.index(row))
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=at or cell.center())


@pytest.fixture
def shelf(look: Look, qtbot: QtBot) -> Shelf:
    made = Shelf(look)
    qtbot.addWidget(made.page)
    made.page.show()
    made.grid.show_ids(IDS)
    QApplication.processEvents()
    return made


def test_only_the_cards_in_sight_are_worded(shelf: Shelf) -> None:
    shelf.page.grab()
    assert 3 <= len(set(shelf.worded)) <= 21
    assert len(shelf.worded) == len(set(shelf.worded)), "each once"


def test_it_is_as_high_as_its_rows(shelf: Shelf) -> None:
    assert shelf.grid.columns == 3
    assert shelf.grid.height() == -(-len(IDS) // 3) * (100 + 18)
    last = shelf.grid.visualRect(shelf.grid.cards.index(len(IDS) - 1))
    assert last.bottom() < shelf.grid.height()
    assert last.right() < shelf.grid.width()


def test_the_cards_of_a_row_share_it_evenly(shelf: Shelf) -> None:
    grid = shelf.grid
    cards = [grid.card_rect(QRectF(grid.visualRect(grid.cards.index(row))), row) for row in range(3)]
    assert max(card.width() for card in cards) - min(card.width() for card in cards) < 1.0
    gaps = [right.left() - left.right() for left, right in pairwise(cards)]
    assert gaps == pytest.approx([18, 18], abs=1.1)
    assert cards[0].left() == 0


def test_a_row_has_all_its_cards_at_every_width(shelf: Shelf) -> None:
    for width in range(960, 1000):
        shelf.page.resize(width, 600)
        QApplication.processEvents()
        tops = {shelf.grid.visualRect(shelf.grid.cards.index(row)).top() for row in range(shelf.grid.columns)}
        assert tops == {0}, width


def test_a_narrow_page_has_one_column(shelf: Shelf) -> None:
    shelf.page.resize(500, 600)
    QApplication.processEvents()
    assert shelf.grid.columns == 1


@pytest.mark.parametrize(
    ("start", "key", "there"),
    [
        (4, K.Key_Right, 5),
        (4, K.Key_Left, 3),
        (4, K.Key_Down, 7),
        (4, K.Key_Up, 1),
        (4, K.Key_Home, 0),
        (4, K.Key_End, 1999),
        (0, K.Key_Left, 0),
        (1999, K.Key_Down, 1999),
        (0, K.Key_PageDown, 15),
        (20, K.Key_PageUp, 5),
    ],
)
def test_keys_go_from_card_to_card(shelf: Shelf, start: int, key: Qt.Key, there: int) -> None:
    grid = shelf.grid
    grid.setCurrentIndex(grid.cards.index(start))
    moved = heard(grid.current_moved)
    QTest.keyClick(grid, key)
    assert grid.currentIndex().row() == there
    assert moved == [(grid.visualRect(grid.cards.index(there)),)]


def test_enter_and_a_click_open(shelf: Shelf) -> None:
    opened = heard(shelf.grid.opened)
    shelf.click(1)
    QTest.keyClick(shelf.grid, K.Key_Right)
    QTest.keyClick(shelf.grid, K.Key_Return)
    assert opened == [("card-1",), ("card-2",)]


def test_a_click_between_cards_opens_nothing(shelf: Shelf) -> None:
    opened = heard(shelf.grid.opened)
    cell = shelf.grid.visualRect(shelf.grid.cards.index(0))
    shelf.click(0, QPoint(cell.center().x(), cell.bottom() - 2))
    assert opened == []


def test_f_and_a_click_in_the_corner_mark(shelf: Shelf) -> None:
    shelf.grid.mark_room = lambda card: QRectF(card.right() - 40, card.top(), 40, 40)
    marked, opened = heard(shelf.grid.marked), heard(shelf.grid.opened)
    QTest.keyClick(shelf.grid, K.Key_F)
    card = shelf.grid.card_rect(QRectF(shelf.grid.visualRect(shelf.grid.cards.index(2))), 2)
    shelf.click(2, QPoint(int(card.right()) - 10, int(card.top()) + 10))
    assert marked == [("card-0",), ("card-2",)]
    assert opened == []


def test_escape_and_up_from_the_first_row_leave(shelf: Shelf) -> None:
    left = heard(shelf.grid.left)
    QTest.keyClick(shelf.grid, K.Key_Escape)
    shelf.grid.setCurrentIndex(shelf.grid.cards.index(2))
    QTest.keyClick(shelf.grid, K.Key_Up)
    assert left == [(), ()]


def test_what_is_read_aloud_is_the_whole_card(shelf: Shelf) -> None:
    index = shelf.grid.cards.index(1500)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "card-1500, spoken"
    assert index.data() == "card-1500"


def test_a_card_whose_words_changed_is_worded_again(shelf: Shelf) -> None:
    shelf.page.grab()
    shelf.worded.clear()
    shelf.grid.cards.forget("card-0")
    shelf.page.grab()
    assert shelf.worded == ["card-0"]


def test_the_current_card_stays_while_it_has_the_keyboard(shelf: Shelf, qtbot: QtBot) -> None:
    with qtbot.waitActive(shelf.page):
        shelf.page.activateWindow()
    shelf.grid.enter()
    shelf.grid.setCurrentIndex(shelf.grid.cards.index(7))
    shelf.grid.show_ids(IDS[5:20])
    assert shelf.grid.current_id == "card-7"
    shelf.grid.show_ids(IDS[10:20])
    assert shelf.grid.current_id == "card-10"
