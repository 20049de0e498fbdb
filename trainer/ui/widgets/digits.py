"""Digits: the clock, as large as the room, in cells of one width so that nothing ever jumps."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel

CAP_HEIGHT = 176.0
_GAP = 0.075  # between cells, of the cap height: what the eye takes for even at this size
_NARROW_GAP = 0.03  # beside a colon or a stop
_OUTLINE = 0.016  # of hollow digits, of the cap height
_WEIGHT = 700
_UNIT = 200.0  # font size at which shapes are taken; they are scaled from there


class _Glyph:
    """Outline of one character at `_UNIT`, its left edge and its ink width."""

    def __init__(self, character: str, font: QFont) -> None:
        self.path = QPainterPath()
        self.path.addText(QPointF(0, 0), font, character)
        bounds = self.path.boundingRect()
        self.left, self.width = bounds.left(), bounds.width()


class Digits(DrawnLabel):
    """Figures, colons and signs sized by the height of their ink, not by the font's line height.

    The text is not announced: give it a name and a value by `set_accessible`. `hollow` while paused. Where the text
    is too wide it shrinks; it never grows again for the same number of characters, whatever they are.
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
        self._glyphs: dict[str, _Glyph] = {}
        self._cell = self._unit_cap = 1.0
        super().__init__(look, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

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

    def set_cap_height(self, cap_height: float) -> None:
        """Be another size."""
        if cap_height != self._cap:
            self._cap = cap_height
            self._on_look_changed()

    def restyle(self) -> None:
        font = self.look.font(_UNIT, weight=_WEIGHT, tabular=True, percent=0.0, scaled=False)
        self._glyphs = {digit: _Glyph(digit, font) for digit in "0123456789"}
        self._cell = max(glyph.width for glyph in self._glyphs.values())
        self._unit_cap = max(1.0, QFontMetricsF(font).tightBoundingRect("0").height())
        self._unit_font = font

    def measure(self) -> QSize:
        return QSize(self.look.px(80), math.ceil(self._pixels() * 1.04))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, math.ceil(self._pixels() * 1.04))

    def cells(self) -> list[QRectF]:
        """Where each character stands, in pixels: the same for every text of the same form."""
        scale, cap = self._scale(), self._scale() * self._unit_cap
        top = self.height() - cap * 1.02
        cells: list[QRectF] = []
        x = 0.0
        for before, character in zip(" " + self._digits, self._digits, strict=False):
            if cells:
                narrow = not (before.isdigit() and character.isdigit())
                x += cap * (_NARROW_GAP if narrow else _GAP)
            width = self._width_of(character) * scale
            cells.append(QRectF(x, top, width, cap))
            x += width
        return cells

    def draw(self, painter: QPainter) -> None:
        scale, color = self._scale(), self.look.color(self._color)
        stroke = max(2.0, scale * self._unit_cap * _OUTLINE)
        if self._hollow:
            painter.setPen(
                QPen(color, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.setBrush(self.look.color(self._color, 0.10))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        inset = stroke / 2 if self._hollow else 0.0
        for cell, character in zip(self.cells(), self._digits, strict=True):
            glyph = self._glyph(character)
            painter.save()
            slack = (self._width_of(character) - glyph.width) / 2
            if cell.left() == 0.0:
                slack = 0.0  # the first figure stands on the common left edge
            painter.translate(cell.left() + inset + (slack - glyph.left) * scale, cell.bottom())
            painter.scale(scale, scale)
            if self._hollow:
                pen = painter.pen()
                pen.setWidthF(stroke / scale)
                painter.setPen(pen)
            painter.drawPath(glyph.path)
            painter.restore()

    def _glyph(self, character: str) -> _Glyph:
        glyph = self._glyphs.get(character)
        if glyph is None:
            glyph = self._glyphs[character] = _Glyph(character, self._unit_font)
        return glyph

    def _width_of(self, character: str) -> float:
        return self._cell if character.isdigit() else max(self._glyph(character).width, self._cell * 0.2)

    def _pixels(self) -> float:
        return self.look.px(self._cap) if self._scaled else self._cap

    def _scale(self) -> float:
        wanted = self._pixels() / self._unit_cap
        gaps = 0.0
        for before, character in zip(self._digits, self._digits[1:], strict=False):
            gaps += _GAP if before.isdigit() and character.isdigit() else _NARROW_GAP
        natural = sum(self._width_of(character) for character in self._digits) + gaps * self._unit_cap
        room = self.width() - 2
        return min(wanted, room / natural) if natural > 0 and room > 0 else wanted
