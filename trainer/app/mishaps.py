"""Mishaps: errors of the program's own. Each is written down, told once, and nobody's workout is lost over it."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from trainer import __version__
from trainer.desktop.mishap_report import FOLDER, place_of, report_text, write_report
from trainer.desktop.run_log import close_run_log, impersonal, last_lines, open_run_log
from trainer.language import tr

if TYPE_CHECKING:
    from trainer.desktop.clock import Clock
    from trainer.ui.theme.look import Look
    from trainer.ui.widgets.choice_dialog import ChoiceDialog

MOST_REPORTS: Final = 5  # of one run: what fails at every tick would fill the disk
_FAULT: Final = "fault.txt"  # where the interpreter writes when it is killed by a fault of its own
_SERIOUS: Final = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)

_log = logging.getLogger("trainer")


class Mishaps(QObject):
    """Takes errors that nothing else caught, from any thread, as long as it is not closed."""

    restart_wanted = Signal()
    _met = Signal(str, str)  # what it was, where the report lies: to the window's thread

    def __init__(self, look: Look, window: QWidget, log: Path, clock: Clock, parent: QObject | None = None) -> None:
        """`log`: the program's log; reports lie in a folder beside it."""
        super().__init__(parent)
        self._look, self._window, self._path, self._clock = look, window, log, clock
        self._reports = log.parent / FOLDER
        self._known: set[str] = set()
        self._dialog: ChoiceDialog | None = None
        self._handler = open_run_log(log)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._qt_before = qInstallMessageHandler(self._on_qt_message)
        self._fault = self._watch_for_faults()
        self._met.connect(self._tell)
        _log.info("started %s, Qt %s", __version__, qVersion())

    @property
    def found_fault(self) -> Path | None:
        """What the last run wrote as it was killed by a fault; None where it ended as it should."""
        return self._found

    def close(self) -> None:
        """The program ends as it should."""
        _log.info("ended")
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._qt_before)
        faulthandler.disable()
        if self._fault is not None:
            self._fault.close()
            with suppress(OSError):
                Path(self._fault.name).unlink()
        if self._handler is not None:
            close_run_log(self._handler)

    def meet(self, error: BaseException) -> None:
        """Write it down and tell of it; of one that is known already only a line of log."""
        place = place_of(error)
        _log.error("mishap: %s", place)
        if place in self._known or len(self._known) >= MOST_REPORTS:
            return
        self._known.add(place)
        now = self._clock.now()
        try:
            text = report_text(error, now, last_lines(self._path), (f"Qt {qVersion()}",))
            written = str(write_report(self._reports, text, now))
        except OSError:
            written = ""
        self._met.emit(place, written)

    def note_session(self, running: bool) -> None:
        """A line of log, so that a report says whether somebody was training."""
        _log.info("a session began" if running else "a session ended")

    # inside

    def _watch_for_faults(self) -> TextIO | None:
        """Have the interpreter write where it was if it is killed by a fault; what it wrote last time is a report."""
        self._found: Path | None = None
        path = self._path.parent / _FAULT
        try:
            if path.exists() and path.stat().st_size:
                text = path.read_text(encoding="utf-8", errors="replace")
                self._found = write_report(self._reports, impersonal(text), self._clock.now())
                _log.error("the run before was killed by a fault")
            file = path.open("w", encoding="utf-8")
        except OSError:
            return None
        faulthandler.enable(file)
        return file

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C and the like
            self._before[0](kind, error, trace)
            return
        self.meet(error)

    def _on_thread_exception(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None and not isinstance(what.exc_value, SystemExit):
            self.meet(what.exc_value)

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in _SERIOUS:
            _log.warning("Qt: %s", text)
            sys.stderr.write(f"{text}\n")

    def _tell(self, _place: str, written: str) -> None:
        """Calmly, and once at a time."""
        if self._dialog is not None:
            return
        from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

        safe = tr("Your log and everything trained up to now are safe; a workout under way can be taken up again.")
        where = (
            tr("A report lies at {path}. It was sent nowhere.").format(path=written)
            if written
            else tr("A report could not be written.")
        )
        choices = [Choice("restart", tr("Start Trainer again"), "primary"), Choice("on", tr("Go on"))]
        if written:
            choices.append(Choice("folder", tr("Show the report"), "ghost"))
        dialog = ChoiceDialog(
            self._look, tr("Something went wrong in Trainer"), f"{safe} {where}", choices, self._window
        )
        dialog.chosen.connect(self._on_chosen)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _on_chosen(self, answer: str) -> None:
        if answer == "restart":
            self.restart_wanted.emit()
        elif answer == "folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._reports)))

    def _on_closed(self) -> None:
        self._dialog = None
