"""Chooser: every exercise, to be found by typing and put into the routine."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer.language import ntr, tr
from trainer.ui.editor.chooser_rows import ExerciseRow, found
from trainer.ui.editor.row_delegate import Thumbnails
from trainer.ui.editor.rows_model import Index
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_text, elided
from trainer.ui.widgets.search_sheet import SearchSheet

_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 56  # px at 100 %


class Chooser(SearchSheet):
    """A double click takes an exercise too."""

    exercise_chosen = Signal(str)  # exercise id

    def __init__(self, look: Look, title: str, rows: tuple[ExerciseRow, ...], parent: QWidget) -> None:
        super().__init__(look, title, parent, width=620, list_height=440)
        self._all = rows
        self._model = _Exercises(self)
        self._delegate = _ExerciseDelegate(look, self.list)
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setPlaceholderText(tr("Name, muscle or equipment"))
        self.list.setAccessibleName(tr("Exercises"))
        self.list.setItemDelegate(self._delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.doubleClicked.connect(self.take)
        self.begin(self._model, tr("Enter puts it in, Escape closes."))

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the pictures come from; called again once there are more."""
        self._delegate.thumbnails = thumbnails
        self.list.viewport().update()

    def look_for(self, text: str) -> None:
        rows = found(self._all, text)
        self._model.take(rows)
        self.count.set_text(
            ntr("{n} exercise", "{n} exercises", len(rows)) if rows else tr("No exercise is called so.")
        )

    def take(self) -> None:
        row: ExerciseRow | None = self.list.currentIndex().data(_ROW)
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
