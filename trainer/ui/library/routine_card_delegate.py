"""RoutineCardDelegate: how a routine's card is drawn: its figure and profile, its name, and whether one's kit does."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.language import tr
from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.cards_model import CARD_ROLE
from trainer.ui.library.library_model import RoutineCardValues
from trainer.ui.library.profile import ProfilePainter
from trainer.ui.theme.look import Look
from trainer.ui.widgets.icon_mark import dots_width, draw_dots
from trainer.ui.widgets.painting import draw_box, draw_text, elided, text_width
from trainer.ui.widgets.tag import draw_tag

#: A picture of an exercise in a form, so many logical pixels large; None while there is none.
Thumbnails = Callable[[str, str, QSize], QPixmap | None]

PICTURE_HEIGHT, WORDS_HEIGHT = 150, 108  # px at 100 %
_RADIUS = 16
_INSET = 16
_NAME_SIZES = (16, 15, 14, 13)  # px at 100 %: a long name is set smaller before it is cut
_HEART = 40  # of the corner that makes a favourite

AnyIndex = QModelIndex | QPersistentModelIndex


class RoutineCardDelegate(QStyledItemDelegate):
    """Draws RoutineCardValues."""

    def __init__(self, look: Look, grid: CardGrid) -> None:
        super().__init__(grid)
        self._look, self._grid = look, grid
        self._profiles = ProfilePainter(look)
        self.thumbnails: Thumbnails | None = None

    def heart_room(self, card: QRectF) -> QRectF:
        """The corner of a card that a click makes a favourite."""
        side = self._look.px(_HEART)
        return QRectF(card.right() - side - 4, card.top() + 4, side, side)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        values: RoutineCardValues = index.data(CARD_ROLE)
        card = self._grid.card_rect(QRectF(option.rect), index.row())
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._draw(painter, card, values, option.state)
        finally:
            painter.restore()

    def _draw(self, painter: QPainter, card: QRectF, values: RoutineCardValues, state: QStyle.StateFlag) -> None:
        look = self._look
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = look.color("edge") if look.is_high_contrast or hovered else look.color("line")
        draw_box(painter, card, _RADIUS, look.color("surface"), edge)
        inside = card.adjusted(1, 1, -1, -1)
        height = look.px(PICTURE_HEIGHT)
        self._profiles.draw(painter, inside, height, _RADIUS - 1, values, self._picture(inside, values))
        self._draw_heart(painter, card, values.favourite, hovered)
        words = card.adjusted(look.px(_INSET), height + look.px(12), -look.px(_INSET), -look.px(12))
        self._draw_words(painter, words, values)
        if self._grid.keyboard and state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, card, _RADIUS, None, look.color("accent"), 3.0)

    def _draw_heart(self, painter: QPainter, card: QRectF, favourite: bool, hovered: bool) -> None:
        look, room = self._look, self.heart_room(card)
        inset = room.width() * 0.25
        if favourite or hovered:
            draw_box(painter, room.adjusted(4, 4, -4, -4), room.width() / 2, look.color("surface", 0.9))
        name, color = ("heart-full", "accent") if favourite else ("heart", "ink2")
        look.draw_icon(painter, name, room.adjusted(inset, inset, -inset, -inset), look.color(color), 1.9)

    def _draw_words(self, painter: QPainter, rect: QRectF, values: RoutineCardValues) -> None:
        look, row = self._look, rect.height() / 3
        middles = [rect.top() + row * (n + 0.5) for n in range(3)]
        minutes = tr("{minutes} min").format(minutes=values.minutes)
        bold, small = look.font("body-bold", tabular=True), look.font("small")
        right = rect.right() - text_width(bold, minutes)
        draw_text(painter, bold, look.color("ink2"), right, middles[0], minutes)
        room = right - rect.left() - look.px(10)
        fonts = (look.font(size, weight=700) for size in _NAME_SIZES)
        title = next((font for font in fonts if text_width(font, values.name) <= room), look.font(13, weight=700))
        draw_text(painter, title, look.color("ink"), rect.left(), middles[0], elided(title, values.name, room))
        right = rect.right()
        if values.difficulty:
            right -= dots_width(look)
            draw_dots(painter, look, right, middles[1], values.difficulty)
            right -= look.px(8)
        line = elided(small, values.line, right - rect.left())
        draw_text(painter, small, look.color("ink2"), rect.left(), middles[1], line)
        left = rect.left() + draw_tag(painter, look, rect.left(), middles[2], values.tag, values.tag_kind, rect.width())
        size, right = look.px(18), rect.right()
        for icon in reversed(values.icons):
            right -= size
            if right < left + look.px(8):
                break
            square = QRectF(right, middles[2] - size / 2, size, size)
            look.draw_icon(painter, icon, square, look.color("ink2"), 1.7)
            right -= look.px(8)

    def _picture(self, card: QRectF, values: RoutineCardValues) -> QPixmap | None:
        if self.thumbnails is None or not values.emblem:
            return None
        room = QSize(int(card.width() - 2 * self._look.px(_INSET)), int(self._look.px(PICTURE_HEIGHT - 26)))
        return self.thumbnails(values.emblem, values.emblem_variant, room)
