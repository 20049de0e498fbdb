"""OpenSession: a session that was kept for later, or cut off by a crash or a power cut, ready to be resumed."""

import sqlite3
from datetime import datetime

import msgspec
from msgspec import Struct

from trainer.core.checkpoint import Checkpoint
from trainer.core.events import AnyEvent
from trainer.core.timeline import Timeline
from trainer.core.workout import Workout
from trainer.language import tr
from trainer.storage.errors import StorageError
from trainer.storage.recording import decode_events, journalled_session
from trainer.storage.rows import moment, select_workout

_SELECT_OPEN = """
SELECT workout.id, workout.uuid, checkpoint.state, checkpoint.written_utc, checkpoint.kept_for_later
FROM checkpoint CROSS JOIN workout ON workout.id = checkpoint.workout
WHERE workout.deleted_utc IS NULL
ORDER BY checkpoint.written_utc DESC LIMIT 1"""

_HIDE = "UPDATE workout SET deleted_utc = ? WHERE id = ?"


class OpenSession(Struct, frozen=True):
    """Everything needed to take a session up again."""

    workout: Workout  # as it began
    timeline: Timeline
    checkpoint: Checkpoint
    events: tuple[AnyEvent, ...]
    last_seen: datetime  # aware, UTC: when the checkpoint was written
    kept_for_later: bool  # the person chose so; else it was cut off


def select_open_session(connection: sqlite3.Connection) -> OpenSession | None:
    """The open session seen last; None if there is none.

    Raises:
        StorageError: it is there, but another version of the program wrote it. It is not offered again.
    """
    found = connection.execute(_SELECT_OPEN).fetchone()
    if found is None:
        return None
    row, uuid, state, written, kept = found
    workout = select_workout(connection, uuid)
    session = journalled_session(connection, row)
    if workout is None or session is None:
        return None
    try:
        open_session = OpenSession(
            workout=workout,
            timeline=msgspec.json.decode(session.timeline, type=Timeline),
            checkpoint=msgspec.json.decode(state, type=Checkpoint),
            events=decode_events(session.events),
            last_seen=moment(written),
            kept_for_later=bool(kept),
        )
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        open_session = None
    if open_session is None or not open_session.checkpoint.fits(open_session.timeline):
        connection.execute(_HIDE, (written, row))
        raise StorageError(
            tr(
                "The session of {date} was left open by another version of Trainer and can't be resumed by this one; "
                "what it recorded stays in the log's file."
            ).format(date=workout.local_date.isoformat())
        )
    return open_session
