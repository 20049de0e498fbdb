"""PlanDesk: the week plan on Progress, what it offers on Ready, and its reminder."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from trainer import resources
from trainer.app.reminder import Reminder
from trainer.core.progress import week_start
from trainer.core.reminder import still_planned
from trainer.core.streaks import streak
from trainer.core.week_plan import LEAST_SECONDS, Trained, Weekday, with_routine, without_routine
from trainer.language import tr
from trainer.storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.sessions import Sessions
    from trainer.core.preferences import Preferences
    from trainer.desktop.clock import Clock
    from trainer.desktop.notifier import TrayNotifier
    from trainer.library.catalogue import Catalogue
    from trainer.storage.workout_log import WorkoutLog
    from trainer.ui.progress.plan_card import PlanCard
    from trainer.ui.progress.plan_values import PlanDay
    from trainer.ui.theme.look import Look


class PlanDesk(QObject):
    """What is planned is a preference, what is done comes from the log."""

    trouble_met = Signal(str)
    message = Signal(str)
    routine_chosen = Signal(str)  # id, to be made ready
    plan_changed = Signal()

    def __init__(
        self,
        look: Look,
        log: WorkoutLog,
        clock: Clock,
        preferences: PreferencesKeeper,
        catalogue: Callable[[], Catalogue],
        first_weekday: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._log, self._clock, self._preferences = look, log, clock, preferences
        self._catalogue, self._first_weekday = catalogue, first_weekday
        self._card: PlanCard | None = None
        self._days: Sequence[date] = ()
        self._reminder: Reminder | None = None
        self._notifier: TrayNotifier | None = None
        self._window: QWidget | None = None
        preferences.changed.connect(self._on_preferences_changed)

    def furnish(self, card: PlanCard) -> None:
        """Let the card show and change the plan."""
        self._card = card
        card.routine_opened.connect(self.routine_chosen)
        card.addition_chosen.connect(self._on_addition_chosen)
        card.removal_chosen.connect(self._on_removal_chosen)

    def show(self) -> None:
        """The log has changed."""
        try:
            self._days = self._log.trained_days(LEAST_SECONDS)
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
        self._show()

    def planned_today(self) -> tuple[str, str] | None:
        """Id and name of the first routine that is meant for today and not done yet."""
        plan = self._preferences.value.week_plan
        if not plan:
            return None
        today = self._today()
        left = still_planned(plan, today, self._first_weekday(), self._trained(today))
        named = ((routine, self._name_of(routine)) for routine in left)
        return next((one for one in named if one[1]), None)

    def remind(self, sessions: Sessions, window: QWidget) -> None:
        """From now on, where the person has asked for it; a click on the reminder leads to the window."""
        self._window = window
        self._reminder = Reminder(
            self._preferences, self._clock, self._names_today, lambda: sessions.driver is not None, self._say, self
        )
        self._reminder.message.connect(self.message)

    # inside

    def _show(self) -> None:
        from trainer.ui.progress.plan_values import plan_days, streak_sentence

        if self._card is None:
            return
        today = self._today()
        start = week_start(today, self._first_weekday())
        shown = plan_days(self._preferences.value.week_plan, start, today, self._trained(today), self._name_of)
        self._card.show_week(shown, streak_sentence(streak(self._days, today, self._first_weekday())))

    def _on_addition_chosen(self, day: PlanDay) -> None:
        from trainer.ui.progress.plan_sheet import PlanSheet

        if self._card is None:
            return
        loved = self._preferences.value.favourites
        routines = [(entry.routine.id, entry.routine.name) for entry in self._catalogue().routines]
        routines.sort(key=lambda one: (one[0] not in loved, one[1].casefold()))
        sheet = PlanSheet(self._look, tr("Plan a routine: {weekday}").format(weekday=day.name), routines, self._card)
        sheet.routine_chosen.connect(lambda routine: self._on_routine_planned(day.weekday, routine))
        sheet.open()

    def _on_routine_planned(self, weekday: Weekday, routine: str) -> None:
        self._preferences.change(week_plan=with_routine(self._preferences.value.week_plan, weekday, routine))

    def _on_removal_chosen(self, weekday: Weekday, routine: str) -> None:
        self._preferences.change(week_plan=without_routine(self._preferences.value.week_plan, weekday, routine))

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        if before.week_plan != now.week_plan:
            self._show()
            self.plan_changed.emit()

    def _trained(self, today: date) -> tuple[Trained, ...]:
        """The workouts of the week that runs."""
        try:
            return self._log.trained(week_start(today, self._first_weekday()), LEAST_SECONDS)
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return ()

    def _names_today(self) -> tuple[str, ...]:
        today = self._today()
        plan = self._preferences.value.week_plan
        left = still_planned(plan, today, self._first_weekday(), self._trained(today))
        return tuple(filter(None, map(self._name_of, left)))

    def _say(self, title: str, sentence: str) -> bool:
        from trainer.desktop.notifier import TrayNotifier

        if self._notifier is None:
            self._notifier = TrayNotifier(QIcon(str(resources.icons() / "trainer.svg")), self)
            if self._window is not None:
                self._notifier.clicked.connect(self._window.raise_)
                self._notifier.clicked.connect(self._window.activateWindow)
        return self._notifier.say(title, sentence)

    def _name_of(self, routine: str) -> str:
        entry = self._catalogue().routine(routine)
        return "" if entry is None else entry.routine.name

    def _today(self) -> date:
        return (self._clock.now() + self._clock.utc_offset()).date()
