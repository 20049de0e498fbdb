"""Restoring a backup, so that whatever ends the program leaves the old state or the new one, never half of each.

First everything is unpacked, checked and on the disk in a folder of its own beside the rest, and what is here now is
backed up. Renaming that folder decides. What follows are renames only, done again from wherever they were cut off
before anything else opens the data folder.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer.atomic_file import settle, write_atomically
from trainer.language import tr
from trainer.paths import DataPaths
from trainer.storage.archive import DATABASE, FOLDERS, PREFERENCES, Manifest
from trainer.storage.archive_reader import Archive, flawed, opened_archive
from trainer.storage.archive_writer import write_archive
from trainer.storage.database import SCHEMA
from trainer.storage.errors import DamagedError, StorageError, explained
from trainer.storage.half_restored import half_restored
from trainer.storage.rescue import Rescued, rescue_log
from trainer.storage.snapshot import damage_in, facts_of, never
from trainer.storage.structure import structure_at, structure_of

_UNFINISHED = "restoring.unfinished"
_DECISION = "restore.json"
_ROOM_LEFT = 64 * 2**20  # bytes that stay free on the disk

# The log's companions go with it: a new log beside an old -wal would be ruined by it.
LOG_PARTS = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")
_PARTS = (*LOG_PARTS, PREFERENCES, *FOLDERS)


class _Decision(Struct, frozen=True):
    """What is to be put in place, and where what was there goes."""

    parts: tuple[str, ...]  # of _PARTS, that the backup brings
    aside: str  # a folder's name in `backups`
    saved: bool  # what was there is in an archive already, so the folder aside need not stay
    touched: tuple[str, ...] = _PARTS  # what goes aside, where it is there


def look_into(archive: Path, *, cancelled: Callable[[], bool] = never) -> Manifest:
    """What a backup holds, after checking every byte of it. Raises StorageError, CancelledError."""
    with opened_archive(archive) as opened:
        for name in opened.manifest.files:
            opened.unpack(name, None, cancelled)
        return opened.manifest


def prepare_restore(
    paths: DataPaths, archive: Path, now: datetime, *, cancelled: Callable[[], bool] = never
) -> tuple[Manifest, Path]:
    """Lay everything out for finish_restore(), which the next start of the program does first.

    Returns what will be restored and where what is here now was backed up: an archive or, where the log is too
    damaged for one, the folder into which it will be moved as it is.

    Raises:
        StorageError: the archive can't be used, or the disk refuses; CancelledError. Nothing was changed then.
    """
    unfinished = _begun(paths)
    try:
        with opened_archive(archive) as opened:
            _lay_out(opened, archive, unfinished, cancelled)
            manifest = opened.manifest
        aside = free_place(paths.backups, f"before-restore-{now.date().isoformat()}")
        kept = aside.with_name(f"{aside.name}.zip")
        try:
            write_archive(paths, kept, now, cancelled=cancelled)
            saved = True
        except DamagedError:
            kept, saved = aside, False
        brought = {name.partition("/")[0] for name in manifest.files}
        parts = tuple(part for part in _PARTS if part in brought)
        _decide(paths, _Decision(parts, aside.name, saved))
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return manifest, kept


def prepare_rescue(paths: DataPaths, *, cancelled: Callable[[], bool] = never) -> Rescued:
    """Lay a log out that holds what can be read of the damaged one; accept_rescue() or drop_rescue() is next.

    Raises StorageError where the disk refuses; CancelledError. Nothing was changed then.
    """
    unfinished = _begun(paths)
    try:
        return rescue_log(paths.database, unfinished / DATABASE, cancelled=cancelled)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def accept_rescue(paths: DataPaths, now: datetime) -> Path:
    """Have finish_restore() put that log in place and the damaged one, as it is, into the folder returned.

    Raises StorageError; nothing was changed then.
    """
    aside = free_place(paths.backups, f"damaged-{now.date().isoformat()}")
    _decide(paths, _Decision((DATABASE,), aside.name, saved=False, touched=LOG_PARTS))
    return aside


def drop_rescue(paths: DataPaths) -> None:
    """Forget the log that was laid out; all stays as it is."""
    shutil.rmtree(paths.folder / _UNFINISHED, ignore_errors=True)


def finish_restore(paths: DataPaths) -> bool:
    """Put in place what prepare_restore() laid out, if it did; False where there is nothing to do.

    To be called before anything opens the data folder. May be cut off anywhere and called again.

    Raises:
        StorageError: the disk refuses; what is done stays done, and calling again goes on.
    """
    ready = half_restored(paths.folder)
    with explained(ready):
        if not (ready / _DECISION).exists():
            if ready.exists():  # all is in place, only the empty folder was left
                shutil.rmtree(ready)
            return False
        decision = _decided(ready / _DECISION)
        aside = paths.backups / decision.aside
        aside.mkdir(mode=0o700, parents=True, exist_ok=True)
        for part in decision.touched:
            here, new, old = paths.folder / part, ready / part, aside / part
            done = part in decision.parts and not new.exists()
            if not done and here.exists() and not old.exists():
                here.rename(old)
            if new.exists():
                new.rename(here)
        for folder in (aside, paths.folder):
            settle(folder)
        if decision.saved:
            shutil.rmtree(aside)
        (ready / _DECISION).unlink()
        shutil.rmtree(ready)
    return True


def free_place(folder: Path, name: str) -> Path:
    """`name` in `folder`, or with a number where it, or an archive of that name, is taken."""
    place, number = folder / name, 2
    while place.exists() or place.with_name(f"{place.name}.zip").exists():
        place, number = folder / f"{name}-{number}", number + 1
    return place


def _begun(paths: DataPaths) -> Path:
    """An empty folder to lay things out in."""
    unfinished = paths.folder / _UNFINISHED
    with explained(unfinished):
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700, parents=True)
    return unfinished


def _decide(paths: DataPaths, decision: _Decision) -> None:
    """From here on what is laid out will be put in place, whatever ends the program."""
    unfinished = paths.folder / _UNFINISHED
    with explained(unfinished):
        write_atomically(unfinished / _DECISION, msgspec.json.encode(decision))
        unfinished.rename(half_restored(paths.folder))
        settle(paths.folder)


def _lay_out(opened: Archive, archive: Path, unfinished: Path, cancelled: Callable[[], bool]) -> None:
    """Unpack everything into `unfinished`, checked and on the disk."""
    with explained(unfinished):
        free = shutil.disk_usage(unfinished).free
    if opened.size > free - _ROOM_LEFT:
        said = tr("{file} needs {n} MB and the disk has no room for them; free some space, then restore it.")
        raise StorageError(said.format(file=archive, n=round(opened.size / 1e6)))
    for name in opened.manifest.files:
        place = unfinished / name
        with explained(place):
            place.parent.mkdir(mode=0o700, exist_ok=True)
            with place.open("xb") as file:
                opened.unpack(name, file, cancelled)
                file.flush()
                os.fsync(file.fileno())
    if DATABASE in opened.manifest.files:
        _check_log(unfinished / DATABASE, archive)
    with explained(unfinished):
        for folder in (*(entry for entry in unfinished.iterdir() if entry.is_dir()), unfinished):
            settle(folder)


def _check_log(log: Path, archive: Path) -> None:
    """Refuse a log that is damaged, another program's, newer, or would do more than hold rows."""
    try:
        with closing(sqlite3.connect(f"{log.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            kinds = {row[0] for row in connection.execute("SELECT type FROM sqlite_schema")}
            facts = facts_of(connection, log)
            tables = structure_of(connection)
            damage = damage_in(connection, thorough=True)
    except (sqlite3.Error, StorageError, ValueError, TypeError):
        raise flawed(archive, tr("the log in it is no log of Trainer")) from None
    if facts.schema > SCHEMA:
        raise StorageError(tr("{file} was made by a newer Trainer; update Trainer to restore it.").format(file=archive))
    if not kinds <= {"table", "index"}:
        raise flawed(archive, tr("the log in it holds more than workouts"))
    if tables != structure_at(facts.schema):
        raise flawed(archive, tr("the log in it is no log of Trainer"))
    if damage:
        raise flawed(archive, tr("the log in it is damaged"))


def _decided(file: Path) -> _Decision:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Decision)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        said = tr("{file} can't be read; move its folder elsewhere, and Trainer starts with what there was.")
        raise StorageError(said.format(file=file)) from None
