"""SessionJournal: writes a running session down as it happens, on a thread of its own.

The window never waits for the disk: every method hands its facts over and returns. The thread commits all that
has gathered in one transaction, with the disk's confirmation, so whatever ends the program, a kill or a power
cut, takes at most what happened since the last checkpoint.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from trainer.core.checkpoint import Checkpoint
from trainer.core.events import AnyEvent
from trainer.core.timeline import Timeline
from trainer.core.workout import Workout
from trainer.storage.errors import StorageError
from trainer.storage.journal_writer import (
    Append,
    Begin,
    Discard,
    Entry,
    Finish,
    JournalWriter,
    Keep,
    Mark,
    Resume,
    bounded,
)

RETRY_SECONDS = 1.0  # between two attempts while the disk refuses


class SessionJournal:
    """One session at a time: begin or resume, append and checkpoint, then finish, keep for later or discard.

    While no session is under way, facts are ignored. When the disk refuses, entries wait, are tried again every
    `retry_seconds`, and `on_trouble` is called once with a sentence, `on_recovered` once all is written.
    The callbacks come from the journal's thread; `on_finished(workout_id)` tells that a workout is in the log.
    """

    def __init__(
        self,
        path: Path,
        backups: Path,
        *,
        on_trouble: Callable[[str], None],
        on_recovered: Callable[[], None] = lambda: None,
        on_finished: Callable[[str], None] = lambda _workout_id: None,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        self._writer = JournalWriter(path, backups)
        self._on_trouble = on_trouble
        self._on_recovered = on_recovered
        self._on_finished = on_finished
        self._retry_seconds = retry_seconds
        self._entries: queue.SimpleQueue[Entry | threading.Event | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._session: str | None = None
        self._all_written = True

    def begin(self, workout: Workout, timeline: Timeline) -> None:
        """A session begins: its header (state OPEN, no steps, no spans) and what it runs through."""
        self._session = workout.id
        self._put(Begin(workout, timeline))

    def resume(self, workout_id: str) -> None:
        """The open session of that UUID goes on from its checkpoint."""
        self._session = workout_id
        self._put(Resume(workout_id))

    def append(self, events: Sequence[AnyEvent]) -> None:
        """Events happened, in this order."""
        if self._session is not None and events:
            self._put(Append(self._session, tuple(events)))

    def checkpoint(self, checkpoint: Checkpoint, now: datetime) -> None:
        """The session stands so at `now` (aware). Wanted every second and after every command."""
        if self._session is not None:
            self._put(Mark(self._session, checkpoint, now))

    def keep_for_later(self) -> None:
        """The session stays open as it stood at its last checkpoint; the next launch offers to resume it."""
        if self._session is not None:
            self._put(Keep(self._session))
            self._session = None

    def finish(self, workout: Workout) -> None:
        """The session is over: `workout` goes into the log, the journal's entries become its recording."""
        self._put(Finish(workout))
        self._session = None

    def discard(self) -> None:
        """The person wants nothing of this session kept."""
        if self._session is not None:
            self._put(Discard(self._session))
            self._session = None

    def flush(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds until all so far is on the disk; False if it is not."""
        if self._thread is None:
            return True
        written = threading.Event()
        self._entries.put(written)
        return written.wait(timeout)

    def close(self) -> bool:
        """Write what is left and end the thread; False if the disk refused it to the last."""
        if self._thread is not None:
            self._entries.put(None)
            self._thread.join()
            self._thread = None
        return self._all_written

    def _put(self, entry: Entry) -> None:
        self._entries.put(entry)
        if self._thread is None:
            # A daemon: were the program to end without close(), it must not hang on a disk that refuses.
            self._thread = threading.Thread(target=self._run, name="session-journal", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        waiting: list[Entry] = []
        flushes: list[threading.Event] = []
        trouble = ""
        closing = False
        while not closing:
            closing = self._gather(waiting, flushes)
            sentence = self._write(waiting)
            if sentence and sentence != trouble:
                self._on_trouble(sentence)
            if trouble and not sentence:
                self._on_recovered()
            trouble = sentence
            waiting = bounded(waiting)
            if not waiting:
                for flush in flushes:
                    flush.set()
                flushes.clear()
        self._all_written = not waiting
        self._writer.close()

    def _gather(self, waiting: list[Entry], flushes: list[threading.Event]) -> bool:
        """Take everything handed over, waiting for the first; True when it is time to end."""
        try:
            entry = self._entries.get(timeout=self._retry_seconds if waiting else None)
            while True:
                if entry is None:
                    return True
                if isinstance(entry, threading.Event):
                    flushes.append(entry)
                else:
                    waiting.append(entry)
                entry = self._entries.get_nowait()
        except queue.Empty:
            return False

    def _write(self, waiting: list[Entry]) -> str:
        """Write and empty `waiting`; on trouble leave it as it is and return the sentence."""
        if not waiting:
            return ""
        try:
            self._writer.write(waiting)
        except StorageError as error:
            return error.sentence
        finished = [entry.workout.id for entry in waiting if isinstance(entry, Finish)]
        waiting.clear()
        for workout_id in finished:
            self._on_finished(workout_id)
        return ""
