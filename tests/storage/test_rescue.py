"""What can be read of a damaged log comes out of it, and the damaged file stays as it is."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.workouts import STARTED, example_workout
from trainer.core.workout import Workout
from trainer.paths import DataPaths
from trainer.storage.imports import Imports
from trainer.storage.rescue import Rescued, rescue_log
from trainer.storage.restoring import accept_rescue, drop_rescue, finish_restore, prepare_rescue
from trainer.storage.snapshot import CancelledError
from trainer.storage.workout_log import WorkoutLog

WORKOUTS = 120
PAGE = 4096


@pytest.fixture
def written(paths: DataPaths) -> list[Workout]:
    """A log of some hundred pages."""
    workouts = [example_workout(number, STARTED + timedelta(days=number)) for number in range(1, WORKOUTS + 1)]
    Imports(paths.database, paths.backups).add(workouts, "all.json", STARTED)
    return workouts


def rescue(paths: DataPaths, target: Path) -> tuple[Rescued, list[Workout]]:
    rescued = rescue_log(paths.database, target)
    with closing(WorkoutLog.open(target, paths.backups)) as log:
        found = [logged.workout for logged in log.all_workouts()]
    assert rescued.workouts == len(found)
    return rescued, found


def overwrite(
    paths: DataPaths, pages: list[int], content: Callable[[int], bytes] = lambda _page: b"\xa5" * PAGE
) -> bytes:
    with paths.database.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(content(page))
    return paths.database.read_bytes()


def leaves_of(paths: DataPaths, table: str) -> list[int]:
    with closing(sqlite3.connect(paths.database)) as connection:
        sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
        try:
            return [row[0] - 1 for row in connection.execute(sql, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite tells nobody what a page is for")


def test_of_a_whole_log_all_comes_out(paths: DataPaths, written: list[Workout], tmp_path: Path) -> None:
    rescued, found = rescue(paths, tmp_path / "new.sqlite3")
    assert found == written
    assert rescued == Rescued(WORKOUTS, written[-1].local_date, 0)


def test_a_page_costs_its_own_rows_and_no_others(paths: DataPaths, written: list[Workout], tmp_path: Path) -> None:
    leaves = leaves_of(paths, "workout")
    assert len(leaves) > 6
    before = overwrite(paths, [leaves[2], leaves[4]])
    rescued, found = rescue(paths, tmp_path / "new.sqlite3")
    assert paths.database.read_bytes() == before
    assert all(workout in written for workout in found)
    assert rescued.workouts + rescued.lost == WORKOUTS
    assert rescued.workouts > WORKOUTS * (1 - 4 / len(leaves))
    assert found[0] == written[0]
    assert found[-1] == written[-1]


def test_a_damaged_index_costs_nothing(paths: DataPaths, written: list[Workout], tmp_path: Path) -> None:
    for index in ("workout_newest_first", "workout_by_day"):
        overwrite(paths, leaves_of(paths, index))
    _, found = rescue(paths, tmp_path / "new.sqlite3")
    assert found == written


@pytest.mark.parametrize("bytes_lost", [100, 600, PAGE], ids=["the header", "some names", "the page"])
def test_without_the_page_that_names_the_tables_all_comes_out(
    paths: DataPaths, written: list[Workout], tmp_path: Path, bytes_lost: int
) -> None:
    with paths.database.open("r+b") as file:
        file.write(b"\xa5" * bytes_lost)
    before = paths.database.read_bytes()
    _, found = rescue(paths, tmp_path / "new.sqlite3")
    assert found == written
    assert paths.database.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["new.sqlite3"]


def test_nor_of_a_log_that_was_brought_up_to_date(paths: DataPaths, tmp_path: Path) -> None:
    paths.folder.mkdir()
    paths.database.write_bytes((Path(__file__).parents[1] / "data" / "workouts-schema-1.sqlite3").read_bytes())
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        workouts = [logged.workout for logged in log.all_workouts()]
    overwrite(paths, [0])
    _, found = rescue(paths, tmp_path / "new.sqlite3")
    assert [one.id for one in found] == [one.id for one in workouts]


def test_what_steps_were_lost_leaves_the_workout(paths: DataPaths, written: list[Workout], tmp_path: Path) -> None:
    overwrite(paths, leaves_of(paths, "workout_step"))
    _, found = rescue(paths, tmp_path / "new.sqlite3")
    assert [one.id for one in found] == [one.id for one in written]
    assert [one.active_seconds for one in found] == [one.active_seconds for one in written]


@pytest.mark.parametrize("seed", range(12))
def test_wherever_it_is_damaged(paths: DataPaths, written: list[Workout], tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - places, not secrets
    pages = paths.database.stat().st_size // PAGE
    before = overwrite(paths, chance.sample(range(1, pages), 3), lambda _page: chance.randbytes(PAGE))
    _, found = rescue(paths, tmp_path / "new.sqlite3")
    assert {one.id for one in found} <= {one.id for one in written}
    assert paths.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"?" * 20_000, b"SQLite format 3\0"], ids=["empty", "noise", "cut off"])
def test_of_nothing_nothing_comes_out(paths: DataPaths, tmp_path: Path, content: bytes) -> None:
    paths.folder.mkdir()
    paths.database.write_bytes(content)
    assert rescue(paths, tmp_path / "new.sqlite3") == (Rescued(0, None, 0), [])


def test_half_of_the_file_is_half_of_the_log(paths: DataPaths, written: list[Workout], tmp_path: Path) -> None:
    content = paths.database.read_bytes()
    paths.database.write_bytes(content[: len(content) * 3 // 4])
    rescued, found = rescue(paths, tmp_path / "new.sqlite3")
    assert all(one.id in {each.id for each in written} for one in found)
    assert rescued.workouts > WORKOUTS / 2


def test_an_old_log_comes_out_at_the_newest_schema(paths: DataPaths, tmp_path: Path) -> None:
    paths.folder.mkdir()
    old = Path(__file__).parents[1] / "data" / "workouts-schema-1.sqlite3"
    paths.database.write_bytes(old.read_bytes())
    rescued, _ = rescue(paths, tmp_path / "new.sqlite3")
    assert rescued.workouts > 0


def test_stopped_it_leaves_nothing(paths: DataPaths, written: list[Workout], tmp_path: Path) -> None:
    del written
    with pytest.raises(CancelledError):
        rescue_log(paths.database, tmp_path / "new.sqlite3", cancelled=lambda: True)
    assert not (tmp_path / "new.sqlite3").exists()


def test_the_damaged_log_is_set_aside_and_nothing_else_moves(paths: DataPaths, written: list[Workout]) -> None:
    damaged = overwrite(paths, [leaves_of(paths, "workout")[1]])
    paths.preferences.write_text("welcomed = true\n", encoding="utf-8")
    rescued = prepare_rescue(paths)
    assert paths.database.read_bytes() == damaged
    aside = accept_rescue(paths, STARTED)
    assert finish_restore(paths)
    assert (aside / paths.database.name).read_bytes() == damaged
    assert paths.preferences.exists()
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        assert log.count() == rescued.workouts < len(written)


def test_declined_all_stays(paths: DataPaths, written: list[Workout]) -> None:
    del written
    before = paths.database.read_bytes()
    prepare_rescue(paths)
    drop_rescue(paths)
    assert not finish_restore(paths)
    assert paths.database.read_bytes() == before
    assert {path.name.partition("-")[0] for path in paths.folder.iterdir()} == {paths.database.name}
