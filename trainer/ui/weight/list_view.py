"""WeighingList: every weighing, newest first. Enter edits, Delete deletes; Tab leaves it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.weighing import Weighing
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.weight.rows import WeighingRow
from trainer.ui.widgets.row_table import RowTable, cell_style

Index = QModelIndex | QPersistentModelIndex

_ROW = 30  # px at 100 %
_LEAST_ROWS, _WANTED_ROWS = 4, 6  # beyond these it scrolls, or takes what room there is


class WeighingsModel(QAbstractTableModel):
    """Day, weight, change. Read only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[WeighingRow, ...] = ()
        self._headings = (tr("Day"), tr("Weight"), tr("Since the one before"))

    @property
    def rows(self) -> tuple[WeighingRow, ...]:
        """What it shows."""
        return self._rows

    def set_rows(self, rows: Sequence[WeighingRow]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return self._style(section, role, "small-bold")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.day, row.weight, row.change)[index.column()]
        return self._style(index.column(), role, "small-bold" if index.column() == 1 else "small")

    def _style(self, column: int, role: int, style: str) -> Any:
        return cell_style(self._look, role, style, left=column == 0)


class WeighingList(RowTable):
    """Takes what height there is and scrolls."""

    row_chosen = Signal()  # another one is current, or none
    edit_chosen = Signal()
    deletion_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._model = WeighingsModel(look)
        super().__init__(look, tr("Weighings"), self._model, parent, row=_ROW, least_rows=_LEAST_ROWS, stretched=0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.row_chosen.emit())
        self.doubleClicked.connect(lambda _index: self.edit_chosen.emit())

    def show_rows(self, rows: Sequence[WeighingRow]) -> None:
        """Show others; the one that was current stays it where it is still there."""
        current = self.current()
        self._model.set_rows(rows)
        place = next((n for n, row in enumerate(rows) if current and row.weighing.id == current.id), None)
        if place is not None:
            self.selectRow(place)
        self.row_chosen.emit()

    def current(self) -> Weighing | None:
        """The weighing that is selected."""
        index = self.currentIndex()
        return self._model.rows[index.row()].weighing if index.isValid() else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What the keys would act on is seen."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.edit_chosen.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current() is not None:
            self.deletion_chosen.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        rows = max(_LEAST_ROWS, min(_WANTED_ROWS, self._model.rowCount() + 1))
        return QSize(self._look.px(400), self.rows_height(rows))
