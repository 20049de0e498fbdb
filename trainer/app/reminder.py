"""Reminder: says once on a planned day what is planned, while the program runs and no session does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.core.reminder import is_time
from trainer.language import tr

if TYPE_CHECKING:
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.core.preferences import Preferences
    from trainer.desktop.clock import Clock

LOOK_EVERY_MS = 20_000  # at the clock; a reminder need not be to the second


class Says(Protocol):
    """Whatever says a sentence outside the window; False where it can't."""

    def __call__(self, title: str, sentence: str, /) -> bool: ...


class Reminder(QObject):
    """Off as long as the person has not asked for it: then not even its timer runs."""

    message = Signal(str)  # to be said in the window, where the desktop has no tray

    def __init__(
        self,
        preferences: PreferencesKeeper,
        clock: Clock,
        planned: Callable[[], tuple[str, ...]],
        is_training: Callable[[], bool],
        say: Says,
        parent: QObject | None = None,
    ) -> None:
        """`planned`: names of what is meant for today and not done yet."""
        super().__init__(parent)
        self._preferences, self._clock, self._planned = preferences, clock, planned
        self._is_training, self._say = is_training, say
        self._looked: datetime = self._local_now()
        self._reminded: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        preferences.changed.connect(self._on_preferences_changed)
        self._keep_timer()

    @property
    def is_on(self) -> bool:
        """Whether it looks at the clock at all."""
        return self._timer.isActive()

    def look(self) -> None:
        """Look at the clock, and remind if it is time."""
        before, now = self._looked, self._local_now()
        self._looked = now
        value = self._preferences.value
        if self._reminded == now.date() or not is_time(value.week_plan, value.reminder_at, before, now):
            return
        self._reminded = now.date()
        planned = () if self._is_training() else self._planned()
        if planned:
            title, sentence = tr("Planned for today"), tr(", ").join(planned)
            if not self._say(title, sentence):
                self.message.emit(tr("Planned for today: {routines}.").format(routines=sentence))

    def close(self) -> None:
        """No more reminders."""
        self._timer.stop()

    def _keep_timer(self) -> None:
        value = self._preferences.value
        wanted = value.reminder and bool(value.week_plan)
        if wanted and not self._timer.isActive():
            self._looked = self._local_now()
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        if before.reminder_at != now.reminder_at:
            self._looked = self._local_now()  # a time that has passed today is for tomorrow
            self._reminded = None
        self._keep_timer()

    def _local_now(self) -> datetime:
        """What the clock on the wall says."""
        return (self._clock.now() + self._clock.utc_offset()).replace(tzinfo=None)
