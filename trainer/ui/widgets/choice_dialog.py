"""ChoiceDialog: one question, a few answers, the first of them the safe one."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button, ButtonKind
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.text import Text

_WIDTH = 460  # pixels at 100 % text


class Choice(Struct, frozen=True):
    """An answer: what is reported, what the button says."""

    name: str
    text: str
    kind: ButtonKind = "second"


class ChoiceDialog(GroundDialog):
    """Escape answers nothing. Open with `open()`; `chosen` carries the answer's name."""

    chosen = Signal(str)

    def __init__(self, look: Look, title: str, text: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(look, title, parent)
        self.setWindowTitle(tr("Trainer"))
        self.setAccessibleDescription(text)
        column = self.frame
        side = look.sp(24)
        column.setContentsMargins(side, look.sp(22), side, look.sp(20))
        column.setSpacing(look.sp(10))
        column.addWidget(Text(look, title, "h2"))
        column.addWidget(Text(look, text, "body", "ink2"))
        column.addSpacing(look.sp(8))
        row = QHBoxLayout()
        row.setSpacing(look.sp(8))
        for choice in choices:
            button = Button(look, choice.text, choice.kind, height=40)
            button.setAccessibleName(choice.text)
            button.clicked.connect(lambda _checked=False, name=choice.name: self._choose(name))
            row.addWidget(button)
            if choice is choices[0]:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        row.addStretch(1)
        column.addLayout(row)
        self.setFixedWidth(max(look.px(_WIDTH), row.sizeHint().width() + 2 * side))

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)
        self.accept()
