"""ProgressDesk: gives the Progress page and the small charts their figures, and does what the page asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.app.balance_desk import BalanceDesk
from trainer.app.chart_desk import ChartDesk
from trainer.app.exercise_desk import ExerciseDesk
from trainer.app.plan_desk import PlanDesk
from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.app.searches import LogSearches
from trainer.app.session_desk import SessionDesk
from trainer.app.workouts_desk import WorkoutsDesk
from trainer.core.goals import Goals, goals_of
from trainer.core.preferences import FirstWeekday
from trainer.core.progress import Period, Standing, Totals, WorkoutSummary, first_day, this_week, weeks
from trainer.desktop.clock import Clock
from trainer.library.catalogue import Catalogue
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog
from trainer.ui.theme.look import Look

if TYPE_CHECKING:
    from trainer.ui.progress.muscle_card import BodyMapPainter

_WEEKDAYS = {FirstWeekday.MONDAY: 0, FirstWeekday.SATURDAY: 5, FirstWeekday.SUNDAY: 6}
_MINI_WEEKS = 8
_YEAR = timedelta(weeks=54)  # the days of which one by one are wanted: the map of the last year


class ProgressDesk(QObject):
    """Reads the log; a log that can't be read is a sentence, told by `trouble_met`."""

    trouble_met = Signal(str)
    start_requested = Signal()
    weighings_chosen = Signal()
    routine_chosen = Signal(str)  # id
    log_changed = Signal()
    message = Signal(str)
    goals_chosen = Signal()  # to be set

    def __init__(
        self,
        look: Look,
        log: WorkoutLog,
        clock: Clock,
        preferences: PreferencesKeeper,
        catalogue: Callable[[], Catalogue],
        body_map: BodyMapPainter,
        searches: LogSearches,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._body_map = catalogue, body_map
        self._look, self._log, self._clock, self._preferences = look, log, clock, preferences
        self._page: QWidget | None = None
        self.sessions = SessionDesk(look, log, preferences, self)
        self.sessions.trouble_met.connect(self.trouble_met)
        self.sessions.log_changed.connect(self.log_changed)
        self.plan = PlanDesk(look, log, clock, preferences, catalogue, self.first_weekday, self)
        self.plan.trouble_met.connect(self.trouble_met)
        self.plan.message.connect(self.message)
        self.plan.routine_chosen.connect(self.routine_chosen)
        self.plan.plan_changed.connect(self.log_changed)  # what is offered on Ready follows
        self._balance = BalanceDesk(log, catalogue, self.today, self)
        self._balance.trouble_met.connect(self.trouble_met)
        self._charts = ChartDesk(look, self)
        self._charts.message.connect(self.message)
        self._exercises = ExerciseDesk(searches.histories, preferences, self)
        self._exercises.trouble_met.connect(self.trouble_met)
        self._workouts = WorkoutsDesk(look, log, searches.workouts, clock, preferences, self)
        self._workouts.trouble_met.connect(self.trouble_met)
        self._workouts.log_changed.connect(self.log_changed)
        self._refresh: Callable[[], None] = lambda: None
        self._repaint_map: Callable[[], None] = lambda: None

    def make_page(self) -> QWidget:
        """The Progress page; pyqtgraph is imported by now or now."""
        from trainer.ui.progress.page import ProgressPage

        page = ProgressPage(self._look)
        self.plan.furnish(page.plan)
        self._balance.furnish(page.muscles)
        page.muscles.map.set_painter(self._body_map)
        self._repaint_map = page.muscles.map.update
        page.start_requested.connect(self.start_requested)
        page.weighings_chosen.connect(self.weighings_chosen)
        page.muscles.remedy_chosen.connect(self.routine_chosen)
        page.workout_opened.connect(lambda one: self.sessions.open(one, page, page.delete_workout))
        page.ledger_requested.connect(lambda first, last: self._show_ledger(page.show_ledger, first, last))
        page.search_chosen.connect(self._workouts.open)
        self._exercises.furnish(page.exercise)
        for card in page.chart_cards:
            card.save_chosen.connect(self._charts.save)
            card.print_chosen.connect(self._charts.print_out)
        page.days_chosen.connect(self._workouts.open_days)
        page.addition_chosen.connect(self._workouts.add_by_hand)
        page.workout_deleted.connect(self._on_workout_deleted)
        page.workout_restored.connect(self._on_workout_restored)
        page.goals_chosen.connect(self.goals_chosen)
        page.more_requested.connect(lambda last: page.add_sessions(self._newest(last)))

        def refresh() -> None:
            try:
                days = self._log.days(self.today() - _YEAR)
                found, newest, total = self._log.weeks(self.first_weekday()), self._log.newest(), self._log.count()
            except StorageError as error:
                self.trouble_met.emit(error.sentence)
                return
            self.plan.show()
            self._exercises.refresh()
            self._balance.show()
            page.show_progress(
                days,
                found,
                newest,
                total,
                today=self.today(),
                first_weekday=self.first_weekday(),
                goals=self.goals(),
            )

        self._page, self._refresh = page, refresh
        refresh()
        return self._workouts.lay_over(page)

    @property
    def catalogue(self) -> Catalogue:
        """What there is to train."""
        return self._catalogue()

    def refresh(self) -> None:
        """The log or the week's beginning has changed."""
        self._refresh()
        self._workouts.refresh()

    def on_picture_rendered(self) -> None:
        """A picture of the body map may have become ready."""
        self._repaint_map()

    def standing(self) -> Standing:
        """How this week stands against the goals."""
        return this_week(self._recent_days(), self.today(), self.first_weekday(), self.goals())

    def goals(self) -> Goals:
        """What the person aims at."""
        return goals_of(self._preferences.value)

    def make_mini_chart(self) -> QWidget:
        """The last weeks in small, for Ready and Summary."""
        from trainer.ui.charts.mini import MiniWeeksChart

        chart = MiniWeeksChart(self._look, goal=self.goals().minutes)
        last = weeks(self._recent_days(), self.today(), self.first_weekday(), Period.TWELVE_WEEKS)[-_MINI_WEEKS:]
        chart.show_weeks(last)
        return chart

    def today(self) -> date:
        """The local date."""
        return (self._clock.now() + self._clock.utc_offset()).date()

    def first_weekday(self) -> int:
        """Where weeks begin, Monday 0: as chosen, else as the system says."""
        chosen = _WEEKDAYS.get(self._preferences.value.first_weekday)
        if chosen is not None:
            return chosen
        day = QLocale.system().firstDayOfWeek()
        return (day.value - Qt.DayOfWeek.Monday.value) % 7

    def _recent_days(self) -> tuple[Totals, ...]:
        """The days of the last twelve weeks."""
        try:
            return self._log.days(first_day(self.today(), self.first_weekday(), Period.TWELVE_WEEKS))
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return ()

    def _newest(self, before: WorkoutSummary) -> tuple[WorkoutSummary, ...]:
        try:
            return self._log.newest(before=before)
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return ()

    def _show_ledger(self, show: Callable[..., None], first: date, last: date) -> None:
        from trainer.ui.progress.days_ledger import days_ledger

        try:
            workouts = self._log.of_days(first, last)
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        show(days_ledger(workouts, first, last, self.today(), self._preferences.value.weight_unit))

    def _on_workout_deleted(self, workout_id: str) -> None:
        self._change(lambda: self._log.delete(workout_id, self._clock.now()))

    def _on_workout_restored(self, workout_id: str) -> None:
        self._change(lambda: self._log.undelete(workout_id))

    def _change(self, act: Callable[[], None]) -> None:
        try:
            act()
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        self.log_changed.emit()
