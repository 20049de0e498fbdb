"""BarsView: a chart whose columns are days, weeks, months or years."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.ui.charts.bar_card import Row
from trainer.ui.charts.bars import Bar, BarUnit
from trainer.ui.charts.columns import ColumnsView
from trainer.ui.charts.labels import Label, bar_labels
from trainer.ui.charts.table import ChartTable, bars_table
from trainer.ui.charts.words import bar_figures, bar_sentence, bar_title
from trainer.ui.theme.look import Look


class BarsView(ColumnsView):
    """Shows bars; choosing one asks for the sessions of its days."""

    days_chosen = Signal(object, object)  # dates, the first and the last

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._bars: tuple[Bar, ...] = ()
        self._unit = BarUnit.WEEK
        self._current: int | None = None
        self.bar_chosen.connect(lambda index: self.days_chosen.emit(self._bars[index].start, self._bars[index].end))

    def show_bars(self, bars: Sequence[Bar], unit: BarUnit, current: int | None = None) -> None:
        """Show these bars, oldest first; `current` is the index of the present day or week, if it is among them."""
        self._bars, self._unit, self._current = tuple(bars), unit, current
        self.show_columns()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What it shows."""
        return self._bars

    @property
    def unit(self) -> BarUnit:
        """The stretch of time one bar stands for."""
        return self._unit

    # a chart's own

    def count(self) -> int:
        return len(self._bars)

    def title_of(self, index: int) -> str:
        return bar_title(self._bars[index], self._unit, current=index == self._current)

    def figures_of(self, index: int) -> Sequence[Row]:
        return bar_figures(self._bars[index])

    def sentence_of(self, index: int) -> str:
        return bar_sentence(self._bars[index], self._unit, current=index == self._current)

    def labels(self, pitch: float, measure: Callable[[str], float], gap: float) -> Sequence[Label]:
        return bar_labels(self._bars, self._unit, pitch, measure, current=self._current, gap=gap)

    def is_empty(self, index: int) -> bool:
        return self._bars[index].sessions == 0

    def table(self) -> ChartTable:
        return bars_table(self._bars, self._unit, self._current)
