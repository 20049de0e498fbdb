"""The sign of a phase: a shape to be known from afar, without its colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import Shape


def draw_shape(painter: QPainter, look: Look, shape: Shape, rect: QRectF, color: QColor) -> None:
    """Draw the sign in the middle of `rect`, as high as it is. The lying bar and the arrows are wider."""
    center, size = rect.center(), rect.height()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    match shape:
        case Shape.DISC:
            painter.drawEllipse(center, size * 0.46, size * 0.46)
        case Shape.DIAMOND:
            painter.translate(center)
            painter.rotate(45)
            painter.drawRoundedRect(
                QRectF(-size * 0.36, -size * 0.36, size * 0.72, size * 0.72), size * 0.08, size * 0.08
            )
        case Shape.TRIANGLE:
            path = QPainterPath(QPointF(center.x(), rect.top() + size * 0.04))
            path.lineTo(center.x() + size * 0.5, rect.bottom() - size * 0.08)
            path.lineTo(center.x() - size * 0.5, rect.bottom() - size * 0.08)
            path.closeSubpath()
            solid, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(color, size * 0.1, solid, cap, join))
            painter.drawPath(path)
        case Shape.LYING_BAR:
            painter.drawRoundedRect(
                QRectF(center.x() - size * 0.62, center.y() - size * 0.17, size * 1.24, size * 0.34),
                size * 0.17,
                size * 0.17,
            )
        case Shape.TWO_BARS:
            for left in (-0.36, 0.10):
                bar = QRectF(center.x() + size * left, center.y() - size * 0.45, size * 0.26, size * 0.9)
                painter.drawRoundedRect(bar, size * 0.07, size * 0.07)
        case Shape.RING:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, size * 0.17))
            painter.drawEllipse(center, size * 0.38, size * 0.38)
        case Shape.ARROWS | Shape.TICK:
            half = size * 0.62
            square = QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)
            arrows = shape is Shape.ARROWS
            look.draw_icon(painter, "swap" if arrows else "check", square, color, 2.6 if arrows else 3.0)
    painter.restore()
