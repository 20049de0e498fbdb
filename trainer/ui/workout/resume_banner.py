"""ResumeBanner: a session that can go on, and what may be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ready_model import Resumable, resume_text
from trainer.ui.workout.wording import clock, whole_seconds

_BESIDE = 760  # px at 100 %: from here the buttons stand beside the sentence


class ResumeBanner(Card):
    """Stands above the page while there is something to resume."""

    resume_chosen = Signal()
    finish_chosen = Signal()
    discard_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 14, 20, 14), gap=12, ground="accent_soft", edge=None, parent=parent)
        self._sentence = Text(look, "", "body-bold")
        resume = Button(look, tr("Resume"), "primary", "play", key_hint=tr("Space"), height=38)
        finish = Button(look, tr("Finish and log"), "second", height=38)
        discard = Button(look, tr("Discard"), "ghost", height=38)
        resume.clicked.connect(self.resume_chosen)
        finish.clicked.connect(self.finish_chosen)
        discard.clicked.connect(self.discard_chosen)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.sp(12))
        row = QHBoxLayout()
        row.setSpacing(look.sp(12))
        row.addWidget(IconTile(look, "restart", 36, "accent", "surface"))
        row.addWidget(self._sentence, 1)
        buttons = QWidget()
        flow = FlowLayout(look, 8, buttons)
        for button in (resume, finish, discard):
            flow.addWidget(button)
        self._row.addLayout(row, 1)
        self._row.addWidget(buttons)
        self.column.addLayout(self._row)
        self.hide()

    def show_resumable(self, kept: Resumable | None) -> None:
        """Offer it, or nothing."""
        self.setVisible(kept is not None)
        if kept is not None:
            self._sentence.set_text(resume_text(kept, clock(whole_seconds(kept.seconds_left))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._look.em(self.width()) >= _BESIDE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
