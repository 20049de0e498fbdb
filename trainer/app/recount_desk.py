"""RecountDesk: previews, makes and undoes recounts in the background, with their sheet over the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.core.recounting import Recount, Weights
from trainer.desktop.clock import Clock
from trainer.language import tr
from trainer.storage.errors import StorageError
from trainer.storage.recounts import Recounts, Watch
from trainer.storage.snapshot import CancelledError
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

if TYPE_CHECKING:
    from trainer.ui.weight.recount_sheet import RecountSheet

_STEPS = 100  # news of a piece of work, so that it waits for nobody

Result = TypeVar("Result")


class RecountDesk(QObject):
    """One piece of work at a time: a newer one stops the one before, as closing the sheet does."""

    log_changed = Signal()
    _advanced = Signal(object, int, int)  # Event of the work, so many of so many: said by the job's thread

    def __init__(
        self,
        look: Look,
        recounts: Recounts,
        jobs: Jobs,
        clock: Clock,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._recounts, self._jobs = look, recounts, jobs
        self._clock, self._preferences = clock, preferences
        self._sheet: RecountSheet | None = None
        self._stopped = Event()  # of the work under way
        self._advanced.connect(self._on_advanced)

    def open(self, over: QWidget, *, weighed: bool) -> None:
        """Show the sheet, and at once what a recount would change; `weighed`: whether there is any weighing."""
        from trainer.ui.weight.recount_sheet import RecountSheet

        sheet = RecountSheet(self._look, self._preferences.value.weight_unit, over, weighed=weighed)
        sheet.preview_wanted.connect(self._on_preview_wanted)
        sheet.recount_chosen.connect(self._on_recount_chosen)
        sheet.undo_chosen.connect(self._on_undo_chosen)
        sheet.stop_chosen.connect(self._on_stop_chosen)
        sheet.finished.connect(self._on_closed)
        self._sheet = sheet
        self._show_last()
        sheet.want_preview()
        sheet.open()

    def close(self) -> None:
        """The program ends: what is under way stops, and nothing of it was done."""
        self._stopped.set()

    # inside

    def _on_preview_wanted(self, weights: Weights) -> None:
        self._run(
            lambda watch, cancelled: self._recounts.preview(weights, watch=watch, cancelled=cancelled),
            self._on_previewed,
        )

    def _on_previewed(self, recount: Recount) -> None:
        if self._sheet is not None:
            self._sheet.show_preview(recount)

    def _on_recount_chosen(self, recount: Recount) -> None:
        now = self._clock.now()
        self._run(
            lambda watch, cancelled: self._recounts.make(recount, now, watch=watch, cancelled=cancelled),
            self._on_done,
        )

    def _on_undo_chosen(self) -> None:
        now = self._clock.now()

        def undo(watch: Watch, cancelled: Callable[[], bool]) -> int:
            newest = self._recounts.newest()
            return 0 if newest is None else self._recounts.undo(newest.id, now, watch=watch, cancelled=cancelled)

        self._run(undo, self._on_done)

    def _on_done(self, _result: int) -> None:
        self.log_changed.emit()
        if self._sheet is not None:
            self._show_last()
            self._sheet.want_preview()

    def _show_last(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        try:
            newest = self._recounts.newest()
        except StorageError as error:
            sheet.show_stopped(error.sentence)
            return
        offset: timedelta = self._clock.utc_offset()
        sheet.show_last(None if newest is None else (newest.made + offset).date(), newest.workouts if newest else 0)

    def _run(self, work: Callable[[Watch, Callable[[], bool]], Result], then: Callable[[Result], None]) -> None:
        """Do it in the background; its result is for whoever still waits for it."""
        self._stopped.set()
        self._stopped = stopped = Event()
        if self._sheet is not None:
            self._sheet.show_progress(0, 0)

        def watch(done: int, of: int) -> None:
            if done % max(1, of // _STEPS) == 0:
                self._advanced.emit(stopped, done, of)

        def ended(result: Result) -> None:
            if stopped is self._stopped:
                then(result)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError | CancelledError):
                raise error
            if stopped is self._stopped and self._sheet is not None:
                sentence = error.sentence if isinstance(error, StorageError) else tr("Stopped; nothing was changed.")
                self._sheet.show_stopped(sentence)

        self._jobs.run(lambda: work(watch, stopped.is_set), ended, failed)

    def _on_advanced(self, stopped: Event, done: int, of: int) -> None:
        if stopped is self._stopped and not stopped.is_set() and self._sheet is not None:
            self._sheet.show_progress(done, of)

    def _on_stop_chosen(self) -> None:
        self._stopped.set()

    def _on_closed(self) -> None:
        self._stopped.set()
        self._sheet = None
