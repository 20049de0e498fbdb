"""WeeklyCharts: minutes and calories of the weeks, one above the other, on one time axis."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.core.progress import Week
from trainer.language import tr
from trainer.ui.charts.bars import BarUnit, bars_of, unit_for
from trainer.ui.progress.legend import Entry, Legend
from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text

_PADDING = (20, 16, 20, 10)
_MINUTES_HEIGHT, _KCAL_HEIGHT = 236, 180  # least, pixels at 100 % text


class WeeklyCharts(QWidget):
    """Two cards. Pointing at a bar of one marks it in the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        # the first chart of the program brings pyqtgraph in
        from trainer.ui.charts.calories import WeeklyCaloriesChart
        from trainer.ui.charts.minutes import WeeklyMinutesChart

        super().__init__(parent)
        self._look = look
        self._weeks: Sequence[Week] = ()
        self._this_week: date | None = None
        self._unit: BarUnit | None = None
        self.minutes = WeeklyMinutesChart(look)
        self.calories = WeeklyCaloriesChart(look)
        self.calories.link_to(self.minutes)
        self.minutes.bar_pointed.connect(self.calories.point_at)
        self.calories.bar_pointed.connect(self.minutes.point_at)
        self._legend = Legend(
            look,
            (
                Entry("strength", tr("Strength and toning"), tr("Strength")),
                Entry("cardio", tr("Cardio and warm-up"), tr("Cardio")),
                Entry("mobility", tr("Mobility and stretch"), tr("Mobility")),
            ),
        )
        self._note = Text(look, "", "small", "ink2", lines=1)
        self._averages = Text(look, "", "small", "ink2", lines=1)
        self._minutes_card = Card(look, padding=_PADDING, gap=8)
        self._calories_card = Card(look, padding=_PADDING, gap=8)
        self._fill(self._minutes_card, tr("Weekly minutes"), self._averages, self._legend, self.minutes)
        self._fill(self._calories_card, tr("Weekly calories"), None, self._note, self.calories)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._minutes_card, 6)
        self._column.addWidget(self._calories_card, 4)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_weeks(self, weeks: Sequence[Week], this_week: date) -> None:
        """Show these weeks, oldest first; `this_week` is the first day of the present one."""
        self._weeks, self._this_week = weeks, this_week
        self._unit = None
        empty = not any(week.sessions for week in weeks)
        self._legend.setVisible(not empty)
        self._note.setVisible(not empty)
        self._gather()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._gather()

    def _gather(self) -> None:
        """Show the weeks in the unit that there is room for."""
        unit = unit_for(len(self._weeks), self.minutes.field_width())
        if unit is not self._unit:
            self._show_bars(unit)
        middles = self.calories.shows_middles
        self._note.set_text(tr("bar: likely range, dot: middle") if middles else tr("bar: likely range"))

    def _show_bars(self, unit: BarUnit) -> None:
        self._unit = unit
        bars = bars_of(self._weeks, unit)
        starts = [bar.start for bar in bars]
        is_shown = unit is BarUnit.WEEK and self._this_week in starts
        current = starts.index(self._this_week) if is_shown and self._this_week is not None else None
        for chart in (self.minutes, self.calories):
            chart.show_bars(bars, unit, current)
        texts = {
            BarUnit.WEEK: "",
            BarUnit.MONTH: tr("monthly average"),
            BarUnit.YEAR: tr("yearly average"),
        }
        self._averages.set_text(texts[unit])
        self._averages.setVisible(unit is not BarUnit.WEEK)

    def _fill(self, card: Card, title: str, aside: QWidget | None, note: QWidget, chart: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._look.sp(8))
        heading = Text(self._look, title, "h3", lines=1)
        heading.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the legend gives way first
        row.addWidget(heading)
        if aside is not None:
            aside.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            row.addWidget(aside)
        row.addStretch(1)
        row.addWidget(note)
        card.column.addLayout(row)
        card.column.addWidget(chart, 1)

    def _on_look_changed(self) -> None:
        self._column.setSpacing(self._look.sp(16))
        self._minutes_card.setMinimumHeight(self._look.px(_MINUTES_HEIGHT))
        self._calories_card.setMinimumHeight(self._look.px(_KCAL_HEIGHT))
