"""RoutineRows: the panel's rows as a Qt model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.workout.panel_model import PanelRow, RowKind

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
_SEPARATOR = Qt.ItemFlag.NoItemFlags
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RoutineRows(QAbstractListModel):
    """A flat list of `PanelRow`s. A block's switch is its check state."""

    switched = Signal(str, bool)  # block name, on

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PanelRow, ...] = ()

    @property
    def rows(self) -> tuple[PanelRow, ...]:
        """What is shown."""
        return self._rows

    def take(self, rows: Sequence[PanelRow]) -> None:
        """Show other rows; those of the same outline are changed in place, so that nothing scrolls."""
        rows = tuple(rows)
        if [_identity(row) for row in rows] != [_identity(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [place for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, row: PanelRow | None) -> int | None:
        """Where the row that stands for the same thing is now, None where it is not shown."""
        if row is None:
            return None
        wanted = _identity(row)
        return next((place for place, other in enumerate(self._rows) if _identity(other) == wanted), None)

    def place_of_step(self, step: int) -> int | None:
        """Where a planned step is shown."""
        return next((place for place, row in enumerate(self._rows) if row.step == step), None)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        if row.kind is RowKind.GAP:
            return _SEPARATOR
        return _PLAIN if row.on is None else _PLAIN | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.spoken)
            case Qt.ItemDataRole.CheckStateRole if row.on is not None:
                return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
            case _ if role == ROW_ROLE:
                return row
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or row.on is None:
            return False
        self.switched.emit(row.block, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


def _identity(row: PanelRow) -> tuple[RowKind, tuple[int, int], int | None]:
    return row.kind, row.group, row.step
