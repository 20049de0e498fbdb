"""PlayHead: a moment that runs along a length of time, faster than the clock if wanted."""

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.desktop.clock import Clock

TICK_MS = 50  # twenty looks a second


class PlayHead(QObject):
    """Stands at 0 until run; stops by itself at the end."""

    moved = Signal(float)  # seconds
    running_changed = Signal(bool)

    def __init__(self, clock: Clock, seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.seconds = seconds
        self.at = 0.0
        self._speed = 1.0
        self._looked = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Whether it moves."""
        return self._timer.isActive()

    def set_speed(self, speed: float) -> None:
        """So many seconds of it in one of the clock's."""
        self._speed = speed

    def set_seconds(self, seconds: float) -> None:
        """Another length; it stays where it is, or at the new end."""
        self.seconds = seconds
        self.go_to(self.at)

    def go_to(self, at: float) -> None:
        """Stand there, or run on from there."""
        self.at = min(max(at, 0.0), self.seconds)
        self._looked = self._clock.monotonic()
        self.moved.emit(self.at)

    def run(self) -> None:
        """Run on; from the beginning where it stands at the end."""
        if self.seconds <= 0:
            return
        self.go_to(0.0 if self.at >= self.seconds else self.at)
        self._timer.start()
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Stand still."""
        if self.is_running:
            self._timer.stop()
            self.running_changed.emit(False)

    def tick(self) -> None:
        """Look at the clock."""
        passed = self._clock.monotonic() - self._looked
        self.go_to(self.at + passed * self._speed)
        if self.at >= self.seconds:
            self.stop()
