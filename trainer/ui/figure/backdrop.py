"""What stands behind the figure, painted: the mat it trains on and the wall it leans on."""

from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPolygonF

from trainer.ui.figure.palette import FigurePalette
from trainer.ui.figure.take import Backdrop, Polygon

_EDGE_ON: Final = 0.25  # times as wide as high: a narrower wall is seen along, and fades straight upward


def paint_backdrop(painter: QPainter, backdrop: Backdrop, palette: FigurePalette) -> None:
    """Paint mat and wall; the wall fades away upward."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if backdrop.wall:
        fade = QLinearGradient(*_upward(backdrop.wall))
        color = QColor(palette.wall)
        fade.setColorAt(0.0, color)
        fade.setColorAt(0.5, color)
        color.setAlpha(0)
        fade.setColorAt(1.0, color)
        painter.setBrush(QBrush(fade))
        painter.drawPolygon(_shape(backdrop.wall))
    painter.setBrush(QColor(palette.floor_edge))
    painter.drawPolygon(_shape(backdrop.mat_edge))
    painter.setBrush(QColor(palette.floor))
    painter.drawPolygon(_shape(backdrop.mat))


def _upward(wall: Polygon) -> tuple[QPointF, QPointF]:
    """From the wall's foot to its top, at right angles to its line on the floor, however that slants."""
    (x, y), (x1, y1), (x2, y2) = wall[0], wall[1], wall[-1]
    along_x, along_y, up_x, up_y = x1 - x, y1 - y, x2 - x, y2 - y
    size = hypot(along_x, along_y)
    share = 0.0 if size < _EDGE_ON * hypot(up_x, up_y) else (up_x * along_x + up_y * along_y) / (size * size)
    return QPointF(x, y), QPointF(x2 - share * along_x, y2 - share * along_y)


def _shape(polygon: Polygon) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in polygon])
