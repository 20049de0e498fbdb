"""RecountTable: the workouts that a recount changes, newest first. Worded only while in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.recounting import Recounted
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.weight.recount_words import recount_row
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.row_table import RowTable, cell_style

Index = QModelIndex | QPersistentModelIndex

_ROW = 28  # px at 100 %
_LEAST_ROWS = 5
_FIELDS = ("day", "name", "weight", "before", "after")
_TEXTS = 2  # so many columns are read from the left


class RecountModel(QAbstractTableModel):
    """Read only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._unit = look, WeightUnit.KG
        self._lines: tuple[Recounted, ...] = ()
        self._headings = (tr("Day"), tr("Workout"), tr("Weight"), tr("kcal before"), tr("kcal after"))

    def set_lines(self, lines: Sequence[Recounted], unit: WeightUnit) -> None:
        """Show these, told oldest first, newest first."""
        self.beginResetModel()
        self._lines, self._unit = tuple(reversed(lines)), unit
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_FIELDS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return self._style(section, role, "small-bold")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = getattr(recount_row(self._lines[index.row()], self._unit), _FIELDS[index.column()])
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return self._style(index.column(), role, "small")

    def _style(self, column: int, role: int, style: str) -> Any:
        return cell_style(self._look, role, style, left=column < _TEXTS)


class RecountTable(RowTable):
    """As high as a few rows at least."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._model = RecountModel(look)
        super().__init__(
            look,
            tr("Workouts that change"),
            self._model,
            parent,
            row=_ROW,
            least_rows=_LEAST_ROWS,
            stretched=1,
            measured_rows=50,
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[Recounted], unit: WeightUnit) -> None:
        """Show these, told oldest first."""
        self._model.set_lines(lines, unit)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self.rows_height(_LEAST_ROWS))
