"""Text: a label that breaks its lines evenly and is exactly as high as they need."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.line_breaks import balance_lines, break_lines, limit_lines
from trainer.ui.widgets.painting import elided


class Text(DrawnLabel):
    """Words in a style of the look. Its height follows its width; markup is never interpreted."""

    def __init__(  # noqa: PLR0913 (options by keyword)
        self,
        look: Look,
        text: str = "",
        style: str | float = "body",
        color: str = "ink",
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        lines: int | None = None,
        balance: bool = True,
        weight: int | None = None,
        tabular: bool = False,
        leading: float | None = None,
        scaled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`lines`: at most that many, then an ellipsis. `leading`: line height over the font's pixel size.

        `style`: a name in typography.STYLES, or a size in pixels. `scaled`: by the text scale.
        """
        self._style, self._color, self._align, self._lines = style, color, align, lines
        self._balance, self._weight, self._tabular = balance, weight, tabular
        self._leading, self._scaled = leading, scaled
        self._laid: tuple[str, ...] = ()
        super().__init__(look, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            self._lay_out()
            self.updateGeometry()

    def set_color(self, color: str) -> None:
        """Take another colour of the look."""
        if color != self._color:
            self._color = color
            self.update()

    def set_style(self, style: str | float, weight: int | None = None) -> None:
        """Take another style of typography.STYLES, or a size in pixels."""
        self._style, self._weight = style, weight
        self._on_look_changed()

    def height_for(self, width: int) -> int:
        """Its height in pixels when it is that wide."""
        return self._height(self._broken(width))

    def restyle(self) -> None:
        self._lay_out()

    def measure(self) -> QSize:
        """As wide as the text on one line, as high as it is at its present width."""
        font = self._font()
        widest = max(QFontMetricsF(font).horizontalAdvance(line) for line in self._shown().split("\n"))
        return QSize(math.ceil(widest) + 1, self._height(self._laid))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word, or nothing where it may be cut short."""
        words = [] if self._lines == 1 else self._shown().split()
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0.0)
        return QSize(math.ceil(widest), self._height(self._laid))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            before = len(self._laid)
            self._lay_out()
            if len(self._laid) != before:
                self.updateGeometry()

    def draw(self, painter: QPainter) -> None:
        font = self._font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.look.color(self._color))
        step = self._step(font)
        y = (step - metrics.height()) / 2 + metrics.ascent() if self._leading else metrics.ascent()
        for line in self._laid:
            room = self.width() - metrics.horizontalAdvance(line)
            x = 0.0
            if self._align & Qt.AlignmentFlag.AlignHCenter:
                x = room / 2
            elif self._align & Qt.AlignmentFlag.AlignRight:
                x = room
            painter.drawText(QPointF(x, y), line)
            y += step

    def _font(self) -> QFont:
        return self.look.font(self._style, weight=self._weight, tabular=self._tabular, scaled=self._scaled)

    def _step(self, font: QFont) -> float:
        return font.pixelSize() * self._leading if self._leading else QFontMetricsF(font).height()

    def _height(self, lines: tuple[str, ...]) -> int:
        return math.ceil(self._step(self._font()) * max(1, len(lines)))

    def _lay_out(self) -> None:
        self._laid = self._broken(self.width())

    def _broken(self, width: int) -> tuple[str, ...]:
        text, font = self._shown(), self._font()
        if self._lines == 1:
            return (elided(font, text, width),)
        broken = (balance_lines if self._balance else break_lines)(text, font, width)
        return limit_lines(broken.lines, font, width, self._lines)

    def _shown(self) -> str:
        """The text as drawn: the small capitals' style is drawn in capitals, and read as it was written."""
        return self.text().upper() if self._style == "cap" else self.text()
