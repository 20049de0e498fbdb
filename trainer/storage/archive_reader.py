"""Reading a backup that may come from anybody: everything is checked and bounded before a byte is unpacked."""

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from trainer.language import tr
from trainer.storage.archive import (
    DATABASE,
    FORMAT,
    LARGEST_ARCHIVE,
    LARGEST_LIST,
    MANIFEST,
    MOST_FILES,
    MOST_SHRUNK,
    PROGRAM,
    SHRUNK_UNASKED,
    Manifest,
    fits,
    largest,
)
from trainer.storage.errors import StorageError, explained
from trainer.storage.snapshot import CancelledError, never

_CHUNK = 2**20
_END = b"PK\x05\x06"  # of a zip: 22 bytes where no comment follows (APPNOTE.TXT 4.3.16)
_END_BYTES = 22
_LOCATOR = b"PK\x06\x07"  # of the 64-bit extension, 20 bytes before it (4.3.15)
_LOCATOR_BYTES = 20
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Archive:
    """An archive that was opened: its manifest, and its files one by one."""

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self._path = path
        self._packed = packed
        self.manifest = self._listed()

    @property
    def size(self) -> int:
        """Bytes of all files, unpacked."""
        return sum(one.bytes for one in self.manifest.files.values())

    def unpack(self, name: str, target: BinaryIO | None, cancelled: Callable[[], bool] = never) -> None:
        """Write one file into `target` (None: only check it).

        Raises:
            StorageError: it is not what the manifest says; CancelledError.
        """
        listed = self.manifest.files[name]
        digest = hashlib.sha256()
        with self._readable(), self._packed.open(name) as source:
            while chunk := source.read(_CHUNK):
                if cancelled():
                    raise CancelledError
                digest.update(chunk)
                if target is not None:
                    target.write(chunk)
        if digest.hexdigest() != listed.sha256:
            raise self._flawed(tr("{name} in it is not what was put in").format(name=shown(name)))

    def _listed(self) -> Manifest:
        entries = self._packed.infolist()
        if len(entries) > MOST_FILES + 1:
            raise self._flawed(tr("it holds more than {n} files").format(n=MOST_FILES))
        by_name = {entry.filename: entry for entry in entries}
        listing = by_name.pop(MANIFEST, None)
        if listing is None:
            raise self._flawed(tr("it has no {name}").format(name=MANIFEST))
        for name in by_name:
            if not fits(name):
                raise self._flawed(tr("{name} has no place in one").format(name=shown(name)))
        if len({name.casefold() for name in by_name}) != len(entries) - 1:
            raise self._flawed(tr("two of its files have one name"))
        for entry in (listing, *by_name.values()):
            self._check(entry)
        manifest = self._manifest(listing)
        if set(by_name) != set(manifest.files):
            odd = min(set(by_name) ^ set(manifest.files))
            raise self._flawed(
                tr("{name} is either missing or not in its {list}").format(name=shown(odd), list=MANIFEST)
            )
        for name, listed in manifest.files.items():
            if listed.bytes != by_name[name].file_size:
                raise self._flawed(tr("{name} in it is not what was put in").format(name=shown(name)))
        if (DATABASE in manifest.files) != (manifest.schema > 0):
            raise self._flawed(tr("its {list} contradicts what it holds").format(list=MANIFEST))
        return manifest

    def _check(self, entry: zipfile.ZipInfo) -> None:
        """Refuse what is no plain file of a bearable size."""
        name = entry.filename
        mode = entry.external_attr >> 16
        if entry.is_dir() or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
            raise self._flawed(tr("{name} in it is a link or a folder, not a file").format(name=shown(name)))
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
            raise self._flawed(tr("{name} in it is packed in a way no backup is").format(name=shown(name)))
        most = LARGEST_LIST if name == MANIFEST else largest(name)
        shrunk = entry.file_size > SHRUNK_UNASKED and entry.file_size > MOST_SHRUNK * max(1, entry.compress_size)
        if entry.file_size > most or shrunk:
            raise self._flawed(tr("{name} in it would unpack to more than any backup holds").format(name=shown(name)))

    def _manifest(self, entry: zipfile.ZipInfo) -> Manifest:
        with self._readable():
            content = self._packed.read(entry)
        try:
            manifest = msgspec.json.decode(content, type=Manifest)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            raise self._flawed(tr("its {list} can't be read").format(list=MANIFEST)) from None
        if manifest.program != PROGRAM or manifest.format < 1 or manifest.made.tzinfo is None:
            raise self._flawed(tr("its {list} is another program's").format(list=MANIFEST))
        if manifest.format > FORMAT:
            said = tr("{file} was made by a newer Trainer; update Trainer to restore it.")
            raise StorageError(said.format(file=self._path))
        return manifest

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise self._flawed(tr("it is cut short or damaged")) from None

    def _flawed(self, why: str) -> StorageError:
        return flawed(self._path, why)


@contextmanager
def opened_archive(path: Path) -> Iterator[Archive]:
    """Open an archive; nothing of it is unpacked, and everything about it is checked but its files' contents.

    Raises:
        StorageError: it is not there, no backup of Trainer, damaged, made to do harm, or of a newer version.
    """
    with explained(path), path.open("rb") as file:
        if not stat.S_ISREG(path.stat().st_mode):
            raise flawed(path, tr("it is no file"))
        _check_end(path, file)
        try:
            packed = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, RuntimeError):
            raise flawed(path, tr("it is cut short or damaged")) from None
        with packed:
            yield Archive(path, packed)


def shown(name: str) -> str:
    """A file's name from an archive, safe to show."""
    return '"' + "".join(char if char.isprintable() else "\ufffd" for char in name[:80]) + '"'


def flawed(path: Path, why: str) -> StorageError:
    """The refusal of an archive."""
    return StorageError(
        tr("{file} can't be restored: {why}; nothing was changed. Choose a backup that Trainer has made.").format(
            file=path, why=why
        )
    )


def _check_end(path: Path, file: BinaryIO) -> None:
    """Look at the end of the zip, so that its table of contents is read only where it is of a bearable size."""
    size = file.seek(0, 2)
    if size > LARGEST_ARCHIVE:
        raise flawed(path, tr("it is larger than any backup"))
    file.seek(max(0, size - _END_BYTES - _LOCATOR_BYTES))
    tail = file.read()
    end = tail[-_END_BYTES:]
    listed = int.from_bytes(end[12:16], "little")
    if len(end) < _END_BYTES or not end.startswith(_END) or tail.startswith(_LOCATOR):
        raise flawed(path, tr("it is no backup, or cut short"))
    if listed > LARGEST_LIST:
        raise flawed(path, tr("it holds more than {n} files").format(n=MOST_FILES))
    file.seek(0)
