"""RowDelegate: how a row of the editor is drawn, where its parts are, and the number box that opens in it."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSpinBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer.core.editing import Place
from trainer.language import tr
from trainer.library.fields import BOUNDS
from trainer.ui.editor.rows import EditorRow, RowKind
from trainer.ui.editor.rows_model import ROW_ROLE, SET_UP_ROLE, WORK_ROLE
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, text_width

#: A picture of an exercise in a form, so many logical pixels large; None while there is none.
Thumbnails = Callable[[str, str, QSize], QPixmap | None]

BLOCK_HEIGHT, STEP_HEIGHT = 52, 52
_MARGIN, _BOX = 20, QSize(64, 32)
_BOX_GAP = 12
_WORK_WIDTH = 78
_THUMB = QSize(52, 40)

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws blocks and steps. `edited` says which number an opened box changes."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.keyboard = False  # whether the focus ring is to be seen
        self.edited = WORK_ROLE
        self.thumbnails: Thumbnails | None = None
        self.chosen: Place | None = None  # what the inspector shows

    # places

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: EditorRow = index.data(ROW_ROLE)
        height = BLOCK_HEIGHT if row.kind is RowKind.BLOCK else STEP_HEIGHT
        return QSize(self._look.px(100), self._look.px(height))

    def tick_rect(self, row: QRectF) -> QRectF:
        """Where a step's tick box stands."""
        size = self._look.px(20)
        return QRectF(row.left() + self._look.px(46), row.center().y() - size / 2, size, size)

    def work_rect(self, row: QRectF) -> QRectF:
        """Where a step's work stands."""
        width, height = self._look.px(_WORK_WIDTH), self._look.px(_BOX.height())
        return QRectF(row.right() - self._look.px(_MARGIN) - width, row.center().y() - height / 2, width, height)

    def set_up_rect(self, row: QRectF) -> QRectF:
        """Where the seconds to get set stand."""
        work = self.work_rect(row)
        width = self._look.px(_BOX.width())
        return QRectF(work.left() - self._look.px(_BOX_GAP) - width, work.top(), width, work.height())

    # drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EditorRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter, rect, row, option.state)
            if row.kind is RowKind.BLOCK:
                self._draw_block(painter, rect, row)
            elif row.kind is RowKind.STEP:
                self._draw_step(painter, rect, row)
            else:
                font, left = self._look.font("body"), rect.left() + self._look.px(46)
                words = elided(font, row.text, rect.right() - left)
                draw_text(painter, font, self._look.color("ink2"), left, rect.center().y(), words)
        finally:
            painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, row: EditorRow, state: QStyle.StateFlag) -> None:
        look = self._look
        box = rect.adjusted(look.px(6), look.px(1), -look.px(6), -look.px(1))
        radius = look.px(10)
        if row.place == self.chosen and row.kind is not RowKind.EMPTY:
            held = self.keyboard and bool(state & QStyle.StateFlag.State_HasFocus)
            draw_box(painter, box, radius, look.color("accent_soft"), look.color("accent"), 3.0 if held else 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, radius, look.color("sunken"), look.color("edge") if look.is_high_contrast else None)
        if row.place != self.chosen and self.keyboard and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, look, box, radius)

    def _draw_block(self, painter: QPainter, rect: QRectF, row: EditorRow) -> None:
        look, middle = self._look, rect.center().y()
        left, right = rect.left() + look.px(_MARGIN - 2), rect.right() - look.px(_MARGIN)
        sign = QRectF(left, middle - look.px(8), look.px(16), look.px(16))
        look.draw_icon(painter, "chevron-down" if row.open else "chevron-right", sign, look.color("ink2"), 2.0)
        left += look.px(26)
        time_font = look.font("body-bold", tabular=True)
        right -= text_width(time_font, row.time)
        draw_text(painter, time_font, look.color("ink2"), right, middle, row.time)
        right -= look.px(12)
        font = look.font(16, weight=700)
        left += draw_text(painter, font, look.color("ink"), left, middle, elided(font, row.text, right - left))
        left += look.px(12)
        chip_font = look.font("small-bold")
        if row.chip and right - left > text_width(chip_font, row.chip) + look.px(24):
            width = text_width(chip_font, row.chip) + look.px(22)
            chip = QRectF(left, middle - look.px(13), width, look.px(26))
            draw_box(painter, chip, chip.height() / 2, look.color("surface"), look.faint("edge", 0.75))
            draw_text(painter, chip_font, look.color("ink"), left + look.px(11), middle, row.chip)
            left += width + look.px(12)
        if row.remark and right - left > look.px(60):
            self._draw_remark(painter, left, middle, right - left, row)

    def _draw_step(self, painter: QPainter, rect: QRectF, row: EditorRow) -> None:
        look, middle = self._look, rect.center().y()
        self._draw_handle(painter, rect)
        self._draw_tick(painter, self.tick_rect(rect), on=row.on)
        thumb = QRectF(
            rect.left() + look.px(78), middle - look.px(20), look.px(_THUMB.width()), look.px(_THUMB.height())
        )
        set_up, work = self.set_up_rect(rect), self.work_rect(rect)
        left = thumb.right() + look.px(12)
        if set_up.left() - left > look.px(90):
            self._draw_thumb(painter, thumb, row)
        else:
            left = thumb.left()  # no room for the picture beside the name
        room = set_up.left() - look.px(8) - left
        has_line = bool(row.detail or row.remark)
        font = look.font("body-bold")
        name_color = look.color("ink" if row.on else "ink3")
        y = middle - look.px(9) if has_line else middle
        draw_text(painter, font, name_color, left, y, elided(font, row.text, room))
        below = middle + look.px(10)
        if row.remark:
            used = self._draw_remark(painter, left, below, room, row) + look.px(8)
            left, room = left + used, room - used
        if row.detail and room > look.px(30):
            small = look.font("small")
            draw_text(painter, small, look.color("ink2"), left, below, elided(small, row.detail, room))
        self._draw_value(painter, set_up, row.set_up, row.on)
        self._draw_value(painter, work, row.work, row.on)

    def _draw_remark(self, painter: QPainter, left: float, middle: float, room: float, row: EditorRow) -> float:
        """The sign and words of a remark. Returns their width."""
        look, size = self._look, self._look.px(14)
        color = look.color("accent" if row.hint else "ready_ink")
        square = QRectF(left, middle - size / 2, size, size)
        look.draw_icon(painter, "swap" if row.hint else "info", square, color, 2.2)
        font = look.font("small-bold")
        words = elided(font, row.remark, room - size - look.px(5))
        return size + look.px(5) + draw_text(painter, font, color, left + size + look.px(5), middle, words)

    def _draw_handle(self, painter: QPainter, rect: QRectF) -> None:
        size = self._look.px(18)
        square = QRectF(rect.left() + self._look.px(17), rect.center().y() - size / 2, size, size)
        self._look.draw_icon(painter, "drag", square, self._look.color("ink3"), 2.0)

    def _draw_tick(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        look = self._look
        if on:
            draw_box(painter, box, look.px(5), look.color("accent"))
            inset = look.px(3)
            look.draw_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), look.color("on_accent"), 3.2)
        else:
            draw_box(painter, box, look.px(5), look.color("surface"), look.color("edge"), 1.5)

    def _draw_thumb(self, painter: QPainter, rect: QRectF, row: EditorRow) -> None:
        look, radius = self._look, self._look.px(8)
        draw_box(painter, rect, radius, look.color("thumb"), look.color("edge") if look.is_high_contrast else None)
        picture = self.thumbnails(row.exercise, row.variant, rect.size().toSize()) if self.thumbnails else None
        if picture is None:
            return
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.save()
        painter.setClipPath(path)
        painter.setOpacity(1.0 if row.on else 0.4)
        painter.drawPixmap(rect.topLeft(), picture)
        painter.restore()

    def _draw_value(self, painter: QPainter, box: QRectF, words: str, on: bool) -> None:
        look = self._look
        font = look.font("body-bold", tabular=True)
        if on:
            draw_box(painter, box, look.px(9), look.color("surface"), look.faint("edge", 0.6))
        words = elided(font, words, box.width() - look.px(8))
        left = box.center().x() - text_width(font, words) / 2
        color: QColor = look.color("ink" if on else "ink3")
        draw_text(painter, font, color, left, box.center().y(), words)

    # the number box

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: EditorRow = index.data(ROW_ROLE)
        field = "get_ready" if self.edited == SET_UP_ROLE else "reps" if row.counts_reps else "seconds"
        box = QSpinBox(parent)
        box.setObjectName("row-number")
        box.setRange(*BOUNDS[field][:2])
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setSingleStep(1 if row.counts_reps and self.edited == WORK_ROLE else 5)
        box.setFont(self._look.font("body-bold", tabular=True))
        box.setAccessibleName(tr("Set-up") if self.edited == SET_UP_ROLE else tr("Work"))
        box.setAutoFillBackground(True)
        return box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        row = QRectF(option.rect)
        rect = self.set_up_rect(row) if self.edited == SET_UP_ROLE else self.work_rect(row)
        editor.setGeometry(rect.toRect())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            editor.setValue(index.data(self.edited))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            editor.interpretText()
            if editor.value() != index.data(self.edited):
                model.setData(index, editor.value(), self.edited)
