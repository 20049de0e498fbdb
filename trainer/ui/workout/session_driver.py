"""Drives a SessionEngine by the clock: one exact timer, commands in, events and snapshots out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from trainer.core.checkpoint import Checkpoint
from trainer.core.events import AnyEvent
from trainer.core.gap import GapDetector
from trainer.core.session import SessionEngine
from trainer.core.snapshot import PrimaryAction, Snapshot
from trainer.core.timeline import PhaseKind, Timeline
from trainer.desktop.clock import Clock

FRAME_SECONDS = 0.05  # between two looks at a running bar; a second's change is met exactly besides
GAP_SECONDS = 5.0  # behaviour.md: a longer hole in time pauses the session


class SessionDriver(QObject):
    """Ticks the engine at every displayed second and phase boundary, to the millisecond."""

    events_happened = Signal(object)  # tuple of events, in order
    changed = Signal(object)  # Snapshot
    clock_set_back = Signal()  # by more than GAP_SECONDS; the session's own time knows nothing of it

    def __init__(self, engine: SessionEngine, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._clock = clock
        self._wall: float | None = None  # at the last tick
        self._gaps = GapDetector(GAP_SECONDS * clock.speed)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    @property
    def timeline(self) -> Timeline:
        return self._engine.timeline

    @property
    def speed(self) -> float:
        """Seconds of the session's clock per real second."""
        return self._clock.speed

    @property
    def engine(self) -> SessionEngine:
        return self._engine

    @property
    def primary_action(self) -> PrimaryAction:
        return self._engine.primary_action

    def snapshot(self) -> Snapshot:
        return self._engine.snapshot(self._clock.monotonic())

    def checkpoint(self) -> Checkpoint:
        return self._engine.checkpoint(self._clock.monotonic())

    def tick(self) -> None:
        """Bring the engine up to now; a gap in time becomes a pause."""
        now = self._clock.monotonic()
        wall = self._clock.now().timestamp()
        gap = self._gaps.tick(now, wall)
        if self._wall is not None and wall < self._wall - GAP_SECONDS * self._clock.speed:
            self.clock_set_back.emit()
        self._wall = wall
        self._publish(self._engine.away(now, gap) if gap else self._engine.advance(now))

    def primary(self) -> None:
        """What Space does."""
        self._command(self._engine.primary)

    def pause(self) -> None:
        self._command(self._engine.pause)

    def resume(self) -> None:
        self._command(self._engine.resume)

    def next(self) -> None:
        self._command(self._engine.next)

    def previous(self) -> None:
        self._command(self._engine.previous)

    def restart(self) -> None:
        """Begin the step at hand anew, however often it is asked."""
        self.jump(self.snapshot().step.index)

    def skip(self) -> None:
        """Leave the step at hand for the one after it, whether its work has begun or not; the last one ends it."""
        now = self.snapshot()
        if now.step.index + 1 < len(self.timeline.steps):
            self.jump(now.step.index + 1)
            return
        if now.phase.kind in (PhaseKind.REST, PhaseKind.GET_READY):
            self.next()  # to its work, which the second one leaves
        self.next()

    def jump(self, step: int) -> None:
        self._command(lambda now: self._engine.jump(now, step))

    def undo_skip(self) -> None:
        self._command(self._engine.undo_skip)

    def adjust(self, seconds: float) -> None:
        self._command(lambda now: self._engine.adjust(now, seconds))

    def easier(self) -> None:
        self._command(self._engine.easier)

    def harder(self) -> None:
        self._command(self._engine.harder)

    def finish(self) -> None:
        self._command(self._engine.finish)

    def stop(self) -> None:
        """Stop ticking, for good."""
        self._timer.stop()

    def _command(self, act: Callable[[float], tuple[AnyEvent, ...]]) -> None:
        self.tick()
        self._publish(act(self._clock.monotonic()))

    def _publish(self, events: tuple[AnyEvent, ...]) -> None:
        if events:
            self.events_happened.emit(events)
        self.changed.emit(self.snapshot())
        self._arm()

    def _arm(self) -> None:
        now = self._clock.monotonic()
        change = self._engine.next_change(now)
        if change is None:
            self._timer.stop()
            return
        wait = min((change - self._engine.at(now)) / self._clock.speed, FRAME_SECONDS)
        self._timer.start(max(0, int(wait * 1000) + 1) if wait > 0 else 0)
