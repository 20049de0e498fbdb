"""WeightLine: weighings joined by a line, with a dot for each where there is room; and the scale they stand on."""

from bisect import bisect_left
from collections.abc import Sequence
from math import ceil, floor

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from trainer.ui.charts.items import Canvas, PixelItem
from trainer.ui.theme.look import Look

_DOT, _LARGE_DOT = 3.5, 6.0  # pixels
_DOTS_FROM = 9.0  # pixels between two weighings on average, from which each has its dot


class NearScale(Struct, frozen=True):
    """An axis near the values, without zero: only differences matter here."""

    bottom: float
    top: float
    ticks: tuple[float, ...]


def near_scale(values: Sequence[float], least_span: float, steps: Sequence[float], intervals: int) -> NearScale:
    """The scale round `values`, spanning at least `least_span`, divided by the smallest of `steps` that will do."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    missing = max(0.0, least_span - (high - low)) / 2
    low, high = max(0.0, low - missing), high + missing
    fits = (step for step in steps if ceil(high / step) - floor(low / step) <= max(1, intervals))
    step = next(fits, steps[-1])
    bottom = floor(low / step)
    top = max(ceil(high / step), bottom + 1)
    return NearScale(float(bottom * step), float(top * step), tuple(float(step * n) for n in range(bottom, top + 1)))


class WeightLine(PixelItem):
    """Points (day, value), oldest first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._points: Sequence[tuple[float, float]] = ()
        self._pointed: int | None = None

    def set_points(self, points: Sequence[tuple[float, float]]) -> None:
        """Show these."""
        self._points, self._pointed = points, None
        self.update()

    def set_pointed(self, index: int | None) -> None:
        """Mark one of them."""
        self._pointed = index
        self.update()

    def nearest(self, day: float) -> int | None:
        """The point nearest to that day."""
        days = [at for at, _ in self._points]
        place = bisect_left(days, day)
        around = [n for n in (place - 1, place) if 0 <= n < len(days)]
        return min(around, key=lambda n: abs(days[n] - day), default=None)

    def draw(self, canvas: Canvas) -> None:
        if not self._points:
            return
        look, painter = self._look, canvas.painter
        places = [QPointF(canvas.x(at), canvas.y(value)) for at, value in self._points]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        spaced = canvas.plot.width() / len(places) >= _DOTS_FROM
        for place in places if spaced else places[-1:]:
            painter.drawEllipse(place, _DOT, _DOT)
        if self._pointed is not None:
            painter.setPen(QPen(look.color("accent"), 2.5))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(places[self._pointed], _LARGE_DOT, _LARGE_DOT)
