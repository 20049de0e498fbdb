"""Tag: a small state in a word and a sign, never colour alone."""

import math
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.painting import draw_box, draw_text, elided, text_width


class TagKind(StrEnum):
    """What a tag says in general."""

    GOOD = "good"  # have it, done
    CHANGED = "changed"  # a swap, a variant
    CHECK = "check"  # look at this
    TROUBLE = "trouble"
    PLAIN = "plain"


class _Paint(Struct, frozen=True):
    fill: str
    text: str
    icon: str


_PAINTS = {
    TagKind.GOOD: _Paint("done_soft", "done_ink", "check"),
    TagKind.CHANGED: _Paint("accent_soft", "accent", "swap"),
    TagKind.CHECK: _Paint("ready_soft", "ready_ink", "info"),
    TagKind.TROUBLE: _Paint("danger_soft", "danger", "warning"),
    TagKind.PLAIN: _Paint("sunken", "ink2", ""),
}


class Tag(DrawnLabel):
    """Height in pixels at 100 %."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: TagKind = TagKind.PLAIN,
        *,
        icon: str | None = None,
        height: float = 24,
        parent: QWidget | None = None,
    ) -> None:
        """`icon`: another sign than the kind's."""
        self._kind, self._own_icon, self._height = kind, icon, height
        super().__init__(look, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tag(self, text: str, kind: TagKind) -> None:
        """Say something else."""
        self._kind = kind
        self.setText(text)
        self._on_look_changed()

    def measure(self) -> QSize:
        look = self.look
        width = text_width(self._font(), self.text()) + look.px(18) + (look.px(17) if self._icon else 0)
        return QSize(math.ceil(width), look.px(self._height))

    def draw(self, painter: QPainter) -> None:
        _draw(painter, self.look, self.bounds(), self.text(), self._kind, self._icon)

    @property
    def _icon(self) -> str:
        return self._own_icon if self._own_icon is not None else _PAINTS[self._kind].icon

    def _font(self) -> QFont:
        return self.look.font("caption")


def draw_tag(
    painter: QPainter, look: Look, left: float, middle: float, text: str, kind: TagKind, most: float, height: float = 24
) -> float:
    """The same in a row that is painted, at most `most` pixels wide. Returns its width."""
    icon = _PAINTS[kind].icon
    around = look.px(18) + (look.px(17) if icon else 0)
    words = elided(look.font("caption"), text, most - around)
    width = math.ceil(text_width(look.font("caption"), words)) + around
    tall = look.px(height)
    _draw(painter, look, QRectF(left, middle - tall / 2, width, tall), words, kind, icon)
    return width


def _draw(painter: QPainter, look: Look, rect: QRectF, text: str, kind: TagKind, icon: str) -> None:
    paint = _PAINTS[kind]
    color, x, middle = look.color(paint.text), rect.left() + look.px(9), rect.center().y()
    edge = look.color("edge") if look.is_high_contrast else None
    draw_box(painter, rect, rect.height() / 2, look.color(paint.fill), edge)
    if icon:
        square = QRectF(x - look.px(2), middle - look.px(7), look.px(14), look.px(14))
        look.draw_icon(painter, icon, square, color, 2.3)
        x += look.px(17)
    draw_text(painter, look.font("caption"), color, x, middle, text)
