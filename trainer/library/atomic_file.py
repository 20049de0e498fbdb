"""Writing a file so that it is there whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` at `path`, over what is there; folders are made. Raises OSError and then leaves all as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
