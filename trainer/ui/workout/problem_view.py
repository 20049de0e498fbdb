"""StorageProblemView: the log can't be opened or written. One sentence, what is safe, what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Card, Ground
from trainer.ui.widgets.text import Text

_WIDTH = 800  # px at 100 %


class StorageProblemView(Ground):
    """A whole page: without the log nothing else has a place to stand."""

    again_chosen = Signal()
    close_chosen = Signal()
    rescue_chosen = Signal()

    def __init__(self, look: Look, sentence: str, parent: QWidget | None = None, *, damaged: bool = False) -> None:
        super().__init__(look, parent=parent)
        self._card = Card(look, padding=28, gap=14)
        self._again = Button(look, tr("Try again"), "second" if damaged else "primary", "restart", height=42)
        self._rescue = Button(look, tr("See what can be saved"), "primary", "backup", height=42)
        self._damaged = damaged
        close = Button(look, tr("Close"), "second", height=42)
        self._again.clicked.connect(self.again_chosen)
        self._rescue.clicked.connect(self.rescue_chosen)
        self._rescue.setVisible(damaged)
        close.clicked.connect(self.close_chosen)
        head, words, buttons = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        head.setSpacing(look.sp(16))
        words.setSpacing(look.sp(6))
        words.addWidget(Text(look, tr("Your log could not be opened"), "h2"))
        words.addWidget(Text(look, sentence, "lead", leading=1.5))
        safe = (
            tr("Nothing was changed. What can still be read of it, and the newest backup, are yours to choose from.")
            if damaged
            else tr("Nothing was changed, and everything logged before is as it was.")
        )
        words.addWidget(Text(look, safe, "body", "ink2"))
        head.addWidget(IconTile(look, "warning", 52, "danger", "danger_soft"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons.setSpacing(look.sp(8))
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._again)
        buttons.addWidget(self._rescue)
        self._card.column.addLayout(head)
        self._card.column.addLayout(buttons)
        self._card.setAccessibleName(sentence)
        page = ScrollPage(look, margins=(32, 32, 32, 32))
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._card, 1000)
        centred.addStretch(1)
        page.column.addStretch(2)
        page.column.addLayout(centred)
        page.column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._rescue if self._damaged else self._again).setFocus()

    def _on_look_changed(self) -> None:
        self._card.setMaximumWidth(self._look.px(_WIDTH))
