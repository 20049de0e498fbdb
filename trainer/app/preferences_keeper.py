"""PreferencesKeeper: the preferences in force, and their file kept up to date."""

from typing import Any

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from trainer.core.preferences import Preferences
from trainer.storage.errors import StorageError
from trainer.storage.preferences_file import PreferencesFile
from trainer.ui.jobs import Jobs


class PreferencesKeeper(QObject):
    """Every change is told at once and written in the background."""

    changed = Signal(object, object)  # the Preferences before and now
    trouble_met = Signal(str)  # a sentence: they could not be written

    def __init__(self, file: PreferencesFile, value: Preferences, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._value = value
        self._jobs = jobs

    @property
    def value(self) -> Preferences:
        return self._value

    def change(self, **fields: Any) -> None:
        """Set some of them."""
        self.take(structs.replace(self._value, **fields))

    def take(self, value: Preferences) -> None:
        """Set all of them."""
        if value == self._value:
            return
        before, self._value = self._value, value
        self._jobs.run(lambda: self._file.save(value), failed=self._on_failed)
        self.changed.emit(before, value)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.trouble_met.emit(error.sentence)
