"""SessionsCard: the newest sessions, with the ways to all of them and to one more."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.core.progress import WorkoutSummary
from trainer.language import tr
from trainer.ui.charts.words import number
from trainer.ui.progress.sessions_list import SessionsList
from trainer.ui.progress.sessions_model import SessionsModel
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class SessionsCard(Card):
    """Shows pages of sessions as they are scrolled to."""

    session_chosen = Signal(str)  # id, to be opened
    deletion_chosen = Signal(str)  # id
    more_requested = Signal(object)  # WorkoutSummary: the last one shown
    search_chosen = Signal()  # all of them, to search and filter
    addition_chosen = Signal()  # one done elsewhere is to be written down

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(12, 16, 12, 8), gap=6, parent=parent)
        self._count = Text(look, "", "small", "ink2", lines=1)
        self._list = SessionsList(look, tr("Sessions"))
        self._list.session_chosen.connect(self.session_chosen)
        self._list.deletion_chosen.connect(self.deletion_chosen)
        self._list.more_requested.connect(self.more_requested)
        search = Button(look, "", "ghost", "search", height=30)
        search.setAccessibleName(tr("Search all sessions"))
        search.setToolTip(tr("Search all sessions"))
        search.clicked.connect(self.search_chosen)
        add = Button(look, "", "ghost", "plus", height=30)
        add.setAccessibleName(tr("Add a workout done elsewhere"))
        add.setToolTip(tr("Add a workout done elsewhere"))
        add.clicked.connect(self.addition_chosen)
        head = QHBoxLayout()
        head.setContentsMargins(look.sp(8), 0, look.sp(2), 0)
        head.setSpacing(look.sp(6))
        head.addWidget(Text(look, tr("Sessions"), "h3", lines=1))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(search)
        head.addWidget(add)
        self.column.addLayout(head)
        self.column.addWidget(self._list, 1)

    @property
    def model(self) -> SessionsModel:
        """What it shows."""
        return self._list.sessions

    def show_sessions(self, newest: Sequence[WorkoutSummary], total: int, today: date) -> None:
        """Begin anew; the row that was current stays current if it is still among them."""
        self._count.set_text(number(total))
        self._list.show_sessions(newest, total, today)

    def add_sessions(self, older: Sequence[WorkoutSummary]) -> None:
        """Go on with older ones."""
        self._list.sessions.add_sessions(older)

    def focus_list(self) -> None:
        """Give the list the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
