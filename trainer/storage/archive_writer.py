"""Writing a whole backup: the log as it stands, preferences, routines, exercises, drafts and trash, in one zip."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from trainer import __version__
from trainer.atomic_file import written_whole
from trainer.paths import DataPaths
from trainer.storage.archive import (
    DATABASE,
    FOLDERS,
    FORMAT,
    LARGEST_ARCHIVE,
    MANIFEST,
    MOST_FILES,
    PREFERENCES,
    PROGRAM,
    TEXTS,
    ArchivedFile,
    Manifest,
    fits,
    largest,
    suffix,
    too_large,
)
from trainer.storage.errors import StorageError, explained
from trainer.storage.snapshot import CancelledError, LogFacts, never, take_snapshot

_CHUNK = 2**20
_SHRUNK_ALREADY = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".webm", ".mov", ".zip"})


def write_archive(
    paths: DataPaths,
    target: Path,
    made: datetime,
    *,
    media: bool = True,
    thorough: bool = False,
    cancelled: Callable[[], bool] = never,
) -> Manifest:
    """Back everything up into the one file `target`, which is the old or the new one at every instant.

    Others may go on writing meanwhile. `media`: pictures and clips beside routines too. `thorough`: see take_snapshot.
    What is no file of ours (too long a name, a hidden one) is left out.

    Raises:
        StorageError: something can't be read, written, or is too large; DamagedError: the log is not whole.
        CancelledError: `cancelled()` said so. In every case `target` is what it was.
    """
    snapshot = target.with_name(f"{target.name}.log.unfinished")
    facts = LogFacts(0, 0, None)
    try:
        with explained(target):
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with explained(paths.database):
            has_log = paths.database.exists()
        if has_log:
            facts = take_snapshot(paths.database, snapshot, thorough=thorough, cancelled=cancelled)
        with explained(target), written_whole(target) as file:
            files: dict[str, ArchivedFile] = {}
            try:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=False, compresslevel=6) as packed:
                    if has_log:
                        files[DATABASE] = _pack(packed, DATABASE, snapshot, cancelled)
                    for name, place in _found(paths.folder, media=media):
                        files[name] = _pack(packed, name, place, cancelled)
                    manifest = Manifest(
                        program=PROGRAM,
                        format=FORMAT,
                        made=made,
                        version=__version__,
                        schema=facts.schema,
                        workouts=facts.workouts,
                        last_workout=facts.last_workout,
                        media=media,
                        files=files,
                    )
                    packed.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
            except zipfile.LargeZipFile:
                raise StorageError(too_large().format(file=target)) from None
            if file.seek(0, 2) > LARGEST_ARCHIVE or len(files) > MOST_FILES:
                raise StorageError(too_large().format(file=target))
    finally:
        snapshot.unlink(missing_ok=True)
    return manifest


def _found(folder: Path, *, media: bool) -> Iterator[tuple[str, Path]]:
    """(name in the archive, file) of everything but the log."""
    if (folder / PREFERENCES).is_file():
        yield PREFERENCES, folder / PREFERENCES
    for room in FOLDERS:
        with explained(folder / room):
            files = sorted((folder / room).iterdir()) if (folder / room).is_dir() else []
        for place in files:
            name = f"{room}/{place.name}"
            if fits(name) and suffix(name) != ".unfinished" and (media or suffix(name) in TEXTS) and place.is_file():
                yield name, place


def _pack(packed: zipfile.ZipFile, name: str, place: Path, cancelled: Callable[[], bool]) -> ArchivedFile:
    """Put one file in, and say what was read, for it may have been changed a moment later."""
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name)  # without the file's date and owner: the same content gives the same entry
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_STORED if suffix(name) in _SHRUNK_ALREADY else zipfile.ZIP_DEFLATED
    with packed.open(entry, "w") as into:
        for chunk in _chunks(place):
            if cancelled():
                raise CancelledError
            size += len(chunk)
            if size > largest(name):
                raise StorageError(too_large().format(file=place))
            digest.update(chunk)
            into.write(chunk)
    return ArchivedFile(size, digest.hexdigest())


def _chunks(place: Path) -> Iterator[bytes]:
    with explained(place):
        source = place.open("rb")
    with source:
        while True:
            with explained(place):
                chunk = source.read(_CHUNK)
            if not chunk:
                return
            yield chunk
