"""NextView: the pinned card under the routine list, what comes after this."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.text import Text
from trainer.ui.workout.stage_model import NextCard


class NextView(QWidget):
    """A word, the move's name, and how long there is to get set; `set_picture` puts a figure before them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._word = Text(look, "", "cap", "ink2", lines=1)
        self._name = Text(look, "", "lead-bold", lines=2)
        self._line = Text(look, "", "small", "ink2", lines=2)
        for label in (self._word, self._name, self._line):
            self._words.addWidget(label)
        self._row.addLayout(self._words, 1)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_picture(self, picture: QWidget) -> None:
        """Stand a small figure before the words."""
        self._row.insertWidget(0, picture, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_next(self, card: NextCard | None) -> None:
        """Name the step to come; None: this is the last one."""
        for label in (self._word, self._name, self._line):
            label.setVisible(card is not None)
        if card is not None:
            self._word.set_text(card.word.upper())
            self._name.set_text(card.name)
            self._line.set_text(card.line)

    def _on_look_changed(self) -> None:
        side, upright = self._look.sp(20), self._look.sp(14)
        self._row.setContentsMargins(side, upright, side, upright)
        self._row.setSpacing(self._look.sp(14))
        self._words.setSpacing(self._look.sp(3))
        self.setMinimumHeight(self._look.px(100))
