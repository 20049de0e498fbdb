"""Opening the log's file: begin it, back it up and bring it up to date, or refuse it in a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.language import tr
from trainer.storage.backups import copy_database
from trainer.storage.errors import StorageError, explained
from trainer.storage.half_restored import half_restored

APPLICATION_ID = 0x54524E52  # "TRNR": tells our files from any other SQLite database
SCHEMA = 2  # number of the newest file in migrations/
MIGRATIONS = Path(__file__).with_name("migrations")

WAIT_SECONDS = 1.0  # for another program to let go of the file
_OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables


def open_database(
    path: Path, backups: Path, *, create: bool = True, wait_seconds: float = WAIT_SECONDS
) -> sqlite3.Connection:
    """A connection in autocommit mode to the log at `path`, at the newest schema.

    A file of an older schema is first copied into the folder `backups`; a missing one is begun if `create`.
    Nothing is ever overwritten. The connection belongs to the thread that asked.

    Raises:
        StorageError: the file is missing, foreign, newer than this program, locked, damaged or not writable.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StorageError(
            tr("Trainer needs SQLite 3.37 or newer; this Python comes with {version}.").format(
                version=sqlite3.sqlite_version
            )
        )
    with explained(path):
        if half_restored(path.parent).exists():
            raise StorageError(
                tr("A backup is being restored into {folder}; start Trainer to finish that.").format(folder=path.parent)
            )
        if create:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not path.exists():
            raise StorageError(tr("{file} is not there; check that its folder is connected.").format(file=path))
        mode = "rwc" if create else "rw"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=wait_seconds
        )
        try:
            _prepare(connection, path, backups)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it is written, or, when anything is raised, nothing."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def schema_of(connection: sqlite3.Connection) -> int:
    """Number of the last migration the file has seen; 0 for one not begun yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _prepare(connection: sqlite3.Connection, path: Path, backups: Path) -> None:
    schema = _recognised_schema(connection, path)
    # FULL: a commit is on the disk when it returns, so a power cut takes no more than a crash does.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    if schema == SCHEMA:
        return
    if schema > 0:
        copy_database(connection, path, f"schema-{schema}", backups)
    for step in range(schema + 1, SCHEMA + 1):
        _migrate(connection, step)


def _recognised_schema(connection: sqlite3.Connection, path: Path) -> int:
    """The schema of a file that is ours or still empty; only reads, since the file may be another program's."""
    schema = schema_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application == APPLICATION_ID:
        if schema > SCHEMA:
            raise StorageError(
                tr("{file} was written by a newer Trainer; update Trainer to open it.").format(file=path)
            )
        return schema
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application == 0 and schema == 0 and empty:
        return 0
    raise StorageError(
        tr(
            "{file} belongs to another program; move it elsewhere and a new log is begun, or choose another folder."
        ).format(file=path)
    )


def _migrate(connection: sqlite3.Connection, step: int) -> None:
    """Run one numbered file; its changes and the schema's number are committed together or not at all."""
    file = next(MIGRATIONS.glob(f"{step:04d}_*.sql"))
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE; {file.read_text(encoding='utf-8')}; "
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {step}; COMMIT"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.rollback()
        if schema_of(connection) < step:  # else another Trainer has just done the same
            raise
