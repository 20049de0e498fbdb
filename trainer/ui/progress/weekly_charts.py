"""WeeklyCharts: minutes, calories and load of days or weeks, one above the other, on one time axis."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.core.progress import Week
from trainer.language import ntr, tr
from trainer.ui.charts.bars import Bar, BarUnit, bars_of, unit_for
from trainer.ui.charts.words import number
from trainer.ui.progress.chart_card import ChartCard
from trainer.ui.progress.legend import Entry, Legend
from trainer.ui.theme.look import Look
from trainer.ui.widgets.text import Text

_MINUTES_HEIGHT, _LOWER_HEIGHT = 236, 180  # least, pixels at 100 % text


class WeeklyCharts(QWidget):
    """Three cards. Pointing at a bar of one marks it in the others."""

    days_chosen = Signal(object, object)  # dates, the first and the last: their sessions are asked for

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        # the first chart of the program brings pyqtgraph in
        from trainer.ui.charts.calories import WeeklyCaloriesChart
        from trainer.ui.charts.load import SessionLoadChart
        from trainer.ui.charts.minutes import WeeklyMinutesChart

        super().__init__(parent)
        self._look = look
        self._weeks: Sequence[Week] = ()
        self._this_week: date | None = None
        self._unit: BarUnit | None = None
        self.minutes = WeeklyMinutesChart(look)
        self.calories = WeeklyCaloriesChart(look)
        self.load = SessionLoadChart(look)
        self._charts = (self.minutes, self.calories, self.load)
        for chart in self._charts:
            if chart is not self.minutes:
                chart.link_to(self.minutes)
            chart.days_chosen.connect(self.days_chosen)
            for other in self._charts:
                if other is not chart:
                    chart.bar_pointed.connect(other.point_at)
        self._legend = Legend(
            look,
            (
                Entry("warm_up", tr("Warm-up"), tr("Warm-up")),
                Entry("strength", tr("Strength and toning"), tr("Strength")),
                Entry("cardio", tr("Cardio"), tr("Cardio")),
                Entry("mobility", tr("Mobility and stretch"), tr("Mobility")),
            ),
        )
        self._kcal_note = Text(look, "", "small", "ink2", lines=1)
        self._load_note = Text(look, "", "small", "ink2", lines=2)
        self.cards = (
            ChartCard(look, self.minutes, self._legend),
            ChartCard(look, self.calories, self._kcal_note),
            ChartCard(look, self.load, self._load_note),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for card, stretch in zip(self.cards, (6, 4, 4), strict=True):
            self._column.addWidget(card, stretch)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_weeks(self, weeks: Sequence[Week], this_week: date) -> None:
        """Show these weeks, oldest first; `this_week` is the first day of the present one."""
        self._weeks, self._this_week = weeks, this_week
        self._unit = None
        self._gather()

    def show_days(self, bars: Sequence[Bar], today: date) -> None:
        """Show days, oldest first."""
        self._weeks, self._this_week = (), today
        self._show_bars(bars, BarUnit.DAY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._gather()

    def _gather(self) -> None:
        """Show the weeks in the unit that there is room for."""
        if self._unit is not BarUnit.DAY:
            unit = unit_for(len(self._weeks), self.minutes.field_width())
            if unit is not self._unit:
                self._show_bars(bars_of(self._weeks, unit), unit)
        middles = self.calories.shows_middles
        self._kcal_note.set_text(tr("bar: likely range, dot: middle") if middles else tr("bar: likely range"))

    def _show_bars(self, bars: Sequence[Bar], unit: BarUnit) -> None:
        self._unit = unit
        starts = [bar.start for bar in bars]
        is_shown = unit in (BarUnit.DAY, BarUnit.WEEK) and self._this_week in starts
        current = starts.index(self._this_week) if is_shown and self._this_week is not None else None
        for chart in self._charts:
            chart.show_bars(bars, unit, current)
        titles = (
            (tr("Minutes by day"), tr("Calories by day"), tr("Session load by day"))
            if unit is BarUnit.DAY
            else (tr("Weekly minutes"), tr("Weekly calories"), tr("Weekly session load"))
        )
        aside = {BarUnit.MONTH: tr("monthly average"), BarUnit.YEAR: tr("yearly average")}.get(unit, "")
        empty = not any(bar.sessions for bar in bars)
        for card, title in zip(self.cards, titles, strict=True):
            card.set_title(title, aside)
        for note in (self._legend, self._kcal_note, self._load_note):
            note.setVisible(not empty)
        self._load_note.set_text(load_note(sum(bar.unrated for bar in bars)))

    def _on_look_changed(self) -> None:
        self._column.setSpacing(self._look.sp(16))
        for card, height in zip(self.cards, (_MINUTES_HEIGHT, _LOWER_HEIGHT, _LOWER_HEIGHT), strict=True):
            card.setMinimumHeight(self._look.px(height))


def load_note(unrated: int) -> str:
    """What the load is, and what it lacks: nothing is guessed for a session whose effort nobody said."""
    if unrated == 0:
        return tr("effort \N{MULTIPLICATION SIGN} minutes")
    lacking = ntr("{n} without an effort left out", "{n} without an effort left out", unrated)
    lacking = lacking.format(n=number(unrated))
    return tr("effort \N{MULTIPLICATION SIGN} minutes; \N{WHITE CIRCLE} {lacking}").format(lacking=lacking)
