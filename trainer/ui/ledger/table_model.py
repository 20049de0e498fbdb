"""LedgerTableModel: the rows of an account, for the table and for those who listen."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.language import tr
from trainer.ui.ledger.account import AccountRow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex

_FIELDS = ("name", "code", "met", "seconds", "kg", "kcal")


class LedgerTableModel(QAbstractTableModel):
    """Read only. Headings of groups and the sum are bold."""

    def __init__(self, look: Look, rows: tuple[AccountRow, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows
        self._headings = (tr("Phase"), tr("MET code"), tr("MET"), tr("Seconds"), tr("kg"), tr("kcal"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_FIELDS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return self._style(section, role, bold=True)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        text = getattr(row, _FIELDS[column])
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = tr("{heading}: {value}").format(heading=self._headings[column], value=text) if text else ""
            return " ".join(filter(None, (said, row.reason if column == 0 else "")))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.reason)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.color("ink" if row.is_heading or row.is_work else "ink2")
        return self._style(column, role, bold=row.is_heading)

    def _style(self, column: int, role: int, *, bold: bool) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font("small-bold" if bold else "small", tabular=True)
        return None
