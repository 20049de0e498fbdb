"""Writing a file so that it is the old or the new one at every instant, never half of either."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` at `path`, making its folder; it is on the disk when this returns.

    Raises OSError, and then what was at `path` is still there.
    """
    with written_whole(path) as file:
        file.write(content)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into and to seek in; it takes its place at `path`, and is on the disk, when the block ends.

    Whatever is raised in the block leaves what was at `path`. Raises OSError.
    """
    place = path.resolve()  # of a symbolic link, what it points to is replaced
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = place.with_name(f"{place.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    settle(place.parent)


def write_new(folder: Path, stem: str, suffix: str, content: bytes) -> Path:
    """Put `content` into a new file of `folder`, `stem` or `stem-2`, `stem-3`, ... Returns it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            path.open("xb").close()  # takes the name, so that nobody else's file is written over
        except FileExistsError:
            number += 1
            continue
        try:
            write_atomically(path, content)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path


def settle(folder: Path) -> None:
    """Have a rename in `folder` outlive a power cut, where the system lets a folder be synchronised."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
