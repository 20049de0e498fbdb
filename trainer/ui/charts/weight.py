"""WeightChart: the weight over time. Pointed at by the mouse, or by Left, Right, Home and End; Escape lets go."""

from collections.abc import Sequence
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QDate, QLocale, QPointF, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.language import ntr, tr
from trainer.ui.charts.axis import TextAxis
from trainer.ui.charts.items import GridLines
from trainer.ui.charts.pointed_view import PointedView
from trainer.ui.charts.time_axis import date_ticks
from trainer.ui.charts.weight_line import WeightLine, near_scale
from trainer.ui.theme.look import Look
from trainer.ui.widgets.weight import KG_PER_POUND, POUNDS_PER_STONE, difference_words, weight_words

_LEAST_SPAN = {WeightUnit.KG: 3.0, WeightUnit.LB: 6.0, WeightUnit.ST: 7.0}  # of the scale, in kilograms or pounds
_STEPS = {
    WeightUnit.KG: (1, 2, 5, 10, 20, 50, 100),
    WeightUnit.LB: (2, 5, 10, 20, 50, 100, 200),
    WeightUnit.ST: tuple(n * POUNDS_PER_STONE / 2 for n in (1, 2, 4, 8, 16, 32)),
}
_INTERVAL, _MOST_INTERVALS = 42.0, 5  # pixels at 100 % text that one needs at least
_LABEL_GAP = 24.0  # pixels between two dates, times the text scale
_LONE_DAYS = 7.0  # on each side of a single weighing


class WeightChart(PointedView):
    """Shows weighings in a unit; the list beside it says the same to those who can't see it."""

    _ready = False  # of the class: pyqtgraph resizes the view while it is being made

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Weight over time"), parent)
        self._weighings: tuple[Weighing, ...] = ()
        self._unit = WeightUnit.KG
        self._field.layout.setContentsMargins(0, round(look.px(8)), 0, 0)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._left, self._bottom = TextAxis(look, "left"), TextAxis(look, "bottom")
        for axis, row, column in ((self._left, 0, 0), (self._bottom, 1, 1)):
            axis.linkToView(self._box)
            self._field.addItem(axis, row, column)
        self._field.addItem(self._box, 0, 1)
        self._grid, self._line = GridLines(look), WeightLine(look)
        for item in (self._grid, self._line):
            self._box.addItem(item, ignoreBounds=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._ready = True
        look.changed.connect(self._on_look_changed)

    def show_weighings(self, weighings: Sequence[Weighing], unit: WeightUnit) -> None:
        """Show these, oldest first."""
        self._weighings, self._unit = tuple(weighings), unit
        self._line.set_points([(_day(one), self._value(one.kg)) for one in self._weighings])
        self._set_pointed(None)
        self._arrange()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(300, self._look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._look.px(140))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ready:
            self._arrange()

    # inside

    def count(self) -> int:
        return len(self._weighings)

    def _index_at(self, position: QPointF) -> int | None:
        return self._line.nearest(self._box.mapSceneToView(self.mapToScene(position.toPoint())).x())

    def _arrange(self) -> None:
        look, unit = self._look, self._unit
        intervals = min(_MOST_INTERVALS, int(self.height() / (_INTERVAL * look.text_scale)))
        values = [self._value(one.kg) for one in self._weighings]
        scale = near_scale(values, _LEAST_SPAN[unit], _STEPS[unit], intervals)
        texts = [(value, weight_words(self._kg(value), unit)) for value in scale.ticks] if values else []
        self._box.setYRange(scale.bottom, scale.top, padding=0.02)
        self._left.setWidth(round(max((self._left.metrics.horizontalAdvance(t) for _, t in texts), default=0)) + 8)
        self._left.set_labels(texts)
        self._grid.set_values(scale.ticks)
        self._arrange_time()
        self._describe()

    def _arrange_time(self) -> None:
        if not self._weighings:
            self._bottom.set_labels([])
            return
        first, last = _day(self._weighings[0]), _day(self._weighings[-1])
        widest = self._bottom.metrics.horizontalAdvance("88 8888")
        room = max(2 * widest, self.width() - self._left.width())
        # so much time beside the first and the last that half a date has room there
        aside = (last - first) * (widest / 2) / (room - widest) if last > first else _LONE_DAYS
        self._box.setXRange(first - aside, last + aside, padding=0)
        days = self._weighings[0].local_date, self._weighings[-1].local_date
        ticks = date_ticks(*days, int(room / (widest + _LABEL_GAP * self._look.text_scale)))
        self._bottom.set_labels([(day.toordinal() + 0.5, text) for day, text in ticks])

    def _on_look_changed(self) -> None:
        for axis in (self._left, self._bottom):
            axis.restyle()
        self._set_pointed(None)
        self._arrange()
        self.updateGeometry()
        self.viewport().update()

    def _set_pointed(self, index: int | None) -> None:
        self._pointed = index
        self._line.set_pointed(index)
        if index is None:
            self._hide_card()
        else:
            self._show_figures(index)
        self._describe()

    def _show_figures(self, index: int) -> None:
        weighing = self._weighings[index]
        x = self.mapFromScene(self._box.mapViewToScene(QPointF(_day(weighing), 0.0))).x()
        rows = [("accent", tr("Weight"), weight_words(weighing.kg, self._unit, tenths=True))]
        if index:
            change = difference_words(weighing.kg - self._weighings[index - 1].kg, self._unit)
            rows.append(("", tr("Since the one before"), change))
        self._show_card(_long_date(weighing.local_date), rows, QRect(x - 8, 0, 16, self.height()))

    def _describe(self) -> None:
        """The weighing pointed at, else all of them in a sentence."""
        count = len(self._weighings)
        if not count:
            text = tr("No weighings yet.")
        elif self._pointed is not None:
            text = self.sentence_of(self._pointed)
        else:
            made = ntr("{n} weighing", "{n} weighings", count)
            newest = self.sentence_of(count - 1)
            text = tr("{made}. {newest} Left and Right go through them.").format(made=made, newest=newest)
        self.setAccessibleDescription(text)

    def sentence_of(self, index: int) -> str:
        weighing = self._weighings[index]
        words = weight_words(weighing.kg, self._unit, tenths=True)
        return tr("{day}: {weight}.").format(day=_long_date(weighing.local_date), weight=words)

    def _value(self, kg: float) -> float:
        return kg if self._unit is WeightUnit.KG else kg / KG_PER_POUND

    def _kg(self, value: float) -> float:
        return value if self._unit is WeightUnit.KG else value * KG_PER_POUND


def _day(weighing: Weighing) -> float:
    """Days since the year 1, on the local clock."""
    seconds = weighing.weighed.timestamp() + weighing.utc_offset_minutes * 60
    return date(1970, 1, 1).toordinal() + seconds / 86_400


def _long_date(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))
