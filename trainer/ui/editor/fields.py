"""Fields of the inspector: a label beside its control, a line and a paragraph to type."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.text import Text

_LABEL = 94  # px at 100 %
_PARAGRAPH = 96


class FieldGrid(QWidget):
    """Labels on the left, controls on the right; `wide` controls stand under their label."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._labels: dict[QWidget, Text] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def add(self, label: str, control: QWidget, *, wide: bool = False) -> None:
        """Append a field."""
        words = Text(self._look, label, "body", "ink2", lines=2)
        self._labels[control] = words
        if not control.accessibleName():
            control.setAccessibleName(label)
        row = self._grid.rowCount()
        if wide:
            self._grid.addWidget(words, row, 0, 1, 2)
            self._grid.addWidget(control, row + 1, 0, 1, 2)
        else:
            self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignVCenter)
            fixed = control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
            side = Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0)  # else it would hold the column narrow
            self._grid.addWidget(control, row, 1, side | Qt.AlignmentFlag.AlignVCenter)

    def set_shown(self, control: QWidget, shown: bool) -> None:
        """Show a field, or not."""
        control.setVisible(shown)
        self._labels[control].setVisible(shown)

    def set_label(self, control: QWidget, label: str) -> None:
        """Word a field's label otherwise."""
        self._labels[control].set_text(label)

    def _on_look_changed(self) -> None:
        self._grid.setVerticalSpacing(self._look.sp(12))
        self._grid.setHorizontalSpacing(self._look.sp(10))
        self._grid.setColumnMinimumWidth(0, min(self._look.px(_LABEL), self._look.px(64) + 40))


class LineField(QLineEdit):
    """One line. `edited` tells every letter typed; `show_text` is silent and leaves the cursor alone."""

    edited = Signal(str)

    def __init__(self, look: Look, *, longest: int = 80, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMaxLength(longest)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self.edited)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)

    def _on_look_changed(self) -> None:
        self.setFont(self._look.font("body"))


class ListField(LineField):
    """Several words with commas between: "upper body, core"."""

    entries_edited = Signal(tuple)

    def __init__(self, look: Look, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, longest=400, hint=hint, parent=parent)
        self.edited.connect(lambda text: self.entries_edited.emit(entries_of(text)))

    def show_entries(self, entries: Sequence[str]) -> None:
        """Show these, unless that is what is being typed."""
        if tuple(entries) != entries_of(self.text()):
            self.show_text(", ".join(entries))


def entries_of(text: str) -> tuple[str, ...]:
    """The words between the commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


class ParagraphField(QPlainTextEdit):
    """Some lines. `edited` tells every change by the person."""

    edited = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self._silent = False
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_text(self, text: str) -> None:
        """Show another text, silently."""
        if text != self.toPlainText():
            self._silent = True
            self.setPlainText(text)
            self._silent = False

    def _on_text_changed(self) -> None:
        if not self._silent:
            self.edited.emit(self.toPlainText())

    def _on_look_changed(self) -> None:
        self.setFont(self._look.font("body"))
        self.setFixedHeight(self._look.px(_PARAGRAPH))


def fill(select: Select, words: Sequence[str], current: int) -> None:
    """Show these choices, silently."""
    select.blockSignals(True)
    if [select.itemText(n) for n in range(select.count())] != list(words):
        select.clear()
        select.addItems(list(words))
    select.setCurrentIndex(current)
    select.blockSignals(False)
    select.update()
