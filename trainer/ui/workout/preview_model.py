"""PreviewModel: a routine's schedule as a table, for eyes and for screen readers."""

from bisect import bisect_right
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.core.cue_preview import PreviewRow, RowKind
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.workout.preview_words import kind_text, moment_text, row_text

Index = QModelIndex | QPersistentModelIndex
_TIME, _KIND, _WORDS = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PreviewModel(QAbstractTableModel):
    """Read only. Columns: the moment, what happens, its words."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[PreviewRow, ...] = ()
        self._moments: list[float] = []

    def show_rows(self, rows: tuple[PreviewRow, ...]) -> None:
        """These, in order of their moments."""
        self.beginResetModel()
        self._rows = rows
        self._moments = [row.at for row in rows]
        self.endResetModel()

    def row_at(self, moment: float) -> int:
        """The last row that has come by then; -1 before the first."""
        return bisect_right(self._moments, moment + 1e-6) - 1

    def moment_of(self, row: int) -> float:
        """Seconds into the session."""
        return self._moments[row]

    def phase_at(self, moment: float) -> PreviewRow | None:
        """The phase that moment lies in."""
        for row in reversed(self._rows[: self.row_at(moment) + 1]):
            if row.kind is RowKind.PHASE:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Time"), tr("What"), tr("Words"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == _TIME else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (moment_text(row.at), kind_text(row), row_text(row))[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("{time}, {what}: {words}").format(
                    time=moment_text(row.at), what=kind_text(row), words=row_text(row)
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column == _TIME else None
            case Qt.ItemDataRole.FontRole:
                bold = row.kind is RowKind.PHASE
                return self._look.font(13.0, weight=700 if bold else 400, tabular=column == _TIME)
            case Qt.ItemDataRole.ForegroundRole:
                quiet = row.kind is RowKind.TONE or column == _TIME
                return self._look.color("ink2" if quiet else "ink")
        return None
