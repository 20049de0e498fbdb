"""RecountTable: the workouts that a recount changes, newest first. Worded only while in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.recounting import Recounted
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.weight.recount_words import recount_row
from trainer.ui.widgets.plain_tip import plain_tip

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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column < _TEXTS else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font(style, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.color("ink")
        return None


class RecountTable(QTableView):
    """Arrow keys walk through it, Tab leaves it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = RecountModel(look, self)
        self.setModel(self._model)
        self.setAccessibleName(tr("Workouts that change"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.verticalHeader().hide()
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsClickable(False)
        heading.setResizeContentsPrecision(50)  # rows looked at for a column's width: there may be 100,000
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_lines(self, lines: Sequence[Recounted], unit: WeightUnit) -> None:
        """Show these, told oldest first."""
        self._model.set_lines(lines, unit)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(_ROW) * _LEAST_ROWS)

    def _on_look_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(_ROW))
        self.setMinimumHeight(self._look.px(_ROW) * _LEAST_ROWS)
