"""RowsModel: the editor's rows as a Qt model, to be dragged and dropped."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer.core.editing import Place
from trainer.ui.editor.rows import EditorRow, RowKind

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
SET_UP_ROLE, WORK_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class RowsModel(QAbstractListModel):
    """A flat list of `EditorRow`s. It changes nothing itself: it says what the person did, and gets new rows."""

    switched = Signal(Place, bool)  # a step, on
    set_up_chosen = Signal(Place, int)  # seconds
    work_chosen = Signal(Place, int)  # seconds or repetitions

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EditorRow, ...] = ()

    @property
    def rows(self) -> tuple[EditorRow, ...]:
        """What is shown."""
        return self._rows

    def take(self, rows: Sequence[EditorRow]) -> None:
        """Show other rows; as many of the same kinds are changed in place, so that nothing scrolls."""
        rows = tuple(rows)
        if [(row.kind, row.place) for row in rows] != [(row.kind, row.place) for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [at for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, place: Place | None) -> int | None:
        """Where a step or block is shown; of a step that doesn't show, its block."""
        if place is None:
            return None
        wanted = [at for at, row in enumerate(self._rows) if row.place == place and row.kind is not RowKind.EMPTY]
        return next(iter(wanted or [at for at, row in enumerate(self._rows) if row.place == Place(place.block)]), None)

    # Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if not index.isValid():
            return flag.ItemIsDropEnabled
        match self._rows[index.row()].kind:
            case RowKind.STEP:
                return plain | flag.ItemIsDragEnabled | flag.ItemIsEditable | flag.ItemIsUserCheckable
            case RowKind.BLOCK:
                return plain | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled
            case _:
                return plain | flag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.CheckStateRole if row.kind is RowKind.STEP:
                return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
            case _ if role == ROW_ROLE:
                return row
            case _ if role == SET_UP_ROLE:
                return row.set_up_value
            case _ if role == WORK_ROLE:
                return row.work_value
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if row.kind is not RowKind.STEP:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.switched.emit(row.place, Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == SET_UP_ROLE:
            self.set_up_chosen.emit(row.place, int(value))
        elif role == WORK_ROLE:
            self.work_chosen.emit(row.place, int(value))
        else:
            return False
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def target(self, source: EditorRow, row: int) -> Place:
        """Before what a dragged row comes to stand that is let go above row number `row`."""
        there = self._rows[row] if row < len(self._rows) else None
        last = self._rows[-1].place.block
        if source.kind is RowKind.BLOCK:
            if there is None:
                return Place(last + 1)
            return Place(there.place.block if there.kind is RowKind.BLOCK else there.place.block + 1)
        if there is None:
            return Place(last)
        if there.kind is RowKind.BLOCK:
            # Above a block's header lies the end of the block before.
            return Place(there.place.block, 0) if row == 0 else Place(there.place.block - 1)
        return there.place
