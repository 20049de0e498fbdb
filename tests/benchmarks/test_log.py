"""The log with ten years of daily sessions: opening it, summing its weeks, journalling beside it."""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

import msgspec
import pytest

from tests.workouts import STARTED, example_checkpoint, example_timeline, example_workout, header
from trainer.core.events import Paused
from trainer.core.progress import Period, every_week
from trainer.paths import DataPaths, data_paths
from trainer.storage.database import open_database, transaction
from trainer.storage.journal_writer import Append, Begin, JournalWriter, Mark
from trainer.storage.rows import insert_workout
from trainer.storage.workout_log import WorkoutLog

DAYS = 3653
TODAY = (STARTED + timedelta(days=DAYS - 1)).date()

BARE = """
SELECT local_date, count(*), sum(strength_seconds), sum(kcal_low), sum(kcal_high) FROM workout
WHERE deleted_utc IS NULL AND state <> 'open' GROUP BY local_date"""


def ms(call: Callable[[], object], times: int = 9) -> float:
    """Median milliseconds of a call."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        call()
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> DataPaths:
    paths = data_paths(tmp_path_factory.mktemp("ten-years"))
    example = example_workout()
    workout = msgspec.structs.replace(example, spans=example.spans * 24)  # as many as a back workout has
    with closing(open_database(paths.database, paths.backups)) as connection, transaction(connection):
        for n in range(DAYS):
            began = STARTED + timedelta(days=n)
            one = msgspec.structs.replace(workout, id=str(UUID(int=n)), started=began, local_date=began.date())
            insert_workout(connection, one)
    return paths


def test_opening_takes_less_than_ten_ms(paths: DataPaths) -> None:
    def launch() -> None:
        with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
            assert log.open_session() is None

    taken = ms(launch)
    print(f"\nopen the log and look for an open session: {taken:.2f} ms")
    assert taken < 10


def test_ten_years_are_summed_in_half_the_time_progress_may_take(paths: DataPaths) -> None:
    with (
        closing(WorkoutLog.open(paths.database, paths.backups)) as log,
        closing(open_database(paths.database, paths.backups)) as connection,
    ):
        bare = ms(lambda: connection.execute(BARE).fetchall())
        summed = ms(lambda: every_week(log.weeks(0), TODAY, 0, Period.ALL))
        listed = ms(log.newest)
    print(
        f"\nten years by day, bare SQL: {bare:.1f} ms; as weeks: {summed:.1f} ms; a page of the list: {listed:.1f} ms"
    )
    assert summed < 75  # of 150
    assert listed < 10


def test_a_second_of_the_journal_is_committed_within_its_second(tmp_path: Path) -> None:
    writer = JournalWriter(tmp_path / "log.sqlite3", tmp_path / "backups")
    workout = example_workout()
    writer.write([Begin(header(workout), example_timeline())])
    number = 0

    def second() -> None:
        nonlocal number
        number += 1
        now = STARTED + timedelta(seconds=number)
        writer.write([Append(workout.id, (Paused(float(number)),)), Mark(workout.id, example_checkpoint(number), now)])

    taken = ms(second, times=1500)
    writer.close()
    print(f"\na commit of the journal, confirmed by the disk: {taken:.2f} ms")
    assert taken < 250
