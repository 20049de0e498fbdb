"""ShelfView: a search, its filters, how many are found, and the cards; nothing found says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import ntr, tr
from trainer.library.shelves import Found
from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.empty_shelf import EmptyShelf
from trainer.ui.library.filter_bars import ExerciseFilterBar, RoutineFilterBar
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.text import Text

_BESIDE = 1150  # em width of the window from which search and filters share a row
_SEARCH_WIDTH = 312  # px at 100 %, there


class ShelfView(QWidget):
    """What is the same over routines and exercises. Whoever derives it finds and words."""

    opened = Signal(str)  # id
    other_chosen = Signal()  # look on the other shelf
    current_moved = Signal(QRect)  # in the grid

    def __init__(
        self,
        look: Look,
        grid: CardGrid,
        search: SearchField,
        bar: RoutineFilterBar | ExerciseFilterBar,
        order: QWidget | None = None,
    ) -> None:
        """`order` stands at the end of the line that counts."""
        super().__init__()
        self._look, self.grid, self.search, self._bar = look, grid, search, bar
        self._stale = True
        self._other_count: Callable[[str], int] = lambda _query: 0
        self._count = Text(look, "", "body-bold", lines=1)
        self._hidden = Text(look, "", "body", "ink2", lines=1)
        self._show_hidden = Button(look, tr("Show"), "link", height=26)
        self._show_hidden.setAccessibleName(tr("Show what the filters hide"))
        self._empty = EmptyShelf(look)
        self._empty.hide()
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self._tools.addWidget(bar, 1)
        counts = QHBoxLayout()
        counts.setSpacing(look.sp(10))
        counts.addWidget(self._count)
        counts.addWidget(self._hidden)
        counts.addWidget(self._show_hidden)
        counts.addStretch(1)
        if order is not None:
            counts.addWidget(order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(12))
        column.addLayout(self._tools)
        column.addLayout(counts)
        column.addWidget(self._empty)
        column.addWidget(grid)
        self._connect()
        look.changed.connect(self.arrange)

    def set_other_count(self, count: Callable[[str], int]) -> None:
        """What tells how many the same search finds on the other shelf."""
        self._other_count = count

    def count(self, query: str) -> int:
        """How many the search finds, filters aside."""
        raise NotImplementedError

    def look_up(self) -> Found:
        """What search, filters and order come to now."""
        raise NotImplementedError

    def count_words(self, n: int) -> str:
        """How many are shown."""
        raise NotImplementedError

    def show_empty(self, empty: EmptyShelf, query: str, hidden: int, others: int) -> None:
        """Say why there is nothing."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Look again, as soon as somebody sees it."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        found = self.look_up()
        self.grid.show_ids(found.ids)
        self._count.set_text(self.count_words(len(found.ids)))
        hidden = found.hidden if found.ids else 0
        self._hidden.set_text(ntr("{n} hidden by your filters", "{n} hidden by your filters", hidden))
        self._hidden.setVisible(hidden > 0)
        self._show_hidden.setVisible(hidden > 0)
        self._empty.setVisible(not found.ids)
        self.grid.setVisible(bool(found.ids))
        if not found.ids:
            query = self.search.text()
            self.show_empty(self._empty, query, found.hidden, self._other_count(query))

    def enter(self) -> None:
        """Give the keyboard to the cards, to the search where there are none."""
        if self.grid.cards.ids:
            self.grid.enter()
        else:
            self.search.setFocus()

    def arrange(self) -> None:
        """Put search and filters side by side where there is room."""
        look = self._look
        beside = look.em(self.window().width()) >= _BESIDE
        self._tools.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._tools.setSpacing(look.sp(12 if beside else 10))
        self._tools.setAlignment(self._bar, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))
        self.search.setMaximumWidth(look.px(_SEARCH_WIDTH) if beside else 16777215)
        self.search.setMinimumWidth(look.px(_SEARCH_WIDTH) if beside else 0)
        self.grid.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.search.left.connect(self.enter)
        self._bar.changed.connect(self.refresh)
        self.grid.opened.connect(self.opened)
        self.grid.left.connect(self._on_grid_left)
        self.grid.current_moved.connect(self.current_moved)
        self._show_hidden.clicked.connect(self._on_filters_cleared)
        self._empty.filters_cleared.connect(self._on_filters_cleared)
        self._empty.search_cleared.connect(self._on_search_cleared)
        self._empty.other_chosen.connect(self.other_chosen)

    def _on_grid_left(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_filters_cleared(self) -> None:
        self._bar.clear_filters()
        self.refresh()
        self.enter()

    def _on_search_cleared(self) -> None:
        self.search.clear()
        self.search.setFocus()
