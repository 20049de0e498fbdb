"""WorkSheet: a sheet over work in the background that takes a while, which stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.storage.errors import StorageError
from trainer.storage.snapshot import CancelledError
from trainer.ui.widgets.progress_sheet import ProgressSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.theme.look import Look


class WorkSheet(QObject):
    """One piece of work after another; whoever begins one ends it with `close` or `fail`."""

    failed = Signal(str)  # a sentence

    def __init__(self, look: Look, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._window = look, window
        self._sheet: ProgressSheet | None = None
        self.stopped = False  # read by the work, on its own thread

    def open(self, title: str) -> None:
        """Show it; from now on the person may stop the work."""
        self.stopped = False
        self._sheet = ProgressSheet(self._look, title, 0, self._window)
        self._sheet.cancelled.connect(self._on_cancelled)
        self._sheet.open()

    def close(self) -> None:
        """The work is done."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.cancelled.disconnect(self._on_cancelled)
            sheet.accept()

    def fail(self, error: Exception) -> None:
        """The work is not done: a StorageError is told, a stop is what was wanted; raises anything else."""
        self.close()
        if isinstance(error, StorageError):
            self.failed.emit(error.sentence)
        elif not isinstance(error, CancelledError):
            raise error

    def _on_cancelled(self) -> None:
        self.stopped, self._sheet = True, None
