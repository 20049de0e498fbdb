"""FigureButton: a figure that can be opened, to see what it is made of. Looks like the figure it is, underlined."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_focus_ring
from trainer.ui.widgets.plain_tip import plain_tip

_UNDER, _LEAST_HEIGHT = 3, 24  # px at 100 %: from the base line to the dots; what a finger or a pointer needs


class FigureButton(DrawnButton):
    """The dots below it are in the colour of what can be pressed."""

    def __init__(
        self, look: Look, style: str | float, *, weight: int | None = None, parent: QWidget | None = None
    ) -> None:
        """`style` as of `Look.font`: a name, or pixels at 100 %."""
        self._style, self._weight = style, weight
        super().__init__(look, "", parent)

    def set_figure(self, text: str, accessible_name: str = "") -> None:
        """Show another figure; `accessible_name` where assistive technology needs more words than it."""
        self.setText(text)
        self.setAccessibleName(accessible_name or text)
        tip = tr("How it was counted")
        self.setAccessibleDescription(tip)
        self.setToolTip(plain_tip(tip))
        self.updateGeometry()

    def measure(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        height = max(math.ceil(metrics.height()), self.look.px(_LEAST_HEIGHT))
        return QSize(math.ceil(metrics.horizontalAdvance(self.text())) + 2, height)

    def draw(self, painter: QPainter) -> None:
        look, font = self.look, self._font()
        metrics = QFontMetricsF(font)
        base = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(self.hover_fill(look.color("ink"), look.color("accent")))
        painter.drawText(QPointF(0, base), self.text())
        pen = QPen(look.color("accent"), max(1.5, font.pixelSize() / 20), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.0, 2.0])
        painter.setPen(pen)
        y = min(base + look.px(_UNDER) + font.pixelSize() / 12, self.height() - 1.0)
        painter.drawLine(QPointF(0, y), QPointF(metrics.horizontalAdvance(self.text()), y))
        if self.shows_focus:
            draw_focus_ring(painter, look, self.bounds(), look.px(6))

    def _font(self) -> QFont:
        return self.look.font(self._style, weight=self._weight, tabular=True)
