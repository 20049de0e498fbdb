"""BodyGroup: what exercises shall not ask of the body, and the forms that are remembered."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import LoadTag
from trainer.language import tr
from trainer.ui.preferences.settings_group import SettingsGroup
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.chip import Chip
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.load_words import load_words
from trainer.ui.widgets.text import Text


class SparingChips(QWidget):
    """A chip for every load; what is pressed is spared."""

    avoid_changed = Signal(list)  # of LoadTag

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(look, 8, self)
        self._chips: dict[LoadTag, Chip] = {}
        for tag in LoadTag:
            words = load_words(tag)
            chip = Chip(look, words[:1].upper() + words[1:], parent=self)
            chip.setCheckable(True)
            chip.clicked.connect(self._on_chip_clicked)
            self._chips[tag] = chip
            flow.addWidget(chip)
        self.setAccessibleName(tr("Spare me"))

    def show_avoided(self, avoid: Sequence[LoadTag]) -> None:
        """Press what is spared, silently."""
        for tag, chip in self._chips.items():
            chip.setChecked(tag in avoid)

    def _on_chip_clicked(self) -> None:
        self.avoid_changed.emit([tag for tag, chip in self._chips.items() if chip.isChecked()])


class RememberedForms(QWidget):
    """The forms chosen in sessions, one line each, to be forgotten one by one."""

    forget_chosen = Signal(str)  # exercise id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: dict[str, str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.sp(6))

    def show_forms(self, forms: Mapping[str, str]) -> None:
        """Show these: exercise id -> the exercise in its form, in words."""
        if dict(forms) == self._shown:
            return
        self._shown = dict(forms)
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        if not forms:
            none = tr("None yet: press E or H in a session for an easier or harder form.")
            self._column.addWidget(Text(self._look, none, "small", "ink2", lines=3))
        for exercise, words in forms.items():
            self._column.addWidget(self._row(exercise, words))

    def _row(self, exercise: str, words: str) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(self._look, words, "body", lines=2), 1)
        forget = Button(self._look, tr("Forget"), "link", height=24, text_size=13)
        forget.setAccessibleName(tr("Forget {form}").format(form=words))
        forget.clicked.connect(lambda: self.forget_chosen.emit(exercise))
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget


class BodyGroup(SettingsGroup):
    """Both, under one heading."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Your body"))
        self.sparing, self.forms = SparingChips(look), RememberedForms(look)
        said = tr(
            "Exercises that ask for these are done in a form that does not, or left out; the Workout page says which."
        )
        self.add_row(_titled(look, tr("Spare me"), said, self.sparing))
        said = tr("Easier and harder forms you chose, used wherever the exercise comes up.")
        self.add_row(_titled(look, tr("Remembered forms"), said, self.forms))


def _titled(look: Look, title: str, meaning: str, content: QWidget) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.sp(6))
    column.addWidget(Text(look, title, "body", lines=1))
    column.addWidget(Text(look, meaning, "small", "ink2", lines=4))
    column.addWidget(content)
    return widget
