"""The weekly calories as ranges."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.charts.bars import BarUnit
from trainer.ui.charts.items import RangeBars
from trainer.ui.charts.scale import value_scale
from trainer.ui.charts.view import BarsView
from trainer.ui.charts.words import number, rounded_range, weekly_axis_text
from trainer.ui.theme.look import Look

LEAST_TOP = 420.0  # kcal: a first short session is small, not a giant
LEAST_DAY_TOP = 200.0  # kcal
_INTERVAL = 26.0  # least pixels between two grid lines, times the text scale


class WeeklyCaloriesChart(BarsView):
    """Each bar is the likely range of a week, the dot its middle."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Weekly calories"), parent)
        self._plot = self.add_plot(dated=True)
        self._ranges = RangeBars(look, "kcal")
        self._plot.add(self._ranges)

    def axis_texts(self) -> Sequence[str]:
        return (weekly_axis_text(self.bars),)

    @property
    def shows_middles(self) -> bool:
        """Whether the dots are drawn: there is no room for them in hairlines."""
        return self._ranges.shows_middles(self.pitch())

    def arrange(self) -> None:
        highs = [bar.kcal_high for bar in self.bars]
        least = LEAST_DAY_TOP if self.unit is BarUnit.DAY else LEAST_TOP
        scale = value_scale(highs, least, self.intervals(self.field_height(), _INTERVAL))
        self._plot.set_scale(scale, [(value, number(value)) for value in scale.ticks], self.field_height())
        cut = {
            n: rounded_range(bar.kcal_low, bar.kcal_high)
            for n, bar in enumerate(self.bars)
            if bar.kcal_high > scale.top
        }
        self._ranges.set_rows([(bar.kcal_low, bar.kcal_mid, bar.kcal_high) for bar in self.bars], cut)
