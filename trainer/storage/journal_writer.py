"""JournalWriter: the entries of a session's journal and how they become rows. Used on the journal's thread."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer.core.checkpoint import Checkpoint, to_micros
from trainer.core.events import AnyEvent
from trainer.core.timeline import Timeline
from trainer.core.workout import Workout
from trainer.storage.database import open_database, transaction
from trainer.storage.errors import StorageError, explained
from trainer.storage.recording import encode_event, insert_recording, journalled_session
from trainer.storage.rows import insert_workout, stamp

MOST_EVENTS_WAITING = 20_000  # some sixty sessions: a bound on memory, not one a session meets
WAIT_SECONDS = 2.0  # for another writer; the window waits no longer than this when it closes

_FIND = "SELECT id FROM workout WHERE uuid = ?"
_DELETE = "DELETE FROM workout WHERE uuid = ?"
_INSERT_PLAN = "INSERT INTO plan (workout, timeline) VALUES (?, ?)"
_NEXT_SEQ = "SELECT coalesce(max(seq), -1) + 1 FROM session_event WHERE workout = ?"
_INSERT_EVENT = "INSERT INTO session_event (workout, seq, event) VALUES (?, ?, ?)"
_SELECT_EVENTS = "SELECT seq, event FROM session_event WHERE workout = ?"
_DELETE_EVENT = "DELETE FROM session_event WHERE workout = ? AND seq = ?"
_SELECT_STATE = "SELECT state FROM checkpoint WHERE workout = ?"
_REPLACE_CHECKPOINT = (
    "INSERT OR REPLACE INTO checkpoint (workout, state, written_utc, kept_for_later) VALUES (?, ?, ?, 0)"
)
_KEEP = "UPDATE checkpoint SET kept_for_later = 1 WHERE workout = ?"


class _Moment(Struct):
    """What an event (in seconds) and a checkpoint (in microseconds) have in common."""

    at: float


class Begin(Struct, frozen=True):
    """A session began."""

    workout: Workout
    timeline: Timeline


class Resume(Struct, frozen=True):
    """An open session was taken up again, where its checkpoint left it."""

    session: str


class Append(Struct, frozen=True):
    """Events happened."""

    session: str
    events: tuple[AnyEvent, ...]


class Mark(Struct, frozen=True):
    """The session stood so."""

    session: str
    checkpoint: Checkpoint
    now: datetime


class Keep(Struct, frozen=True):
    """The session was kept for later."""

    session: str


class Discard(Struct, frozen=True):
    """The session was thrown away."""

    session: str


class Finish(Struct, frozen=True):
    """The session was over."""

    workout: Workout


Entry = Begin | Resume | Append | Mark | Keep | Discard | Finish


def bounded(entries: Sequence[Entry]) -> list[Entry]:
    """What must wait while the disk refuses: of checkpoints the newest, of events the newest MOST_EVENTS_WAITING."""
    kept: list[Entry] = []
    marked: set[str] = set()
    events = 0
    for entry in reversed(entries):
        match entry:
            case Mark(session=session):
                if session in marked:
                    continue
                marked.add(session)
            case Append(events=happened):
                events += len(happened)
                if events > MOST_EVENTS_WAITING:
                    continue
            case _:
                pass
        kept.append(entry)
    kept.reverse()
    return kept


class JournalWriter:
    """Opens the log when there is something to write, and again when its file was lost."""

    def __init__(self, path: Path, backups: Path) -> None:
        self._path = path
        self._backups = backups
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None  # device and inode of the file that is open
        self._begun: Begin | None = None  # to be written again into another file

    def write(self, entries: Sequence[Entry]) -> None:
        """Write all entries in one transaction.

        Raises:
            StorageError: nothing was written; the same entries may be handed over again.
        """
        try:
            with explained(self._path):
                connection = self._connected()
                with transaction(connection):
                    for entry in entries:
                        self._write(connection, entry)
        except StorageError:
            self.close()  # a file that failed is opened afresh: its disk may have been away
            raise

    def close(self) -> None:
        """Let go of the file; write() opens it again."""
        if self._connection is not None:
            with suppress(sqlite3.Error):  # all that was confirmed is on the disk already
                self._connection.close()
        self._connection = None

    def _connected(self) -> sqlite3.Connection:
        # SQLite writes on without complaint into a file that was deleted, or lay on a disk that is gone.
        if self._connection is not None and self._file != self._file_there():
            self.close()
        if self._connection is None:
            # Once it was there, its folder is not made anew: it may be a disk about to come back.
            create = self._file is None or self._path.parent.is_dir()
            self._connection = open_database(self._path, self._backups, create=create, wait_seconds=WAIT_SECONDS)
            self._file = self._file_there()
            if self._begun is not None:
                with transaction(self._connection):
                    self._write(self._connection, self._begun)
        return self._connection

    def _file_there(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _write(self, connection: sqlite3.Connection, entry: Entry) -> None:
        match entry:
            case Begin(workout, timeline):
                self._begun = entry
                if _row(connection, workout.id) is None:
                    row = insert_workout(connection, workout)
                    connection.execute(_INSERT_PLAN, (row, msgspec.json.encode(timeline).decode()))
            case Resume(session):
                _rewind(connection, session)
            case Append(session, events):
                _append(connection, session, events)
            case Mark(session, checkpoint, now):
                row_ = _row(connection, session)
                if row_ is not None:
                    state = msgspec.json.encode(checkpoint).decode()
                    connection.execute(_REPLACE_CHECKPOINT, (row_, state, stamp(now)))
            case Keep(session):
                connection.execute(_KEEP, (_row(connection, session),))
            case Discard(session):
                self._begun = None
                connection.execute(_DELETE, (session,))
            case Finish(workout):
                self._begun = None
                _finish(connection, workout)


def _row(connection: sqlite3.Connection, workout_id: str) -> int | None:
    found = connection.execute(_FIND, (workout_id,)).fetchone()
    return None if found is None else int(found[0])


def _rewind(connection: sqlite3.Connection, session: str) -> None:
    """Forget the events after the last checkpoint, less than a second's: the session goes on from before them."""
    row = _row(connection, session)
    found = connection.execute(_SELECT_STATE, (row,)).fetchone()
    if found is None:
        return
    at = msgspec.json.decode(found[0], type=_Moment).at
    later = [
        (row, seq)
        for seq, event in connection.execute(_SELECT_EVENTS, (row,))
        if to_micros(msgspec.json.decode(event, type=_Moment).at) > at
    ]
    connection.executemany(_DELETE_EVENT, later)


def _append(connection: sqlite3.Connection, session: str, events: Sequence[AnyEvent]) -> None:
    row = _row(connection, session)
    if row is None:
        return
    first = connection.execute(_NEXT_SEQ, (row,)).fetchone()[0]
    connection.executemany(
        _INSERT_EVENT, ((row, seq, encode_event(event)) for seq, event in enumerate(events, start=first))
    )


def _finish(connection: sqlite3.Connection, workout: Workout) -> None:
    """Put the finished workout in the place of the open one; what the journal held becomes its recording."""
    row = _row(connection, workout.id)
    session = None if row is None else journalled_session(connection, row)
    connection.execute(_DELETE, (workout.id,))
    finished = insert_workout(connection, workout)
    if session is not None:
        insert_recording(connection, finished, session)
