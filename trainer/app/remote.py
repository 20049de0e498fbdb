"""Remote: the desktop's own media controls, while a session runs."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import PhaseKind
from trainer.language import tr
from trainer.ui.workout.session_driver import SessionDriver

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from trainer.desktop.mpris import Mpris

    Command = Callable[[SessionDriver], None]


class Remote(QObject):
    """Tells the desktop what is done now and passes on what is pressed there. Linux has a way for it: MPRIS.

    Elsewhere the media keys work while the window has the focus.
    """

    raise_asked = Signal()

    def __init__(self, parent: QObject | None = None, *, address: str = "") -> None:
        super().__init__(parent)
        self._address = address
        self._driver: SessionDriver | None = None
        self._mpris: Mpris | None = None

    def serve(self, window: "QWidget") -> None:
        """Whoever asks for the window gets it."""
        self.raise_asked.connect(window.raise_)
        self.raise_asked.connect(window.activateWindow)

    def follow(self, driver: SessionDriver) -> None:
        """From now on, until `end` is called."""
        if sys.platform != "linux":
            return
        if self._mpris is None:
            self._mpris = self._made()
        self._driver = driver
        driver.changed.connect(self._on_changed)
        self._on_changed(driver.snapshot())

    def end(self) -> None:
        """The session is over or left."""
        self._driver = None
        if self._mpris is not None:
            self._mpris.leave()

    def _made(self) -> "Mpris":
        # Imported with the first session: no launch pays for it.
        from trainer.desktop.mpris import Mpris

        mpris = Mpris(self._position, self, address=self._address)
        mpris.play_pause_asked.connect(lambda: self._act(SessionDriver.primary))
        mpris.play_asked.connect(lambda: self._act(SessionDriver.resume))
        mpris.pause_asked.connect(lambda: self._act(SessionDriver.pause))
        mpris.next_asked.connect(lambda: self._act(SessionDriver.next))
        mpris.previous_asked.connect(lambda: self._act(SessionDriver.previous))
        mpris.raise_asked.connect(self.raise_asked)
        return mpris

    def _act(self, command: "Command") -> None:
        if self._driver is not None:
            command(self._driver)

    def _position(self) -> float:
        return 0.0 if self._driver is None else self._driver.snapshot().elapsed

    def _on_changed(self, now: Snapshot) -> None:
        from trainer.desktop.mpris import Playing

        if self._mpris is None or self._driver is None:
            return
        if now.state is SessionState.ENDED:
            self.end()
            return
        working = now.phase.kind is PhaseKind.WORK
        self._mpris.show(
            Playing(
                title=now.step.name if working else tr("Next: {exercise}").format(exercise=now.step.name),
                artist=tr("Trainer"),
                album=self._driver.timeline.name,
                running=now.state is SessionState.RUNNING,
                phase=now.phase.index,
                length=0.0 if now.length is None else now.length,
            )
        )
