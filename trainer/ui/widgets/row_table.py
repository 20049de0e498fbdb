"""RowTable: a table to read: rows as a whole, no grid, arrow keys walk through it, Tab leaves it."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from trainer.ui.theme.look import Look


class RowTable(QTableView):
    """Columns are as wide as their words; one may take what is left."""

    def __init__(
        self,
        look: Look,
        name: str,
        model: QAbstractItemModel,
        parent: QWidget | None = None,
        *,
        row: int = 30,
        least_rows: int = 0,
        stretched: int | None = None,
        measured_rows: int | None = None,
    ) -> None:
        """Takes a model that is nobody's over. `name` is what assistive technology calls it.

        `row`: pixels of a row's height at 100 % text; `least_rows` of them are always seen. `stretched`: the column
        that takes the room the others leave. `measured_rows`: so many are looked at for a column's width, where there
        may be a hundred thousand.
        """
        super().__init__(parent)
        self._look, self._row, self._least_rows = look, row, least_rows
        if model.parent() is None:
            model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsClickable(False)
        if measured_rows is not None:
            heading.setResizeContentsPrecision(measured_rows)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if stretched is not None:
            heading.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def rows_height(self, rows: int) -> int:
        """Pixels that so many rows take now."""
        return self._look.px(self._row) * rows

    def _on_look_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.px(self._row))
        if self._least_rows:
            self.setMinimumHeight(self.rows_height(self._least_rows))
        self.updateGeometry()


def cell_style(look: Look, role: int, style: str, *, left: bool) -> Any:
    """What a model answers for a cell's side, font and colour; None for every other role. Figures stand right."""
    match role:
        case Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        case Qt.ItemDataRole.FontRole:
            return look.font(style, tabular=True)
        case Qt.ItemDataRole.ForegroundRole:
            return look.color("ink")
    return None
