"""Recording: a finished session event by event, kept compressed beside its workout."""

import sqlite3
import zlib
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from trainer.core.events import AnyEvent
from trainer.core.timeline import Timeline

_SELECT_EVENTS = "SELECT event FROM session_event WHERE workout = ? ORDER BY seq"
_SELECT_PLAN = "SELECT timeline FROM plan WHERE workout = ?"
_INSERT_RECORDING = "INSERT INTO recording (workout, timeline, events) VALUES (?, ?, ?)"
_SELECT_RECORDING = """
SELECT timeline, events FROM recording WHERE workout = (SELECT id FROM workout WHERE uuid = ?)"""


class Recording(Struct, frozen=True):
    """A finished session: what it ran through and what happened."""

    timeline: Timeline
    events: tuple[AnyEvent, ...]


class JournalledSession(Struct, frozen=True):
    """The documents of an open session, as JSON."""

    timeline: str
    events: tuple[str, ...]


def encode_event(event: AnyEvent) -> str:
    """An event as JSON, its kind under "type"."""
    return msgspec.json.encode(event).decode()


def decode_events(documents: Iterable[str]) -> tuple[AnyEvent, ...]:
    """The events of JSON documents.

    Raises:
        msgspec.DecodeError: one of them is no event of this version.
    """
    return _decode_all(f"[{','.join(documents)}]".encode())


def journalled_session(connection: sqlite3.Connection, row: int) -> JournalledSession | None:
    """What the journal holds of the open session in that row of `workout`."""
    plan = connection.execute(_SELECT_PLAN, (row,)).fetchone()
    if plan is None:
        return None
    events = tuple(found[0] for found in connection.execute(_SELECT_EVENTS, (row,)))
    return JournalledSession(plan[0], events)


def insert_recording(connection: sqlite3.Connection, row: int, session: JournalledSession) -> None:
    """Keep a session's documents with the finished workout in that row."""
    events = f"[{','.join(session.events)}]"
    connection.execute(
        _INSERT_RECORDING, (row, zlib.compress(session.timeline.encode()), zlib.compress(events.encode()))
    )


def select_recording(connection: sqlite3.Connection, workout_id: str) -> Recording | None:
    """The recording of the workout of that UUID; None if it has none (added by hand, imported)."""
    found = connection.execute(_SELECT_RECORDING, (workout_id,)).fetchone()
    if found is None:
        return None
    timeline, events = (zlib.decompress(document) for document in found)
    return Recording(msgspec.json.decode(timeline, type=Timeline), _decode_all(events))


def _decode_all(document: bytes) -> tuple[AnyEvent, ...]:
    return msgspec.json.decode(document, type=tuple[AnyEvent, ...])
