"""MuscleLine: what a move works, after a dot in the colour of a working muscle on the figure."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.painting import draw_box, draw_text, elided, text_width


class MuscleLine(DrawnLabel):
    """One line, cut short where there is no room. Size in pixels at 100 % text."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, size: float = 14) -> None:
        self._size = size
        super().__init__(look, "", parent)

    def set_text(self, text: str) -> None:
        """Name other muscles."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def measure(self) -> QSize:
        look = self.look
        words = math.ceil(text_width(look.font(self._size), self.text()))
        return QSize(look.px(18) + words + 1, look.px(self._size + 10))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look, middle = self.look, self.height() / 2
        dot = look.px(10)
        draw_box(painter, QRectF(0, middle - dot / 2, dot, dot), dot / 2, look.color("coral"))
        font = look.font(self._size)
        left = look.px(18)
        draw_text(painter, font, look.color("ink2"), left, middle, elided(font, self.text(), self.width() - left))
