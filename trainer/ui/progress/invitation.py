"""Invitation: what stands beside empty charts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class Invitation(Card):
    """Says how the chart begins, and lets it begin."""

    start_requested = Signal()
    addition_chosen = Signal()  # a workout done elsewhere is to be written down

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(24, 28, 24, 28), gap=10, parent=parent)
        center = Qt.AlignmentFlag.AlignHCenter
        start = Button(look, tr("Start a workout"), "primary", "play", height=44)
        start.clicked.connect(self.start_requested)
        self.column.addStretch(1)
        self.column.addWidget(IconTile(look, "progress", 64, "accent", "accent_soft"), 0, center)
        self.column.addSpacing(look.sp(6))
        self.column.addWidget(Text(look, tr("Your first session starts the chart"), "h3", align=center))
        words = tr("Five minutes count. Minutes, likely calories and strength days gather here.")
        self.column.addWidget(Text(look, words, "body", "ink2", align=center))
        self.column.addSpacing(look.sp(6))
        self.column.addWidget(start, 0, center)
        add = Button(look, tr("Add one done elsewhere"), "link", "plus", height=32)
        add.clicked.connect(self.addition_chosen)
        self.column.addWidget(add, 0, center)
        self.column.addStretch(1)
