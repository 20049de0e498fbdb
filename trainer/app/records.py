"""Records: the log and the journal of a run, opened and closed together."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from trainer.desktop.folder_holder import LOCK_NAME, holder_of
from trainer.desktop.single_instance import FolderLock
from trainer.language import tr
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError, explained
from trainer.storage.journal import SessionJournal
from trainer.storage.workout_log import WorkoutLog

DELETED_KEPT = timedelta(days=30)  # a deleted workout can be brought back by hand until then


class Records(QObject):
    """Carries what the journal's thread says over to the window's."""

    trouble_met = Signal(str)
    recovered = Signal()
    workout_logged = Signal(str)

    def __init__(self, log: WorkoutLog, lock: FolderLock, paths: DataPaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self._lock = lock
        self.journal = SessionJournal(
            paths.database,
            paths.backups,
            on_trouble=self.trouble_met.emit,
            on_recovered=self.recovered.emit,
            on_finished=self.workout_logged.emit,
        )

    @classmethod
    def open(cls, paths: DataPaths, parent: QObject | None = None) -> Self:
        """Open the log. Raises StorageError, also where another window has it open; nothing was changed then."""
        with explained(paths.folder):
            paths.folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(paths.folder)
        if not lock.take():  # first of all: opening may bring an older log up to date
            raise StorageError(_held(paths.folder))
        try:
            log = WorkoutLog.open(paths.database, paths.backups)
        except StorageError:
            lock.release()
            raise
        return cls(log, lock, paths, parent)

    def close(self, now: datetime) -> bool:
        """Write what is left, erase what was deleted long ago, let go of the file; False if the disk refused."""
        all_written = self.journal.close()
        # The journal's last news are still on their way: what the person said of a workout waits for it to be there.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        with suppress(StorageError):  # it will be erased another time
            self.log.purge(now - DELETED_KEPT)
            self.log.weights.purge(now - DELETED_KEPT)
        self.log.close()
        self._lock.release()
        return all_written


def place_missing(folder: Path) -> str:
    """Why the data folder can't be made where it should be: its drive is not there. Empty where it can.

    Within the home what is missing is made: a new computer has none of it. Elsewhere the folder above has to be there,
    else the log would be begun anew under a drive that has gone.
    """
    if folder.exists() or folder.parent.exists() or folder.is_relative_to(Path.home()):
        return ""
    said = tr(
        "{parent} is not there: connect the drive it is on and try again, or choose another folder than {folder}."
    )
    return said.format(parent=folder.parent, folder=folder)


def _held(folder: Path) -> str:
    """Who has the folder, and what to do; of another computer nobody here knows whether it still runs."""
    holder = holder_of(folder)
    if holder is not None and not holder.here:
        said = tr(
            "The folder {folder} is open in Trainer on the computer {host}; close it there first. If that computer is "
            "off, delete the file {lock} in the folder and try again."
        )
        return said.format(folder=folder, host=holder.host, lock=LOCK_NAME)
    return tr("Trainer is already open with the log in {folder}; use that window, or close it first.").format(
        folder=folder
    )
