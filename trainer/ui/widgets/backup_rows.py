"""BackupRows: states one can go back to, each with when it was, what it holds, and a button."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button, ButtonKind
from trainer.ui.widgets.surfaces import Rule
from trainer.ui.widgets.text import Text


class BackupOffer(Struct, frozen=True):
    """One of them, in words."""

    key: str  # what is reported when it is chosen
    title: str  # "Today, 07:12"
    holds: str  # "61 workouts until 4 January, 3 routines of your own"
    button: str = ""  # empty: "Restore"
    kind: ButtonKind = "second"


class BackupRows(QWidget):
    """One row each, in the order given."""

    chosen = Signal(str)

    def __init__(self, look: Look, offers: Sequence[BackupOffer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(10))
        self.buttons: list[Button] = []
        for offer in offers:
            if self.buttons:
                column.addWidget(Rule(look))
            column.addLayout(self._row(look, offer))

    def _row(self, look: Look, offer: BackupOffer) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(look.sp(12))
        words.setSpacing(look.sp(2))
        words.addWidget(Text(look, offer.title, "body", lines=2))
        words.addWidget(Text(look, offer.holds, "small", "ink2", lines=3))
        button = Button(look, offer.button or tr("Restore"), offer.kind, height=36)
        button.setAccessibleName(tr("{action}: {state}").format(action=button.text(), state=offer.title))
        button.setAccessibleDescription(offer.holds)
        button.clicked.connect(lambda: self.chosen.emit(offer.key))
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(button)
        return row
