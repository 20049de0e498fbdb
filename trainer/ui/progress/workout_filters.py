"""WorkoutFilters: the chips over the list of workouts, and the two dates that one of them asks for."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.core.named_days import NamedDays, span_of
from trainer.core.workout import WorkoutState
from trainer.core.workout_query import Origin, WorkoutQuery
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.filter_chip import FilterChip
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.span_fields import SpanFields, day_options

_DAYS = tuple(days for days in NamedDays if days is not NamedDays.ALL)


class WorkoutFilters(QWidget):
    """Dates, ending, routine, origin."""

    changed = Signal()  # by the person

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._first_weekday = date.min, 0
        self._dates = FilterChip(look, tr("Dates"), day_options(_DAYS), anything=tr("Any date"), icon="clock")
        self._ending = FilterChip(look, tr("Ending"), ending_options(), anything=tr("Any ending"))
        self._routine = FilterChip(look, tr("Routine"), anything=tr("Any routine"))
        self._origin = FilterChip(look, tr("Origin"), origin_options(), anything=tr("Any origin"))
        self._routine.hide()
        self._chips = (self._dates, self._ending, self._routine, self._origin)
        flow = Flow(look, 8)
        flow.add(*self._chips)
        self._span = SpanFields(look)
        self._span.changed.connect(self.changed)
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
            self._span.set_month_until(today)
        self._today, self._first_weekday = today, first_weekday

    def set_days(self, first: date, last: date) -> None:
        """Let only these days through, silently."""
        self._dates.set_value(NamedDays.OTHER)
        self._span.set_days(first, last)
        self._span.show()

    def offer_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Ids and names of what may be asked for."""
        self._routine.set_options(routines)
        self._routine.setVisible(self._routine.has_options)

    def query(self, words: str) -> WorkoutQuery:
        """What is let through, those words in it."""
        since, until = None, None
        if self._dates.value is NamedDays.OTHER:
            since, until = self._span.days
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
        other = self._dates.value is NamedDays.OTHER
        was_hidden = self._span.isHidden()
        self._span.setVisible(other)
        if other and was_hidden:
            self._span.setFocus()
        self.changed.emit()


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
