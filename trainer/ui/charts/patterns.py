"""Patterns over the kinds' colours: in high contrast nothing rests on a hue."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trainer.ui.theme.look import Look

_STEP, _CROSS_STEP, _LINE = 5.0, 8.0, 1.4  # pixels from line to line, and their width
_PATTERNS = {
    "warm_up": Qt.BrushStyle.BDiagPattern,
    "cardio": Qt.BrushStyle.DiagCrossPattern,
    "mobility": Qt.BrushStyle.HorPattern,
}
#: The forms of an exercise, the exercise itself first; drawn in every theme, since their bars have one colour.
FORM_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
)


def draw_pattern(painter: QPainter, look: Look, token: str, shape: QPainterPath) -> None:
    """Draw the pattern of a colour's name upon a filled shape; nothing in ordinary contrast, or where it has none.

    Lines rather than a brush: a brush's tile would be a picture in an SVG or PDF file.
    """
    pattern = _PATTERNS.get(token)
    if pattern is None or not look.is_high_contrast:
        return
    draw_lines(painter, look.color("surface"), pattern, shape)


def draw_lines(painter: QPainter, color: QColor, pattern: Qt.BrushStyle, shape: QPainterPath) -> None:
    """Draw a pattern's lines within a shape; none of a solid one."""
    if pattern is Qt.BrushStyle.SolidPattern:
        return
    rect = shape.boundingRect()
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, _LINE))
    if pattern is Qt.BrushStyle.HorPattern:
        y = rect.bottom() - _STEP / 2
        while y > rect.top():
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            y -= _STEP
    else:
        crossed = pattern is Qt.BrushStyle.DiagCrossPattern
        for rising in (True, False) if crossed else (True,):
            _draw_slants(painter, rect, _CROSS_STEP if crossed else _STEP, rising=rising)
    painter.restore()


def _draw_slants(painter: QPainter, rect: QRectF, step: float, *, rising: bool) -> None:
    x = rect.left() - rect.height()
    while x < rect.right():
        first, last = (rect.bottom(), rect.top()) if rising else (rect.top(), rect.bottom())
        painter.drawLine(QPointF(x, first), QPointF(x + rect.height(), last))
        x += step
