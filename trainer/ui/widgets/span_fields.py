"""SpanFields: from a day to a day, and the words for the spans that have a name."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.core.named_days import NamedDays
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.moment_fields import DateField
from trainer.ui.widgets.text import Text


class SpanFields(QWidget):
    """Two days in a row."""

    changed = Signal()  # by the person

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since, self._until = (DateField(look, name, date(2000, 1, 1)) for name in (tr("From"), tr("To")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(8))
        for words, field in ((tr("From"), self._since), (tr("to"), self._until)):
            row.addWidget(Text(look, words, "body", "ink2", lines=1))
            row.addWidget(field)
            field.day_chosen.connect(lambda _day: self.changed.emit())
        row.addStretch(1)
        self.setFocusProxy(self._since)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last. Two in the wrong order are meant in the right one."""
        first, last = sorted((self._since.day, self._until.day))
        return first, last

    def set_days(self, first: date, last: date) -> None:
        """Show these, silently."""
        self._since.set_day(first)
        self._until.set_day(last)

    def set_month_until(self, today: date) -> None:
        """Show the last 28 days, silently."""
        self.set_days(today - timedelta(days=27), today)


def day_options(offered: Iterable[NamedDays]) -> list[tuple[NamedDays, str]]:
    """Those spans in words, in their order."""
    words = {
        NamedDays.ALL: tr("All days"),
        NamedDays.THIS_WEEK: tr("This week"),
        NamedDays.MONTH: tr("Last 28 days"),
        NamedDays.QUARTER: tr("Last 90 days"),
        NamedDays.THIS_YEAR: tr("This year"),
        NamedDays.LAST_YEAR: tr("Last year"),
        NamedDays.OTHER: tr("From a day to a day"),
    }
    return [(days, words[days]) for days in offered]
