"""Who has a data folder, read from the lock that a window holds, without Qt and without taking it."""

import os
import platform
import sys
from pathlib import Path

from msgspec import Struct

LOCK_NAME = "trainer.lock"
_MOST_BYTES = 4096  # a number and four names are usual


class Holder(Struct, frozen=True):
    """A running program that has the folder."""

    pid: int
    host: str
    here: bool  # on this computer; of another one only its lock is known, not whether it still runs


def holder_of(folder: Path) -> Holder | None:
    """The window that has the folder; None where nobody has it, or a killed one left its lock behind."""
    lock = folder / LOCK_NAME
    try:
        with lock.open("rb") as file:
            lines = file.read(_MOST_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return None
    # The form of QLockFile: process id, program, host, and what tells one machine and one boot from another.
    if len(lines) < 3 or not lines[0].isdigit():
        return None
    pid, host = int(lines[0]), lines[2]
    if host != platform.node():
        return Holder(pid, host, here=False)
    return Holder(pid, host, here=True) if _runs(pid, lock) else None


def _runs(pid: int, lock: Path) -> bool:
    if sys.platform == "win32":  # the lock's file can't be opened for writing while it is held
        try:
            lock.open("r+b").close()
        except OSError:
            return True
        return False
    if not 0 < pid < 2**31:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it runs, and is somebody else's
    return True
