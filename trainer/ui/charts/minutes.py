"""The weekly minutes, stacked by kind, against the goal lines."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from trainer.core.goals import Goals
from trainer.language import tr
from trainer.ui.charts.bars import KINDS, BarUnit
from trainer.ui.charts.goal_words import goal_line_texts
from trainer.ui.charts.items import GoalLine, StackedBars
from trainer.ui.charts.scale import value_scale
from trainer.ui.charts.view import BarsView
from trainer.ui.charts.words import number, weekly_axis_text
from trainer.ui.theme.look import Look

_LEAST_DAY = 45.0  # minutes: a first short session is small, not a giant
HEADROOM = 1.1  # over the upper goal line, which is always in sight
_INTERVAL = 46.0  # least pixels between two grid lines, times the text scale


class WeeklyMinutesChart(BarsView):
    """The four kinds upon each other, and the lines of the goals, which are of weeks: days have none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Weekly minutes"), parent)
        self._plot = self.add_plot(dated=True)
        self._stack = StackedBars(look, KINDS)
        self._plot.add(self._stack)
        self._goals = Goals()
        self._lined: bool | None = None  # whether the lines are drawn

    def set_goals(self, goals: Goals) -> None:
        """Draw the lines of these goals."""
        if goals != self._goals:
            self._goals = goals
            self._lined = None
            self._arrange()

    def axis_texts(self) -> Sequence[str]:
        return (weekly_axis_text(self.bars),)

    def arrange(self) -> None:
        of_weeks = self.unit is not BarUnit.DAY
        if of_weeks is not self._lined:
            self._lined = of_weeks
            self._plot.set_goals(self._goal_lines() if of_weeks else [])
        totals = [bar.total for bar in self.bars]
        height = self.field_height()
        words = QFontMetricsF(self._look.font("caption")).height() + 2
        upper = self._goals.lines[-1]
        floor = max(upper * HEADROOM, upper / (1 - min(0.5, words / height)))  # the words on the upper line fit in
        scale = value_scale(totals, floor if of_weeks else _LEAST_DAY, self.intervals(height, _INTERVAL))
        goals = self._goals.lines if of_weeks else ()
        texts = [(value, number(value)) for value in sorted({*scale.ticks, *goals})]
        self._plot.set_scale(scale, texts, height)
        self._plot.set_heights(totals)
        cut = {n: number(total) for n, total in enumerate(totals) if total > scale.top}
        self._stack.set_rows([bar.parts for bar in self.bars], cut)

    def _goal_lines(self) -> list[GoalLine]:
        texts = goal_line_texts(self._goals)
        return [GoalLine(self._look, value, text) for value, text in zip(self._goals.lines, texts, strict=True)]
