"""Painting: what the widgets' painters share."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look

KEY_HEIGHT = 18.0


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """A painter that is ended whatever happens: one left open by an exception takes the process down."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle, its edge wholly inside `rect`."""
    if edge is not None:
        painter.setPen(QPen(edge, width))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    radius = max(0.0, min(radius, rect.width() / 2, rect.height() / 2))
    painter.drawRoundedRect(rect, radius, radius)


def draw_focus_ring(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """The ring that says where the keyboard is."""
    draw_box(painter, rect, radius, None, look.color("accent"), 2.0)


def draw_text(painter: QPainter, font: QFont, color: QColor, left: float, middle: float, text: str) -> float:
    """Text whose capitals stand centred on `middle`. Returns its width."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), text)
    return metrics.horizontalAdvance(text)


def elided(font: QFont, text: str, width: float) -> str:
    """The text, ending in an ellipsis where it does not fit."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def text_width(font: QFont, text: str) -> float:
    """Width of one line of text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def key_width(look: Look, text: str, height: float = KEY_HEIGHT) -> float:
    """Width of a key cap in pixels."""
    return max(look.px(height), text_width(_key_font(look), text) + look.px(10))


def draw_key(
    painter: QPainter, look: Look, left: float, middle: float, text: str, color: QColor, height: float = KEY_HEIGHT
) -> None:
    """A key cap: which key does the same."""
    width, tall = key_width(look, text, height), look.px(height)
    rect = QRectF(left, middle - tall / 2, width, tall)
    edge = QColor(color)
    if not look.is_high_contrast:
        edge.setAlphaF(color.alphaF() * 0.55)
    draw_box(painter, rect, look.px(5), None, edge)
    font = _key_font(look)
    draw_text(painter, font, color, left + (width - text_width(font, text)) / 2, middle, text)


def _key_font(look: Look) -> QFont:
    return look.font(11.0, weight=600, percent=0.0)
