"""SessionsList: rows of sessions. Enter or a click opens one, Delete deletes it, scrolling asks for more."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from trainer.core.progress import WorkoutSummary
from trainer.ui.progress.sessions_delegate import SessionsDelegate
from trainer.ui.progress.sessions_model import SessionsModel
from trainer.ui.theme.look import Look


class SessionsList(QListView):
    """Shows pages of sessions as they are scrolled to."""

    session_chosen = Signal(str)  # id, to be opened
    deletion_chosen = Signal(str)  # id
    more_requested = Signal(object)  # WorkoutSummary: the last one shown

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions = SessionsModel(self)
        self.sessions.more_requested.connect(self.more_requested)
        self.setModel(self.sessions)
        self.setItemDelegate(SessionsDelegate(look, self.sessions, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.clicked.connect(self._on_index_chosen)
        look.changed.connect(self.doItemsLayout)

    def show_sessions(self, newest: Sequence[WorkoutSummary], total: int, today: date) -> None:
        """Begin anew; the row that was current stays current if it is still among them."""
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        current = self.sessions.session(row)
        self.sessions.show_sessions(newest, total, today)
        if current is not None and self.sessions.rowCount():
            found = self.sessions.row_of(current.id)
            kept = found if found is not None else min(row, self.sessions.rowCount() - 1)
            self.setCurrentIndex(self.sessions.index(kept))
            self.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        session = self.sessions.session(self.currentIndex().row())
        if session is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.session_chosen.emit(session.id)
        elif session is not None and event.key() == Qt.Key.Key_Delete:
            self.deletion_chosen.emit(session.id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # rows are higher where they are narrow

    def _on_index_chosen(self, index: QModelIndex) -> None:
        session = self.sessions.session(index.row())
        if session is not None:
            self.session_chosen.emit(session.id)
