"""WeighingForm: a day and a weight, to be added, or put in place of a weighing that was made."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.moment_fields import DateField
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.weight import FIRST_KG, WeightStepper


class WeighingForm(QWidget):
    """Enter adds or saves; Escape leaves the weighing that is being edited."""

    added = Signal(object, float)  # date, kilograms
    changed = Signal(object)  # Weighing, with its new day and weight; its moment is still the old one

    def __init__(self, look: Look, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._today = look, today
        self._unit, self._kg = WeightUnit.KG, FIRST_KG
        self._edited: Weighing | None = None
        self._offered = ""  # what is shown is rounded: only other words than these replace what was weighed
        self._day = DateField(look, tr("Day"), today)
        self._weight = WeightStepper(look, FIRST_KG, WeightUnit.KG, weighed=True)
        self._save = Button(look, tr("Add weighing"), "primary", "plus", height=38)
        self._save.clicked.connect(self.submit)
        self._cancel = Button(look, tr("Cancel"), "second", height=38)
        self._cancel.clicked.connect(self.leave_editing)
        self._problem = Text(look, "", "small", "danger", balance=False)
        line = QWidget()
        flow = FlowLayout(look, 10, line)
        for widget in (self._day, self._weight, self._save, self._cancel):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(6))
        column.addWidget(line)
        column.addWidget(self._problem)
        self.leave_editing()

    @property
    def edited(self) -> Weighing | None:
        """The weighing that is being edited."""
        return self._edited

    def show_newest(self, kg: float | None, unit: WeightUnit) -> None:
        """Offer that weight for the next weighing, in that unit."""
        self._unit, self._kg = unit, FIRST_KG if kg is None else kg
        self._offer(self._kg if self._edited is None else self._edited.kg)

    def edit(self, weighing: Weighing) -> None:
        """Take a weighing to be changed."""
        self._edited = weighing
        self._day.set_day(weighing.local_date)
        self._offer(weighing.kg)
        self._save.set_text(tr("Save"))
        self._save.set_icon("check")
        self._cancel.show()
        self._refuse("")
        self.focus_weight()

    def focus_weight(self) -> None:
        """Be ready for a weight to be typed."""
        self._weight.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_editing(self) -> None:
        """Be there for a new one again."""
        self._edited = None
        self._day.set_day(self._today)
        self._offer(self._kg)
        self._save.set_text(tr("Add weighing"))
        self._save.set_icon("plus")
        self._cancel.hide()
        self._refuse("")

    def submit(self) -> None:
        """Add it, or save what is being edited; a day to come is refused in a sentence."""
        self._weight.interpretText()
        day, edited = self._day.day, self._edited
        if day > self._today:
            self._refuse(tr("A weighing can't be of a day that is still to come; choose today or a day before."))
            self._day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        shown = self._weight.kg
        old = self._kg if edited is None else edited.kg
        kg = old if shown is None or self._weight.text() == self._offered else shown
        self.leave_editing()
        if edited is None:
            self.added.emit(day, kg)
        else:
            self.changed.emit(Weighing(edited.id, edited.weighed, edited.utc_offset_minutes, day, kg))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape and self._edited is not None:
            self.leave_editing()
        else:
            super().keyPressEvent(event)

    def _offer(self, kg: float) -> None:
        self._weight.show_weight(kg, self._unit)
        self._offered = self._weight.text()

    def _refuse(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.setVisible(bool(sentence))
