"""On macOS a file is opened in a program that runs already: it comes as an event, never as an argument."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpeningApplication(QApplication):
    """Says which file is to be opened. A filter on the application would see, and slow, every event there is."""

    file_asked = Signal(str)  # its absolute path

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def make_application(arguments: list[str]) -> QApplication:
    """The application, listening for files where the system opens them so."""
    return FileOpeningApplication(arguments) if sys.platform == "darwin" else QApplication(arguments)
