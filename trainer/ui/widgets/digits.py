"""Digits: the clock, as large as the room, in cells of one width so that nothing ever jumps."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel

CAP_HEIGHT = 176.0
_FIGURES = "0123456789"
_WEIGHT = 700
_TIGHT = 0.97  # of the font's own advance: large figures are set closer
_HOLLOW = "ink2"  # colour while hollow
_OUTLINE = 0.016  # stroke of hollow digits, of the cap height
_HEIGHT = 1.04  # of the widget, in cap heights: room for round figures to overshoot
_BASELINE = 0.02  # above the lower edge, in cap heights
_UNIT = 200.0  # font size at which outlines are taken; they are scaled from there


class _Glyph:
    """Outline of one character at `_UNIT`: its advance, and how far left its ink begins."""

    def __init__(self, character: str, font: QFont) -> None:
        self.path = QPainterPath()
        self.path.addText(QPointF(0, 0), font, character)
        self.advance = QFontMetricsF(font).horizontalAdvance(character) * _TIGHT
        self.bearing = self.path.boundingRect().left()


class _Face:
    """The outlines of one font, its figures in cells of one width whether or not the font has tabular ones."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._glyphs = {figure: _Glyph(figure, font) for figure in _FIGURES}
        self.cap = max(1.0, QFontMetricsF(font).tightBoundingRect("0").height())
        self._cell = max(glyph.advance for glyph in self._glyphs.values())
        # Every figure but the 1 begins flush with the left edge; the 1 would leave a hole behind it.
        self._flush = sorted(glyph.bearing for glyph in self._glyphs.values())[-2]

    def glyph(self, character: str) -> _Glyph:
        """The outline of any character."""
        glyph = self._glyphs.get(character)
        if glyph is None:
            glyph = self._glyphs[character] = _Glyph(character, self._font)
        return glyph

    def width(self, character: str, *, first: bool) -> float:
        """Of its cell, at `_UNIT`. The first cell begins where the ink does."""
        width = self._cell if character in _FIGURES else self.glyph(character).advance
        return max(0.0, width - self._flush) if first else width

    def origin(self, character: str, *, first: bool) -> float:
        """Where in its cell the outline's origin goes, at `_UNIT`."""
        glyph = self.glyph(character)
        centred = (self.width(character, first=False) - glyph.advance) / 2
        return centred - min(centred + glyph.bearing, self._flush) if first else centred


class Digits(DrawnLabel):
    """Figures, colons and signs sized by the height of their ink, not by the font's line height.

    The text is not announced: give it a name and a value by `set_accessible`. `hollow` while paused. A text too wide
    for the room shrinks; texts of the same form (two figures, say) have the same size and cells whatever they read.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        cap_height: float = CAP_HEIGHT,
        *,
        color: str = "ink",
        hollow: bool = False,
        scaled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`cap_height` in pixels at 100 % text, or plain pixels where not `scaled`."""
        self._digits, self._cap, self._color, self._hollow, self._scaled = text, cap_height, color, hollow, scaled
        super().__init__(look, "", parent)
        self._face = _face(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def digits(self) -> str:
        """What it shows."""
        return self._digits

    def set_digits(self, text: str) -> None:
        """Show another time."""
        if text != self._digits:
            self._digits = text
            self.update()

    def set_hollow(self, hollow: bool) -> None:
        """Hollow: the clock stands still."""
        if hollow != self._hollow:
            self._hollow = hollow
            self.update()

    def set_color(self, color: str) -> None:
        """Take another colour of the look."""
        if color != self._color:
            self._color = color
            self.update()

    def set_cap_height(self, cap_height: float) -> None:
        """Be another size."""
        if cap_height != self._cap:
            self._cap = cap_height
            self._on_look_changed()

    def restyle(self) -> None:
        self._face = _face(self.look)

    def measure(self) -> QSize:
        return QSize(self.look.px(80), math.ceil(self._pixels() * _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, math.ceil(self._pixels() * _HEIGHT))

    def cells(self) -> list[QRectF]:
        """Where each character stands, in pixels."""
        scale = self._scale()
        cap = scale * self._face.cap
        cells: list[QRectF] = []
        x = 0.0
        for index, character in enumerate(self._digits):
            width = self._face.width(character, first=index == 0) * scale
            cells.append(QRectF(x, self.height() - cap * (1 + _BASELINE), width, cap))
            x += width
        return cells

    def draw(self, painter: QPainter) -> None:
        scale, color = self._scale(), self.look.color(_HOLLOW if self._hollow else self._color)
        stroke = max(2.0, scale * self._face.cap * _OUTLINE) if self._hollow else 0.0
        if self._hollow:
            solid, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(color, stroke / scale, solid, cap, join))
            painter.setBrush(self.look.color(_HOLLOW, 0.10))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        for index, (cell, character) in enumerate(zip(self.cells(), self._digits, strict=True)):
            painter.save()
            origin = self._face.origin(character, first=index == 0) * scale
            painter.translate(cell.left() + origin + stroke / 2, cell.bottom())
            painter.scale(scale, scale)
            painter.drawPath(self._face.glyph(character).path)
            painter.restore()

    def _pixels(self) -> float:
        return self.look.px(self._cap) if self._scaled else self._cap

    def _scale(self) -> float:
        """From `_UNIT` to the size shown."""
        wanted = max(1.0, self._pixels()) / self._face.cap
        natural = sum(self._face.width(text, first=index == 0) for index, text in enumerate(self._digits))
        return min(wanted, max(1, self.width()) / natural) if natural > 0 else wanted


def _face(look: Look) -> _Face:
    return _Face(look.font(_UNIT, weight=_WEIGHT, tabular=True, percent=0.0, scaled=False))
