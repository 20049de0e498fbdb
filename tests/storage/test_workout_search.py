"""Searching the log finds what a plain look through all of it would find, a page at a time."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workouts import STARTED, example_workout
from trainer.core.progress import WorkoutSummary
from trainer.core.workout import Workout, WorkoutSource, WorkoutState
from trainer.core.workout_query import SOURCES, Origin, WorkoutQuery
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog
from trainer.storage.workout_search import WorkoutSearch

NAMES = ("Upper and Lower Back", "Beinübung 100 %", "under_score")
NOTES = ("", "Knees fine", "ÄRGER mit \\ dem Ball", "50% done")
DAYS = 12


def _workout(n: int) -> Workout:
    example = example_workout(n + 1, STARTED + timedelta(days=n))
    renamed = tuple(
        msgspec.structs.replace(step, exercise=f"{step.exercise}-{n % 2}", name=("Mönch", "Russian Twist")[n % 2])
        for step in example.steps[2:]
    )
    return msgspec.structs.replace(
        example,
        routine=f"routine-{n % 3}",
        routine_name=NAMES[n % 3],
        note=NOTES[n % 4],
        state=(WorkoutState.PARTIAL, WorkoutState.COMPLETE)[n % 2],
        source=tuple(WorkoutSource)[n % len(WorkoutSource)],
        steps=renamed,
    )


WORKOUTS = tuple(_workout(n) for n in range(DAYS))


@pytest.fixture
def search(log: WorkoutLog, paths: DataPaths) -> WorkoutSearch:
    for workout in WORKOUTS:
        log.add(workout)
    return WorkoutSearch(paths.database, paths.backups)


def plainly(query: WorkoutQuery) -> list[str]:
    """The ids that a look through all of them finds, newest first."""

    def wanted(one: Workout) -> bool:
        texts = [one.routine_name, one.note, *(step.name for step in one.steps)]
        return (
            all(any(word.casefold() in text.casefold() for text in texts) for word in query.words.split())
            and (query.since is None or one.local_date >= query.since)
            and (query.until is None or one.local_date <= query.until)
            and (query.state is None or one.state is query.state)
            and (query.routines is None or one.routine in query.routines)
            and (query.origin is None or one.source in SOURCES[query.origin])
        )

    return [one.id for one in reversed(WORKOUTS) if wanted(one)]


words = st.sampled_from(
    [
        "",
        "back",
        "BACK upper",
        "bein",
        "ÜBUNG",
        "übung ärger",
        "twist",
        "mönch",
        "MÖNCH knees",
        "%",
        "_",
        "\\",
        "0",
        "'\"--",
    ]
)
days = st.none() | st.integers(-2, DAYS + 2).map(lambda n: (STARTED + timedelta(days=n)).date())
queries = st.builds(
    WorkoutQuery,
    words=words,
    since=days,
    until=days,
    state=st.sampled_from([None, WorkoutState.PARTIAL, WorkoutState.COMPLETE]),
    routines=st.none() | st.lists(st.sampled_from(["routine-0", "routine-1", "else"]), max_size=2).map(tuple),
    origin=st.none() | st.sampled_from(Origin),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries, limit=st.integers(1, 5))
def test_pages_together_are_what_is_wanted(search: WorkoutSearch, query: WorkoutQuery, limit: int) -> None:
    found = search.find(query, limit)
    ids = [one.id for one in found.newest]
    while ids and len(ids) % limit == 0:
        more = search.more(query, search_row(search, ids[-1]), limit)
        if not more:
            break
        ids += [one.id for one in more]
    assert ids == plainly(query)
    assert found.total == len(ids)


def search_row(search: WorkoutSearch, workout_id: str) -> WorkoutSummary:
    return next(one for one in search.find(WorkoutQuery(), 100).newest if one.id == workout_id)


def test_what_was_deleted_is_not_found(search: WorkoutSearch, log: WorkoutLog) -> None:
    log.delete(WORKOUTS[0].id, STARTED)
    assert WORKOUTS[0].id not in [one.id for one in search.find(WorkoutQuery(words="back")).newest]


def test_a_row_says_what_the_list_says(search: WorkoutSearch, log: WorkoutLog) -> None:
    assert search.find(WorkoutQuery(words="a")).newest[:1] == log.newest(1)


def test_a_log_that_is_gone_is_a_sentence(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("gone")
    with pytest.raises(StorageError, match="is not there"):
        WorkoutSearch(folder / "log.sqlite3", folder).find(WorkoutQuery())


def test_everything_is_told_apart() -> None:
    assert WorkoutQuery().is_everything
    assert WorkoutQuery(words="  ").is_everything
    assert not WorkoutQuery(words="a").is_everything
    assert not WorkoutQuery(words=" ", since=date(2026, 1, 1)).is_everything
