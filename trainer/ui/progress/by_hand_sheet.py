"""ByHandSheet: a workout done elsewhere, written down."""

from collections.abc import Sequence
from datetime import date, datetime, time

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer.core.by_hand import LONGEST_MINUTES, SHORTEST_MINUTES, Activity
from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.effort_picker import EffortPicker
from trainer.ui.widgets.moment_fields import DateField, TimeField
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.text import Text

USUAL_MINUTES = 30
_STEP = 5
_NAME_LENGTH, _NOTE_LENGTH = 120, 2000


class Written(Struct, frozen=True):
    """What was filled in; the time is the local one."""

    name: str
    activity: Activity
    begin: datetime  # naive, as the clock on the wall said
    minutes: float
    routine: str = ""
    effort: int | None = None
    note: str = ""


class ByHandSheet(Sheet):
    """`written` tells it; refuse() says why it can't be so, and the sheet stays. Enter adds."""

    written = Signal(object)  # Written

    def __init__(
        self,
        look: Look,
        activities: Sequence[Activity],
        routines: Sequence[tuple[str, str]],
        now: datetime,
        parent: QWidget,
    ) -> None:
        """`routines`: ids and names. `now`: local, naive."""
        super().__init__(look, tr("Add a workout"), parent, width=620)
        self._activities, self._routines = tuple(activities), tuple(routines)
        self._activity = Select(look, 260, 38)
        self._activity.addItems([activity.name for activity in self._activities])
        self._activity.currentIndexChanged.connect(lambda _index: self._propose_name())
        self._routine = Select(look, 260, 38)
        self._routine.addItems([tr("None of them"), *(name for _, name in self._routines)])
        self._routine.currentIndexChanged.connect(lambda _index: self._propose_name())
        self._name = QLineEdit()
        self._name.setMaxLength(_NAME_LENGTH)
        self._name.textEdited.connect(lambda _text: setattr(self, "_own_name", True))
        self._own_name = False
        begin = datetime.combine(now.date(), time(max(0, now.hour - 1), 0))
        self._day = DateField(look, tr("Day"), begin.date())
        self._at = TimeField(look, tr("Began at"), begin.time())
        self._minutes = Stepper(
            look, USUAL_MINUTES, SHORTEST_MINUTES, LONGEST_MINUTES, _STEP, words=_minutes, number=_number, height=38
        )
        self._minutes.setAccessibleName(tr("Minutes of moving"))
        self._effort = EffortPicker(look)
        self._note = QLineEdit()
        self._note.setMaxLength(_NOTE_LENGTH)
        self._note.setPlaceholderText(tr("As you like"))
        self._problem = Text(look, "", "body", "danger")
        self._problem.hide()
        self._add = Button(look, tr("Add"), "primary", height=44, min_width=120, key_hint=tr("Enter"))
        self._add.clicked.connect(self._on_add_clicked)
        self._build()
        self._propose_name()
        self._activity.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it can't be written down like that."""
        self._problem.set_text(sentence)
        self._problem.setAccessibleName(sentence)
        self._problem.setVisible(bool(sentence))
        self._page.ensureWidgetVisible(self._add)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_add_clicked()
        else:
            super().keyPressEvent(event)

    # inside

    def _build(self) -> None:
        look = self._look
        for widget, name in ((self._activity, tr("What it was")), (self._routine, tr("One of my routines"))):
            widget.setAccessibleName(name)
        self._name.setAccessibleName(tr("Name in the log"))
        self._note.setAccessibleName(tr("Note"))
        self._line(
            (tr("What it was"), self._activity),
            (tr("Minutes of moving"), self._minutes),
        )
        self._line((tr("Day"), self._day), (tr("Began at"), self._at))
        self._line((tr("One of my routines"), self._routine))
        self._line((tr("Name in the log"), self._name))
        self._line((tr("How hard was it?"), self._effort))
        self._line((tr("Note"), self._note))
        words = tr("Calories are counted with the MET of the activity, like everything in the log.")
        self.column.addWidget(Text(look, words, "small", "ink2"))
        self.column.addWidget(self._problem)
        bar = QHBoxLayout()
        cancel = Button(look, tr("Cancel"), "second", height=44)
        cancel.clicked.connect(self.reject)
        bar.addStretch(1)
        bar.addWidget(cancel)
        bar.addWidget(self._add)
        self.column.addLayout(bar)

    def _line(self, *fields: tuple[str, QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._look.sp(20))
        for words, widget in fields:
            column = QVBoxLayout()
            column.setSpacing(self._look.sp(4))
            column.addWidget(Text(self._look, words, "small", "ink2", lines=1))
            column.addWidget(widget)
            row.addLayout(column)
        if not isinstance(fields[-1][1], QLineEdit | EffortPicker):
            row.addStretch(1)
        self.column.addLayout(row)

    def _propose_name(self) -> None:
        """The routine's name, else the activity's, until the person writes their own."""
        if not self._own_name:
            place = self._routine.currentIndex() - 1
            activity = self._activities[self._activity.currentIndex()].name
            self._name.setText(self._routines[place][1] if place >= 0 else activity)

    def _on_add_clicked(self) -> None:
        self._minutes.interpretText()
        place = self._routine.currentIndex() - 1
        activity = self._activities[self._activity.currentIndex()]
        day: date = self._day.day
        self.written.emit(
            Written(
                name=" ".join(self._name.text().split()) or activity.name,
                activity=activity,
                begin=datetime.combine(day, self._at.at),
                minutes=self._minutes.value(),
                routine=self._routines[place][0] if place >= 0 else "",
                effort=self._effort.effort,
                note=self._note.text().strip(),
            )
        )


def _minutes(value: float) -> str:
    return ntr("{n} min", "{n} min", round(value))


def _number(text: str) -> float | None:
    digits = "".join(letter for letter in text if letter.isdecimal())
    return float(digits) if digits else None
