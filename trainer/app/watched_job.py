"""WatchedJob: work off the GUI thread that says how far it is and can be stopped."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from trainer.exchange.problem import StoppedError
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.widgets.progress_sheet import ProgressSheet

SHOWN_AFTER_MS = 400  # what is done sooner needs no sheet
_PARTS = 200  # of the bar: told no more often than it can show

Result = TypeVar("Result")
Watch = Callable[[int, int], None]


class WatchedJob(QObject):
    """One at a time. Closing the sheet stops it: then neither `then` nor `failed` is called."""

    _moved = Signal(object, int, int)  # the stop of the job it is about, done, all

    def __init__(self, look: Look, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._jobs = look, jobs
        self._stop: Event | None = None
        self._sheet: ProgressSheet | None = None
        self._title = ""
        self._over: QWidget | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SHOWN_AFTER_MS)
        self._late.timeout.connect(self._on_late)
        self._moved.connect(self._on_moved)

    @property
    def running(self) -> bool:
        """Whether one runs."""
        return self._stop is not None

    def run(
        self,
        title: str,
        over: QWidget,
        work: Callable[[Watch], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work(watch)` in the background; `watch(done, all)` is for it to call, and raises once it is stopped."""
        if self._stop is not None:
            return
        stop = self._stop = Event()
        self._title, self._over = title, over
        self._late.start()
        told = -1

        def watch(done: int, whole: int) -> None:
            nonlocal told
            if stop.is_set():
                raise StoppedError
            part = done * _PARTS // max(1, whole)
            if part != told:
                told = part
                self._moved.emit(stop, done, whole)

        self._jobs.run(
            lambda: work(watch),
            lambda result: self._end(stop, partial(then, result)),
            lambda error: self._end(stop, partial(failed, error)),
        )

    def stop(self) -> None:
        """Stop it, if one runs."""
        if self._stop is not None:
            self._stop.set()
            self._close()

    def _end(self, stop: Event, deliver: Callable[[], None]) -> None:
        if stop.is_set():
            return  # it was told to stop, whether or not it heard in time
        self._close()
        deliver()

    def _close(self) -> None:
        self._late.stop()
        self._stop = None
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.cancelled.disconnect(self.stop)
            sheet.close()

    def _on_late(self) -> None:
        if self._over is not None:
            self._sheet = ProgressSheet(self._look, self._title, 0, self._over)
            self._sheet.cancelled.connect(self.stop)
            self._sheet.open()

    def _on_moved(self, stop: Event, done: int, whole: int) -> None:
        if stop is self._stop and self._sheet is not None:
            self._sheet.show_done(done, whole)
