import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.workouts import STARTED, events, example_checkpoint, example_timeline, example_workout, header
from trainer.core.events import (
    AnyEvent,
    Paused,
    PhaseEnded,
    PhaseStarted,
    Resumed,
    SessionEnded,
    SessionStarted,
    StepEnded,
    StepOutcome,
)
from trainer.core.session_strip import StretchKind
from trainer.core.timeline import PhaseKind
from trainer.paths import DataPaths
from trainer.storage import journal_writer
from trainer.storage.database import open_database
from trainer.storage.errors import StorageError
from trainer.storage.journal import SessionJournal
from trainer.storage.journal_writer import MOST_EVENTS_WAITING, Append, Begin, Entry, Finish, Mark, bounded
from trainer.storage.workout_log import WorkoutLog

WORKOUT = example_workout()
TIMELINE = example_timeline()
LATER = STARTED + timedelta(seconds=90)
HAPPENED: tuple[AnyEvent, ...] = (
    SessionStarted(0.0),
    PhaseStarted(0.0, 0, 0, PhaseKind.WORK),
    Paused(10.0),
    PhaseEnded(75.0, 0, 0, PhaseKind.WORK, 60.0, complete=True),
    StepEnded(75.0, 0, StepOutcome.DONE),
    SessionEnded(75.0, complete=False),
)


class Heard:
    """What the journal told, and when it was told."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.finished: list[str] = []
        self.troubled = threading.Event()
        self.recovered = threading.Event()

    def on_trouble(self, sentence: str) -> None:
        self.sentences.append(sentence)
        self.troubled.set()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def journal(paths: DataPaths, heard: Heard) -> Iterator[SessionJournal]:
    journal = SessionJournal(
        paths.database,
        paths.backups,
        on_trouble=heard.on_trouble,
        on_recovered=heard.recovered.set,
        on_finished=heard.finished.append,
        retry_seconds=0.01,
    )
    yield journal
    journal.close()


def flushed(journal: SessionJournal) -> None:
    assert journal.flush(10)


def test_a_journal_not_written_to_starts_nothing(journal: SessionJournal, paths: DataPaths) -> None:
    flushed(journal)
    assert journal.close()
    assert not paths.folder.exists()


def test_a_session_cut_off_can_be_resumed(journal: SessionJournal, log: WorkoutLog, clock: FakeClock) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.append(HAPPENED[:2])
    journal.checkpoint(example_checkpoint(9), clock.now())
    journal.append(HAPPENED[2:3])
    clock.advance(1)
    journal.checkpoint(example_checkpoint(10), clock.now())
    flushed(journal)

    found = log.open_session()
    assert found is not None
    assert found.workout == header(WORKOUT)
    assert found.timeline == TIMELINE
    assert found.checkpoint == example_checkpoint(10)
    assert found.events == HAPPENED[:3]
    assert found.last_seen == clock.now()
    assert not found.kept_for_later
    assert log.count() == 0
    assert log.days() == ()


def test_a_session_without_a_checkpoint_is_not_offered(journal: SessionJournal, log: WorkoutLog) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    flushed(journal)
    assert log.open_session() is None


def test_a_session_kept_for_later_goes_on(journal: SessionJournal, log: WorkoutLog) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.append(HAPPENED[:2])
    journal.checkpoint(example_checkpoint(), STARTED)
    journal.keep_for_later()
    journal.append(HAPPENED[5:])  # of no session: ignored
    journal.checkpoint(example_checkpoint(50), LATER)
    flushed(journal)
    kept = log.open_session()
    assert kept is not None
    assert kept.kept_for_later
    assert kept.events == HAPPENED[:2]

    journal.resume(WORKOUT.id)
    journal.append(HAPPENED[2:4])
    journal.checkpoint(example_checkpoint(20), LATER)
    flushed(journal)
    resumed = log.open_session()
    assert resumed is not None
    assert not resumed.kept_for_later
    assert resumed.events == HAPPENED[:4]


def test_what_happened_after_the_checkpoint_is_forgotten_when_resumed(journal: SessionJournal, log: WorkoutLog) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.append(HAPPENED[:3])
    journal.checkpoint(example_checkpoint(10), STARTED)
    journal.append([Paused(10.000001), Paused(10.5)])
    journal.close()
    journal.resume(WORKOUT.id)
    journal.append([Resumed(10.0)])
    flushed(journal)
    found = log.open_session()
    assert found is not None
    assert found.events == (*HAPPENED[:3], Resumed(10.0))


def test_a_finished_session_is_in_the_log_with_its_recording(
    journal: SessionJournal, log: WorkoutLog, heard: Heard
) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.append(HAPPENED[:3])
    journal.checkpoint(example_checkpoint(), STARTED)
    journal.append(HAPPENED[3:])
    journal.finish(WORKOUT)
    flushed(journal)
    assert heard.finished == [WORKOUT.id]
    assert [logged.workout for logged in log.all_workouts()] == [WORKOUT]
    assert log.open_session() is None
    recording = log.recording(WORKOUT.id)
    assert recording is not None
    assert (recording.timeline, recording.events) == (TIMELINE, HAPPENED)
    strip = log.strip(WORKOUT.id)
    assert [(one.kind, one.seconds) for one in strip] == [(StretchKind.WORK, 10.0), (StretchKind.PAUSED, 65.0)]
    log.add(example_workout(7))
    assert log.strip(example_workout(7).id) == ()


def test_finishing_leaves_nothing_of_the_journal(journal: SessionJournal, paths: DataPaths) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.append(HAPPENED)
    journal.checkpoint(example_checkpoint(), STARTED)
    journal.finish(WORKOUT)
    journal.close()
    with closing(sqlite3.connect(paths.database)) as connection:
        rows = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in JOURNAL_TABLES]  # noqa: S608
    assert rows == [0, 0, 0]


JOURNAL_TABLES = ("plan", "session_event", "checkpoint")


def test_discarding_leaves_nothing(journal: SessionJournal, log: WorkoutLog) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.append(HAPPENED)
    journal.checkpoint(example_checkpoint(), STARTED)
    journal.discard()
    flushed(journal)
    assert log.open_session() is None
    assert log.get(WORKOUT.id) is None


def test_an_open_session_can_be_finished_or_discarded_by_the_next_launch(
    journal: SessionJournal, log: WorkoutLog
) -> None:
    for number, end in ((1, "finish"), (2, "discard")):
        workout = example_workout(number)
        journal.begin(header(workout), TIMELINE)
        journal.checkpoint(example_checkpoint(), STARTED)
        journal.keep_for_later()
        journal.resume(workout.id)
        if end == "finish":
            journal.finish(workout)
        else:
            journal.discard()
    flushed(journal)
    assert [one.id for one in log.newest()] == [example_workout(1).id]
    assert log.open_session() is None


def test_of_two_open_sessions_the_one_seen_last_is_offered(journal: SessionJournal, log: WorkoutLog) -> None:
    first, second = example_workout(1), example_workout(2)
    for workout, seen in ((first, LATER), (second, STARTED)):
        journal.begin(header(workout), TIMELINE)
        journal.checkpoint(example_checkpoint(), seen)
        journal.keep_for_later()
    flushed(journal)
    found = log.open_session()
    assert found is not None
    assert found.workout.id == first.id


def test_a_session_that_cant_be_read_is_told_once_and_not_erased(
    journal: SessionJournal, log: WorkoutLog, paths: DataPaths
) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.checkpoint(example_checkpoint(), STARTED)
    journal.close()
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute('UPDATE checkpoint SET state = \'{"from": "the future"}\'')
    with pytest.raises(StorageError, match="2026-01-05"):
        log.open_session()
    assert log.open_session() is None
    assert log.get(WORKOUT.id) == header(WORKOUT)


def test_a_checkpoint_of_another_timeline_is_not_offered(journal: SessionJournal, log: WorkoutLog) -> None:
    journal.begin(header(WORKOUT), TIMELINE)
    journal.checkpoint(msgspec.structs.replace(example_checkpoint(), rungs=(0, 0, 0)), STARTED)
    flushed(journal)
    with pytest.raises(StorageError, match="another version"):
        log.open_session()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(st.lists(events, max_size=5), max_size=6))
def test_any_stream_of_events_is_read_back_in_order(
    log: WorkoutLog, paths: DataPaths, heard: Heard, happened: list[list[AnyEvent]]
) -> None:
    with closing(SessionJournal(paths.database, paths.backups, on_trouble=heard.on_trouble)) as journal:
        journal.begin(header(WORKOUT), TIMELINE)
        journal.checkpoint(example_checkpoint(), STARTED)
        for batch in happened:
            journal.append(batch)
        flushed(journal)
        found = log.open_session()
        journal.discard()
    assert found is not None
    assert found.events == tuple(event for batch in happened for event in batch)
    assert heard.sentences == []


class TestTrouble:
    def test_a_disk_that_refuses_is_told_once_and_nothing_is_lost(
        self,
        journal: SessionJournal,
        paths: DataPaths,
        log: WorkoutLog,
        heard: Heard,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(journal_writer, "WAIT_SECONDS", 0.02)
        journal.begin(header(WORKOUT), TIMELINE)
        flushed(journal)
        # Another program holds the file for a while.
        with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            journal.append(HAPPENED[:3])
            journal.checkpoint(example_checkpoint(), STARTED)
            assert heard.troubled.wait(10)
            journal.append(HAPPENED[3:])
            assert not journal.flush(0.05)
            other.execute("ROLLBACK")
        flushed(journal)
        assert heard.recovered.wait(10)
        assert len(heard.sentences) == 1
        assert "in use" in heard.sentences[0]
        found = log.open_session()
        assert found is not None
        assert found.events == HAPPENED

    def test_what_can_never_be_written_is_admitted_on_closing(self, paths: DataPaths, heard: Heard) -> None:
        paths.folder.write_text("no folder")
        journal = SessionJournal(paths.database, paths.backups, on_trouble=heard.on_trouble, retry_seconds=0.01)
        journal.begin(header(WORKOUT), TIMELINE)
        journal.finish(WORKOUT)
        assert not journal.close()
        assert len(heard.sentences) == 1
        assert str(paths.database) in heard.sentences[0]
        assert heard.finished == []

    def test_a_full_disk_is_told_and_waited_for(
        self, journal: SessionJournal, log: WorkoutLog, heard: Heard, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        full = threading.Event()
        full.set()

        def open_on_a_full_disk(*arguments: object, **named: object) -> sqlite3.Connection:
            connection = open_database(*arguments, **named)  # type: ignore[arg-type]
            if full.is_set():
                connection.execute("PRAGMA max_page_count = 1")  # SQLite then answers as for a full disk
            return connection

        monkeypatch.setattr("trainer.storage.journal_writer.open_database", open_on_a_full_disk)
        workout = msgspec.structs.replace(WORKOUT, note="long " * 20_000)
        journal.begin(header(workout), TIMELINE)
        assert heard.troubled.wait(10)
        assert "full" in heard.sentences[0]
        full.clear()
        journal.finish(workout)
        flushed(journal)
        assert heard.recovered.is_set()
        assert [logged.workout for logged in log.all_workouts()] == [workout]

    def test_what_waits_is_kept_in_bounds(
        self, journal: SessionJournal, paths: DataPaths, log: WorkoutLog, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(journal_writer, "WAIT_SECONDS", 0.0)
        monkeypatch.setattr(journal_writer, "MOST_EVENTS_WAITING", 3)
        journal.begin(header(WORKOUT), TIMELINE)
        journal.checkpoint(example_checkpoint(), STARTED)
        flushed(journal)
        with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for number in range(9):
                journal.append([Paused(float(number))])
            assert not journal.flush(0.1)
            other.execute("ROLLBACK")
        flushed(journal)
        found = log.open_session()
        assert found is not None
        assert found.events == (Paused(6.0), Paused(7.0), Paused(8.0))

    @pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
    @pytest.mark.parametrize("comes_back", [True, False], ids=["comes back", "is gone for good"])
    def test_a_folder_that_vanishes_is_told(
        self, journal: SessionJournal, paths: DataPaths, heard: Heard, comes_back: bool
    ) -> None:
        journal.begin(header(WORKOUT), TIMELINE)
        journal.append(HAPPENED[:3])
        journal.checkpoint(example_checkpoint(), STARTED)
        flushed(journal)
        elsewhere = paths.folder.with_name("unplugged")
        paths.folder.rename(elsewhere)
        journal.append(HAPPENED[3:])
        assert heard.troubled.wait(10)
        assert "is not there" in heard.sentences[0]
        assert not paths.folder.exists()  # not made anew: it may be a disk about to come back
        if not comes_back:
            journal.finish(WORKOUT)
            assert not journal.close()
            return
        elsewhere.rename(paths.folder)
        flushed(journal)
        with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
            found = log.open_session()
        assert found is not None
        assert found.events == HAPPENED

    @pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
    def test_a_file_deleted_under_the_session_is_begun_anew(self, journal: SessionJournal, paths: DataPaths) -> None:
        journal.begin(header(WORKOUT), TIMELINE)
        flushed(journal)
        shutil.rmtree(paths.folder)
        paths.folder.mkdir()
        journal.checkpoint(example_checkpoint(), STARTED)
        flushed(journal)
        with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
            assert log.open_session() is not None
        journal.finish(WORKOUT)
        flushed(journal)
        with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
            assert [logged.workout for logged in log.all_workouts()] == [WORKOUT]


def test_what_waits_is_bounded() -> None:
    mark: Callable[[float], Mark] = lambda at: Mark("a", example_checkpoint(at), STARTED)  # noqa: E731
    append = Append("a", (Paused(1.0),) * 1000)
    begin, finish = Begin(header(WORKOUT), TIMELINE), Finish(WORKOUT)
    waiting: list[Entry] = [begin, mark(1), *[append] * 30, mark(2), finish]
    kept = bounded(waiting)
    assert kept[0] is begin
    assert kept[-2:] == [mark(2), finish]
    assert mark(1) not in kept
    assert kept.count(append) == MOST_EVENTS_WAITING // 1000
    assert bounded([begin, append, mark(1)]) == [begin, append, mark(1)]
