"""SessionsCard: the list of sessions. Enter or a click opens one, Delete deletes it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy, QWidget

from trainer.core.progress import WorkoutSummary
from trainer.language import tr
from trainer.ui.charts.words import number
from trainer.ui.progress.sessions_delegate import SessionsDelegate
from trainer.ui.progress.sessions_model import SessionsModel
from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class SessionsCard(Card):
    """Shows pages of sessions as they are scrolled to."""

    session_chosen = Signal(str)  # id, to be opened
    deletion_chosen = Signal(str)  # id
    more_requested = Signal(object)  # WorkoutSummary: the last one shown

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(12, 16, 12, 8), gap=6, parent=parent)
        self._model = SessionsModel(self)
        self._model.more_requested.connect(self.more_requested)
        self._count = Text(look, "", "small", "ink2", lines=1)
        self._list = _SessionsList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(SessionsDelegate(look, self._model, self._list))
        self._list.setAccessibleName(tr("Sessions"))
        self._list.clicked.connect(self._on_index_chosen)
        self._list.opened.connect(self._on_index_chosen)
        self._list.deleted.connect(self._on_index_deleted)
        head = QHBoxLayout()
        head.setContentsMargins(look.sp(8), 0, look.sp(8), 0)
        head.addWidget(Text(look, tr("Sessions"), "h3", lines=1))
        head.addStretch(1)
        head.addWidget(self._count)
        self.column.addLayout(head)
        self.column.addWidget(self._list, 1)
        look.changed.connect(self._list.doItemsLayout)

    @property
    def model(self) -> SessionsModel:
        """What it shows."""
        return self._model

    def show_sessions(self, newest: Sequence[WorkoutSummary], total: int, today: date) -> None:
        """Begin anew; the row that was current stays current if it is still among them."""
        current = self._model.session(self._list.currentIndex().row())
        row = self._list.currentIndex().row()
        self._model.show_sessions(newest, total, today)
        self._count.set_text(number(total))
        if current is not None and self._model.rowCount():
            found = self._model.row_of(current.id)
            kept = found if found is not None else min(row, self._model.rowCount() - 1)
            self._list.setCurrentIndex(self._model.index(kept))

    def add_sessions(self, older: Sequence[WorkoutSummary]) -> None:
        """Go on with older ones."""
        self._model.add_sessions(older)

    def focus_list(self) -> None:
        """Give the list the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_index_chosen(self, index: QModelIndex) -> None:
        session = self._model.session(index.row())
        if session is not None:
            self.session_chosen.emit(session.id)

    def _on_index_deleted(self, index: QModelIndex) -> None:
        session = self._model.session(index.row())
        if session is not None:
            self.deletion_chosen.emit(session.id)


class _SessionsList(QListView):
    opened = Signal(QModelIndex)
    deleted = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # rows are higher where they are narrow
