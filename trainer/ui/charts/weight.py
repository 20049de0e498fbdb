"""WeightChart: the weight over time. Pointed at by the mouse, or by Left, Right, Home and End; Escape lets go."""

from collections.abc import Sequence
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.language import ntr, tr
from trainer.ui.charts.axis import TextAxis
from trainer.ui.charts.bar_card import BarCard
from trainer.ui.charts.items import GridLines
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


class WeightChart(pg.GraphicsView):
    """Shows weighings in a unit; the list beside it says the same to those who can't see it."""

    _ready = False  # of the class: pyqtgraph resizes the view while it is being made

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._look = look
        self._weighings: tuple[Weighing, ...] = ()
        self._unit = WeightUnit.KG
        self._pointed: int | None = None
        self._card: BarCard | None = None
        self._ring = False
        field = pg.GraphicsLayout()
        field.layout.setContentsMargins(0, round(look.px(8)), 0, 0)
        field.layout.setSpacing(0)
        self.setCentralItem(field)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._left, self._bottom = TextAxis(look, "left"), TextAxis(look, "bottom")
        for axis, row, column in ((self._left, 0, 0), (self._bottom, 1, 1)):
            axis.linkToView(self._box)
            field.addItem(axis, row, column)
        field.addItem(self._box, 0, 1)
        self._grid, self._line = GridLines(look), WeightLine(look)
        for item in (self._grid, self._line):
            self._box.addItem(item, ignoreBounds=True)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # a cached background is filled, not transparent
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Weight over time"))
        self._ready = True
        look.changed.connect(self._on_look_changed)

    def show_weighings(self, weighings: Sequence[Weighing], unit: WeightUnit) -> None:
        """Show these, oldest first."""
        self._weighings, self._unit = tuple(weighings), unit
        self._line.set_points([(_day(one), self._value(one.kg)) for one in self._weighings])
        self._set_pointed(None)
        self._arrange()

    @property
    def pointed(self) -> int | None:
        """The weighing pointed at."""
        return self._pointed

    @property
    def card(self) -> BarCard | None:
        """The card of figures, once one has been shown."""
        return self._card

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(300, self._look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._look.px(140))

    def close(self) -> bool:
        """As of any widget: pyqtgraph's own takes the viewport away, which crashes now and then."""
        return QWidget.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ready:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._look.color("accent"), 2))
                painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._box.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
        self._set_pointed(self._line.nearest(day))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointed(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_pointed(None)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._set_pointed(None)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, here = len(self._weighings) - 1, self._pointed
        steps = {
            Qt.Key.Key_Left: last if here is None else max(0, here - 1),
            Qt.Key.Key_Right: 0 if here is None else min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() == Qt.Key.Key_Escape and here is not None:
            self._set_pointed(None)
        elif event.key() in steps and last >= 0:
            self._ring = True
            self._set_pointed(steps[Qt.Key(event.key())])
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))
        else:
            event.ignore()

    # inside

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
        if index is not None:
            self._show_card(index)
        elif self._card is not None:
            self._card.hide()
        self._describe()

    def _show_card(self, index: int) -> None:
        window = self.window()
        if self._card is None:
            self._card = BarCard(self._look, window)
            self.destroyed.connect(self._card.deleteLater)
        weighing = self._weighings[index]
        x = self.mapFromScene(self._box.mapViewToScene(QPointF(_day(weighing), 0.0))).x()
        anchor = QRect(self.viewport().mapTo(window, QPoint(x - 8, 0)), QSize(16, self.height()))
        rows = [("accent", tr("Weight"), weight_words(weighing.kg, self._unit, tenths=True))]
        if index:
            change = difference_words(weighing.kg - self._weighings[index - 1].kg, self._unit)
            rows.append(("", tr("Since the one before"), change))
        self._card.show_beside(_long_date(weighing.local_date), rows, anchor)

    def _describe(self) -> None:
        """The weighing pointed at, else all of them in a sentence."""
        count = len(self._weighings)
        if not count:
            text = tr("No weighings yet.")
        elif self._pointed is not None:
            text = self._sentence(self._weighings[self._pointed])
        else:
            made = ntr("{n} weighing", "{n} weighings", count)
            newest = self._sentence(self._weighings[-1])
            text = tr("{made}. {newest} Left and Right go through them.").format(made=made, newest=newest)
        self.setAccessibleDescription(text)

    def _sentence(self, weighing: Weighing) -> str:
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
