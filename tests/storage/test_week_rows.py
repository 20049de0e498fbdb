"""Weeks summed by SQLite are those summed by core/progress.py, wherever weeks begin and whatever the clocks do."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workouts import TONING, example_workout, step, work
from trainer.core.events import StepOutcome
from trainer.core.progress import Period, Week, every_week, weeks
from trainer.core.routine import BlockKind
from trainer.core.workout import Workout
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.charts.bars import day_bars

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
TODAY = date(2026, 6, 1)


def session(
    number: int, began: datetime, offset: timedelta, seconds: float = 3600.0, effort: int | None = 3
) -> Workout:
    """Strength, begun at a moment (UTC), at an offset from it."""
    return msgspec.structs.replace(
        example_workout(number, began),
        id=str(UUID(int=number)),
        utc_offset_minutes=round(offset.total_seconds() / 60),
        local_date=(began + offset).date(),
        effort=effort,
        steps=(step(0, BlockKind.STRENGTH, "curl", StepOutcome.DONE, seconds),),
        spans=(work(0, BlockKind.STRENGTH, "curl", TONING, seconds),),
    )


@contextmanager
def logged(workouts: Sequence[Workout]) -> Iterator[WorkoutLog]:
    with TemporaryDirectory() as folder, closing(WorkoutLog.open(Path(folder) / "log.db", Path(folder))) as log:
        for workout in workouts:
            log.add(workout)
        yield log


def sums(week: Week) -> tuple[float, ...]:
    return (
        *week.minutes.values(),
        week.vigorous_minutes,
        week.kcal_low,
        week.kcal_mid,
        week.kcal_high,
        week.load,
    )


sessions = st.lists(
    st.tuples(
        st.integers(0, 60),  # days ago
        st.sampled_from([10.0, 29.0, 31.0, 600.0, 3600.0]),  # two short ones make a day of strength
        st.none() | st.integers(1, 10),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(sessions, st.sampled_from([MONDAY, SATURDAY, SUNDAY]))
def test_both_sum_the_same(done: list[tuple[int, float, int | None]], first_weekday: int) -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    made = [
        session(n + 1, noon - timedelta(days=days), timedelta(0), seconds, effort)
        for n, (days, seconds, effort) in enumerate(done)
    ]
    with logged(made) as log:
        by_python = weeks(log.days(), TODAY, first_weekday, Period.ALL)
        by_sqlite = every_week(log.weeks(first_weekday), TODAY, first_weekday, Period.ALL)
    assert len(by_python) == len(by_sqlite)
    for ours, theirs in zip(by_python, by_sqlite, strict=True):
        assert sums(ours) == pytest.approx(sums(theirs))
        assert (ours.start, ours.sessions, ours.strength_days, ours.unrated) == (
            theirs.start,
            theirs.sessions,
            theirs.strength_days,
            theirs.unrated,
        )


@pytest.mark.parametrize(
    ("first_weekday", "starts"),
    [
        (MONDAY, [date(2026, 5, 18), date(2026, 5, 25)]),
        (SUNDAY, [date(2026, 5, 24)]),
        (SATURDAY, [date(2026, 5, 23)]),
    ],
    ids=["monday", "sunday", "saturday"],
)
def test_a_week_begins_where_the_person_s_does(first_weekday: int, starts: list[date]) -> None:
    sunday, monday = (datetime(2026, 5, day, 9, tzinfo=UTC) for day in (24, 25))
    with logged([session(1, sunday, timedelta(0)), session(2, monday, timedelta(0))]) as log:
        assert [week.start for week in log.weeks(first_weekday)] == starts


def test_across_midnight_it_is_of_the_day_it_began_on() -> None:
    late = datetime(2026, 5, 24, 21, 40, tzinfo=UTC)  # 23:40 on a Sunday in Berlin
    with logged([session(1, late, timedelta(hours=2))]) as log:
        (week,) = log.weeks(MONDAY)
        bars = day_bars(log.days(), date(2026, 5, 24), date(2026, 5, 25))
    assert week.start == date(2026, 5, 18)
    assert [bar.total for bar in bars] == [60.0, 0.0]


@pytest.mark.parametrize(
    ("began", "offset", "day"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), 1, date(2026, 3, 29)),  # Berlin: 01:30, at 2 it is 3
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 2, date(2026, 10, 25)),  # Berlin: 02:30, at 3 it is 2
        (datetime(2026, 10, 24, 21, 45, tzinfo=UTC), 2, date(2026, 10, 24)),  # ends after midnight, before the change
    ],
    ids=["spring", "autumn", "the night before"],
)
def test_across_a_change_of_the_clocks_an_hour_is_an_hour(began: datetime, offset: int, day: date) -> None:
    with logged([session(1, began, timedelta(hours=offset))]) as log:
        (bar,) = day_bars(log.days(), day, day)
        (week,) = log.weeks(MONDAY)
        (listed,) = log.newest()
    assert bar.total == week.active_minutes == 60.0
    assert listed.started.utcoffset() == timedelta(hours=offset)
    assert listed.local_date == day


def test_after_flying_each_is_of_its_own_day_there() -> None:
    tokyo = session(1, datetime(2026, 5, 24, 23, tzinfo=UTC), timedelta(hours=9))  # Monday 08:00
    honolulu = session(2, datetime(2026, 5, 25, 5, tzinfo=UTC), timedelta(hours=-10))  # later, and Sunday 19:00
    with logged([tokyo, honolulu]) as log:
        newest = log.newest()
        days = [one.day for one in log.days()]
        found = {week.start: week.sessions for week in log.weeks(MONDAY)}
    assert [one.id for one in newest] == [honolulu.id, tokyo.id]  # as they were done
    assert days == [date(2026, 5, 24), date(2026, 5, 25)]
    assert found == {date(2026, 5, 18): 1, date(2026, 5, 25): 1}
