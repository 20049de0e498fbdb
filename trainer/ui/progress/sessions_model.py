"""SessionsModel: the log's sessions, newest first, fetched a page at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer.core.progress import WorkoutSummary
from trainer.ui.progress.wording import session_sentence

Index = QModelIndex | QPersistentModelIndex

SESSION_ROLE = Qt.ItemDataRole.UserRole


class SessionsModel(QAbstractListModel):
    """Rows are WorkoutSummary values (SESSION_ROLE)."""

    more_requested = Signal(object)  # the last session there is: what follows it is wanted

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: list[WorkoutSummary] = []
        self._total = 0
        self._today = date.min
        self._requested = False

    @property
    def today(self) -> date:
        """The day that rows call today."""
        return self._today

    @property
    def total(self) -> int:
        """How many sessions the log has, fetched or not."""
        return self._total

    def show_sessions(self, newest: Sequence[WorkoutSummary], total: int, today: date) -> None:
        """Begin anew with the newest of `total` sessions."""
        self.beginResetModel()
        self._sessions = list(newest)
        self._total, self._today, self._requested = total, today, False
        self.endResetModel()

    def add_sessions(self, older: Sequence[WorkoutSummary]) -> None:
        """Go on with the sessions that follow; none means that there are no more."""
        self._requested = False
        if not older:
            self._total = len(self._sessions)
            return
        first = len(self._sessions)
        self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
        self._sessions.extend(older)
        self.endInsertRows()

    def session(self, row: int) -> WorkoutSummary | None:
        """The session of that row, None if there is none."""
        return self._sessions[row] if 0 <= row < len(self._sessions) else None

    def row_of(self, session_id: str) -> int | None:
        """The row of that session among those fetched."""
        return next((n for n, session in enumerate(self._sessions) if session.id == session_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        session = self.session(index.row()) if index.isValid() else None
        if session is None:
            return None
        if role == SESSION_ROLE:
            return session
        if role == Qt.ItemDataRole.DisplayRole:
            return session.routine_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return session_sentence(session, self._today)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._requested and 0 < len(self._sessions) < self._total

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._requested = True
            self.more_requested.emit(self._sessions[-1])
