"""EquipmentTiles: what the person owns, a tile for each thing; a count where more than one matters."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.core.exercise import Equipment, EquipmentKind
from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.tile import Tile

PAIRED = frozenset({"dumbbell"})  # one or two make a difference
_NARROWEST = 200  # px at 100 % a column needs


def askable(equipment: Iterable[Equipment]) -> tuple[Equipment, ...]:
    """What a person may own or not: no places, and nothing that every home has."""
    return tuple(thing for thing in equipment if thing.kind is EquipmentKind.ITEM and not thing.household)


class EquipmentTiles(QWidget):
    """Press a tile to own the thing or not. A tile of things that come in pairs goes from none to one to a pair."""

    owned_changed = Signal(dict)  # equipment id -> how many, of everything owned

    def __init__(
        self,
        look: Look,
        equipment: Sequence[Equipment],
        *,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        """`equipment`: the catalogue; what can be owned gets a tile, in that order."""
        super().__init__(parent)
        self._look, self._most_columns = look, columns
        self._owned: dict[str, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self._tiles: dict[str, Tile] = {}
        for thing in askable(equipment):
            name = thing.plural if thing.id in PAIRED else thing.name
            tile = _OwnedTile(look, thing.icon, name[:1].upper() + name[1:])
            tile.setProperty("item", thing.id)
            tile.clicked.connect(self._on_tile_clicked)
            self._tiles[thing.id] = tile
        self.setAccessibleName(tr("What I own"))
        self._arrange()
        look.changed.connect(self._arrange)

    @property
    def owned(self) -> dict[str, int]:
        """Equipment id -> how many, only what is owned; things without a tile are kept as they were given."""
        return dict(self._owned)

    def show_owned(self, owned: Mapping[str, int]) -> None:
        """Show what is owned, silently."""
        self._owned = {item: count for item, count in owned.items() if count > 0}
        for item, tile in self._tiles.items():
            count = self._owned.get(item, 0)
            tile.setChecked(count > 0)
            tile.set_line(self._line(item, count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _line(self, item: str, count: int) -> str:
        if item not in PAIRED or not count:
            return ""
        return tr("a pair") if count == 2 else ntr("one", "{n} of them", count)

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if not isinstance(tile, Tile):
            return
        item = str(tile.property("item"))
        count = self._owned.get(item, 0)
        now = {0: 1, 1: 2}.get(count, 0) if item in PAIRED else int(not count)
        owned = {**self._owned, item: now}
        self.show_owned(owned)
        self.owned_changed.emit(self.owned)

    def _arrange(self) -> None:
        look = self._look
        self._grid.setSpacing(look.sp(8))
        fitting = max(1, self.width() // max(1, look.px(_NARROWEST)))
        columns = min(self._most_columns, fitting) if self.width() > 0 else self._most_columns
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(self._most_columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class _OwnedTile(Tile):
    """Arrow keys go from tile to tile in reading order."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.focusNextChild()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
