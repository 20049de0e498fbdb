"""Plot: one field with its value axis and, if it has one, its time axis."""

from collections.abc import Sequence

import pyqtgraph as pg

from trainer.ui.charts.axis import TextAxis
from trainer.ui.charts.items import GoalLine, GridLines, PixelItem, PointedColumn
from trainer.ui.charts.labels import Label
from trainer.ui.charts.scale import Scale
from trainer.ui.theme.look import Look

_TEXT_PITCH = 1.25  # least distance between the middles of two axis labels, in heights of their text


class Plot:
    """A view box without mouse or menu, its axes, grid and pointed column, put into one row of a layout."""

    def __init__(self, look: Look, layout: pg.GraphicsLayout, row: int, *, dated: bool) -> None:
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.left = TextAxis(look, "left")
        self.left.linkToView(self.box)
        layout.addItem(self.left, row, 0)
        layout.addItem(self.box, row, 1)
        self.bottom: TextAxis | None = None
        if dated:
            self.bottom = TextAxis(look, "bottom")
            self.bottom.linkToView(self.box)
            layout.addItem(self.bottom, row + 1, 1)
        self._grid = GridLines(look)
        self._pointed = PointedColumn(look)
        self._goals: list[GoalLine] = []
        self.add(self._grid)
        self.add(self._pointed)

    def add(self, item: PixelItem) -> None:
        """Put an item into the field."""
        self.box.addItem(item, ignoreBounds=True)

    def set_goals(self, lines: Sequence[GoalLine]) -> None:
        """Draw these lines and no others."""
        for line in self._goals:
            self.box.removeItem(line)
        self._goals = list(lines)
        for line in lines:
            self.add(line)

    def link_to(self, other: "Plot") -> None:
        """Show the same stretch of time as `other`, whatever it shows."""
        self.box.setXLink(other.box)

    def restyle(self) -> None:
        """The look is another one: take its type and paint anew."""
        for axis in (self.left, self.bottom):
            if axis is not None:
                axis.restyle()

    def set_count(self, bars: int) -> None:
        """Make room for that many bars, the first at 0."""
        self.box.setXRange(-0.6, max(bars, 1) - 0.4, padding=0)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """The texts under the bars."""
        if self.bottom is not None:
            self.bottom.set_labels([(float(index), text) for index, text in labels])

    def set_scale(self, scale: Scale, texts: Sequence[tuple[float, str]], height: float) -> None:
        """The values' range, `texts` beside it, as many as `height` pixels have room for, those of goals first."""
        self.box.setYRange(0.0, scale.top, padding=0)
        goals = [goal.value for goal in self._goals]
        least = self.left.metrics.height() * _TEXT_PITCH / max(height, 1.0) * scale.top
        kept: list[tuple[float, str]] = []
        for value, text in sorted(texts, key=lambda label: (label[0] not in goals, label[0])):
            if all(abs(value - other) >= least for other, _ in kept):
                kept.append((value, text))
        self.left.set_labels(kept)
        self._grid.set_values([value for value in scale.ticks if value not in goals])

    def set_heights(self, heights: Sequence[float]) -> None:
        """How high the bars are, for the words on the goal lines."""
        for goal in self._goals:
            goal.set_heights(heights)

    def point_at(self, index: int | None) -> None:
        """Mark a bar's place."""
        self._pointed.set_index(index)
