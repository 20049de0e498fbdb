"""Backups that make themselves: which are kept, and that the last good one never goes."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.backups import furnish, spoil
from tests.workouts import example_workout
from trainer.paths import DataPaths
from trainer.storage import rotation
from trainer.storage.archive_writer import write_archive
from trainer.storage.errors import DamagedError
from trainer.storage.rotation import good_backups, is_due, kept, made_by_itself, make_rotating, newest_good
from trainer.storage.workout_log import WorkoutLog

MONDAY = date(2026, 1, 5)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


def test_a_backup_a_day_for_a_quarter() -> None:
    there: set[date] = set()
    today = MONDAY
    for number in range(90):
        today = MONDAY + timedelta(days=number)
        there = kept(there | {today}, today)
    assert len(there) == 11
    assert sorted(there, reverse=True)[:7] == [today - timedelta(days=n) for n in range(7)]
    assert [day.weekday() for day in sorted(there)[:4]] == [6] * 4  # the Sundays before
    assert today - min(there) >= timedelta(weeks=4)


@given(st.sets(st.integers(0, 400), min_size=1, max_size=80))
def test_of_any_days_the_newest_stay_and_the_weeks_before(days: set[int]) -> None:
    """Made day by day: never fewer than the days there were or seven, and every week of the four before has one."""
    there: set[date] = set()
    for number in sorted(days):
        today = MONDAY + timedelta(days=number)
        before, there = there, kept(there | {today}, today)
        assert today in there
        assert len(there) >= min(7, len(before) + 1)
        assert len(there) <= 11
        assert kept(there, today) == there
    made = sorted((MONDAY + timedelta(days=number) for number in days), reverse=True)
    assert set(made[:7]) <= there


def test_a_clock_that_was_wrong_pushes_nothing_out() -> None:
    wrong = {date(2036, 1, 1) + timedelta(days=n) for n in range(10)}
    right = {MONDAY + timedelta(days=n) for n in range(5)}
    assert right <= kept(wrong | right, max(right))


def test_one_is_made_renewed_and_told(paths: DataPaths) -> None:
    furnish(paths)
    assert is_due(paths.backups, MONDAY)
    make_rotating(paths, at(MONDAY), MONDAY)
    assert not is_due(paths.backups, MONDAY)
    assert is_due(paths.backups, MONDAY + timedelta(days=1))
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(2))
    make_rotating(paths, at(MONDAY) + timedelta(hours=1), MONDAY)
    found = newest_good(paths.backups)
    assert found is not None
    assert (found.manifest.workouts, found.manifest.media) == (2, False)
    assert list(made_by_itself(paths.backups)) == [MONDAY]


def test_old_ones_go_only_after_a_new_one_is_whole(paths: DataPaths) -> None:
    furnish(paths)
    days = [MONDAY + timedelta(days=n) for n in range(9)]
    for day in days[:8]:
        make_rotating(paths, at(day), day)
    there = made_by_itself(paths.backups)
    assert days[0] not in there  # seven daily ones; the eighth is of a week that has newer ones
    spoil(paths.database)
    with pytest.raises(DamagedError):
        make_rotating(paths, at(days[8]), days[8])
    assert made_by_itself(paths.backups) == there
    found = newest_good(paths.backups)
    assert found is not None
    assert found.manifest.made == at(days[7])


def test_the_first_of_a_week_is_checked_thoroughly(paths: DataPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    furnish(paths)
    asked: list[bool] = []
    real = write_archive

    def noting(*arguments: object, thorough: bool, **options: object) -> object:
        asked.append(thorough)
        return real(*arguments, thorough=thorough, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(rotation, "write_archive", noting)
    for number in (0, 0, 1, 6, 7):
        day = MONDAY + timedelta(days=number)
        make_rotating(paths, at(day), day)
    assert asked == [True, False, False, False, True]


def test_what_is_no_backup_is_passed_over(paths: DataPaths) -> None:
    furnish(paths)
    make_rotating(paths, at(MONDAY), MONDAY)
    (paths.backups / "trainer-2026-02-30.zip").write_bytes(b"?")
    (paths.backups / "other.zip").write_bytes(b"?")
    (paths.backups / "half.zip.77.unfinished").write_bytes(b"?")
    assert [backup.path.name for backup in good_backups(paths.backups, 5)] == ["trainer-2026-01-05.zip"]
    make_rotating(paths, at(MONDAY), MONDAY)
    assert not list(paths.backups.glob("*.unfinished"))
    assert newest_good(Path("/nowhere")) is None
