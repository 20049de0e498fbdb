"""Run as a process: `first_paint.py bare|trainer [arguments]` opens a window, and ends once it has painted.

Prints the memory then in use, in MB. Its wall time as a process is measured from outside, start and end alike for both.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class _FirstPaint(QObject):
    """Ends the process when a window and all in it has been painted: in the next turn of the event loop.

    It listens to the window alone. One that listens to the application would have every event wrapped in Python, whose
    classes are made on first sight: that cost more than half of what was to be measured.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _end)
        return False


def _end() -> None:
    print(f"{_resident_mb():.1f}", flush=True)
    os._exit(0)


def _resident_mb() -> float:
    """Resident memory in MB; 0 where the system does not tell."""
    figures = Path("/proc/self/statm")
    if not figures.exists():
        return 0.0
    return int(figures.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _exec_until_painted(*_: object) -> int:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow):
            window.installEventFilter(_FirstPaint(window))
    return _run()


_run = QApplication.exec


def _bare() -> int:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    QApplication.exec = _exec_until_painted  # type: ignore[method-assign]
    what, *arguments = sys.argv[1:]
    if what == "bare":
        _bare()
    else:
        from trainer.__main__ import main

        main(arguments)
