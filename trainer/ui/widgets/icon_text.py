"""IconText: words with a small icon before them."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.painting import draw_text, elided, text_width


class IconText(DrawnLabel):
    """One line, cut short where there is no room."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        *,
        style: str = "body",
        color: str = "ink2",
        icon_color: str = "",
        stroke: float = 1.75,
        parent: QWidget | None = None,
    ) -> None:
        """`icon_color`: the words' own where empty."""
        self._icon, self._style, self._stroke = icon, style, stroke
        self._color, self._icon_color = color, icon_color or color
        super().__init__(look, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Say something else."""
        if text != self.text():
            self.setText(text)
            self._on_look_changed()

    def measure(self) -> QSize:
        look = self.look
        words = math.ceil(text_width(look.font(self._style), self.text()))
        return QSize(look.px(24) + words + 1, look.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(60), self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look, middle = self.look, self.height() / 2
        size = look.px(18)
        box = QRectF(0, middle - size / 2, size, size)
        look.draw_icon(painter, self._icon, box, look.color(self._icon_color), self._stroke)
        font = look.font(self._style)
        words = elided(font, self.text(), self.width() - look.px(24))
        draw_text(painter, font, look.color(self._color), look.px(24), middle, words)
