"""What charts are made of.

Every item paints in pixels of the widget, not in values: radii, gaps and lines keep their size at any scale, and a
line lies on whole pixels whatever the screen's pixel ratio.
"""

from abc import abstractmethod
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trainer.ui.charts.patterns import draw_pattern
from trainer.ui.theme.look import Look

_SLENDER = 6.0  # pixels: narrower bars get no round corners and no gaps between their parts
_SLENDEREST_WHISKER = 4.0  # pixels: narrower range bars get no ends and no dot
_SLENDER_SHARE = 0.6  # what slender range bars have of their place: too thin they would be no bars
_BREAK_DEPTH = 14.0  # pixels from the top of a bar that is cut to the mark that says so


class Canvas:
    """A painter in pixels, and where values lie on it."""

    def __init__(self, painter: QPainter, transform: QTransform, plot: QRectF) -> None:
        self.painter = painter
        self.plot = plot
        self._transform = transform

    def x(self, position: float) -> float:
        """Pixel x of a position along the bars."""
        return self._transform.map(QPointF(position, 0.0)).x()

    def y(self, value: float) -> float:
        """Pixel y of a value, no higher than the plot."""
        return max(self.plot.top(), self._transform.map(QPointF(0.0, value)).y())

    def span(self, index: int, share: float) -> tuple[float, float]:
        """Left edge and width of the bar `share` of its place wide; widths are whole and all alike."""
        pitch = self.x(1) - self.x(0)
        width = max(1.0, round(pitch * share))
        return round(self.x(index) - width / 2), width


class PixelItem(pg.GraphicsObject):
    """Base: as large as the plot it is in, painted in one call, in pixels."""

    def __init__(self, look: Look, z: float = 0.0) -> None:
        super().__init__()
        self._look = look
        self.setZValue(z)

    @abstractmethod
    def draw(self, canvas: Canvas) -> None:
        """Paint. The painter's state is restored afterwards."""

    def boundingRect(self) -> QRectF:
        """The visible range."""
        view = self.getViewBox()
        return QRectF(view.viewRect()) if view is not None else QRectF()

    def viewRangeChanged(self) -> None:
        """The visible range is another now, and with it the item's own bounds; pyqtgraph calls this."""
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Let `draw` paint; whatever goes wrong in it, the painter is left as it was."""
        del option, widget
        transform = painter.worldTransform()
        painter.save()
        try:
            painter.resetTransform()
            self.draw(Canvas(painter, transform, transform.mapRect(self.boundingRect())))
        finally:
            painter.restore()


class GridLines(PixelItem):
    """Thin lines at values, a stronger one at zero."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, z=-10)
        self._values: Sequence[float] = ()

    def set_values(self, values: Sequence[float]) -> None:
        """Where the lines are."""
        self._values = values
        self.update()

    def draw(self, canvas: Canvas) -> None:
        for value in self._values:
            y = round(canvas.y(value)) - 0.5
            canvas.painter.setPen(QPen(self._look.color("ink", 0.38) if value == 0 else self._look.color("grid"), 1))
            canvas.painter.drawLine(QPointF(canvas.plot.left(), y), QPointF(canvas.plot.right(), y))


class PointedColumn(PixelItem):
    """The place of the bar that is pointed at, behind everything."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, z=-20)
        self._index: int | None = None

    def set_index(self, index: int | None) -> None:
        """The bar, None for none."""
        self._index = index
        self.update()

    def draw(self, canvas: Canvas) -> None:
        if self._index is None:
            return
        left, width = canvas.span(self._index, 1.0)
        rect = QRectF(left, canvas.plot.top(), width, canvas.plot.height())
        canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = self._look.is_high_contrast
        canvas.painter.setPen(QPen(self._look.color("accent"), 1) if edged else Qt.PenStyle.NoPen)
        canvas.painter.setBrush(self._look.color("accent_soft"))
        radius = min(6.0, width / 2)
        canvas.painter.drawRoundedRect(rect, radius, radius)


class StackedBars(PixelItem):
    """Bars of parts one upon the other; one that is higher than the plot is cut, marked, and says its figure."""

    def __init__(self, look: Look, tokens: Sequence[str], share: float = 0.62) -> None:
        """`tokens` name the parts' colours, lowest first; `share` is the bar's part of its place."""
        super().__init__(look)
        self._tokens = tokens
        self._share = share
        self._rows: Sequence[Sequence[float]] = ()
        self._cut: dict[int, str] = {}

    def set_rows(self, rows: Sequence[Sequence[float]], cut: dict[int, str]) -> None:
        """The parts of each bar; `cut` has the figures of those that reach beyond the plot."""
        self._rows = rows
        self._cut = cut
        self.update()

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        colors = [self._look.color(token) for token in self._tokens]
        for index, row in enumerate(self._rows):
            parts = [part for part in zip(row, colors, self._tokens, strict=True) if part[0] > 0]
            if parts:
                figure = self._cut.get(index)
                top = _draw_cut_figure(canvas, self._look, index, figure) if figure else canvas.plot.top()
                self._draw_bar(canvas, index, parts, top)
                if figure:
                    _draw_break(canvas, self._look, canvas.span(index, self._share), top)

    def _draw_bar(self, canvas: Canvas, index: int, parts: Sequence[tuple[float, QColor, str]], highest: float) -> None:
        left, width = canvas.span(index, self._share)
        gap = 2.0 if width >= _SLENDER else 0.0
        below, bottom = 0.0, canvas.y(0)
        for n, (value, color, token) in enumerate(parts):
            below += value
            top = max(highest, canvas.y(below))
            is_last = n == len(parts) - 1
            if is_last:
                top = min(top, bottom - 1)  # whatever was done is seen
            rect = QRectF(left, top, width, max(0.0, bottom - top))
            if not is_last:
                rect.setTop(top + min(gap, rect.height() * 0.4))
            shape = _bar_path(rect, rounded=is_last)
            canvas.painter.fillPath(shape, color)
            draw_pattern(canvas.painter, self._look, token, shape)
            bottom = top


class RangeBars(PixelItem):
    """Likely ranges: a soft bar from low to high with its ends marked, a dot in the middle; or plain bars."""

    def __init__(self, look: Look, token: str, share: float = 0.34, *, plain: bool = False) -> None:
        super().__init__(look)
        self._token = token
        self._share = share
        self._plain = plain
        self._rows: Sequence[tuple[float, float, float]] = ()
        self._cut: dict[int, str] = {}

    def shows_middles(self, pitch: float) -> bool:
        """Whether there is room for the dots when bars stand `pitch` pixels apart."""
        return not self._plain and round(pitch * _SLENDER_SHARE) >= _SLENDEREST_WHISKER

    def set_rows(self, rows: Sequence[tuple[float, float, float]], cut: dict[int, str]) -> None:
        """(low, middle, high) of each bar; `cut` has the figures of those that reach beyond the plot."""
        self._rows = rows
        self._cut = cut
        self.update()

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self._share if canvas.span(0, self._share)[1] >= _SLENDER else _SLENDER_SHARE
        for index, (low, middle, high) in enumerate(self._rows):
            if high <= 0:
                continue
            figure = self._cut.get(index)
            top = _draw_cut_figure(canvas, self._look, index, figure) if figure else canvas.y(high)
            left, width = canvas.span(index, share)
            least = 2 * _BREAK_DEPTH if figure else 3.0
            rect = QRectF(left, top, width, max(least, canvas.y(low) - top))
            if self._plain or figure or width < _SLENDEREST_WHISKER:
                self._draw_plain(canvas.painter, rect)
            else:
                self._draw_whisker(canvas.painter, rect, canvas.y(middle))
            if figure:
                _draw_break(canvas, self._look, (left, width), top)

    def _draw_plain(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(self._token))
        radius = min(rect.width() / 2, rect.height() / 2, 4.0)
        painter.drawRoundedRect(rect, radius, radius)

    def _draw_whisker(self, painter: QPainter, rect: QRectF, middle: float) -> None:
        color = self._look.color(self._token)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(self._token, 0.34 if self._look.is_dark else 0.28))
        radius = min(rect.width() / 2, rect.height() / 2, 4.0)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        x, half = rect.center().x(), rect.width() / 2
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        for y in (rect.top() + 1, rect.bottom() - 1):
            painter.drawLine(QPointF(x - half * 0.8, y), QPointF(x + half * 0.8, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        dot = min(4.0, half * 0.7 + 1)
        painter.drawEllipse(QPointF(x, middle), dot, dot)


class GoalLine(PixelItem):
    """A dashed line at a value, with its words at the end where the bars leave more room."""

    def __init__(self, look: Look, value: float, text: str = "") -> None:
        super().__init__(look, z=5)
        self.value = value
        self._text = text
        self._heights: Sequence[float] = ()

    def set_heights(self, heights: Sequence[float]) -> None:
        """How high each bar is: the words stand where they cover the least."""
        self._heights = heights
        self.update()

    def draw(self, canvas: Canvas) -> None:
        painter, plot = canvas.painter, canvas.plot
        y = round(canvas.y(self.value)) - 0.5
        pen = QPen(self._look.faint("ink", 0.75), 1.25)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        if not self._text:
            return
        font = self._look.font("caption")
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(self._text) + 4, metrics.height()
        left = (
            plot.left()
            if self._covered(canvas, width, left=True) <= self._covered(canvas, width, left=False)
            else (plot.right() - width)
        )
        painter.fillRect(QRectF(left, y - height, width, height - 1), self._look.color("surface", 0.86))
        painter.setPen(self._look.color("ink"))
        painter.setFont(font)
        painter.drawText(QPointF(left + 2, y - metrics.descent() - 1), self._text)

    def _covered(self, canvas: Canvas, width: float, *, left: bool) -> int:
        """How many bars words of that width would lie upon at that end."""
        if not self._heights:
            return 0
        pitch = canvas.x(1) - canvas.x(0)
        n = min(len(self._heights), int(width / pitch) + 1)
        return sum(height > self.value for height in (self._heights[:n] if left else self._heights[-n:]))


def _bar_path(rect: QRectF, *, rounded: bool) -> QPainterPath:
    """The outline of one part of a bar; the topmost has round shoulders."""
    path = QPainterPath()
    radius = min(rect.width() * 0.28, rect.height(), 5.0) if rounded and rect.width() >= _SLENDER else 0.0
    if not radius:
        path.addRect(rect)
        return path
    path.moveTo(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def _draw_cut_figure(canvas: Canvas, look: Look, index: int, figure: str) -> float:
    """Write what a bar that is cut really reaches, at the top of the plot, and return where the bar may begin."""
    font = look.font("caption")
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(figure)
    left = min(max(canvas.x(index) - width / 2, canvas.plot.left()), canvas.plot.right() - width)
    canvas.painter.save()
    canvas.painter.setFont(font)
    canvas.painter.setPen(look.color("ink"))
    canvas.painter.drawText(QPointF(left, canvas.plot.top() + metrics.ascent()), figure)
    canvas.painter.restore()
    return canvas.plot.top() + metrics.height() + 2


def _draw_break(canvas: Canvas, look: Look, span: tuple[float, float], top: float) -> None:
    """Two slanted gaps across a bar: from here on the scale no longer holds."""
    left, width = span
    pen = QPen(look.color("surface"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    canvas.painter.save()
    canvas.painter.setPen(pen)
    for y in (top + _BREAK_DEPTH, top + _BREAK_DEPTH + 6):
        canvas.painter.drawLine(QPointF(left - 2, y + 3), QPointF(left + width + 2, y - 3))
    canvas.painter.restore()
