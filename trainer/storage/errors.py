"""StorageError: what went wrong with a person's file, in one sentence they can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.language import tr

if TYPE_CHECKING:
    import sqlite3  # imported where it is used: a launch reads the preferences, and needs none for that

_NO_ROOM = 131_072  # bytes: SQLite grows the index of its -wal by 32 KB at a time, and a commit takes some pages
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class StorageError(Exception):
    """A file could not be read or written. `sentence` names it, what is wrong and what would be right."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class DamagedError(StorageError):
    """The log's file is there and may be read from, but is not whole."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn whatever SQLite or the system says about `path` into a StorageError."""
    try:
        yield
    except OSError as error:
        raise explain(error, path) from error
    except Exception as error:
        import sqlite3

        if isinstance(error, sqlite3.Error):
            raise explain(error, path) from error
        raise


def explain(error: sqlite3.Error | OSError, path: Path) -> StorageError:
    """The StorageError for an error of SQLite or of the system met at `path`."""
    if isinstance(error, OSError):
        return StorageError(_of_system(error).format(file=path, reason=error))
    import sqlite3

    # Extended codes carry the primary one in their low byte; errors of the Python layer have none.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind = DamagedError if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} else StorageError
    # SQLite calls it an error of the disk where the index of its -wal finds no room.
    full = code == sqlite3.SQLITE_IOERR and _is_full(path)
    return kind((_disk_full() if full else _of_sqlite(code)).format(file=path, reason=error))


def _is_full(path: Path) -> bool:
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


def _of_system(error: OSError) -> str:
    if error.errno in _FULL:
        return _disk_full()
    if error.errno in _DENIED:
        return _not_writable()
    return tr("{file} can't be used ({reason}); check that its folder is there and may be written to.")


def _of_sqlite(code: int) -> str:
    import sqlite3

    match code:
        case sqlite3.SQLITE_NOTADB:
            return tr(
                "{file} is not a Trainer log; move it elsewhere and a new log is begun, or choose another folder."
            )
        case sqlite3.SQLITE_CORRUPT:
            return tr("{file} is damaged; it was left as it is, and copies of it lie in the backups folder beside it.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return tr("{file} is in use by another program; close that program and try again.")
        case sqlite3.SQLITE_FULL:
            return _disk_full()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return _not_writable()
        case sqlite3.SQLITE_IOERR:
            return tr(
                "The disk that holds {file} reports an error ({reason}); check that it is connected and has room."
            )
        case _:
            return tr("{file} can't be used as a log ({reason}); it was left as it is.")


def _disk_full() -> str:
    return tr("The disk that holds {file} is full; free some space, and what was not written yet will be.")


def _not_writable() -> str:
    return tr(
        "{file} can't be opened for writing; allow writing to it and its folder, or choose another with --data-dir."
    )
