import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from trainer.paths import DataPaths
from trainer.storage import database
from trainer.storage.backups import copy_database
from trainer.storage.database import APPLICATION_ID, MIGRATIONS, SCHEMA, open_database, schema_of, transaction
from trainer.storage.errors import StorageError, explained

# A released migration is frozen: people's files have gone through exactly this text.
FROZEN = {
    "0001_workouts.sql": "6b1491dc55d95b4bf9309ef2819b3d657c1d478b83062e393f3c2af203053643",
    "0002_sources_weighings_recounts.sql": "90e2b8066302ee2455e79d382a62e47a1f9418dd513b197d01c30d75e4e38d9e",
}
NEXT = SCHEMA + 1


def opened(paths: DataPaths, **options: bool) -> closing[sqlite3.Connection]:
    return closing(open_database(paths.database, paths.backups, wait_seconds=0.05, **options))


def refusal(paths: DataPaths, **options: bool) -> str:
    with pytest.raises(StorageError) as caught, opened(paths, **options):
        pass
    sentence = caught.value.sentence
    assert str(paths.database) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_a_new_log_is_begun_with_its_folder(paths: DataPaths) -> None:
    with opened(paths) as connection:
        assert schema_of(connection) == SCHEMA
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
        assert "workout" in tables(connection)
    assert not paths.backups.exists()


def test_an_empty_file_is_taken_for_a_new_log(paths: DataPaths) -> None:
    paths.folder.mkdir()
    paths.database.touch()
    with opened(paths) as connection:
        assert schema_of(connection) == SCHEMA


def test_a_missing_log_is_not_begun_unasked(paths: DataPaths) -> None:
    assert "is not there" in refusal(paths, create=False)
    assert not paths.folder.exists()


def test_every_migration_is_named_and_frozen() -> None:
    files = sorted(MIGRATIONS.glob("*.sql"))
    assert [int(file.name[:4]) for file in files] == list(range(1, SCHEMA + 1))
    assert {
        file.name: hashlib.sha256(file.read_text(encoding="utf-8").encode()).hexdigest() for file in files
    } == FROZEN


def test_a_newer_file_is_refused_and_left_alone(paths: DataPaths) -> None:
    with opened(paths) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = paths.database.read_bytes()
    said = refusal(paths)
    assert "newer Trainer" in said
    assert "changed" not in said  # which the page around it says
    assert paths.database.read_bytes() == before


@pytest.mark.parametrize("pragma", ["application_id = 77", "user_version = 1", "user_version = 0"])
def test_another_programs_database_is_refused_and_left_alone(paths: DataPaths, pragma: str) -> None:
    paths.folder.mkdir()
    with closing(sqlite3.connect(paths.database)) as other:
        other.executescript(f"CREATE TABLE recipe (title TEXT); PRAGMA {pragma}")
    before = paths.database.read_bytes()
    assert "another program" in refusal(paths)
    assert paths.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 200, b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(paths: DataPaths, content: bytes) -> None:
    paths.folder.mkdir()
    paths.database.write_bytes(content)
    refusal(paths)
    assert paths.database.read_bytes() == content


def test_a_locked_file_is_refused(paths: DataPaths) -> None:
    with opened(paths):
        pass
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "in use" in refusal(paths)
        other.execute("ROLLBACK")


def test_a_folder_in_the_files_place_is_refused(paths: DataPaths) -> None:
    paths.database.mkdir(parents=True)
    assert "can't be opened" in refusal(paths)


def test_a_file_in_the_folders_place_is_refused(paths: DataPaths) -> None:
    paths.folder.write_text("I am no folder")
    refusal(paths)
    assert paths.folder.read_text() == "I am no folder"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_may_not_be_written_is_refused(paths: DataPaths) -> None:
    paths.folder.mkdir(mode=0o500)
    assert "writing" in refusal(paths)


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (PermissionError(13, "Permission denied"), "writing"),
        (OSError(30, "Read-only file system"), "writing"),
        (OSError(28, "No space left on device"), "full"),
        (OSError(5, "Input/output error"), "can't be used"),
    ],
)
def test_a_folder_that_cant_be_made_is_told(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch, raised: OSError, said: str
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise raised

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert said in refusal(paths)


def test_a_full_disk_is_told(paths: DataPaths) -> None:
    with opened(paths) as connection:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite then answers as for a full disk
        fill = "CREATE TABLE more AS SELECT zeroblob(100000)"
        with pytest.raises(StorageError, match="full"), explained(paths.database), transaction(connection):
            connection.execute(fill)
        assert "more" not in tables(connection)


def test_a_transaction_writes_all_or_nothing(paths: DataPaths) -> None:
    with opened(paths) as connection:
        with suppress(KeyError), transaction(connection):
            connection.execute("CREATE TABLE half (x)")
            raise KeyError
        assert "half" not in tables(connection)
        assert not connection.in_transaction


class TestMigrating:
    """A made-up next schema on a file of this one."""

    Added = Callable[[str], None]

    @pytest.fixture
    def add(self, paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Added:
        """Makes the next migration of the SQL it is given."""
        with opened(paths):
            pass
        folder = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, folder)
        monkeypatch.setattr(database, "MIGRATIONS", folder)

        def add(sql: str) -> None:
            (folder / f"{NEXT:04d}_more.sql").write_text(sql)
            monkeypatch.setattr(database, "SCHEMA", NEXT)

        return add

    def test_a_copy_is_made_first(self, paths: DataPaths, add: Added) -> None:
        add("CREATE TABLE more (x); CREATE TABLE most (x);")
        with opened(paths) as connection:
            assert schema_of(connection) == NEXT
            assert {"more", "most"} <= tables(connection)
        copy = paths.backups / f"workouts-schema-{SCHEMA}.sqlite3"
        assert [*paths.backups.iterdir()] == [copy]
        with closing(sqlite3.connect(copy)) as connection:
            assert schema_of(connection) == SCHEMA
            assert "workout" in tables(connection)
            assert "more" not in tables(connection)

    def test_a_copy_never_overwrites_another(self, paths: DataPaths, add: Added) -> None:
        paths.backups.mkdir()
        (paths.backups / f"workouts-schema-{SCHEMA}.sqlite3").write_text("an earlier copy")
        add("CREATE TABLE more (x)")
        with opened(paths):
            pass
        assert (paths.backups / f"workouts-schema-{SCHEMA}.sqlite3").read_text() == "an earlier copy"
        assert (paths.backups / f"workouts-schema-{SCHEMA}-2.sqlite3").stat().st_size > 0

    @pytest.mark.parametrize(
        "sql", ["CREATE TABLE more (x); CREATE TABLE workout (x)", "CREATE TABLE more (x); nonsense"]
    )
    def test_a_step_that_fails_leaves_nothing(
        self, paths: DataPaths, add: Added, monkeypatch: pytest.MonkeyPatch, sql: str
    ) -> None:
        add(sql)
        assert "left as it is" in refusal(paths)
        monkeypatch.setattr(database, "SCHEMA", SCHEMA)
        with opened(paths) as connection:
            assert schema_of(connection) == SCHEMA
            assert "more" not in tables(connection)

    def test_nothing_is_migrated_that_cant_be_copied(
        self, paths: DataPaths, add: Added, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        paths.backups.write_text("in the way")
        add("CREATE TABLE more (x)")
        with pytest.raises(StorageError, match="backups"), opened(paths):
            pass
        monkeypatch.setattr(database, "SCHEMA", SCHEMA)
        with opened(paths) as connection:
            assert schema_of(connection) == SCHEMA

    def test_a_step_another_trainer_has_just_run_is_no_failure(
        self, paths: DataPaths, add: Added, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        add("CREATE TABLE more (x)")

        def overtaken(connection: sqlite3.Connection, original: Path, why: str, backups: Path) -> Path:
            with closing(sqlite3.connect(paths.database)) as other:
                other.executescript(f"CREATE TABLE more (x); PRAGMA user_version = {NEXT}")
            return copy_database(connection, original, why, backups)

        monkeypatch.setattr("trainer.storage.database.copy_database", overtaken)
        with opened(paths) as connection:
            assert schema_of(connection) == NEXT
