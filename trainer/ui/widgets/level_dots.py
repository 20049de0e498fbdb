"""LevelDots: a level out of five as dots."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel

MOST = 5
STEP, SIZE = 11.0, 7.0  # px at 100 %: from dot to dot, and across one


class LevelDots(DrawnLabel):
    """Filled dots for the level, rings for the rest."""

    def __init__(self, look: Look, level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._level = level
        self.set_level(level)

    def set_level(self, level: int) -> None:
        """Show another level, 0 to 5."""
        self._level = level
        self.setText(tr("Level {level} of 5").format(level=level))
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(STEP * MOST), self.look.px(18))

    def draw(self, painter: QPainter) -> None:
        draw_level_dots(painter, self.look, 1.0, self.height() / 2, self._level, self.look.color("ink2"))


def draw_level_dots(painter: QPainter, look: Look, left: float, middle: float, level: int, color: QColor) -> None:
    """The dots with the first one's left edge at `left`, centred on `middle`."""
    size = look.px(SIZE)
    painter.setPen(QPen(color, max(1.3, look.px(1.3))))
    for place in range(MOST):
        painter.setBrush(color if place < level else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left + place * look.px(STEP), middle - size / 2, size, size))
