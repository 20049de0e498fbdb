"""The load of the sessions: how hard they felt times how long they took."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.charts.bars import BarUnit
from trainer.ui.charts.items import Canvas, PixelItem, StackedBars
from trainer.ui.charts.scale import value_scale
from trainer.ui.charts.view import BarsView
from trainer.ui.charts.words import number, weekly_axis_text
from trainer.ui.theme.look import Look

# A short, easy session is small, not a giant: half an hour at "moderate" (3) is 90.
_LEAST_TOP, _LEAST_DAY_TOP = 300.0, 100.0
_INTERVAL = 26.0  # least pixels between two grid lines, times the text scale
_RING, _ABOVE = 3.0, 9.0  # pixels: the radius of a ring, and how far over its bar it lies
_RINGED_PITCH = 10.0  # pixels from bar to bar below which there is no room for rings


class SessionLoadChart(BarsView):
    """Effort times minutes; a ring over a bar says that it lacks a session whose effort nobody said."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Session load"), parent)
        self._plot = self.add_plot(dated=True)
        self._stack = StackedBars(look, ("strength",), 0.5)
        self._rings = _Rings(look)
        self._plot.add(self._stack)
        self._plot.add(self._rings)

    def axis_texts(self) -> Sequence[str]:
        return (weekly_axis_text(self.bars),)

    @property
    def shows_rings(self) -> bool:
        """Whether there is room for the rings."""
        return self.pitch() >= _RINGED_PITCH

    def arrange(self) -> None:
        loads = [bar.load for bar in self.bars]
        least = _LEAST_DAY_TOP if self.unit is BarUnit.DAY else _LEAST_TOP
        scale = value_scale(loads, least, self.intervals(self.field_height(), _INTERVAL))
        self._plot.set_scale(scale, [(value, number(value)) for value in scale.ticks], self.field_height())
        self._stack.set_rows([(load,) for load in loads], {n: number(v) for n, v in enumerate(loads) if v > scale.top})
        self._rings.set_heights({n: bar.load for n, bar in enumerate(self.bars) if bar.unrated and self.shows_rings})


class _Rings(PixelItem):
    """A ring over each bar that lacks something."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, z=6)
        self._heights: dict[int, float] = {}

    def set_heights(self, heights: dict[int, float]) -> None:
        """Index of the bar -> its value."""
        self._heights = heights
        self.update()

    def draw(self, canvas: Canvas) -> None:
        painter = canvas.painter
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("ink2"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, value in self._heights.items():
            y = max(canvas.plot.top() + _RING + 1, canvas.y(value) - _ABOVE)
            painter.drawEllipse(QPointF(canvas.x(index), y), _RING, _RING)
