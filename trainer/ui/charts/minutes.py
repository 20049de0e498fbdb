"""The weekly minutes, stacked by kind, against the goal lines."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.charts.items import GoalLine, StackedBars
from trainer.ui.charts.scale import value_scale
from trainer.ui.charts.view import BarsView
from trainer.ui.charts.words import number, weekly_axis_text
from trainer.ui.theme.look import Look

LEAST_TOP = 330.0  # minutes: both goal lines are always in sight
GOALS = (150.0, 300.0)  # WHO guidelines on physical activity, 2020: moderate minutes a week for adults
_INTERVAL = 46.0  # least pixels between two grid lines, times the text scale


class WeeklyMinutesChart(BarsView):
    """Strength, cardio and mobility upon each other; lines at 150 and 300."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Weekly minutes"), parent)
        self._plot = self.add_plot(dated=True)
        self._stack = StackedBars(look, ("strength", "cardio", "mobility"))
        self._plot.add(self._stack)
        for value, text in zip(GOALS, (tr("150 min: WHO weekly minimum"), tr("300 min: more benefit")), strict=True):
            self._plot.add(GoalLine(look, value, text))

    def axis_texts(self) -> Sequence[str]:
        return (weekly_axis_text(self.bars),)

    def arrange(self) -> None:
        totals = [bar.total for bar in self.bars]
        height = self.field_height()
        words = QFontMetricsF(self._look.font("caption")).height() + 2
        floor = max(LEAST_TOP, GOALS[-1] / (1 - min(0.5, words / height)))  # the words on the upper line fit in
        scale = value_scale(totals, floor, self.intervals(height, _INTERVAL))
        texts = [(value, number(value)) for value in sorted({*scale.ticks, *GOALS})]
        self._plot.set_scale(scale, texts, height)
        self._plot.set_heights(totals)
        cut = {n: number(total) for n, total in enumerate(totals) if total > scale.top}
        self._stack.set_rows([(bar.strength, bar.cardio, bar.mobility) for bar in self.bars], cut)
