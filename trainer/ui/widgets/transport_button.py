"""TransportButton: what drives a session, large enough for a sweaty hand, with its key under it."""

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_key, draw_text, key_width, text_width
from trainer.ui.widgets.plain_tip import plain_tip

TransportKind = Literal["round", "primary", "bare"]

_DISC = {"round": 46, "primary": 60, "bare": 46}
_KEY = 16.0  # height of the key caps here
_TENS = ("add-10", "remove-10")


class TransportButton(DrawnButton):
    """`primary` is the one for pause, `round` the others of the row.

    `bare` ones carry their word under the icon, because a stair or a screen is not self-evident.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        key_hint: str = "",
        kind: TransportKind = "round",
        parent: QWidget | None = None,
    ) -> None:
        self._icon, self._key_hint, self._kind, self._hints_shown = icon, key_hint, kind, True
        super().__init__(look, text, parent)
        self._tell()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_text(self, text: str, key_hint: str | None = None) -> None:
        """Do something else: another name, and another key if given."""
        self.setText(text)
        if key_hint is not None:
            self._key_hint = key_hint
        self._tell()
        self.updateGeometry()

    def set_hints_shown(self, shown: bool) -> None:
        """Leave out words and keys where there is no room for them."""
        if shown != self._hints_shown:
            self._hints_shown = shown
            self._on_look_changed()

    def measure(self) -> QSize:
        look = self.look
        width = look.px(84 if self._kind == "primary" else 60)
        if self._kind == "bare" and self._hints_shown:
            width = math.ceil(self._words_width()) + look.px(14)
        return QSize(width, look.px(88 if self._hints_shown else 68))

    def draw(self, painter: QPainter) -> None:
        look = self.look
        center = QPointF(self.width() / 2, look.px(34))
        radius = look.px(_DISC[self._kind]) / 2
        disc = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        self._draw_disc(painter, disc)
        if self.shows_focus:
            draw_focus_ring(painter, look, disc.adjusted(-4, -4, 4, 4), radius + 4)
        self._draw_icon(painter, center, look.color("canvas" if self._kind == "primary" else "ink"))
        if self._hints_shown:
            self._draw_hints(painter, look.px(77))

    def _draw_disc(self, painter: QPainter, disc: QRectF) -> None:
        look, radius = self.look, disc.width() / 2
        if self._kind == "primary":
            draw_box(painter, disc, radius, self.hover_fill(look.color("ink"), look.color("ink2")))
        elif self._kind == "round":
            plain, hovered = look.faint("surface", 0.7), look.color("sunken" if self.isDown() else "surface")
            edge = self.hover_fill(look.faint("edge", 0.45), look.faint("edge", 0.9))
            draw_box(painter, disc, radius, self.hover_fill(plain, hovered), edge)
        else:
            fill = self.hover_fill(look.color("ink", 0.0), look.color("ink", 0.12 if self.isDown() else 0.07))
            draw_box(painter, disc, radius, fill)

    def _draw_icon(self, painter: QPainter, center: QPointF, color: QColor) -> None:
        look = self.look
        tens = self._icon in _TENS
        half = look.px(15 if tens else 14 if self._kind == "primary" else 11)
        square = QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)
        look.draw_icon(painter, self._icon, square, color, 1.5 if tens else 1.9)
        if tens:
            font = look.font(9.5, weight=700, tabular=True)
            left = center.x() - text_width(font, "10") / 2
            draw_text(painter, font, color, left, center.y() + look.px(0.5), "10")

    def _draw_hints(self, painter: QPainter, middle: float) -> None:
        look, color = self.look, self.look.color("ink2")
        if self._kind == "bare":
            x = self.width() / 2 - self._words_width() / 2
            x += draw_text(painter, look.font(12.0, weight=600), color, x, middle, self.text())
            if self._key_hint:
                draw_key(painter, look, x + look.px(6), middle, self._key_hint, color, _KEY)
        elif self._key_hint:
            width = key_width(look, self._key_hint, _KEY)
            draw_key(painter, look, self.width() / 2 - width / 2, middle, self._key_hint, color, _KEY)

    def _words_width(self) -> float:
        width = text_width(self.look.font(12.0, weight=600), self.text())
        return width + (key_width(self.look, self._key_hint, _KEY) + self.look.px(6) if self._key_hint else 0)

    def _tell(self) -> None:
        self.setAccessibleName(self.text())
        self.setToolTip(plain_tip(f"{self.text()} ({self._key_hint})" if self._key_hint else self.text()))
