"""DateField and TimeField: a day, and a time of it, typed or stepped part by part with Up and Down."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, QTime, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, painting, text_width

_HEIGHT, _SIDE = 38, 12  # px at 100 %


class _MomentField(QDateTimeEdit):
    """Drawn as the look says; Qt edits the text, section by section."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        words = text_width(self.font(), self.text())
        return QSize(round(words) + 2 * self._look.px(_SIDE) + self._look.px(8), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, rect = self._look, QRectF(self.rect())
        with painting(self) as painter:
            draw_box(painter, rect, look.px(10), look.color("surface"), look.faint("edge", 0.75))
            if self.hasFocus():
                draw_focus_ring(painter, look, rect, look.px(10))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        side = self._look.px(_SIDE)
        self.lineEdit().setGeometry(side, 1, max(0, self.width() - 2 * side), max(0, self.height() - 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus: scrolling a page past it must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_look_changed(self) -> None:
        self.setFont(self._look.font("body", tabular=True))
        self.lineEdit().setFont(self.font())
        self.updateGeometry()
        self.update()


class DateField(_MomentField):
    """A day, as the locale writes it with four digits of the year."""

    day_chosen = Signal(object)  # date

    def __init__(self, look: Look, name: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(short if "yyyy" in short else short.replace("yy", "yyyy"))
        self.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.set_day(day)
        self.dateChanged.connect(lambda _day: self.day_chosen.emit(self.day))

    @property
    def day(self) -> date:
        """What it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show a day, silently."""
        blocked = self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(blocked)
        self.updateGeometry()


class TimeField(_MomentField):
    """Hours and minutes, as the locale writes them."""

    time_chosen = Signal(object)  # datetime.time

    def __init__(self, look: Look, name: str, at: time, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.set_at(at)
        self.timeChanged.connect(lambda _time: self.time_chosen.emit(self.at))

    @property
    def at(self) -> time:
        """What it shows."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_at(self, at: time) -> None:
        """Show a time, silently."""
        blocked = self.blockSignals(True)
        self.setTime(QTime(at.hour, at.minute))
        self.blockSignals(blocked)
        self.updateGeometry()
