"""TimeBar: what is left of a phase, built differently for each so that it is told apart without colour."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import BarStyle, PhaseLook
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box

HEIGHT = 16.0
_MOST_PIECES = 60  # a piece a second up to here; beyond, each stands for more


class TimeBar(Drawn):
    """As wide as its room. Solid drains; chevrons and dots go one a second; hatched stands still."""

    def __init__(
        self,
        look: Look,
        phase: PhaseLook = PhaseLook.WORK,
        *,
        height: float = HEIGHT,
        scaled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`height` in pixels at 100 % (it grows as spacing does), or plain pixels where not `scaled`."""
        self._phase, self._height, self._scaled = phase, height, scaled
        self._left, self._length = 1.0, 1.0
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_phase(self, phase: PhaseLook) -> None:
        """Show another phase."""
        if phase is not self._phase:
            self._phase = phase
            self.update()

    def set_time(self, left: float, length: float) -> None:
        """Seconds left of seconds in all. A length of 0: nothing drains, the bar is full."""
        left = max(0.0, min(left, length))
        if (left, length) != (self._left, self._length):
            self._left, self._length = left, length
            self.update()

    def set_height(self, height: float) -> None:
        """Be another height."""
        if height != self._height:
            self._height = height
            self._on_look_changed()

    @property
    def share(self) -> float:
        """What is left, 0 .. 1."""
        return self._left / self._length if self._length > 0 else 1.0

    def measure(self) -> QSize:
        height = (
            min(self.look.px(self._height), self.look.sp(self._height + 2)) if self._scaled else round(self._height)
        )
        return QSize(self.look.px(80), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look, marks, rect = self.look, self._phase.marks, self.bounds()
        on = look.color(marks.bar_fill)
        off = look.color(marks.ink, 0.35 if look.is_high_contrast else 0.22)
        match marks.bar:
            case BarStyle.SOLID:
                draw_box(painter, rect, rect.height() / 2, off)
                if self.share > 0:
                    draw_box(painter, _head(rect, self.share), rect.height() / 2, on)
            case BarStyle.DOTS:
                self._draw_dots(painter, rect, on, off)
            case BarStyle.CHEVRONS:
                self._draw_chevrons(painter, rect, on, off)
            case BarStyle.HATCHED:
                self._draw_hatched(painter, rect, on)

    def _pieces(self) -> tuple[int, int]:
        """How many pieces there are, and how many of them still stand."""
        seconds = max(1, math.ceil(self._length))
        each = math.ceil(seconds / _MOST_PIECES)
        return math.ceil(seconds / each), math.ceil(self._left / each - 1e-6)

    def _draw_dots(self, painter: QPainter, rect: QRectF, on: QColor, off: QColor) -> None:
        count, standing = self._pieces()
        step = rect.width() / count
        size = min(rect.height(), step * 0.72)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(count):
            painter.setBrush(on if index < standing else off)
            radius = size * (0.5 if index < standing else 0.34)
            painter.drawEllipse(QPointF(step * (index + 0.5), rect.center().y()), radius, radius)

    def _draw_chevrons(self, painter: QPainter, rect: QRectF, on: QColor, off: QColor) -> None:
        count, standing = self._pieces()
        height = rect.height()
        gap, nose = height * 0.35, height / 2
        width = (rect.width() + (count - 1) * (nose - gap)) / count
        if width < height:  # too many to interlock
            gap, nose = height * 0.2, height * 0.25
            width = max(nose + 1, (rect.width() + (count - 1) * (nose - gap)) / count)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(count):
            x = index * (width - nose + gap)
            painter.setBrush(on if index < standing else off)
            corners = [
                (0, 0),
                (width - nose, 0),
                (width, height / 2),
                (width - nose, height),
                (0, height),
                (nose, height / 2),
            ]
            painter.drawPolygon(QPolygonF([QPointF(x + dx, dy) for dx, dy in corners]))

    def _draw_hatched(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        height = rect.height()
        frame = rect.adjusted(0.25, 0.25, -0.25, -0.25)
        draw_box(painter, frame, height / 2, None, color, 1.5)
        if self.share <= 0:
            return
        inside = QPainterPath()
        inside.addRoundedRect(_head(rect.adjusted(1, 1, -1, -1), self.share), height / 2, height / 2)
        painter.save()
        painter.setClipPath(inside)
        painter.setPen(QPen(color, max(2.0, height * 0.22)))
        x, step = -height, max(2.0, height * 0.55)
        while x < rect.width() * self.share + height:
            painter.drawLine(QPointF(x, height), QPointF(x + height, 0))
            x += step
        painter.restore()


def _head(rect: QRectF, share: float) -> QRectF:
    """The first share of a bar, never shorter than it is high."""
    return QRectF(rect.left(), rect.top(), max(min(rect.height(), rect.width()), rect.width() * share), rect.height())
