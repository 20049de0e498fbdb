"""WorkoutFilters: the chips over the list of workouts, and the two dates that one of them asks for."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.progress import week_start
from trainer.core.workout import WorkoutState
from trainer.core.workout_query import Origin, WorkoutQuery
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.filter_chip import FilterChip
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.moment_fields import DateField
from trainer.ui.widgets.text import Text


class Dates(StrEnum):
    """The spans one asks for by name."""

    THIS_WEEK = "this-week"
    MONTH = "28-days"
    QUARTER = "90-days"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    OTHER = "other"


def span_of(dates: Dates, today: date, first_weekday: int) -> tuple[date | None, date | None]:
    """The first and the last day; None: no end. OTHER is the person's to say."""
    match dates:
        case Dates.THIS_WEEK:
            start = week_start(today, first_weekday)
            return start, start + timedelta(days=6)
        case Dates.MONTH:
            return today - timedelta(days=27), None
        case Dates.QUARTER:
            return today - timedelta(days=89), None
        case Dates.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case Dates.LAST_YEAR:
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        case Dates.OTHER:
            return None, None


class WorkoutFilters(QWidget):
    """Dates, ending, routine, origin."""

    changed = Signal()  # by the person

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._first_weekday = date.min, 0
        self._dates = FilterChip(look, tr("Dates"), dates_options(), anything=tr("Any date"), icon="clock")
        self._ending = FilterChip(look, tr("Ending"), ending_options(), anything=tr("Any ending"))
        self._routine = FilterChip(look, tr("Routine"), anything=tr("Any routine"))
        self._origin = FilterChip(look, tr("Origin"), origin_options(), anything=tr("Any origin"))
        self._routine.hide()
        self._chips = (self._dates, self._ending, self._routine, self._origin)
        flow = Flow(look, 8)
        flow.add(*self._chips)
        self._since, self._until = (DateField(look, name, date(2000, 1, 1)) for name in (tr("From"), tr("To")))
        self._span = QWidget()
        row = QHBoxLayout(self._span)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(8))
        for words, field in ((tr("From"), self._since), (tr("to"), self._until)):
            row.addWidget(Text(look, words, "body", "ink2", lines=1))
            row.addWidget(field)
            field.day_chosen.connect(lambda _day: self.changed.emit())
        row.addStretch(1)
        self._span.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(8))
        column.addWidget(flow)
        column.addWidget(self._span)
        for chip in self._chips:
            chip.changed.connect(self._on_chip_changed)

    def set_today(self, today: date, first_weekday: int) -> None:
        """What the named spans are counted from; weekdays as `date.weekday()` counts them."""
        if self._today == date.min:
            self._since.set_day(today - timedelta(days=27))
            self._until.set_day(today)
        self._today, self._first_weekday = today, first_weekday

    def set_days(self, first: date, last: date) -> None:
        """Let only these days through, silently."""
        self._dates.set_value(Dates.OTHER)
        self._since.set_day(first)
        self._until.set_day(last)
        self._span.show()

    def offer_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Ids and names of what may be asked for."""
        self._routine.set_options(routines)
        self._routine.setVisible(self._routine.has_options)

    def query(self, words: str) -> WorkoutQuery:
        """What is let through, those words in it. Two dates in the wrong order are meant in the right one."""
        since, until = None, None
        if self._dates.value is Dates.OTHER:
            since, until = sorted((self._since.day, self._until.day))
        elif self._dates.value is not None:
            since, until = span_of(self._dates.value, self._today, self._first_weekday)
        return WorkoutQuery(
            words=words,
            since=since,
            until=until,
            state=self._ending.value,
            routines=None if self._routine.value is None else (self._routine.value,),
            origin=self._origin.value,
        )

    def clear(self) -> None:
        """Let everything through, silently."""
        for chip in self._chips:
            chip.set_value(None)
        self._span.hide()

    def _on_chip_changed(self) -> None:
        other = self._dates.value is Dates.OTHER
        was_hidden = self._span.isHidden()
        self._span.setVisible(other)
        if other and was_hidden:
            self._since.setFocus()
        self.changed.emit()


def dates_options() -> list[tuple[Dates, str]]:
    """Spans of days."""
    return [
        (Dates.THIS_WEEK, tr("This week")),
        (Dates.MONTH, tr("Last 28 days")),
        (Dates.QUARTER, tr("Last 90 days")),
        (Dates.THIS_YEAR, tr("This year")),
        (Dates.LAST_YEAR, tr("Last year")),
        (Dates.OTHER, tr("From a day to a day")),
    ]


def ending_options() -> list[tuple[WorkoutState, str]]:
    """How a session may have ended."""
    return [(WorkoutState.COMPLETE, tr("Done to the end")), (WorkoutState.PARTIAL, tr("Stopped early"))]


def origin_options() -> list[tuple[Origin, str]]:
    """Where a workout may come from."""
    return [
        (Origin.FOLLOWED, tr("Followed here")),
        (Origin.BY_HAND, tr("Added by hand")),
        (Origin.IMPORTED, tr("Imported")),
    ]
