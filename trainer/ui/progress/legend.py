"""Legend: which colour is what."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.charts.patterns import draw_pattern
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_text, text_width

_SWATCH, _AFTER_SWATCH, _BETWEEN, _LINE = 10, 6, 18, 20  # pixels at 100 % text


class Entry(Struct, frozen=True):
    """One colour: its name in the look, what it stands for, and the same where there is little room."""

    token: str
    text: str
    short: str


class Legend(Drawn):
    """The entries on one line at its right, in short where they don't fit otherwise; on several where they must."""

    def __init__(self, look: Look, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        self._entries = entries
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(entry.text for entry in entries))

    def measure(self) -> QSize:
        return QSize(self._width(self._texts(short=False)), self.look.px(_LINE) * len(self._lines(self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(self._texts(short=True)), self.look.px(_LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.measure().height())

    def restyle(self) -> None:
        self.setFixedHeight(self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look, lines = self.look, self._lines(self.width())
        side = look.px(_SWATCH)
        for row, line in enumerate(lines):
            middle = look.px(_LINE) * (row + 0.5)
            width = self._width([text for _, text in line])
            x = float(self.width() - width) if len(lines) == 1 else 0.0
            for entry, text in line:
                square = QRectF(x, middle - side / 2, side, side)
                draw_box(painter, square, look.px(2.5), look.color(entry.token))
                swatch = QPainterPath()
                swatch.addRect(square)
                draw_pattern(painter, look, entry.token, swatch)
                x += side + look.px(_AFTER_SWATCH)
                x += draw_text(painter, self._font(), look.color("ink2"), x, middle, text) + look.px(_BETWEEN)

    def _lines(self, width: int) -> list[list[tuple[Entry, str]]]:
        """The entries line by line: all on one where they fit, in full or in short."""
        long, short = self._texts(short=False), self._texts(short=True)
        texts = long if self._width(long) <= width else short
        lines: list[list[tuple[Entry, str]]] = [[]]
        for entry, text in zip(self._entries, texts, strict=True):
            if lines[-1] and self._width([*(one for _, one in lines[-1]), text]) > width:
                lines.append([])
            lines[-1].append((entry, text))
        return lines

    def _texts(self, *, short: bool) -> list[str]:
        return [entry.short if short else entry.text for entry in self._entries]

    def _width(self, texts: Sequence[str]) -> int:
        marks = len(texts) * self.look.px(_SWATCH + _AFTER_SWATCH) + (len(texts) - 1) * self.look.px(_BETWEEN)
        return round(sum(text_width(self._font(), text) for text in texts)) + marks + 1

    def _font(self) -> QFont:
        return self.look.font(12.5, weight=500)
