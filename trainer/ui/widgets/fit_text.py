"""FitText: display words that shrink until they fit, and break evenly."""

import math

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.line_breaks import balance_lines, break_lines, limit_lines

_ONE_LINE_SHARE = 0.86  # a line this much smaller still beats two lines


class FitText(DrawnLabel):
    """Takes whatever width it is given; its height follows."""

    def __init__(  # noqa: PLR0913 (options by keyword)
        self,
        look: Look,
        text: str = "",
        largest: float = 44,
        smallest: float = 26,
        lines: int = 2,
        *,
        weight: int = 700,
        color: str = "ink",
        leading: float = 1.12,
        scaled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Sizes are in pixels at 100 % text, or plain pixels where not `scaled`; `leading` in font sizes."""
        self._largest, self._smallest, self._lines = largest, smallest, lines
        self._weight, self._color, self._leading, self._scaled = weight, color, leading, scaled
        self._one_line_from = 0.0
        self._laid: tuple[str, ...] = ()
        self._size = largest
        super().__init__(look, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            self._on_look_changed()

    def set_color(self, color: str) -> None:
        """Take another colour of the look."""
        if color != self._color:
            self._color = color
            self.update()

    def set_sizes(self, largest: float, smallest: float, lines: int | None = None, one_line_from: float = 0.0) -> None:
        """Take other bounds of the size; two lines are better than one that is smaller than `one_line_from`."""
        sizes = (largest, smallest, lines or self._lines, one_line_from)
        if sizes != (self._largest, self._smallest, self._lines, self._one_line_from):
            self._largest, self._smallest, self._lines, self._one_line_from = sizes
            self._on_look_changed()

    def height_for(self, width: int) -> int:
        """Its height in pixels when it is that wide."""
        return self._height(*self._fitted(width))

    @property
    def laid_size(self) -> float:
        """The font's size in pixels, as its words are set now."""
        return self._size

    @property
    def laid_lines(self) -> tuple[str, ...]:
        """The lines of its words, as they are set now."""
        return self._laid

    def restyle(self) -> None:
        self._lay_out()

    def measure(self) -> QSize:
        return QSize(self.look.px(120), self._height(self._size, self._laid))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height(self._size, self._laid))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            before = self._height(self._size, self._laid)
            self._lay_out()
            if self._height(self._size, self._laid) != before:
                self.updateGeometry()

    def draw(self, painter: QPainter) -> None:
        font = self._font(self._size)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.look.color(self._color))
        y = metrics.ascent() - metrics.height() * 0.03
        for line in self._laid:
            painter.drawText(QPointF(0, y), line)
            y += font.pixelSize() * self._leading

    def _font(self, size: float) -> QFont:
        return self.look.font(size, weight=self._weight, scaled=self._scaled)

    def _height(self, size: float, lines: tuple[str, ...]) -> int:
        font = self._font(size)
        return math.ceil(QFontMetricsF(font).height() * 0.94 + (len(lines) - 1) * font.pixelSize() * self._leading)

    def _lay_out(self) -> None:
        self._size, self._laid = self._fitted(self.width())

    def _fitted(self, width: int) -> tuple[float, tuple[str, ...]]:
        text = self.text()
        size = self._largest
        least = max(self._smallest, self._largest * _ONE_LINE_SHARE, self._one_line_from)
        while self._lines > 1 and size >= least:
            broken = break_lines(text, self._font(size), width)
            if broken.fits and len(broken.lines) == 1:
                return size, broken.lines
            size -= 1
        size = self._largest
        while True:
            font = self._font(size)
            broken = break_lines(text, font, width)
            if (broken.fits and len(broken.lines) <= self._lines) or size <= self._smallest:
                break
            size = max(self._smallest, size - 1)
        return size, limit_lines(balance_lines(text, font, width).lines, font, width, self._lines)
