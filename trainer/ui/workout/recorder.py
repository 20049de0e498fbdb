"""Recorder: hands what happens in a session to the journal, at once and every second."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from trainer.core.checkpoint import Checkpoint
from trainer.core.events import AnyEvent
from trainer.core.snapshot import SessionState, Snapshot
from trainer.desktop.clock import Clock
from trainer.ui.workout.session_driver import SessionDriver

CHECKPOINT_SECONDS = 0.9  # real ones between two checkpoints: under the promised second


class Journal(Protocol):
    """Where a running session is written down without the window waiting for it."""

    def append(self, events: Sequence[AnyEvent]) -> None: ...

    def checkpoint(self, checkpoint: Checkpoint, now: datetime) -> None: ...


class Recorder(QObject):
    """Journals one driver's session for as long as it lives."""

    def __init__(self, driver: SessionDriver, journal: Journal, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._driver = driver
        self._journal = journal
        self._clock = clock
        self._last: float | None = None
        driver.events_happened.connect(self._on_events_happened)
        driver.changed.connect(self._on_changed)

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        self._journal.append(events)
        self._mark()

    def _on_changed(self, now: Snapshot) -> None:
        if now.state in (SessionState.READY, SessionState.ENDED):
            return
        passed = None if self._last is None else (self._clock.monotonic() - self._last) / self._clock.speed
        if passed is None or passed >= CHECKPOINT_SECONDS:
            self._mark()

    def _mark(self) -> None:
        self._last = self._clock.monotonic()
        self._journal.checkpoint(self._driver.checkpoint(), self._clock.now())
