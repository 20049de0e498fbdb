"""RoutineCard: a routine to open: its profile over time, its name, and whether it can be done with one's kit."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.library.library_model import RoutineCardValues
from trainer.ui.library.profile import draw_profile
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.icon_mark import Dots, IconMark
from trainer.ui.widgets.painting import draw_box, draw_focus_ring
from trainer.ui.widgets.tag import Tag
from trainer.ui.widgets.text import Text

#: A picture of an exercise in a form, so many logical pixels large; None while there is none.
Thumbnails = Callable[[str, str, QSize], QPixmap | None]

_RADIUS = 16
_ROOM, _WORDS = 150, 112  # px at 100 %: heights of the profile's room and of the words below


class RoutineCard(DrawnButton):
    """One button; its words are for the eye, its accessible name says them all."""

    arrow_pressed = Signal(int)  # a Qt.Key: to another card

    def __init__(self, look: Look, values: RoutineCardValues, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._values = values
        self._thumbnails: Thumbnails | None = None
        self.setAccessibleName(values.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addSpacing(look.px(_ROOM))
        words = QVBoxLayout()
        words.setContentsMargins(look.sp(16), look.sp(16), look.sp(16), look.sp(14))
        words.setSpacing(look.sp(5))
        minutes = tr("{minutes} min").format(minutes=values.minutes)
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(Text(look, values.name, 16, weight=700, lines=1), 1)
        first.addWidget(Text(look, minutes, "body-bold", "ink2", lines=1, tabular=True))
        second.addWidget(Text(look, values.line, "small", "ink2", lines=1), 1)
        if values.difficulty:
            second.addWidget(Dots(look, values.difficulty))
        third.addWidget(Tag(look, values.tag, values.tag_kind))
        third.addStretch(1)
        for icon in values.icons:
            third.addWidget(IconMark(look, icon, 18, stroke=1.7))
        for row in (first, second, third):
            row.setSpacing(look.sp(8))
            words.addLayout(row)
        words.addStretch(1)
        column.addLayout(words, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def routine(self) -> str:
        """The routine's id."""
        return self._values.id

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the picture of the routine's emblem comes from; called again once there are more."""
        self._thumbnails = thumbnails
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.arrow_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def measure(self) -> QSize:
        return QSize(self.look.px(300), self.look.px(_ROOM + _WORDS))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_ROOM + _WORDS))

    def draw(self, painter: QPainter) -> None:
        look, rect = self.look, self.bounds()
        edge = look.color("edge") if look.is_high_contrast or self.hovered else look.color("line")
        draw_box(painter, rect, _RADIUS, look.color("sunken" if self.isDown() else "surface"), edge)
        inside = rect.adjusted(1, 1, -1, -1)
        draw_profile(painter, look, inside, look.px(_ROOM), _RADIUS - 1, self._values, self._picture(inside))
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, _RADIUS)

    def _picture(self, card: QRectF) -> QPixmap | None:
        if self._thumbnails is None or not self._values.emblem:
            return None
        room = QSize(int(card.width() - 2 * self.look.px(16)), int(self.look.px(_ROOM - 26)))
        return self._thumbnails(self._values.emblem, self._values.emblem_variant, room)
