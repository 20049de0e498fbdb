"""The last weeks in small: minutes over calories, one time axis."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from trainer.core.goals import WHO_MINUTES
from trainer.core.progress import Week
from trainer.language import tr
from trainer.ui.charts.bars import BarUnit, bars_of
from trainer.ui.charts.items import GoalLine, RangeBars, StackedBars
from trainer.ui.charts.scale import Scale, value_scale
from trainer.ui.charts.view import BarsView
from trainer.ui.charts.words import number
from trainer.ui.theme.look import Look

WEEKS = 8
_LEAST_MINUTES, _LEAST_KCAL = 60.0, 420.0
_ABOVE_GOAL = 1.27  # the goal line lies below the top
_SHARE = 0.5  # of a bar in its place
_GAP = 14  # pixels between the two fields


class MiniWeeksChart(BarsView):
    """For the Ready page and the Summary."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, goal: float = WHO_MINUTES) -> None:
        """`goal`: moderate minutes a week."""
        super().__init__(look, tr("The last weeks"), parent)
        self._goal = goal
        self._minutes = self.add_plot(dated=False)
        self._kcal = self.add_plot(dated=True)
        self._stack = StackedBars(look, ("strength",), _SHARE)
        self._minutes.add(self._stack)
        self._minutes.set_goals([GoalLine(look, goal)])
        self._ranges = RangeBars(look, "kcal", _SHARE, plain=True)
        self._kcal.add(self._ranges)
        self.set_gap(_GAP)

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Show the last eight of `weeks`, oldest first, the present one last."""
        bars = bars_of(weeks[-WEEKS:], BarUnit.WEEK)
        self.show_bars(bars, BarUnit.WEEK, current=len(bars) - 1)

    def leads_somewhere(self, index: int) -> bool:
        del index
        return False  # it is a glance; Progress has the sessions

    def axis_texts(self) -> Sequence[str]:
        return (_minutes_text(self._goal), _kcal_text(self._kcal_scale().ticks[-1]))

    def arrange(self) -> None:
        height = (self.field_height() - _GAP) / 2
        totals = [bar.total for bar in self.bars]
        scale = value_scale(totals, max(_LEAST_MINUTES, self._goal * _ABOVE_GOAL), 1)
        self._minutes.set_scale(
            Scale(scale.top, (0.0,)), [(0.0, number(0)), (self._goal, _minutes_text(self._goal))], height
        )
        self._stack.set_rows([(total,) for total in totals], _cut(totals, [number(t) for t in totals], scale.top))

        kcal = self._kcal_scale()
        highest = kcal.ticks[-1]
        self._kcal.set_scale(kcal, [(0.0, number(0)), (highest, _kcal_text(highest))], height)
        highs = [bar.kcal_high for bar in self.bars]
        figures = [number(high) for high in highs]  # a range has no room; the card tells it
        self._ranges.set_rows(
            [(bar.kcal_low, bar.kcal_mid, bar.kcal_high) for bar in self.bars], _cut(highs, figures, kcal.top)
        )

    def _kcal_scale(self) -> Scale:
        """From zero to the highest range, with one round value between."""
        scale = value_scale([bar.kcal_high for bar in self.bars], _LEAST_KCAL, 2)
        return Scale(scale.top, (0.0, scale.ticks[-1]))


def _cut(values: Sequence[float], figures: Sequence[str], top: float) -> dict[int, str]:
    return {n: figures[n] for n, value in enumerate(values) if value > top}


def _minutes_text(value: float) -> str:
    return tr("{n} min").format(n=number(value))


def _kcal_text(value: float) -> str:
    return tr("{n} kcal").format(n=number(value))
