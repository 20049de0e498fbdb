"""Real files of every schema there has been are still read, whole.

tests/data/workouts-schema-1.sqlite3 was written by the program itself, not by SQL: three sessions on three days from
Monday, 5 January 2026, 07:00 UTC, of 10, 20 and 30 minutes, journalled and finished; on the first the skipped move
was corrected to done, the second got an effort and a note, the third was deleted; a fourth was kept for later.
workouts-schema-2.sqlite3 is that file after the program brought it up to date.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from trainer.core.events import Paused, SessionEnded, StepOutcome
from trainer.core.routine import BlockKind
from trainer.paths import DataPaths
from trainer.storage.database import SCHEMA
from trainer.storage.workout_log import WorkoutLog

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(params=range(1, SCHEMA + 1), ids="schema {}".format)
def old_log(request: pytest.FixtureRequest, paths: DataPaths) -> Iterator[WorkoutLog]:
    paths.folder.mkdir()
    shutil.copy(DATA / f"workouts-schema-{request.param}.sqlite3", paths.database)
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        yield log


def test_its_workouts_are_read(old_log: WorkoutLog) -> None:
    second, first = old_log.newest()
    assert (second.local_date, second.active_seconds, second.effort) == (date(2026, 1, 6), 1500, 5)
    assert second.note == "Felt good, ünï"
    assert first.started.isoformat() == "2026-01-05T08:00:00+01:00"
    assert (first.steps_done, first.steps_planned) == (3, 3)
    assert (first.energy.shown_low, first.energy.shown_high) == (55, 95)
    workout = old_log.get(first.id)
    assert workout is not None
    assert workout.steps[1].outcome is StepOutcome.DONE
    assert [(span.met.value, span.seconds) for span in workout.spans] == [(4.8, 300), (3.5, 600)]
    assert workout.claim is not None
    assert workout.claim.kcal_high == 210


def test_its_corrections_can_be_taken_back(old_log: WorkoutLog) -> None:
    workout = old_log.mark_step(str(UUID(int=1)), 1, done=False)
    assert workout is not None
    assert workout.steps[1].outcome is StepOutcome.SKIPPED
    old_log.undelete(str(UUID(int=3)))
    assert [day.seconds[BlockKind.STRENGTH] for day in old_log.days()] == [600, 1200, 1800]


def test_its_recordings_are_read(old_log: WorkoutLog) -> None:
    recording = old_log.recording(str(UUID(int=1)))
    assert recording is not None
    assert len(recording.timeline.phases) == 4
    assert recording.events[-1] == SessionEnded(75.0, complete=False)


def test_its_open_session_can_be_resumed(old_log: WorkoutLog) -> None:
    found = old_log.open_session()
    assert found is not None
    assert found.workout.id == str(UUID(int=4))
    assert found.kept_for_later
    assert found.last_seen == datetime(2026, 1, 8, 7, 0, 10, tzinfo=UTC)
    assert found.events[-1] == Paused(10.0)
    assert found.checkpoint.at == 10_000_000
