"""What stands behind the figure, painted: the mat it trains on and the wall it leans on."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPolygonF

from trainer.ui.figure.palette import FigurePalette
from trainer.ui.figure.take import Backdrop, Polygon


def paint_backdrop(painter: QPainter, backdrop: Backdrop, palette: FigurePalette) -> None:
    """Paint mat and wall; the wall fades away upward."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if backdrop.wall:
        foot, top = QPointF(*backdrop.wall[0]), QPointF(*backdrop.wall[-1])
        fade = QLinearGradient(foot, top)
        color = QColor(palette.wall)
        fade.setColorAt(0.0, color)
        fade.setColorAt(0.45, color)
        color.setAlpha(0)
        fade.setColorAt(1.0, color)
        painter.setBrush(QBrush(fade))
        painter.drawPolygon(_shape(backdrop.wall))
    painter.setBrush(QColor(palette.floor_edge))
    painter.drawPolygon(_shape(backdrop.mat_edge))
    painter.setBrush(QColor(palette.floor))
    painter.drawPolygon(_shape(backdrop.mat))


def _shape(polygon: Polygon) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in polygon])
