"""TableDialog: what a chart shows, in rows and columns, for those who listen and to read the figures off."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.charts.table import ChartTable
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.row_table import RowTable
from trainer.ui.widgets.surfaces import BottomBar
from trainer.ui.widgets.text import Text

_SIZE = QSize(980, 640)  # pixels at 100 % text, if the window is that large
_MEASURED_ROWS = 60  # for the widths of the columns
_ROW = 30  # pixels at 100 %
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class TableDialog(GroundDialog):
    """Arrow keys walk through the table."""

    def __init__(self, look: Look, title: str, table: ChartTable, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        inner = QVBoxLayout()
        inner.setContentsMargins(look.sp(24), look.sp(22), look.sp(24), look.sp(12))
        inner.setSpacing(look.sp(10))
        inner.addWidget(Text(look, title, "h2", lines=2))
        self.view = TextTable(look, title, table)
        inner.addWidget(self.view, 1)
        self.frame.addLayout(inner, 1)
        bar = BottomBar(look, margin=24)
        close = Button(look, tr("Close"), "second", height=40)
        close.clicked.connect(self.accept)
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        self.frame.addWidget(bar)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit(_SIZE)


class TextTable(RowTable):
    """Texts in rows and columns; the first column says what the row is of."""

    def __init__(self, look: Look, name: str, table: ChartTable, parent: QWidget | None = None) -> None:
        super().__init__(look, name, _Texts(table), parent, row=_ROW, measured_rows=_MEASURED_ROWS)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if table.rows:
            self.setCurrentIndex(self.model().index(0, 0))


class _Texts(QAbstractTableModel):
    """The texts of a table, read only."""

    def __init__(self, table: ChartTable) -> None:
        super().__init__()
        self._table = table

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._table.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("{heading}: {text}").format(heading=self._table.headings[index.column()], text=text)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._table.headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
