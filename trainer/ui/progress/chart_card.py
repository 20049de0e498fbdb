"""ChartCard: a chart under its heading, with what explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text

if TYPE_CHECKING:
    from trainer.ui.charts.columns import ColumnsView
    from trainer.ui.charts.year_map import YearMap

_PADDING = (20, 16, 20, 10)


class ChartCard(Card):
    """Heading, aside and note on one line, the chart below."""

    def __init__(
        self, look: Look, chart: ColumnsView | YearMap, note: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, padding=_PADDING, gap=8, parent=parent)
        self.chart = chart
        self._heading = Text(look, "", "h3", lines=1)
        self._heading.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the legend gives way first
        self._aside = Text(look, "", "small", "ink2", lines=1)
        self._aside.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._head = QHBoxLayout()
        self._head.setSpacing(look.sp(8))
        self._head.addWidget(self._heading)
        self._head.addWidget(self._aside)
        self._head.addStretch(1)
        if note is not None:
            self._head.addWidget(note)
        self.column.addLayout(self._head)
        self.column.addWidget(chart, 1)

    @property
    def title(self) -> str:
        """Its heading."""
        return self._heading.text()

    def set_title(self, title: str, aside: str = "") -> None:
        """The heading, which is the chart's name too, and words beside it."""
        self._heading.set_text(title)
        self.chart.setAccessibleName(title)
        self._aside.set_text(aside)
        self._aside.setVisible(bool(aside))
