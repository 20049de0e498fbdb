"""Restoring a backup from anybody, to the end: the data folder is the old one or the new one, and nothing beside it.

What is fed is not a zip, whose sums no change would survive, but what goes into one: parts divided by PART, a name
and a content in turn, packed here with right sums. A part named MANIFEST is taken for the list itself.
"""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from tests.backups import NOW, TEXT, furnish, listing, packed
from tests.hostile.reader import Reader, check_sentence, scratch
from trainer.paths import DataPaths, data_paths
from trainer.storage.archive import DATABASE, FOLDERS, MANIFEST, PREFERENCES
from trainer.storage.database import SCHEMA
from trainer.storage.errors import StorageError
from trainer.storage.restoring import finish_restore, prepare_restore
from trainer.storage.workout_log import WorkoutLog

PART = b"\xfe\xff\xfe"
_OURS = {DATABASE, PREFERENCES, *FOLDERS, "backups"}


@cache
def _furnished() -> DataPaths:
    paths = data_paths(scratch() / "restore" / "pattern")
    paths.folder.mkdir(parents=True)
    furnish(paths)
    shutil.rmtree(paths.cache, ignore_errors=True)
    return paths


def _seeds() -> tuple[bytes, ...]:
    log = _furnished().database.read_bytes()
    own = {PREFERENCES: TEXT, "routines/mine.toml": b'format = 1\nid = "mine"\n', "trash/gone.toml": b"x"}
    named = own | {"routines/../../out.toml": b"out", "drafts/a.draft.json": b"{}"}
    listed = {MANIFEST: listing(own), **own}
    return tuple(_joined(one) for one in ({DATABASE: log}, own, named, listed, {DATABASE: log, **own}))


def _joined(files: dict[str, bytes]) -> bytes:
    return PART.join(part for name, body in files.items() for part in (name.encode(), body))


def archive_of(content: bytes) -> bytes:
    """The zip of what is fed."""
    parts = content.split(PART)
    files = {name.decode("utf-8", "replace"): body for name, body in zip(parts[::2], parts[1::2], strict=False) if name}
    manifest = files.pop(MANIFEST, None)
    if manifest is None:
        schema = SCHEMA if DATABASE in files else 0
        manifest = listing(files, schema=schema)
    return packed(files, manifest)


def _state(folder: Path) -> dict[str, str]:
    """Every file with what is in it, but the backups."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] != "backups"
    }


def _feed(content: bytes) -> None:
    pattern = _furnished()
    room = scratch() / "restore"
    home = data_paths(room / "home")
    shutil.rmtree(home.folder, ignore_errors=True)
    shutil.copytree(pattern.folder, home.folder)
    archive = room / "from-anybody.zip"
    archive.write_bytes(archive_of(content))
    before = _state(home.folder)
    try:
        manifest, kept = prepare_restore(home, archive, NOW)
    except StorageError as error:
        check_sentence(error.sentence)
        assert _state(home.folder) == before
    else:
        assert kept.is_file()
        assert finish_restore(home)
        after = _state(home.folder)
        assert {name: after.get(name) for name in manifest.files} == {
            name: listed.sha256 for name, listed in manifest.files.items()
        }
        _check_log(home)
    assert {path.name for path in home.folder.iterdir()} <= _OURS
    assert {path.name for path in room.iterdir()} == {"pattern", "home", archive.name}


def _check_log(home: DataPaths) -> None:
    """What was accepted as a log is one that the program reads, or refuses in a sentence."""
    if not home.database.exists():
        return
    try:
        with closing(WorkoutLog.open(home.database, home.backups)) as log:
            log.count()
            for logged in log.all_workouts():
                log.recording(logged.workout.id)
            log.open_session()
    except StorageError as error:
        check_sentence(error.sentence)
    with closing(sqlite3.connect(home.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    for leftover in home.folder.glob(f"{DATABASE}-*"):
        leftover.unlink()


RESTORE = Reader("restore", _seeds, _feed)
