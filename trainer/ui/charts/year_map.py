"""YearMap: a square for each day of the last year, darker and, in high contrast, fuller the more minutes it has."""

import math
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.progress import Totals, week_start
from trainer.language import ntr, tr
from trainer.ui.charts.bar_card import BarCard
from trainer.ui.charts.bars import Bar, BarUnit, day_bars
from trainer.ui.charts.table import ChartTable, days_table
from trainer.ui.charts.words import bar_figures, bar_sentence, bar_title, month_name, number, weekday_name
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, text_width

WEEKS = 53  # the present one included: the same weekday of last year is in sight
# Minutes from which a day has the next of the ramp's colours: ours, about a short, a usual and a long session.
STEPS = (15.0, 30.0, 60.0)
_LEAST_PITCH, _MOST_PITCH = 12, 22  # pixels from square to square at 100 % text
_FILLED = 0.8  # of the pitch
_MONTHS, _RING = 22, 2  # pixels: the height of the months' names; the width of the ring around today
FULLNESS = (0.0, 0.34, 0.56, 0.78, 1.0)  # of a square's side, by level, in high contrast


def level_of(minutes: float) -> int:
    """0 for none, 1 .. 4 the more minutes a day has."""
    return 0 if minutes <= 0 else 1 + sum(minutes >= step for step in STEPS)


class YearMap(Drawn):
    """Weeks from left to right. Pointed at by the mouse or the arrow keys; a click or Enter asks for the day."""

    days_chosen = Signal(object, object)  # dates, the first and the last, the same

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._bars: tuple[Bar, ...] = ()  # a day each, from the first day of a week to today
        self._today = date.min
        self._pointed: int | None = None
        self._by_keys = False
        self._card: BarCard | None = None
        self._names: float | None = None
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("The last year"))

    def show_days(self, totals: Sequence[Totals], today: date, first_weekday: int) -> None:
        """Show the year up to today."""
        first = week_start(today, first_weekday) - timedelta(weeks=WEEKS - 1)
        self._names = None
        self._bars, self._today = day_bars(totals, first, today), today
        self._set_pointed(None)
        self._describe()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The days it shows, oldest first."""
        return self._bars

    @property
    def pointed(self) -> int | None:
        """The day pointed at, as its index."""
        return self._pointed

    def weeks_shown(self) -> int:
        """How many weeks there is room for."""
        room = self.width() - self._names_width()
        return max(1, min(WEEKS, int(room / self.look.px(_LEAST_PITCH))))

    def table(self) -> ChartTable:
        """The days with a session."""
        return days_table(self._bars, self._today)

    # Qt

    def measure(self) -> QSize:
        return QSize(self.look.px(480), self._height_for(self._pitch()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self._height_for(self.look.px(_LEAST_PITCH)))

    def draw(self, painter: QPainter) -> None:
        look, font = self.look, self.look.font("caption", weight=500)
        pitch, top = self._pitch(), float(look.px(_MONTHS))
        for row in range(0, 7, 2):
            if row < len(self._bars):
                middle = top + (row + _FILLED / 2) * pitch
                draw_text(painter, font, look.color("ink2"), 0.0, middle, weekday_name(self._bars[row].start))
        self._draw_months(painter)
        first, corner = self._first(), QPointF(self._names_width(), top)
        for index in range(first, len(self._bars)):
            column, row = divmod(index - first, 7)
            self._draw_day(
                painter, index, QRectF(corner + QPointF(column, row) * pitch, QSizeF(pitch, pitch) * _FILLED)
            )
        if self._by_keys and self.hasFocus():
            draw_focus_ring(painter, look, QRectF(self.rect()), look.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.measure().height())

    def restyle(self) -> None:
        self._names = None
        self.setFixedHeight(self.measure().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        self._set_pointed(self.day_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_pointed(self.day_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pointed is not None:
            self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointed(None)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._set_pointed(None)
        super().hideEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_pointed(None)
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        first, last, here = self._first(), len(self._bars) - 1, self._pointed
        steps = {Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self._choose()
        elif event.key() == Qt.Key.Key_Escape and here is not None:
            self._set_pointed(None)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._point_by_key(first if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in steps and last >= 0:
            step = steps[Qt.Key(event.key())]
            there = last if here is None else here + step
            self._point_by_key(there if first <= there <= last or here is None else here)
        else:
            super().keyPressEvent(event)

    # inside

    def _names_width(self) -> float:
        """What the weekdays take; kept, since every square asks."""
        if self._names is None:
            font = self.look.font("caption", weight=500)
            widest = max((text_width(font, weekday_name(bar.start)) for bar in self._bars[:7]), default=0.0)
            self._names = widest + self.look.px(10)
        return self._names

    def _first(self) -> int:
        """Index of the first day in sight, the first of its week."""
        weeks = -(-len(self._bars) // 7)
        return 7 * max(0, weeks - self.weeks_shown())

    def _pitch(self) -> float:
        across = (self.width() - self._names_width()) / self.weeks_shown()
        return max(1.0, min(across, float(self.look.px(_MOST_PITCH))))

    def _height_for(self, pitch: float) -> int:
        return self.look.px(_MONTHS) + math.ceil(7 * pitch)

    def _square(self, index: int) -> QRectF:
        """The room of a day, without the gap to the next."""
        pitch = self._pitch()
        column, row = divmod(index - self._first(), 7)
        side = pitch * _FILLED
        return QRectF(self._names_width() + column * pitch, self.look.px(_MONTHS) + row * pitch, side, side)

    def _draw_day(self, painter: QPainter, index: int, square: QRectF) -> None:
        look, bar = self.look, self._bars[index]
        level, radius = level_of(bar.total), square.width() * 0.22
        ramp = look.theme.ramps.heat
        if look.is_high_contrast:
            draw_box(painter, square, radius, look.color("surface"), look.color("ink", 0.5))
            margin = square.width() * (1 - FULLNESS[level]) / 2
            if level:
                inner = square.adjusted(margin, margin, -margin, -margin)
                draw_box(painter, inner, radius * FULLNESS[level], look.color("strength"))
        else:
            draw_box(painter, square, radius, QColor(ramp[level]))
        if bar.start == self._today or index == self._pointed:
            token = "accent" if index == self._pointed else "ink"
            ring = square.adjusted(-1.5, -1.5, 1.5, 1.5)
            draw_box(painter, ring, radius + 1, look.color("ink", 0.0), look.color(token), _RING)

    def _draw_months(self, painter: QPainter) -> None:
        """The name of each month over its first whole week, where it doesn't meet the one before."""
        look, font = self.look, self.look.font("caption", weight=500)
        free, first = 0.0, self._first()
        for index in range(first, len(self._bars), 7):
            day = self._bars[index].start
            begins = index == first or self._bars[index - 7].start.month != day.month
            if index == first and self._bars[min(first + 14, len(self._bars) - 1)].start.month != day.month:
                continue  # the end of a month: the next one's name needs the room
            x, name = self._square(index).left(), month_name(day)
            if begins and x >= free and x + text_width(font, name) <= self.width():
                draw_text(painter, font, look.color("ink2"), x, look.px(_MONTHS) / 2 - 2, name)
                free = x + text_width(font, name) + look.px(10)

    def day_at(self, position: QPointF | QPoint) -> int | None:
        """Index of the day at a place in the widget."""
        pitch = self._pitch()
        x, y = position.x() - self._names_width(), position.y() - self.look.px(_MONTHS)
        if x < 0 or not 0 <= y < 7 * pitch or pitch <= 0:
            return None
        index = self._first() + int(x / pitch) * 7 + int(y / pitch)
        return index if index < len(self._bars) else None

    def _point_by_key(self, index: int) -> None:
        self._set_pointed(index)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._sentence(index)))

    def _set_pointed(self, index: int | None) -> None:
        if index == self._pointed:
            return
        self._pointed = index
        leads = index is not None and self._bars[index].sessions > 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        if index is not None:
            self._show_card(index)
        elif self._card is not None:
            self._card.hide()
        self._describe()
        self.update()

    def _choose(self) -> None:
        if self._pointed is not None and self._bars[self._pointed].sessions:
            day = self._bars[self._pointed].start
            self.days_chosen.emit(day, day)

    def _show_card(self, index: int) -> None:
        window = self.window()
        if self._card is None or self._card.parentWidget() is not window:
            if self._card is not None:
                self._card.deleteLater()
            self._card = BarCard(self.look, window)
            self.destroyed.connect(self._card.deleteLater)
        square = self._square(index).toRect()
        anchor = QRect(self.mapTo(window, QPoint(square.left(), square.top())), square.size())
        bar = self._bars[index]
        self._card.show_beside(bar_title(bar, BarUnit.DAY, current=self._is_today(index)), bar_figures(bar), anchor)

    def _is_today(self, index: int) -> bool:
        return self._bars[index].start == self._today

    def _sentence(self, index: int) -> str:
        return bar_sentence(self._bars[index], BarUnit.DAY, current=self._is_today(index))

    def _describe(self) -> None:
        """Keep the accessible description true: the day pointed at, else the year in a sentence."""
        if self._pointed is not None:
            text = self._sentence(self._pointed)
        else:
            days = sum(bar.sessions > 0 for bar in self._bars)
            said = ntr("{n} day with a session.", "{n} days with a session.", days).format(n=number(days))
            text = tr("{days} The arrow keys go through the days, Enter shows the sessions.").format(days=said)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
