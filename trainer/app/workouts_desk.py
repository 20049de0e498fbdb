"""WorkoutsDesk: the list of all workouts: searches the log in the background, opens, deletes, adds by hand."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer import resources
from trainer.core.by_hand import HandWritten, workout_by_hand
from trainer.core.progress import WorkoutSummary
from trainer.core.workout_query import FoundWorkouts, WorkoutQuery
from trainer.language import tr
from trainer.library.activities import read_activities
from trainer.library.problem import LibraryError
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import PAGE, WorkoutLog

if TYPE_CHECKING:
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.progress_desk import ProgressDesk
    from trainer.app.searches import Searches
    from trainer.desktop.clock import Clock
    from trainer.storage.workout_search import WorkoutSearch
    from trainer.ui.progress.by_hand_sheet import ByHandSheet, Written
    from trainer.ui.progress.page import ProgressPage
    from trainer.ui.progress.workouts_view import WorkoutsView
    from trainer.ui.theme.look import Look


class WorkoutsDesk(QObject):
    """The Progress page and, over it, the list. What can't be read is a sentence, told by `trouble_met`."""

    trouble_met = Signal(str)
    log_changed = Signal()

    def __init__(
        self,
        look: Look,
        log: WorkoutLog,
        searches: Searches[WorkoutSearch],
        clock: Clock,
        preferences: PreferencesKeeper,
        progress: ProgressDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._log, self._searches = look, log, searches
        self._clock, self._preferences, self._progress = clock, preferences, progress
        self._stack: QStackedWidget | None = None
        self._view: WorkoutsView | None = None
        self._page: ProgressPage | None = None

    def lay_over(self, page: ProgressPage) -> QWidget:
        """The Progress page, with room for the list."""
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        self._page = page
        return self._stack

    def open(self) -> None:
        """Show the list."""
        if self._stack is None:
            return
        if self._view is None:
            self._view = self._make_view()
            self._stack.addWidget(self._view)
        self._stack.setCurrentWidget(self._view)
        self.refresh()
        self._view.focus_search()

    def open_days(self, first: date, last: date) -> None:
        """Show the sessions of these days."""
        self.open()
        if self._view is not None:
            self._view.show_days(first, last)

    def refresh(self) -> None:
        """The log has changed, or the day."""
        view = self._view
        if view is not None and self._stack is not None and self._stack.currentWidget() is view:
            view.set_today(self._progress.today(), self._progress.first_weekday())
            self._find(view.query, max(PAGE, view.shown))

    def add_by_hand(self) -> None:
        """Ask what was done elsewhere."""
        from trainer.ui.progress.by_hand_sheet import ByHandSheet

        if self._stack is None:
            return
        try:
            activities = read_activities(resources.activities())
        except LibraryError as error:
            self.trouble_met.emit(str(error))
            return
        routines = sorted((e.routine.id, e.routine.name) for e in self._progress.catalogue.routines)
        routines.sort(key=lambda routine: routine[1].casefold())
        sheet = ByHandSheet(self._look, activities, routines, self._local_now(), self._stack)
        sheet.written.connect(lambda written: self._on_written(sheet, written))
        sheet.open()

    # inside

    def _make_view(self) -> WorkoutsView:
        from trainer.ui.progress.workouts_view import WorkoutsView

        view = WorkoutsView(self._look)
        view.back_chosen.connect(self._on_back_chosen)
        view.query_changed.connect(lambda query: self._find(query, PAGE))
        view.more_requested.connect(self._on_more_requested)
        view.workout_opened.connect(lambda one: self._progress.sessions.open(one, view, view.delete))
        view.workout_deleted.connect(lambda one: self._change(lambda: self._log.delete(one, self._clock.now())))
        view.workout_restored.connect(lambda one: self._change(lambda: self._log.undelete(one)))
        view.addition_chosen.connect(self.add_by_hand)
        return view

    def _find(self, query: WorkoutQuery, limit: int) -> None:
        def work(search: WorkoutSearch) -> tuple[FoundWorkouts, tuple[tuple[str, str], ...]]:
            return search.find(query, limit), search.routines()

        def then(answer: tuple[FoundWorkouts, tuple[tuple[str, str], ...]]) -> None:
            if self._view is not None and self._view.query == query:
                found, routines = answer
                self._view.offer_routines(routines)
                self._view.show_found(query, found, self._progress.today())

        if self._view is not None:
            self._view.expect()
        self._searches.ask(work, then, self._on_failed)

    def _on_more_requested(self, last: WorkoutSummary) -> None:
        view = self._view
        if view is None:
            return
        query = view.query

        def then(older: tuple[WorkoutSummary, ...]) -> None:
            if view.query == query:
                view.add_older(older)

        self._searches.ask(lambda search: search.more(query, last), then, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if self._view is not None:
            self._view.stop_waiting()
        if not isinstance(error, StorageError):
            raise error
        self.trouble_met.emit(error.sentence)

    def _on_back_chosen(self) -> None:
        if self._stack is not None:
            self._stack.setCurrentIndex(0)
            self._stack.setFocus()

    def _on_written(self, sheet: ByHandSheet, written: Written) -> None:
        if written.begin + timedelta(minutes=written.minutes) > self._local_now() + timedelta(minutes=1):
            sheet.refuse(tr("That would end in the future: an earlier begin or fewer minutes would be right."))
            return
        offset = self._clock.utc_offset_of(written.begin)
        by_hand = HandWritten(
            name=written.name,
            activity=written.activity,
            started=written.begin.replace(tzinfo=timezone(offset)),
            minutes=written.minutes,
            routine=written.routine,
            effort=written.effort,
            note=written.note,
        )
        workout = workout_by_hand(by_hand, str(uuid.uuid4()), self._preferences.value.weight_kg)
        if self._change(lambda: self._log.add(workout)):
            sheet.accept()
            self._say(tr("“{name}” is in the log.").format(name=written.name))

    def _say(self, sentence: str) -> None:
        """Where deletions are told too: one message at a time."""
        shown = self._view if self._view is not None and self._view.isVisible() else self._page
        if shown is not None:
            shown.say(sentence)

    def _local_now(self) -> datetime:
        """What the clock on the wall says."""
        return (self._clock.now() + self._clock.utc_offset()).replace(tzinfo=None)

    def _change(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return False
        self.log_changed.emit()
        return True
