"""The catalogue's memory from launch to launch: the values of every file that read well, by name, size and time.

A cache: lost, stale, torn or unwritable, it costs the time to read the files again and nothing else.
"""

import os
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer import __version__
from trainer.core.exercise import Equipment, Exercise
from trainer.core.routine import Routine

_NAME = "catalogue.msgpack"
_CHECKSUM_BYTES = 4
_MOST_BYTES = 64 * 1024 * 1024


class Stamp(Struct, frozen=True, array_like=True):
    """What tells one state of a file from the next."""

    path: str
    size: int
    modified_ns: int


class CachedRoutine(Struct, frozen=True):
    """A routine and the state of the file it was read from."""

    stamp: Stamp
    routine: Routine


class CatalogueCache(Struct, frozen=True):
    """`base`: the states of the equipment's and exercises' files. A routine was checked against those exercises."""

    base: tuple[Stamp, ...]
    equipment: Mapping[str, Equipment]
    exercises: Mapping[str, Exercise]
    routines: Mapping[str, CachedRoutine]  # by path
    program: str = __version__


def stamp_of(path: Path) -> Stamp:
    """The state of one file; of one that can't be asked, a state that no file has."""
    try:
        status = path.stat()
    except OSError:
        return Stamp(str(path), -1, -1)
    return Stamp(str(path), status.st_size, status.st_mtime_ns)


def stamps_in(folder: Path) -> tuple[Stamp, ...]:
    """The states of a folder's TOML files by name; none of a folder that isn't there. Raises OSError for one locked."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(".toml") and entry.name[0] != ".")
    except FileNotFoundError:
        return ()
    return tuple(stamp_of(folder / name) for name in names)


def read_cache(folder: Path, base: tuple[Stamp, ...]) -> CatalogueCache | None:
    """What was kept, if it is whole, of this program and of the same `base`."""
    path = folder / _NAME
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        content = path.read_bytes()
        if int.from_bytes(content[:_CHECKSUM_BYTES]) != zlib.crc32(content[_CHECKSUM_BYTES:]):
            return None
        cache = msgspec.msgpack.decode(memoryview(content)[_CHECKSUM_BYTES:], type=CatalogueCache)
    except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    return cache if cache.base == base and cache.program == __version__ else None


def write_cache(folder: Path, cache: CatalogueCache) -> None:
    """Keep `cache`, or go on without where the folder can't be written."""
    from trainer.atomic_file import write_atomically

    content = msgspec.msgpack.encode(cache)
    try:
        write_atomically(folder / _NAME, zlib.crc32(content).to_bytes(_CHECKSUM_BYTES) + content)
    except OSError:
        return
