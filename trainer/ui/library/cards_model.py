"""CardsModel: what is on the shelf, in order; each card's words are worked out when it is first looked at."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1

_MOST_KEPT = 500  # cards: 10 kB each


class Card(Protocol):
    """What every card says."""

    @property
    def name(self) -> str: ...

    @property
    def spoken(self) -> str: ...


class CardsModel(QAbstractListModel):
    """Rows are ids; a card costs nothing until it is painted or read aloud."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._card_of: Callable[[str], Card] | None = None
        self._cards: dict[str, Card] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """What is shown."""
        return self._ids

    def set_source(self, card_of: Callable[[str], Card]) -> None:
        """Take the words of cards from here, and forget those there were."""
        self._card_of = card_of
        self._cards.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these, in this order."""
        ids = tuple(ids)
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()

    def forget(self, card_id: str) -> None:
        """Its words have changed."""
        self._cards.pop(card_id, None)
        if card_id in self._ids:
            index = self.index(self._ids.index(card_id))
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._card_of is None:
            return None
        card_id = self._ids[index.row()]
        if role == ID_ROLE:
            return card_id
        if role not in (CARD_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        card = self._cards.get(card_id)
        if card is None:
            card = self._cards[card_id] = self._card_of(card_id)
            if len(self._cards) > _MOST_KEPT:
                self._cards.pop(next(iter(self._cards)))
        if role == CARD_ROLE:
            return card
        return card.name if role == Qt.ItemDataRole.DisplayRole else card.spoken
