"""RoutinesView: the shelf of routines."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from trainer.language import ntr, tr
from trainer.library.filters import Kit
from trainer.library.shelves import Found, RoutineShelf
from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.empty_shelf import EmptyShelf
from trainer.ui.library.filter_bars import RoutineFilterBar
from trainer.ui.library.library_model import RoutineCardValues
from trainer.ui.library.routine_card_delegate import (
    PICTURE_HEIGHT,
    WORDS_HEIGHT,
    RoutineCardDelegate,
    Thumbnails,
)
from trainer.ui.library.shelf_view import ShelfView
from trainer.ui.library.words import order_options
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_menu import MenuLink
from trainer.ui.widgets.search_field import SearchField

_AT_ONCE = 60  # routines that are got to know in one idle moment: about 3 ms
_MOST_TYPES = 12  # in the menu: a person's own files may say anything
_COLUMNS = ((1500, 4), (900, 3), (560, 2), (0, 1))


class RoutinesView(ShelfView):
    """A click or Enter opens a routine, F or a click on its heart makes it a favourite."""

    marked = Signal(str)  # id of a routine that is to be a favourite, or no longer

    def __init__(self, look: Look) -> None:
        self._shelf: RoutineShelf | None = None
        self._typed: RoutineShelf | None = None  # the shelf whose types are offered
        self._favourites: Collection[str] = ()
        self._last_done: Mapping[str, date] = {}
        self._routine_bar = RoutineFilterBar(look)
        self._order = MenuLink(look, tr("Order"), order_options())
        grid = CardGrid(look, tr("Routines"), PICTURE_HEIGHT + WORDS_HEIGHT, _COLUMNS)
        search = SearchField(look, tr("Search routines"), tr("Search moves, muscles, routines"))
        super().__init__(look, grid, search, self._routine_bar, self._order)
        self._delegate = RoutineCardDelegate(look, grid)
        grid.setItemDelegate(self._delegate)
        grid.mark_room = self._delegate.heart_room
        grid.setAccessibleDescription(tr("Enter opens a routine, F makes it a favourite."))
        grid.marked.connect(self.marked)
        self._order.chosen.connect(self.refresh)
        self._learning = QTimer(self)
        self._learning.timeout.connect(self._on_idle)

    def show_shelf(
        self,
        shelf: RoutineShelf,
        card_of: Callable[[str], RoutineCardValues],
        *,
        favourites: Collection[str],
        last_done: Mapping[str, date],
    ) -> None:
        """Show what is on it, by the search, filters and order that stand."""
        self._shelf, self._favourites, self._last_done = shelf, frozenset(favourites), last_done
        self.grid.cards.set_source(card_of)
        self.refresh()
        if self.isVisible():
            self._learning.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._learning.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._learning.stop()

    def set_favourites(self, favourites: Collection[str]) -> None:
        """Others are favourites now; the cards keep their places until somebody looks again."""
        changed = frozenset(self._favourites) ^ frozenset(favourites)
        self._favourites = frozenset(favourites)
        for routine in changed:
            self.grid.cards.forget(routine)

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the cards' pictures come from."""
        self._delegate.thumbnails = thumbnails
        self.grid.viewport().update()

    def refresh(self) -> None:
        if self._shelf is not None and self._typed is not self._shelf:
            self._typed = self._shelf
            self._routine_bar.show_types(self._shelf.types()[:_MOST_TYPES])
        super().refresh()

    def count(self, query: str) -> int:
        return 0 if self._shelf is None else len(self._shelf.find(query).ids)

    def look_up(self) -> Found:
        if self._shelf is None:
            return Found(())
        return self._shelf.find(
            self.search.text(),
            self._routine_bar.filters,
            self._order.value,
            favourites=self._favourites,
            last_done=self._last_done,
        )

    def count_words(self, n: int) -> str:
        if self._routine_bar.filters.kit in (Kit.OWNED, Kit.STAND_INS):
            return ntr("{n} routine you can do now", "{n} routines you can do now", n)
        return ntr("{n} routine", "{n} routines", n)

    def _on_idle(self) -> None:
        """The window has nothing to do: get to know what is on the shelf before somebody asks."""
        if self._shelf is None or self._shelf.learn(_AT_ONCE):
            self._learning.stop()

    def show_empty(self, empty: EmptyShelf, query: str, hidden: int, others: int) -> None:
        empty.show_routines(query, hidden, others)
