"""Wakefulness: the screen stays awake while a session runs, and for five minutes of a pause."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from trainer.core.snapshot import SessionState, Snapshot
from trainer.desktop.keep_awake import KeepAwake
from trainer.language import tr
from trainer.ui.workout.session_driver import SessionDriver

PAUSE_SECONDS: Final = 300.0  # behaviour: a longer pause lets the screen sleep
_RUNNING: Final = (SessionState.RUNNING, SessionState.LEAD_IN)


class Wakefulness(QObject):
    """Follows one session after the other."""

    def __init__(self, awake: KeepAwake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awake = awake
        self._resting = QTimer(self)  # until a pause has lasted too long
        self._resting.setSingleShot(True)
        self._resting.setInterval(round(PAUSE_SECONDS * 1000))
        self._resting.timeout.connect(awake.release)

    def follow(self, driver: SessionDriver) -> None:
        """From now on, until it ends or `end` is called."""
        driver.changed.connect(self._on_changed)
        self._on_changed(driver.snapshot())

    def end(self) -> None:
        """The session is over or left."""
        self._resting.stop()
        self._awake.release()

    def _on_changed(self, now: Snapshot) -> None:
        if now.state in _RUNNING:
            self._resting.stop()
            self._awake.hold(tr("A workout is running."))
        elif now.state is SessionState.PAUSED:
            if not self._resting.isActive() and now.paused_for < PAUSE_SECONDS:
                self._resting.start()
        else:
            self.end()
