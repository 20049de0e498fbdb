"""Chip: a small pill to press: a filter to set, drop down or take away."""

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, text_width


class Chip(DrawnButton):
    """Make it checkable for a filter that is on or off. `trailing` is an icon after the word: close, chevron-down."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str | None = None,
        *,
        trailing: str | None = None,
        height: float = 34,
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._trailing, self._height = icon, trailing, height
        super().__init__(look, text, parent)

    @property
    def lit(self) -> bool:
        """Whether it is drawn as on."""
        return self.isChecked()

    def set_trailing(self, trailing: str | None) -> None:
        """Show another icon after the word, or none."""
        self._trailing = trailing

    def measure(self) -> QSize:
        look = self.look
        width = text_width(self._font(), self.text()) + look.px(26)
        width += look.px(22) if self._icon else 0
        width += look.px(20) if self._trailing else 0
        return QSize(math.ceil(width), look.px(self._height))

    def draw(self, painter: QPainter) -> None:
        look, rect, on = self.look, self.bounds(), self.lit
        middle, x = rect.center().y(), float(look.px(13))
        color = look.color("accent" if on else "ink2")
        fill = look.color("accent_soft") if on else self.hover_fill(look.color("surface"), look.color("sunken"))
        edge = look.color("accent") if on else look.faint("edge", 0.6)
        draw_box(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, fill, edge, 1.5 if on else 1)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, rect.height() / 2)
        if self._icon:
            look.draw_icon(
                painter, self._icon, QRectF(x - look.px(2), middle - look.px(9), look.px(18), look.px(18)), color
            )
            x += look.px(22)
        x += draw_text(painter, self._font(), color, x, middle, self.text())
        if self._trailing:
            square = QRectF(x + look.px(6), middle - look.px(7), look.px(14), look.px(14))
            look.draw_icon(painter, self._trailing, square, color, 2.3)

    def _font(self) -> QFont:
        return self.look.font("small-bold")
