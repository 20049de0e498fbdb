"""CardGrid: cards in columns, as many rows as there are. Only those in sight are painted and worded."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from trainer.ui.library.cards_model import ID_ROLE, CardsModel
from trainer.ui.theme.look import Look

_BY_KEYS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_GAP = 18  # px at 100 % between cards

#: Em width of the window from which, columns; widest first.
Columns = tuple[tuple[int, int], ...]


class CardGrid(QListView):
    """As high as its rows: the page scrolls, not the grid. Arrows, Home, End and the page keys go from card to card."""

    opened = Signal(str)  # id: a click, or Enter
    marked = Signal(str)  # id: F, or a click on the mark's corner
    left = Signal()  # Escape, or Up in the first row
    current_moved = Signal(QRect)  # where the card is that the keyboard went to

    def __init__(self, look: Look, name: str, height: float, columns: Columns, parent: QWidget | None = None) -> None:
        """`name` for assistive technology; `height` of a card, px at 100 %."""
        super().__init__(parent)
        self._look, self._card_height, self._widths = look, height, columns
        self._cards = CardsModel(self)
        self._pressed = QPersistentModelIndex()
        self.columns = 1
        self.keyboard = False  # whether the focus ring is to be seen
        #: The corner of a card that a click marks, None: there is none.
        self.mark_room: Callable[[QRectF], QRectF] | None = None
        self.setModel(self._cards)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._cards.modelReset.connect(self._on_reset)
        look.changed.connect(self.arrange)

    @property
    def cards(self) -> CardsModel:
        """What it shows."""
        return self._cards

    @property
    def current_id(self) -> str:
        """The card the keyboard is at, empty: none."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Show these cards. The current one stays current if it is among them and has the keyboard, else the first."""
        current = self.current_id if self.hasFocus() else ""
        self._cards.show_ids(ids)
        if ids:
            self.setCurrentIndex(self._cards.index(ids.index(current) if current in ids else 0))

    def enter(self) -> None:
        """Take the keyboard."""
        self.keyboard = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_current()

    def card_rect(self, cell: QRectF, row: int) -> QRectF:
        """A card in its cell: the gaps are shared so that the outer edges of a row are the grid's."""
        gap, columns = self._look.sp(_GAP), self.columns
        column = row % columns
        return cell.adjusted(column * gap / columns, 0, -gap * (columns - 1 - column) / columns, -gap)

    def arrange(self) -> None:
        """Take as many columns as there is room for, and the height of all rows."""
        em = self._look.em(self.window().width())
        self.columns = next(number for least, number in self._widths if em >= least)
        # A row that fills the width to the pixel is wrapped by Qt.
        cell = QRect(0, 0, max(1, (self.width() - 1) // self.columns), self._row_height())
        if cell.size() != self.gridSize():
            self.setGridSize(cell.size())
        self._fit()
        self.viewport().update()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keyboard = False
        self._pressed = QPersistentModelIndex(self._card_at(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self._card_at(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._pressed == index:
            (self.marked if self._on_mark(index, at) else self.opened).emit(str(index.data(ID_ROLE)))
        self._pressed = QPersistentModelIndex()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_card = self._card_at(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_card else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keyboard = True
        key, row = event.key(), self.currentIndex().row()
        way = self._ways().get(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id:
                self.opened.emit(self.current_id)
        elif key == Qt.Key.Key_F and self.mark_room is not None and self.current_id:
            self.marked.emit(self.current_id)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and row < self.columns):
            self.left.emit()
        elif way is not None and self._cards.ids:
            self._go_to(row + way)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS:
            self.keyboard = True
        super().focusInEvent(event)

    # inside

    def _ways(self) -> dict[int, int]:
        """Keys, and how many cards on they go."""
        page = self.columns * max(1, self._page_height() // max(1, self._row_height()))
        return {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -len(self._cards.ids),
            Qt.Key.Key_End: len(self._cards.ids),
        }

    def _go_to(self, row: int) -> None:
        row = min(max(0, row), len(self._cards.ids) - 1)
        self.setCurrentIndex(self._cards.index(row))
        self._tell_current()

    def _tell_current(self) -> None:
        if self.currentIndex().isValid():
            self.current_moved.emit(self.visualRect(self.currentIndex()))

    def _card_at(self, at: QPoint) -> QModelIndex:
        index = self.indexAt(at)
        if index.isValid() and self.card_rect(QRectF(self.visualRect(index)), index.row()).contains(at):
            return index
        return QModelIndex()

    def _on_mark(self, index: QModelIndex, at: QPoint) -> bool:
        if self.mark_room is None:
            return False
        return self.mark_room(self.card_rect(QRectF(self.visualRect(index)), index.row())).contains(at)

    def _page_height(self) -> int:
        return self.visibleRegion().boundingRect().height()

    def _row_height(self) -> int:
        return self._look.px(self._card_height) + self._look.sp(_GAP)

    def _on_reset(self) -> None:
        self._fit()

    def _fit(self) -> None:
        rows = -(-len(self._cards.ids) // self.columns)
        self.setFixedHeight(max(1, rows * self._row_height()))
