"""ImportTable: the workouts of a file before they come in, those of the log marked."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from trainer.core.duplicates import Sorted
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.row_table import RowTable

_ROW, _ROWS, _WIDTH = 30, 7, 640  # px at 100 %, and how many rows it is high
_Index = QModelIndex | QPersistentModelIndex


class ImportTable(RowTable):
    """Newest first."""

    def __init__(self, look: Look, found: Sorted, parent: QWidget | None = None) -> None:
        model = _ImportModel(look, found)
        super().__init__(
            look, tr("Workouts in the file"), model, parent, row=_ROW, stretched=1, measured_rows=_ROWS * 4
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        rows = min(_ROWS, self.model().rowCount()) + 1
        return QSize(self._look.px(_WIDTH), self.rows_height(rows) + self._look.px(6))


class _ImportModel(QAbstractTableModel):
    def __init__(self, look: Look, found: Sorted) -> None:
        super().__init__()
        self._look = look
        self._heads = (tr("Day"), tr("Workout"), tr("Moves"), tr("Minutes"), tr("In your log"))
        rows = [(one, True) for one in found.new] + [(one, False) for one in found.known]
        self._rows: Sequence[tuple[Workout, bool]] = sorted(rows, key=lambda row: row[0].started, reverse=True)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        workout, new = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(workout, new, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.color("ink" if new else "ink2")
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font("body", tabular=True)
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _words(self, workout: Workout, new: bool, column: int) -> str:
        match column:
            case 0:
                day = workout.local_date
                return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
            case 1:
                return " ".join(workout.routine_name.split())
            case 2:
                return QLocale().toString(len(workout.steps))
            case 3:
                return QLocale().toString(round(workout.active_seconds / 60))
            case _:
                return tr("New") if new else tr("Already there")


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (2, 3) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
