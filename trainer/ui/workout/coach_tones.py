"""CoachTones: has a session's tones played, and tells of each at its moment."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from trainer.core.events import AnyEvent, SessionEnded
from trainer.core.snapshot import SessionState
from trainer.core.tones import TimedTone, Tone, tones_from
from trainer.sound.tone_player import TonePlayer
from trainer.ui.workout.session_driver import SessionDriver

_NOW = 0.004  # seconds before its moment at which a tone is told: half a picture


class CoachTones(QObject):
    """Follows one driver for as long as it lives; silent until enabled. The player stays the caller's to close."""

    sounded = Signal(Tone)  # at its moment, heard or not: for those who look
    problem_met = Signal(str)  # a sentence: why no tone can be heard. Once a session.

    def __init__(self, driver: SessionDriver, player: TonePlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._driver, self._player = driver, player
        self._enabled = self._problem_told = False
        self._coming: list[TimedTone] = []  # in seconds on the session's clock
        self._told_until = -1.0  # on the session's clock
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        driver.events_happened.connect(self._on_events_happened)

    def set_enabled(self, enabled: bool) -> None:
        """Sound from now on, or no more."""
        if enabled == self._enabled:
            return
        self._enabled = enabled
        if not enabled:
            self._player.plan(())
            self._player.end()
            return
        self._player.begin()
        self._plan()

    def stop(self) -> None:
        """The session is left: what has begun may end, no more comes."""
        self._timer.stop()
        self._player.plan(())
        self._player.end()

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        self._plan()
        if self._enabled and self._player.problem and not self._problem_told:
            self._problem_told = True
            self.problem_met.emit(self._player.problem)
        ended = next((event for event in events if isinstance(event, SessionEnded)), None)
        if ended is not None:
            self._timer.stop()
            if self._enabled:
                self._player.plan((TimedTone(0.0, Tone.FINISH),) if ended.complete else ())
                self._player.end()
            if ended.complete:
                self.sounded.emit(Tone.FINISH)

    def _plan(self) -> None:
        """All that is to come in this phase, anew."""
        now = self._driver.snapshot()
        tones = tones_from(self._driver.timeline, now)
        if self._enabled and now.state is not SessionState.ENDED:
            self._player.plan(tones)
        self._coming = [TimedTone(now.at + one.at, one.tone) for one in tones if one.tone is not Tone.FINISH]
        self._arm(now.at)

    def _arm(self, at: float) -> None:
        self._coming = [one for one in self._coming if one.at > self._told_until]
        if self._coming:
            wait = (self._coming[0].at - at) / self._driver.speed - _NOW
            self._timer.start(max(0, int(wait * 1000)))
        else:
            self._timer.stop()

    def _tell(self) -> None:
        at = self._driver.snapshot().at
        due = [one for one in self._coming if one.at <= at + 2 * _NOW * self._driver.speed]
        for one in due:
            self._told_until = one.at + 0.1
            self.sounded.emit(one.tone)
        self._arm(at)
