"""NewDay: tells that another day has begun, for whatever shows "today". It waits for the end of a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from trainer.app.sessions import Sessions

LOOK_EVERY_MS = 30_000


class NewDay(QObject):
    """Looks at the calendar now and then: a timer to midnight would be wrong after sleep and on another time zone."""

    began = Signal()

    def __init__(self, today: Callable[[], date], sessions: Sessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today, self._sessions = today, sessions
        self._shown = today()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Tell, if it is another day than when it was last told."""
        today = self._today()
        if today != self._shown and self._sessions.driver is None:
            self._shown = today
            self.began.emit()

    def close(self) -> None:
        """No more looking."""
        self._timer.stop()
