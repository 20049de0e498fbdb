"""RoutineDelegate: how a row of the routine panel is drawn."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.line_breaks import break_lines, limit_lines
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, text_width
from trainer.ui.widgets.phase_shape import draw_shape
from trainer.ui.widgets.switch import draw_switch
from trainer.ui.workout.panel_model import Mark, PanelRow, RowKind
from trainer.ui.workout.routine_rows import ROW_ROLE

#: A small picture of an exercise: id, size in logical pixels, ground. None where there is none (yet).
Thumbnails = Callable[[str, QSize, QColor], QPixmap | None]

GROUP_HEIGHT, ROW_HEIGHT, TALL_ROW_HEIGHT, GAP_HEIGHT = 44, 40, 52, 8
SWITCH = QSize(38, 22)
_MARGIN = 20
_THUMB = QSize(52, 40)
_NAME, _LEAST_NAME, _NAME_STEP = 14, 12, 14  # sizes of a move's name, and from line to line where it takes two
_MARK_ROOM = 26  # from a mark's left edge to the text after it
_ICONS = {
    Mark.DONE: "check",
    Mark.SKIPPED: "minus",
    Mark.OPEN: "chevron-down",
    Mark.FOLDED: "chevron-right",
}

AnyIndex = QModelIndex | QPersistentModelIndex


class RoutineDelegate(QStyledItemDelegate):
    """Draws groups, moves and gaps. `tall` rows carry a picture and a second line: before the start."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tall = False
        self.keyboard = False  # whether the focus ring is to be seen
        self.phase = PhaseLook.WORK
        self.progress = 0.0  # 0 .. 1 of the current row
        self.thumbnails: Thumbnails | None = None

    # measures

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: PanelRow = index.data(ROW_ROLE)
        heights = {
            RowKind.GROUP: GROUP_HEIGHT,
            RowKind.STEP: TALL_ROW_HEIGHT if self.tall else ROW_HEIGHT,
            RowKind.GAP: GAP_HEIGHT,
        }
        return QSize(self._look.px(100), self._look.px(heights[row.kind]))

    def switch_rect(self, row_rect: QRectF) -> QRectF:
        """Where a group's switch stands in its row."""
        look = self._look
        width, height = look.px(SWITCH.width()), look.px(SWITCH.height())
        right = row_rect.right() - look.px(_MARGIN)
        return QRectF(right - width, row_rect.center().y() - height / 2, width, height)

    # drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: PanelRow = index.data(ROW_ROLE)
        if row.kind is RowKind.GAP:
            return
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter, rect, row, state)
            if row.kind is RowKind.GROUP:
                self._draw_group(painter, rect, row)
            else:
                self._draw_move(painter, rect, row)
        finally:
            painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRectF, row: PanelRow, state: QStyle.StateFlag) -> None:
        look = self._look
        box = rect.adjusted(look.px(10), look.px(1), -look.px(10), -look.px(1))
        radius = look.px(10)
        if row.mark is Mark.CURRENT:
            marks = self.phase.marks
            soft = look.color("sunken" if self.phase is PhaseLook.PAUSED else marks.soft)
            edge = look.color(marks.bar_fill) if look.is_high_contrast else None
            draw_box(painter, box, radius, soft, edge, 2.0)
            path = QPainterPath()
            path.addRoundedRect(box, radius, radius)
            painter.save()
            painter.setClipPath(path)
            thick = max(3, look.px(3))
            width = box.width() * min(1.0, max(0.0, self.progress))
            painter.fillRect(QRectF(box.left(), box.bottom() - thick, width, thick), look.color(marks.bar_fill))
            painter.restore()
        elif state & QStyle.StateFlag.State_MouseOver and row.kind is RowKind.STEP:
            edge = look.color("edge") if look.is_high_contrast else None
            draw_box(painter, box, radius, look.color("sunken"), edge)
        if self.keyboard and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, look, box, radius)

    def _draw_group(self, painter: QPainter, rect: QRectF, row: PanelRow) -> None:
        look = self._look
        middle = rect.center().y()
        left, right = rect.left() + look.px(_MARGIN), rect.right() - look.px(_MARGIN)
        name_font, plain = look.font(13, weight=700), look.font(13, tabular=True)
        dim = row.on is False
        if row.on is not None:
            switch = self.switch_rect(rect)
            draw_switch(painter, look, switch, row.on)
            right = switch.left() - look.px(10)
        right -= text_width(plain, row.time)
        draw_text(painter, plain, look.color("ink3" if dim else "ink2"), right, middle, row.time)
        right -= look.px(8)
        before = row.mark if row.on is None else Mark.NONE  # beside a switch the fold sign follows the words
        if before is not Mark.NONE and before in _ICONS:
            self._draw_mark(painter, left, middle, row)
            left += look.px(_MARK_ROOM)
        name = elided(name_font, row.text, right - left)
        left += draw_text(painter, name_font, look.color("ink2" if dim else "ink"), left, middle, name) + look.px(8)
        if row.detail and right > left:
            detail = elided(plain, row.detail, right - left)
            left += draw_text(painter, plain, look.color("ink3" if dim else "ink2"), left, middle, detail)
        if row.on and right - left > look.px(22):
            sign = QRectF(left + look.px(4), middle - look.px(7), look.px(14), look.px(14))
            look.draw_icon(painter, _ICONS[row.mark], sign, look.color("ink2"), 2.4)

    def _draw_move(self, painter: QPainter, rect: QRectF, row: PanelRow) -> None:
        look = self._look
        middle = rect.center().y()
        now = row.mark is Mark.CURRENT
        left, right = rect.left() + look.px(_MARGIN), rect.right() - look.px(_MARGIN)
        if self.tall:
            self._draw_thumb(painter, QRectF(left, middle - look.px(20), look.px(52), look.px(40)), row)
            left += look.px(_THUMB.width() + 12)
        else:
            self._draw_mark(painter, left, middle, row)
            left += look.px(_MARK_ROOM)
        time_font = look.font(13, weight=700 if now else 400, tabular=True)
        right -= text_width(time_font, row.time)
        draw_text(painter, time_font, look.color("ink" if now else "ink2"), right, middle, row.time)
        over = row.mark in {Mark.DONE, Mark.PARTIAL, Mark.SKIPPED}
        room = right - left - look.px(8)
        font, lines = self._name_lines(row.text, 700 if now else 400, room)
        step = look.px(_NAME_STEP)
        more = step * (len(lines) - 1) / 2
        detailed = self.tall and bool(row.detail)
        y = middle - (look.px(9) if detailed else 0) - more
        for line in lines:
            draw_text(painter, font, look.color("ink3" if over else "ink"), left, y, line)
            y += step
        if detailed:
            self._draw_detail(painter, left, middle + look.px(9) + more, room, row)

    def _name_lines(self, name: str, weight: int, room: float) -> tuple[QFont, tuple[str, ...]]:
        """The name on one line in the largest size that fits into `room`, else on two in the smallest."""
        font = self._look.font(_NAME, weight=weight)
        for size in range(_NAME, _LEAST_NAME - 1, -1):
            font = self._look.font(size, weight=weight)
            if text_width(font, name) <= room:
                return font, (name,)
        lines = limit_lines(break_lines(name, font, room).lines, font, room, 2)
        return font, tuple(elided(font, line, room) for line in lines)

    def _draw_detail(self, painter: QPainter, left: float, middle: float, room: float, row: PanelRow) -> None:
        look = self._look
        font = look.font(12)
        color = look.color("accent" if row.changed else "ink2")
        if row.changed:
            size = look.px(12)
            look.draw_icon(painter, "arrow", QRectF(left, middle - size / 2, size, size), color, 2.2)
            left, room = left + size + look.px(3), room - size - look.px(3)
        draw_text(painter, font, color, left, middle, elided(font, row.detail, room))

    def _draw_thumb(self, painter: QPainter, rect: QRectF, row: PanelRow) -> None:
        """The exercise's picture; its number on a tile while it has none."""
        look = self._look
        radius = look.px(8)
        ground = look.color("thumb")
        draw_box(painter, rect, radius, ground, look.color("edge") if look.is_high_contrast else None)
        picture = self.thumbnails(row.exercise, rect.size().toSize(), ground) if self.thumbnails else None
        if picture is None:
            font, text = look.font(15, weight=700, tabular=True), str(row.number)
            left = rect.center().x() - text_width(font, text) / 2
            draw_text(painter, font, look.color("accent"), left, rect.center().y(), text)
            return
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        painter.drawPixmap(rect.topLeft(), picture)
        painter.restore()

    def _draw_mark(self, painter: QPainter, left: float, middle: float, row: PanelRow) -> None:
        look = self._look
        box = QRectF(left - look.px(2), middle - look.px(8), look.px(16), look.px(16))
        match row.mark:
            case Mark.NUMBER:
                font, text = look.font(12, tabular=True), str(row.number)
                x = box.center().x() - text_width(font, text) / 2
                draw_text(painter, font, look.color("ink3"), x, middle, text)
            case Mark.CURRENT:
                inner = look.px(6)
                shape = QRectF(box.center().x() - inner, middle - inner, 2 * inner, 2 * inner)
                draw_shape(painter, look, self.phase.marks.shape, shape, look.color(self.phase.marks.ink))
            case Mark.PARTIAL:
                self._draw_half(painter, box)
            case Mark.NONE:
                pass
            case _:
                color = {Mark.DONE: "done_ink", Mark.SKIPPED: "ink3"}.get(row.mark, "ink2")
                look.draw_icon(painter, _ICONS[row.mark], box, look.color(color), 2.5)

    def _draw_half(self, painter: QPainter, box: QRectF) -> None:
        """A half-filled disc: worked on, then left."""
        look = self._look
        size = look.px(10)
        disc = QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)
        draw_box(painter, disc, size / 2, None, look.color("ink2"), 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("ink2"))
        painter.drawPie(disc, 90 * 16, 180 * 16)
