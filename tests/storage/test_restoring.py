"""A restore gives what was backed up, keeps what was there, and can be cut off anywhere."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.backups import NOW, TEXT, furnish, listing, packed, spoil
from tests.workouts import example_workout
from trainer.paths import DataPaths, data_paths
from trainer.storage import restoring
from trainer.storage.archive import DATABASE
from trainer.storage.archive_writer import write_archive
from trainer.storage.database import SCHEMA
from trainer.storage.errors import StorageError
from trainer.storage.restoring import finish_restore, look_into, prepare_restore
from trainer.storage.snapshot import CancelledError
from trainer.storage.workout_log import WorkoutLog


def state_of(paths: DataPaths) -> dict[str, object]:
    """Everything a backup holds: the log's rows and each file's content."""
    found: dict[str, object] = {}
    for folder in (paths.routines, paths.exercises, paths.drafts, paths.trash):
        if folder.exists():
            found |= {str(file.relative_to(paths.folder)): file.read_bytes() for file in folder.iterdir()}
    if paths.preferences.exists():
        found["preferences"] = paths.preferences.read_bytes()
    if paths.database.exists():
        with closing(sqlite3.connect(paths.database)) as connection:
            found["log"] = list(connection.iterdump())
    return found


@pytest.fixture
def archive(paths: DataPaths, tmp_path: Path) -> Path:
    """A backup of a furnished folder, in which everything was changed afterwards."""
    furnish(paths)
    for name in (".hidden.toml", "half.toml.12.unfinished"):
        (paths.routines / name).unlink()
    write_archive(paths, tmp_path / "all.zip", NOW)
    shutil.copytree(paths.folder, tmp_path / "then")
    change(paths)
    return tmp_path / "all.zip"


def change(paths: DataPaths) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(example_workout(7))
    (paths.routines / "mine, ünï.toml").write_bytes(b"edited")
    (paths.routines / "new.toml").write_bytes(b"new")
    shutil.rmtree(paths.trash)
    paths.preferences.write_bytes(b"")


def then(tmp_path: Path) -> dict[str, object]:
    return state_of(data_paths(tmp_path / "then"))


def test_backup_then_restore_gives_the_same(paths: DataPaths, archive: Path, tmp_path: Path) -> None:
    before = state_of(paths)
    manifest, kept = prepare_restore(paths, archive, NOW)
    with pytest.raises(StorageError, match="being restored"):  # in between nobody may write
        WorkoutLog.open(paths.database, paths.backups)
    assert finish_restore(paths)
    assert state_of(paths) == then(tmp_path)
    assert manifest.workouts == 1
    assert not finish_restore(paths)
    # and what was there is one restore away
    prepare_restore(paths, kept, NOW)
    finish_restore(paths)
    assert state_of(paths) == before


def test_into_an_empty_folder(archive: Path, tmp_path: Path) -> None:
    paths = data_paths(tmp_path / "another computer")
    prepare_restore(paths, archive, NOW)
    finish_restore(paths)
    assert state_of(paths) == then(tmp_path)


class CutOffError(BaseException):
    """The power fails."""


def test_cut_off_at_any_moment_it_is_the_old_or_the_new(
    paths: DataPaths, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rename, removal and sync in turn is the last thing that happens; the next start ends it."""
    before, after = state_of(paths), then(tmp_path)
    shutil.copytree(paths.folder, tmp_path / "now")
    moment, cut = 0, True
    while cut:
        shutil.rmtree(paths.folder)
        shutil.copytree(tmp_path / "now", paths.folder)
        with monkeypatch.context() as patch:
            left = counted(patch, moment)
            try:
                prepare_restore(paths, archive, NOW)
                finish_restore(paths)
            except CutOffError:
                pass
            cut = left() < 0
        finish_restore(paths)
        assert state_of(paths) in (before, after), moment
        moment += 1
    assert state_of(paths) == after
    assert moment > 15


def counted(patch: pytest.MonkeyPatch, most: int) -> Callable[[], int]:
    """Let `most` changes of the folder happen, and no more."""
    left = [most]

    def wrap(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def act(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise CutOffError
            return real(*arguments, **options)

        patch.setattr(owner, name, act)

    for owner, name in ((Path, "rename"), (Path, "replace"), (Path, "unlink"), (restoring, "settle")):
        wrap(owner, name)
    wrap(shutil, "rmtree")
    return lambda: left[0]


def test_over_a_damaged_log_what_was_there_is_moved_aside_as_it_is(
    paths: DataPaths, archive: Path, tmp_path: Path
) -> None:
    spoil(paths.database)
    ruined = paths.database.read_bytes()
    _, kept = prepare_restore(paths, archive, NOW)
    finish_restore(paths)
    assert state_of(paths) == then(tmp_path)
    assert (kept / DATABASE).read_bytes() == ruined
    assert (kept / "routines" / "new.toml").read_bytes() == b"new"


def test_a_stopped_restore_leaves_nothing(paths: DataPaths, archive: Path) -> None:
    before = state_of(paths)
    with pytest.raises(CancelledError):
        prepare_restore(paths, archive, NOW, cancelled=lambda: True)
    assert not finish_restore(paths)
    assert state_of(paths) == before
    assert not list(paths.folder.glob("restoring*"))


def test_no_room_is_said_before_anything_is_written(
    paths: DataPaths, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "_ROOM_LEFT", 2**62)
    with pytest.raises(StorageError, match="has no room for them"):
        prepare_restore(paths, archive, NOW)
    assert not list(paths.folder.glob("restoring*"))


def log_with(tmp_path: Path, script: str) -> bytes:
    """A backup around a log in which somebody ran SQL of their own."""
    other = data_paths(tmp_path / "other")
    with closing(WorkoutLog.open(other.database, other.backups)):
        pass
    with closing(sqlite3.connect(other.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.executescript(script)
    log = other.database.read_bytes()
    return packed({DATABASE: log}, listing({DATABASE: log}, schema=SCHEMA))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON workout BEGIN DELETE FROM workout; END", "more than workouts"),
        ("CREATE VIEW v AS SELECT 1", "more than workouts"),
        ("DROP TABLE span", "no log of Trainer"),
        ("CREATE TABLE more (x)", "no log of Trainer"),
        ("PRAGMA application_id = 1", "no log of Trainer"),
        (f"PRAGMA user_version = {SCHEMA + 1}", "newer Trainer"),
        (
            "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE x' WHERE name = 'span'",
            "log in it",
        ),
        ("PRAGMA foreign_keys = 0; INSERT INTO checkpoint VALUES (5, '', '', 0)", "is damaged"),
    ],
)
def test_a_log_that_is_not_quite_ours_is_refused(paths: DataPaths, tmp_path: Path, script: str, said: str) -> None:
    paths.folder.mkdir()
    paths.preferences.write_bytes(TEXT)
    (tmp_path / "a.zip").write_bytes(log_with(tmp_path, script))
    assert look_into(tmp_path / "a.zip").schema == SCHEMA  # which its table of contents doesn't tell
    with pytest.raises(StorageError) as caught:
        prepare_restore(paths, tmp_path / "a.zip", NOW)
    assert said in caught.value.sentence
    assert [entry.name for entry in paths.folder.iterdir()] == ["preferences.toml"]


def test_a_decision_that_cannot_be_read_is_said(paths: DataPaths) -> None:
    ready = paths.folder / "restoring"
    ready.mkdir(parents=True)
    (ready / "restore.json").write_bytes(b"?")
    with pytest.raises(StorageError, match="can't be read; move its folder"):
        finish_restore(paths)
