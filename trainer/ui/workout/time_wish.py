"""TimeWish: "I have N minutes", and what that makes of the routine, before it starts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.text import Text
from trainer.ui.workout.refit_words import TimeAnswer

SHORTEST, LONGEST = 5, 90  # minutes that can be asked for, or as many as the routine takes anyway


class TimeWish(QWidget):
    """A stepper in whole minutes and, beside it, the answer; a link lists every change."""

    minutes_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._answer: TimeAnswer | None = None
        self._have = Text(look, tr("I have"), "lead", lines=1)
        self._minutes = Stepper(
            look, SHORTEST, SHORTEST, LONGEST, 1, words=_minutes, number=_number, width=150, height=44
        )
        self._minutes.setAccessibleName(tr("Minutes I have"))
        self._title = Text(look, "", "body-bold", lines=1)
        self._parts = Text(look, "", "small", "ink2", lines=2)
        self._see = Button(look, tr("See them"), "link", height=24, text_size=13)
        self._words = QVBoxLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._see)
        head.addStretch(1)
        self._head = head
        self._words.addStretch(1)
        self._words.addLayout(head)
        self._words.addWidget(self._parts)
        self._words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._have, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)
        self._see.setAccessibleName(tr("See what changes"))
        self._minutes.value_chosen.connect(lambda value: self.minutes_chosen.emit(round(value)))
        self._see.clicked.connect(self._on_see_chosen)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_answer(self, answer: TimeAnswer) -> None:
        """Show the minutes in force and what comes of them."""
        self._answer = answer
        self._minutes.set_bounds(min(SHORTEST, answer.minutes), max(LONGEST, answer.minutes), 1)
        self._minutes.set_value(answer.minutes)
        self._title.set_text(answer.title)
        self._parts.set_text(answer.parts)
        self._parts.setVisible(bool(answer.parts))
        self._see.setVisible(bool(answer.changes))
        self._minutes.setAccessibleDescription(f"{answer.title}. {answer.parts}")

    def set_narrow(self, narrow: bool) -> None:
        """Do without the words before the stepper, where there is no room for them."""
        self._have.setVisible(not narrow)

    def _on_see_chosen(self) -> None:
        if self._answer is not None:
            ChangesSheet(self._look, self._answer, self.window()).open()

    def _on_look_changed(self) -> None:
        self._minutes.setMinimumWidth(self._minutes.sizeHint().width())  # words give way before the number is cut
        self._row.setSpacing(self._look.sp(14))
        self._words.setSpacing(self._look.sp(1))
        self._head.setSpacing(self._look.sp(12))


class ChangesSheet(Sheet):
    """Every change, one sentence each."""

    def __init__(self, look: Look, answer: TimeAnswer, parent: QWidget) -> None:
        super().__init__(look, tr("To make it {minutes} min").format(minutes=answer.minutes), parent)
        for words in (answer.shortfall, answer.parts):
            if words:
                self.column.addWidget(Text(look, words, "body", "ink2"))
        for line in answer.changes:
            self.column.addWidget(Text(look, line, "body", leading=1.5))


def _minutes(value: float) -> str:
    return tr("{minutes} min").format(minutes=round(value))


def _number(text: str) -> float | None:
    digits = "".join(letter for letter in text if letter.isdigit())
    return float(digits) if digits and len(digits) <= 4 else None
