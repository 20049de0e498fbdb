"""FolderLock: one running program for one data folder, so that two windows never write one session."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from trainer.desktop.folder_holder import LOCK_NAME


class FolderLock:
    """Held from `take` to `release`. What a killed program left behind does not count."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)  # a session may last for hours: only a dead process makes a lock stale

    def take(self) -> bool:
        """Whether the folder is ours now; False: another program that runs has it.

        A folder that can't be locked at all (some network drives) counts as ours.
        """
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Let others have it."""
        self._lock.unlock()
