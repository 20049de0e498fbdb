"""RoutineForm: what the routine is called and said to be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.core.routine import Routine
from trainer.language import tr
from trainer.library.routine_checks import LONGEST_NAME
from trainer.ui.editor.fields import FieldGrid, LineField, ListField, ParagraphField
from trainer.ui.editor.wording import number_in
from trainer.ui.theme.look import Look
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.text import Text


class RoutineForm(QWidget):
    """Says which of the routine's fields become what."""

    changed = Signal(dict, str)  # fields of Routine and their values; the field typed into, if any

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = LineField(look, longest=LONGEST_NAME)
        self._subtitle = LineField(look, longest=LONGEST_NAME)
        self._overview = ParagraphField(look)
        self._focus = ListField(look, hint=tr("upper body, core"))
        self._type = ListField(look, hint=tr("low impact, toning"))
        self._difficulty = Stepper(look, 0, 0, 5, words=_level, number=number_in, unset=tr("Not rated"), width=160)
        self._done = LineField(look, longest=LONGEST_NAME, hint=tr("Said when it is done"))
        fields = FieldGrid(look)
        fields.add(tr("Name"), self._name, wide=True)
        fields.add(tr("Subtitle"), self._subtitle, wide=True)
        fields.add(tr("Overview"), self._overview, wide=True)
        fields.add(tr("Focus, with commas between"), self._focus, wide=True)
        fields.add(tr("Type, with commas between"), self._type, wide=True)
        fields.add(tr("Difficulty"), self._difficulty)
        fields.add(tr("Closing words"), self._done, wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(12))
        column.addWidget(Text(look, tr("The routine"), "h3", lines=1))
        column.addWidget(fields)
        for field, key in ((self._name, "name"), (self._subtitle, "subtitle"), (self._done, "done")):
            field.edited.connect(lambda text, key=key: self.changed.emit({key: text}, key))
        self._overview.edited.connect(lambda text: self.changed.emit({"overview": text}, "overview"))
        self._focus.entries_edited.connect(lambda words: self.changed.emit({"focus": words}, "focus"))
        self._type.entries_edited.connect(lambda words: self.changed.emit({"type": words}, "type"))
        self._difficulty.value_chosen.connect(lambda value: self.changed.emit({"difficulty": round(value)}, ""))

    def show_routine(self, routine: Routine) -> None:
        """Show a routine."""
        self._name.show_text(routine.name)
        self._subtitle.show_text(routine.subtitle)
        self._overview.show_text(routine.overview)
        self._focus.show_entries(routine.focus)
        self._type.show_entries(routine.type)
        self._difficulty.set_value(routine.difficulty)
        self._done.show_text(routine.done)

    def focus_name(self) -> None:
        """Put the keyboard on the name."""
        self._name.setFocus()
        self._name.selectAll()


def _level(value: float) -> str:
    return tr("{level} of 5").format(level=round(value))
