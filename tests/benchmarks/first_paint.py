"""Run as a process: `first_paint.py bare|trainer [arguments]` opens a window, and ends once it has painted.

Prints the memory then in use, in MB. Its wall time as a process is measured from outside, start-up and end alike for both.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class _FirstPaint(QObject):
    """Ends the process at the first window's first completed paint."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            self._end_when_painted(watched)
        return False

    def _end_when_painted(self, window: QObject) -> None:
        window.removeEventFilter(self)
        QApplication.processEvents()  # the paint that the expose asked for
        print(f"{_resident_mb():.1f}", flush=True)
        os._exit(0)


def _resident_mb() -> float:
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def _exec_until_painted(*_: object) -> int:
    application = QApplication.instance()
    assert application is not None
    watch = _FirstPaint(application)
    application.installEventFilter(watch)
    return _run()


_run = QApplication.exec


def _bare() -> int:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    QApplication.exec = _exec_until_painted  # type: ignore[method-assign,assignment]
    what, *arguments = sys.argv[1:]
    if what == "bare":
        _bare()
    else:
        from trainer.__main__ import main

        main(arguments)
