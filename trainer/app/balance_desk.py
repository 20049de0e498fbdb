"""BalanceDesk: how the work of some weeks is spread over the muscles, and what would even it out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.core.balance import WINDOW_DAYS, last_led, most_neglected, muscle_balance, window_start
from trainer.core.remedy import remedy
from trainer.storage.errors import StorageError

if TYPE_CHECKING:
    from trainer.library.catalogue import Catalogue
    from trainer.storage.workout_log import WorkoutLog
    from trainer.ui.progress.muscle_card import MuscleCard

LOOK_BACK_DAYS = 365  # how far back "since when" is looked for


class BalanceDesk(QObject):
    """Reads the log for the muscles' card; the span of days is the card's, for as long as it is there."""

    trouble_met = Signal(str)

    def __init__(
        self,
        log: WorkoutLog,
        catalogue: Callable[[], Catalogue],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log, self._catalogue, self._today = log, catalogue, today
        self._days = WINDOW_DAYS
        self._card: MuscleCard | None = None

    def furnish(self, card: MuscleCard) -> None:
        """Show the balance there."""
        self._card = card
        card.days_chosen.connect(self._on_days_chosen)

    def show(self) -> None:
        """The log has changed."""
        card = self._card
        if card is None:
            return
        catalogue, today = self._catalogue(), self._today()
        try:
            worked = self._log.worked(window_start(today, self._days))
            last = self._log.last_worked(today - timedelta(days=LOOK_BACK_DAYS))
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            return
        balance = muscle_balance(worked, catalogue.exercises)
        led = last_led(last, catalogue.exercises)
        group = most_neglected(balance, led)
        routines = (entry.routine for entry in catalogue.routines)
        offered = None if group is None else remedy(group, routines, catalogue.exercises)
        card.show_balance(balance, offered, led, today)

    def _on_days_chosen(self, days: int) -> None:
        self._days = days
        self.show()
