"""IconMark and IconTile: an icon alone, and one on a small ground. Dots: a rating out of five."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn, DrawnLabel
from trainer.ui.widgets.painting import draw_box


class IconMark(Drawn):
    """An icon beside words that say the same; alone it needs an accessible name. Size in pixels at 100 %."""

    def __init__(
        self,
        look: Look,
        icon: str,
        size: float = 18,
        color: str = "ink2",
        stroke: float = 1.75,
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._size, self._color, self._stroke = icon, size, color, stroke
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, color: str | None = None) -> None:
        """Show another icon."""
        self._icon, self._color = icon, color or self._color
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(self._size), self.look.px(self._size))

    def draw(self, painter: QPainter) -> None:
        self.look.draw_icon(painter, self._icon, self.bounds(), self.look.color(self._color), self._stroke)


class IconTile(IconMark):
    """The icon on a rounded square."""

    def __init__(
        self,
        look: Look,
        icon: str,
        size: float = 40,
        color: str = "ink",
        ground: str = "tile",
        parent: QWidget | None = None,
    ) -> None:
        self._ground = ground
        super().__init__(look, icon, size, color, 1.7, parent)

    def draw(self, painter: QPainter) -> None:
        look, rect = self.look, self.bounds()
        edge = look.color("edge") if look.is_high_contrast else None
        draw_box(painter, rect, look.px(10), look.color(self._ground), edge)
        inset = rect.width() * 0.22
        square = rect.adjusted(inset, inset, -inset, -inset)
        look.draw_icon(painter, self._icon, square, look.color(self._color), self._stroke)


class Dots(DrawnLabel):
    """Filled dots out of `most`; the rating belongs in words beside it, or in its accessible name."""

    def __init__(self, look: Look, filled: int = 0, most: int = 5, parent: QWidget | None = None) -> None:
        self._filled, self._most = filled, most
        super().__init__(look, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_filled(self, filled: int) -> None:
        """Show another rating."""
        self._filled = filled
        self.update()

    def measure(self) -> QSize:
        return QSize(dots_width(self.look, self._most), self.look.px(18))

    def draw(self, painter: QPainter) -> None:
        draw_dots(painter, self.look, 0, self.height() / 2, self._filled, self._most)


def dots_width(look: Look, most: int = 5) -> int:
    """The width of `most` dots."""
    return look.px(11) * most + 2


def draw_dots(painter: QPainter, look: Look, left: float, middle: float, filled: int, most: int = 5) -> None:
    """The same in a row that is painted."""
    size = look.px(7)
    painter.setPen(QPen(look.color("ink2"), 1.3))
    for index in range(most):
        painter.setBrush(look.color("ink2") if index < filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left + 1 + index * look.px(11), middle - size / 2, size, size))
