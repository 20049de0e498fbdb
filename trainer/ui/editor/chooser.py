"""Chooser: every exercise, to be found by typing and put into the routine."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from trainer.language import ntr, tr
from trainer.ui.editor.chooser_rows import ExerciseRow, found
from trainer.ui.editor.row_delegate import Thumbnails
from trainer.ui.editor.rows_model import Index
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_text, elided
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text

_ROW = Qt.ItemDataRole.UserRole
_HEIGHT, _LIST_HEIGHT, _LEAST_LIST = 56, 440, 180  # px at 100 %
_TO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class Chooser(Sheet):
    """Type to search, up and down to choose, Enter or a double click to take it."""

    exercise_chosen = Signal(str)  # exercise id

    def __init__(self, look: Look, title: str, rows: tuple[ExerciseRow, ...], parent: QWidget) -> None:
        super().__init__(look, title, parent, width=620)
        self._all = rows
        self._search = QLineEdit()
        self._search.setAccessibleName(tr("Search exercises"))
        self._search.setPlaceholderText(tr("Name, muscle or equipment"))
        self._search.setFont(look.font("lead"))
        self._search.setClearButtonEnabled(True)
        self._count = Text(look, "", "small", "ink2", lines=1)
        self._model = _Exercises(self)
        self._list = QListView()
        self._delegate = _ExerciseDelegate(look, self._list)
        self._list.setAccessibleName(tr("Exercises"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        room = self._room().height() - look.px(230)
        self._list.setFixedHeight(max(look.px(_LEAST_LIST), min(look.px(_LIST_HEIGHT), room)))
        for part in (self._search, self._count, self._list):
            self.column.addWidget(part)
        self.column.addWidget(Text(look, tr("Enter puts it in, Escape closes."), "small", "ink2", lines=1))
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._take)
        self._search.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.doubleClicked.connect(self._take)
        self._find("")
        self._search.setFocus()

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the pictures come from; called again once there are more."""
        self._delegate.thumbnails = thumbnails
        self._list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Enter takes what is chosen there."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._search and event.key() in _TO_LIST:
                self._list.keyPressEvent(event)
                return True
            if watched is self._list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        rows = found(self._all, text)
        self._model.take(rows)
        self._count.set_text(
            ntr("{n} exercise", "{n} exercises", len(rows)) if rows else tr("No exercise is called so.")
        )
        if rows:
            self._list.setCurrentIndex(self._model.index(0))

    def _take(self) -> None:
        row: ExerciseRow | None = self._list.currentIndex().data(_ROW)
        if row is not None:
            self.exercise_chosen.emit(row.id)
            self.accept()


class _Exercises(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[ExerciseRow, ...] = ()

    def take(self, rows: tuple[ExerciseRow, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.detail}"
        return row if role == _ROW else None


class _ExerciseDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.thumbnails: Thumbnails | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._look.px(100), self._look.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look
        row: ExerciseRow = index.data(_ROW)
        rect = QRectF(option.rect)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = rect.adjusted(1, 1, -look.px(8), -1)
            if option.state & QStyle.StateFlag.State_Selected:
                draw_box(painter, box, look.px(10), look.color("accent_soft"), look.color("accent"), 2.0)
            elif option.state & QStyle.StateFlag.State_MouseOver:
                draw_box(painter, box, look.px(10), look.color("sunken"))
            middle, left = rect.center().y(), rect.left() + look.px(10)
            thumb = QRectF(left, middle - look.px(20), look.px(52), look.px(40))
            self._draw_picture(painter, thumb, row)
            left = thumb.right() + look.px(12)
            room = box.right() - look.px(8) - left
            name, detail = look.font("body-bold"), look.font("small")
            draw_text(painter, name, look.color("ink"), left, middle - look.px(9), elided(name, row.name, room))
            draw_text(painter, detail, look.color("ink2"), left, middle + look.px(10), elided(detail, row.detail, room))
        finally:
            painter.restore()

    def _draw_picture(self, painter: QPainter, rect: QRectF, row: ExerciseRow) -> None:
        look, radius = self._look, self._look.px(8)
        draw_box(painter, rect, radius, look.color("thumb"), look.color("edge") if look.is_high_contrast else None)
        picture = self.thumbnails(row.id, "", rect.size().toSize()) if self.thumbnails else None
        if picture is not None:
            path = QPainterPath()
            path.addRoundedRect(rect, radius, radius)
            painter.setClipPath(path)
            painter.drawPixmap(rect.topLeft(), picture)
            painter.setClipping(False)
