"""ExportSheet: which days of the log, in what form."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.core.named_days import NamedDays, span_of
from trainer.exchange.export import ExportFormat
from trainer.language import ntr, tr
from trainer.ui.preferences.settings_group import SettingRow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.span_fields import SpanFields, day_options
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.text import Text

_DAYS = tuple(days for days in NamedDays if days is not NamedDays.THIS_WEEK)
_FORMATS = (ExportFormat.CSV, ExportFormat.JSON, ExportFormat.FIT, ExportFormat.TCX, ExportFormat.ICS)


class ExportWish(Struct, frozen=True):
    """What was chosen."""

    format: ExportFormat
    first: date | None
    last: date | None
    plan: bool


class ExportSheet(Sheet):
    """`count(first, last)`: how many workouts those days have. Enter goes on to where."""

    export_chosen = Signal(object)  # ExportWish

    def __init__(
        self,
        look: Look,
        today: date,
        count: Callable[[date | None, date | None], int],
        parent: QWidget,
        *,
        planned: bool,
    ) -> None:
        """`planned`: whether there is a week plan that a calendar could have."""
        super().__init__(look, tr("Export the log"), parent, width=620)
        self._today, self._count, self._planned = today, count, planned
        self._format = Segmented(look, [tr("CSV"), tr("JSON"), tr("FIT"), tr("TCX"), tr("Calendar")], height=38)
        self._meaning = Text(look, "", "body", "ink2")
        self._days = Select(look, 240, 38)
        self._days.addItems([words for _, words in day_options(_DAYS)])
        self._span = SpanFields(look)
        self._span.set_month_until(today)
        self._plan = Switch(look, on=True)
        self._plan_row = SettingRow(look, tr("The week plan too"), self._plan, tr("As all-day events, every week"))
        self._found = Text(look, "", "body-bold")
        self._go = Button(look, tr("Choose where"), "primary", height=44, min_width=120, key_hint=tr("Enter"))
        self._build()
        self._connect()
        self._refresh()
        self._format.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_go_clicked()
        else:
            super().keyPressEvent(event)

    # inside

    def _build(self) -> None:
        look = self._look
        self._format.setAccessibleName(tr("Form"))
        self._days.setAccessibleName(tr("Days"))
        self.column.addWidget(self._format, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._meaning)
        self.column.addSpacing(look.sp(6))
        self.column.addWidget(SettingRow(look, tr("Days"), self._days))
        self.column.addWidget(self._span)
        self.column.addWidget(self._plan_row)
        self.column.addSpacing(look.sp(6))
        bar = QHBoxLayout()
        bar.setSpacing(look.sp(8))
        cancel = Button(look, tr("Cancel"), "second", height=44)
        cancel.clicked.connect(self.reject)
        bar.addWidget(self._found, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(cancel)
        bar.addWidget(self._go)
        self.column.addLayout(bar)

    def _connect(self) -> None:
        self._format.index_chosen.connect(lambda _index: self._refresh())
        self._days.activated.connect(lambda _index: self._refresh())
        self._span.changed.connect(self._refresh)
        self._plan.clicked.connect(lambda _on: self._refresh())
        self._go.clicked.connect(self._on_go_clicked)

    def _refresh(self) -> None:
        wish = self._wish()
        self._span.setVisible(_DAYS[self._days.currentIndex()] is NamedDays.OTHER)
        self._plan_row.setVisible(self._planned and wish.format is ExportFormat.ICS)
        self._meaning.set_text(_meaning(wish.format))
        count = self._count(wish.first, wish.last)
        self._found.set_text(ntr("{n} workout", "{n} workouts", count) if count else tr("No workouts on these days"))
        self._go.setEnabled(count > 0 or wish.plan)

    def _wish(self) -> ExportWish:
        chosen = _FORMATS[self._format.current]
        days = _DAYS[self._days.currentIndex()]
        first, last = self._span.days if days is NamedDays.OTHER else span_of(days, self._today)
        plan = self._planned and chosen is ExportFormat.ICS and self._plan.isChecked()
        return ExportWish(chosen, first, last, plan)

    def _on_go_clicked(self) -> None:
        if self._go.isEnabled():
            self.export_chosen.emit(self._wish())


def _meaning(chosen: ExportFormat) -> str:
    return {
        ExportFormat.CSV: tr("For a spreadsheet: a row for each workout, with minutes, calories and notes."),
        ExportFormat.JSON: tr("Everything a workout was counted from. Trainer reads it back, on any computer."),
        ExportFormat.FIT: tr(
            "For Garmin, Strava and others: a file for each workout, with laps, repetitions and loads."
        ),
        ExportFormat.TCX: tr("For training sites that don't read FIT: all workouts in one file, with their laps."),
        ExportFormat.ICS: tr("For your calendar: each workout at the time you did it."),
    }[chosen]
