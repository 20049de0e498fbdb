"""Sessions: one at a time, from its start (or where it was left) into the log."""

from datetime import datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from trainer.core.events import AnyEvent, SessionEnded
from trainer.core.routine import Claim
from trainer.core.session import SessionEngine
from trainer.core.session_record import WorkoutHeader, end_of, to_workout
from trainer.core.timeline import Timeline
from trainer.core.workout import Workout
from trainer.desktop.clock import Clock
from trainer.storage.journal import SessionJournal
from trainer.storage.open_session import OpenSession
from trainer.ui.workout.recorder import Recorder
from trainer.ui.workout.session_driver import SessionDriver


class Sessions(QObject):
    """Makes the driver and the recorder of the session under way, and its workout when it ends."""

    session_began = Signal(object)  # SessionDriver
    session_ended = Signal(object)  # Workout: handed to the journal, on its way into the log
    session_left = Signal()  # kept for later, or discarded
    clock_set_back = Signal()  # the computer's, under a session

    def __init__(self, journal: SessionJournal, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._driver: SessionDriver | None = None
        self._recorder: Recorder | None = None
        self._header: WorkoutHeader | None = None

    @property
    def driver(self) -> SessionDriver | None:
        """The session under way, None between two."""
        return self._driver

    def begin(self, timeline: Timeline, weight_kg: float | None, claim: Claim | None) -> None:
        """Start a new session."""
        now = self._clock.now()
        offset = self._clock.utc_offset()
        header = WorkoutHeader(
            id=str(uuid4()),
            started=now,
            utc_offset_minutes=round(offset / timedelta(minutes=1)),
            local_date=(now + offset).date(),
            weight_kg=weight_kg,
            claim=claim,
        )
        engine = SessionEngine(timeline)
        self._journal.begin(to_workout(engine, header), timeline)
        self._take_up(engine, header)
        if self._driver is not None:
            self._driver.primary()

    def resume(self, kept: OpenSession) -> None:
        """Take an open session up again, to the second; it stands paused."""
        self._journal.resume(kept.workout.id)
        self._take_up(_restored(kept, self._clock), _header_of(kept.workout))

    def finish_open(self, kept: OpenSession) -> Workout:
        """Log an open session as it was left."""
        engine = _restored(kept, self._clock, away_seconds=0.0)
        engine.finish(self._clock.monotonic())
        header = _header_of(kept.workout)
        workout = to_workout(engine, header, end_of(engine, header.started, kept.last_seen))
        self._journal.resume(workout.id)
        self._journal.finish(workout)
        return workout

    def discard_open(self, kept: OpenSession) -> None:
        """Keep nothing of an open session."""
        self._journal.resume(kept.workout.id)
        self._journal.discard()

    def keep_for_later(self) -> None:
        """Leave the session under way open: the next launch offers it again."""
        if self._driver is not None:
            self._driver.pause()
            self._journal.checkpoint(self._driver.checkpoint(), self._clock.now())
            self._journal.keep_for_later()
            self._let_go()
            self.session_left.emit()

    def discard(self) -> None:
        """Keep nothing of the session under way."""
        if self._driver is not None:
            self._driver.pause()
            self._journal.discard()
            self._let_go()
            self.session_left.emit()

    def _take_up(self, engine: SessionEngine, header: WorkoutHeader) -> None:
        self._header = header
        self._driver = SessionDriver(engine, self._clock, self)
        self._recorder = Recorder(self._driver, self._journal, self._clock, self)
        self._driver.events_happened.connect(self._on_events_happened)
        self._driver.clock_set_back.connect(self.clock_set_back)
        self.session_began.emit(self._driver)

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        if any(isinstance(event, SessionEnded) for event in events):
            self._finish()

    def _finish(self) -> None:
        if self._driver is None or self._header is None:
            return
        engine = self._driver.engine
        workout = to_workout(engine, self._header, end_of(engine, self._header.started, self._clock.now()))
        self._journal.finish(workout)
        self._let_go()
        self.session_ended.emit(workout)

    def _let_go(self) -> None:
        for part in (self._recorder, self._driver):
            if part is not None:
                part.deleteLater()
        if self._driver is not None:
            self._driver.stop()
        self._driver = self._recorder = None


def _header_of(workout: Workout) -> WorkoutHeader:
    return WorkoutHeader(
        id=workout.id,
        started=workout.started,
        utc_offset_minutes=workout.utc_offset_minutes,
        local_date=workout.local_date,
        weight_kg=workout.weight_kg,
        claim=workout.claim,
    )


def _restored(kept: OpenSession, clock: Clock, away_seconds: float | None = None) -> SessionEngine:
    """The engine as the checkpoint left it. Raises ValueError if the two do not belong together."""
    now: datetime = clock.now()
    gone = max(0.0, (now - kept.last_seen).total_seconds()) if away_seconds is None else away_seconds
    return SessionEngine.restore(kept.timeline, kept.checkpoint, clock.monotonic(), gone)
