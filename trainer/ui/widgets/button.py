"""Button: a word to press, with an icon before it and the key that does the same after it."""

import math
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_key, draw_text, key_width, text_width

ButtonKind = Literal["primary", "ink", "second", "soft", "ghost", "link", "danger"]


class _Paint(Struct, frozen=True):
    """Names of colours; none: not drawn."""

    text: str
    fill: str = ""
    hover: str = ""
    edged: bool = False


_PAINTS: dict[str, _Paint] = {
    "primary": _Paint("on_accent", "accent", "accent_hover"),
    "ink": _Paint("canvas", "ink", "ink2"),
    "second": _Paint("ink", "surface", "sunken", edged=True),
    "soft": _Paint("accent", "accent_soft", "accent_soft"),
    "ghost": _Paint("ink2", "", "sunken"),
    "link": _Paint("accent"),
    "danger": _Paint("danger", "surface", "danger_soft", edged=True),
}


class Button(DrawnButton):
    """`height` picks the size of everything: 34 to 40 plain, 44 and 48 large, 52 and 56 the one loud button."""

    def __init__(  # noqa: PLR0913 (options by keyword)
        self,
        look: Look,
        text: str = "",
        kind: ButtonKind = "second",
        icon: str | None = None,
        *,
        key_hint: str | None = None,
        height: float = 36,
        min_width: float = 0,
        text_size: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """A button without text shows only its icon and needs an accessible name. Sizes in pixels at 100 %."""
        self._kind, self._icon, self._key_hint = kind, icon, key_hint
        self._height, self._min_width = height, min_width
        self._text_size = text_size or (14 if height <= 40 else 16 if height < 56 else 19)
        super().__init__(look, text, parent)

    def set_kind(self, kind: ButtonKind) -> None:
        """Be another kind of button."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self._on_look_changed()

    def set_key_hint(self, key_hint: str | None) -> None:
        """Show another key, or none."""
        if key_hint != self._key_hint:
            self._key_hint = key_hint
            self._on_look_changed()

    def set_min_width(self, width: float) -> None:
        """Be at least that wide: pixels at 100 %."""
        if width != self._min_width:
            self._min_width = width
            self._on_look_changed()

    def set_text(self, text: str) -> None:
        """Show another word."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def measure(self) -> QSize:
        height = self.look.px(self._height)
        if not self.text():
            return QSize(height, height)
        padding = 7 if self._kind == "link" else 14 if self._height <= 36 else 18 if self._height < 56 else 26
        width = math.ceil(self._content_width()) + 2 * self.look.px(padding)
        return QSize(max(width, self.look.px(self._min_width)), height)

    def draw(self, painter: QPainter) -> None:
        look, paint = self.look, _PAINTS[self._kind]
        rect = self.bounds()
        radius = min(rect.height() / 2, look.px(12 if self._height < 56 else 16))
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, radius)
            rect = rect.adjusted(4, 4, -4, -4)
            radius = max(2.0, radius - 4)
        self._draw_ground(painter, paint, rect, radius)
        text_color = look.color(paint.text)
        if self._kind == "link":
            text_color = self.hover_fill(text_color, look.color("accent_hover"))
        if self.text():
            self._draw_words(painter, text_color)
        elif self._icon:
            size = look.px(20 if self._height <= 40 else 22 if self._height < 56 else 28)
            center = self.bounds().center()
            square = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
            look.draw_icon(painter, self._icon, square, text_color, 1.9)

    def _draw_ground(self, painter: QPainter, paint: _Paint, rect: QRectF, radius: float) -> None:
        look = self.look
        fill = None
        if paint.hover:
            hover = look.color(paint.hover)
            fill = self.hover_fill(look.color(paint.fill) if paint.fill else look.color(paint.hover, 0.0), hover)
        edge = look.faint("edge", 0.55) if paint.edged else None
        if look.is_high_contrast and paint.fill and not paint.edged:
            edge = look.color(paint.text if self._kind == "soft" else paint.fill)
        if fill is None:
            return
        draw_box(painter, rect, radius, fill, edge)
        if self.isDown():
            draw_box(painter, rect, radius, look.color("ink", 0.08))

    def _draw_words(self, painter: QPainter, color: QColor) -> None:
        look = self.look
        middle = self.bounds().center().y()
        x = self.bounds().center().x() - self._content_width() / 2
        if self._icon:
            size = self._icon_size()
            look.draw_icon(painter, self._icon, QRectF(x, middle - size / 2, size, size), color, 1.9)
            x += size + look.px(8)
        x += draw_text(painter, self._font(), color, x, middle, self.text())
        if self._key_hint:
            faded = QColor(color)
            faded.setAlphaF(1.0 if look.is_high_contrast else 0.85)
            draw_key(painter, look, x + look.px(12), middle, self._key_hint, faded)

    def _content_width(self) -> float:
        width = text_width(self._font(), self.text())
        if self._icon:
            width += self._icon_size() + self.look.px(8)
        if self._key_hint:
            width += key_width(self.look, self._key_hint) + self.look.px(12)
        return width

    def _icon_size(self) -> int:
        return self.look.px(self._text_size + (5 if self._height < 56 else 6))

    def _font(self) -> QFont:
        return self.look.font(self._text_size, weight=600)
