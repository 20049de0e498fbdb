"""ExerciseCardDelegate: how an exercise's card is drawn: the figure doing it, its name, what it works."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.cards_model import CARD_ROLE
from trainer.ui.library.exercise_model import ExerciseCardValues
from trainer.ui.library.routine_card_delegate import Thumbnails
from trainer.ui.theme.look import Look
from trainer.ui.widgets.icon_mark import dots_width, draw_dots
from trainer.ui.widgets.painting import draw_box, draw_text, elided

PICTURE_HEIGHT, WORDS_HEIGHT = 118, 84  # px at 100 %
_RADIUS = 14
_INSET = 14

AnyIndex = QModelIndex | QPersistentModelIndex


class ExerciseCardDelegate(QStyledItemDelegate):
    """Draws ExerciseCardValues."""

    def __init__(self, look: Look, grid: CardGrid) -> None:
        super().__init__(grid)
        self._look, self._grid = look, grid
        self.thumbnails: Thumbnails | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        values: ExerciseCardValues = index.data(CARD_ROLE)
        card = self._grid.card_rect(QRectF(option.rect), index.row())
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, card, values, option.state)
        finally:
            painter.restore()

    def _draw(self, painter: QPainter, card: QRectF, values: ExerciseCardValues, state: QStyle.StateFlag) -> None:
        look = self._look
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = look.color("edge") if look.is_high_contrast or hovered else look.color("line")
        draw_box(painter, card, _RADIUS, look.color("surface"), edge)
        room = card.adjusted(1, 1, -1, -1)
        room.setHeight(look.px(PICTURE_HEIGHT))
        self._draw_picture(painter, card.adjusted(1, 1, -1, -1), room, values)
        words = card.adjusted(look.px(_INSET), room.height() + look.px(8), -look.px(_INSET), -look.px(8))
        self._draw_words(painter, words, values)
        if self._grid.keyboard and state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, card, _RADIUS, None, look.color("accent"), 3.0)

    def _draw_picture(self, painter: QPainter, card: QRectF, room: QRectF, values: ExerciseCardValues) -> None:
        look = self._look
        outline = QPainterPath()
        outline.addRoundedRect(card, _RADIUS - 1, _RADIUS - 1)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(room, look.color("hero"))
        painter.restore()
        if self.thumbnails is None:
            return
        size = QSize(int(room.width() - look.px(16)), int(room.height() - look.px(6)))
        picture = self.thumbnails(values.id, "", size)
        if picture is not None:
            wide = picture.deviceIndependentSize().width()
            painter.drawPixmap(QPointF(room.center().x() - wide / 2, room.top() + look.px(3)), picture)

    def _draw_words(self, painter: QPainter, rect: QRectF, values: ExerciseCardValues) -> None:
        look, row = self._look, rect.height() / 3
        middles = [rect.top() + row * (n + 0.5) for n in range(3)]
        title, small = look.font("body-bold"), look.font("small")
        draw_text(painter, title, look.color("ink"), rect.left(), middles[0], elided(title, values.name, rect.width()))
        line = elided(small, values.line, rect.width())
        draw_text(painter, small, look.color("ink2"), rect.left(), middles[1], line)
        draw_dots(painter, look, rect.left(), middles[2], values.difficulty)
        size, right = look.px(17), rect.right()
        for icon in reversed(values.icons):
            right -= size
            if right < rect.left() + dots_width(look) + look.px(6):
                break
            square = QRectF(right, middles[2] - size / 2, size, size)
            look.draw_icon(painter, icon, square, look.color("ink2"), 1.7)
            right -= look.px(7)
