"""The list of 100,000 workouts: a page of it, filtered, searched and gone on with, beside the bare query.

Wanted: everything in the background anyway; the first page within 400 ms, the next within 50 ms.
"""

import statistics
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tests.workouts import STARTED, example_workout
from trainer.core.workout import WorkoutState
from trainer.core.workout_query import WorkoutQuery
from trainer.storage.database import open_database, transaction
from trainer.storage.rows import insert_workout
from trainer.storage.workout_search import WorkoutSearch

WORKOUTS = 100_000
FIRST_MS, NEXT_MS = 400, 50

BARE = "SELECT * FROM workout WHERE deleted_utc IS NULL AND state <> 'open' AND {} ORDER BY started_utc DESC LIMIT 100"
COUNT = "SELECT count(*) FROM workout WHERE deleted_utc IS NULL AND state <> 'open' AND {}"

ASKED = {
    "everything": (WorkoutQuery(), "1"),
    "stopped early": (WorkoutQuery(state=WorkoutState.PARTIAL), "state = 'partial'"),
    "a word of some notes": (WorkoutQuery(words="knees"), "note LIKE '%knees%'"),
    "a word of none": (WorkoutQuery(words="zumba"), "note LIKE '%zumba%'"),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("log") / "log.db"
    with closing(open_database(made, made.parent)) as connection, transaction(connection):
        for n in range(WORKOUTS):
            example = example_workout(1, STARTED - timedelta(hours=n), minutes=15 + n % 20)
            state = WorkoutState.PARTIAL if n % 5 == 0 else WorkoutState.COMPLETE
            note = "Knees fine" if n % 7 == 0 else ""
            insert_workout(connection, msgspec.structs.replace(example, id=f"id-{n}", state=state, note=note))
    return made


def ms(call: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


@pytest.mark.benchmark
@pytest.mark.parametrize("what", ASKED)
def test_a_page_of_a_hundred_thousand(path: Path, what: str) -> None:
    query, condition = ASKED[what]
    search = WorkoutSearch(path, path.parent)
    with closing(open_database(path, path.parent)) as connection:
        bare = ms(lambda: [connection.execute(sql.format(condition)).fetchall() for sql in (BARE, COUNT)])
    first = ms(lambda: search.find(query))
    found = search.find(query)
    following = ms(lambda: search.more(query, found.newest[-1])) if found.newest else 0.0
    print(f"\n{what}: {found.total} found, first page {first:.0f} ms, next {following:.0f} ms, bare {bare:.0f} ms")
    assert first < FIRST_MS
    assert following < NEXT_MS
