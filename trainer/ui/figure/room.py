"""Room: what stands behind the figure, painted once on as much of its ground as it needs."""

from __future__ import annotations

from math import ceil, floor
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from trainer.ui.figure.backdrop import paint_backdrop
from trainer.ui.figure.palette import FigurePalette
from trainer.ui.figure.take import Backdrop

_GRAIN: Final = 4  # pixels of the widget: so many are whole pixels of the screen at 125, 150 and 175 % as well


class Room(Struct, frozen=True):
    """Mat and wall on their ground. A large window is mostly ground, which is filled faster than it is copied."""

    place: QRect  # on the widget
    pixmap: QPixmap | None  # None: nothing stands there

    @classmethod
    def of(
        cls,
        backdrop: Backdrop | None,
        palette: FigurePalette,
        ground: QColor | None,
        size: QSize,
        ratio: float,
        mirrored: bool,
    ) -> Room:
        """The room of a widget of that size. No `ground`: one sees through. `ratio`: the screen's pixels to its own."""
        place = QRect() if backdrop is None else _around(backdrop, size, ratio, mirrored)
        if backdrop is None or place.isEmpty():
            return cls(QRect(), None)
        pixmap = QPixmap(place.size() * ratio)
        pixmap.fill(Qt.GlobalColor.transparent if ground is None else ground)
        painter = QPainter(pixmap)
        try:
            painter.translate(-place.x() * ratio, -place.y() * ratio)
            if mirrored:
                painter.translate(round(size.width() * ratio), 0)
                painter.scale(-1.0, 1.0)
            paint_backdrop(painter, backdrop, palette)
        finally:
            painter.end()
        return cls(place, pixmap)

    def paint(self, painter: QPainter, exposed: QRect, ratio: float) -> None:
        """Paint the part of it that lies in a rectangle of the widget."""
        part = exposed & self.place
        if self.pixmap is not None and not part.isEmpty():
            start = part.topLeft() - self.place.topLeft()
            source = QRectF(start.x() * ratio, start.y() * ratio, part.width() * ratio, part.height() * ratio)
            painter.drawPixmap(part, self.pixmap, source.toRect())


def _around(backdrop: Backdrop, size: QSize, ratio: float, mirrored: bool) -> QRect:
    """The rectangle of the widget that all of a backdrop lies in."""
    corners = [*backdrop.mat, *backdrop.mat_edge, *backdrop.wall]
    xs, ys = [x / ratio for x, _ in corners], [y / ratio for _, y in corners]
    if mirrored:
        xs = [size.width() - x for x in xs]
    left, top = (floor((min(values) - 1.0) / _GRAIN) * _GRAIN for values in (xs, ys))
    right, bottom = (ceil((max(values) + 1.0) / _GRAIN) * _GRAIN for values in (xs, ys))
    return QRect(left, top, right - left, bottom - top) & QRect(0, 0, size.width(), size.height())
