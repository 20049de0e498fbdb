"""Where a run keeps its things."""

from pathlib import Path

import pytest

from trainer.paths import data_paths


def test_a_data_dir_holds_everything_of_the_run(tmp_path: Path) -> None:
    paths = data_paths(tmp_path / "mine")
    places = [paths.preferences, paths.routines, paths.exercises, paths.backups, paths.database, paths.cache, paths.log]
    assert paths.folder == tmp_path / "mine"
    assert all(place.is_relative_to(paths.folder) for place in places)
    assert len(set(places)) == len(places)


def test_a_relative_data_dir_is_taken_from_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_paths(Path("here")).database == tmp_path / "here" / "workouts.sqlite3"


def test_without_one_the_places_are_the_persons_own(home: Path) -> None:
    paths = data_paths()
    assert paths.folder.is_relative_to(home)
    assert paths.cache.is_relative_to(home)
    assert paths.log.is_relative_to(home)
    assert not paths.cache.is_relative_to(paths.folder)


def test_naming_the_places_makes_none(home: Path, tmp_path: Path) -> None:
    data_paths()
    data_paths(tmp_path / "mine")
    assert not home.exists()
    assert not (tmp_path / "mine").exists()
