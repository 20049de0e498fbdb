"""WeightDesk: keeps the weight in the settings and the newest weighing one and the same, and opens their sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.app.preferences_keeper import PreferencesKeeper
from trainer.app.recount_desk import RecountDesk
from trainer.core.preferences import Preferences
from trainer.core.weighing import Weighing, noon_of
from trainer.desktop.clock import Clock
from trainer.paths import DataPaths
from trainer.storage.errors import StorageError
from trainer.storage.recounts import Recounts
from trainer.storage.weight_log import WeightLog
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

if TYPE_CHECKING:
    from trainer.ui.weight.sheet import WeightSheet


class WeightDesk(QObject):
    """A weight set in the settings is a weighing of today; stepping on, on the same day, goes on with it.

    "Not set" there deletes nothing: from then on no weight is known until one is weighed or set.
    """

    trouble_met = Signal(str)
    log_changed = Signal()  # workouts were counted anew

    def __init__(
        self,
        look: Look,
        log: WeightLog,
        clock: Clock,
        preferences: PreferencesKeeper,
        paths: DataPaths,
        jobs: Jobs,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        recounts = Recounts(paths.database, paths.backups)
        self._recounts = RecountDesk(look, recounts, jobs, clock, preferences, self)
        self._recounts.log_changed.connect(self.log_changed)
        self._window = window
        self._look, self._log, self._clock, self._preferences = look, log, clock, preferences
        self._of_settings = ""  # id of the weighing that settings made last
        self._sheet: WeightSheet | None = None
        preferences.changed.connect(self._on_preferences_changed)

    def reconcile(self) -> None:
        """A weight that the settings have and the log has not, of before there was a log or by hand, is weighed now."""
        kg = self._preferences.value.weight_kg
        if kg is not None:
            self._try(lambda: self._weigh_as_set(kg))

    def open(self) -> None:
        """Show the weight over time."""
        from trainer.ui.weight.sheet import WeightSheet

        sheet = WeightSheet(self._look, self._today(), self._window)
        sheet.added.connect(self._on_added)
        sheet.changed.connect(self._on_changed)
        sheet.deleted.connect(lambda weighing: self._act(lambda: self._log.delete(weighing, self._clock.now())))
        sheet.restored.connect(lambda weighing: self._act(lambda: self._log.undelete(weighing)))
        sheet.unit_chosen.connect(lambda unit: self._preferences.change(weight_unit=unit))
        sheet.recount_chosen.connect(lambda: self._recounts.open(sheet, weighed=self._newest() is not None))
        sheet.finished.connect(self._on_closed)
        self._sheet = sheet
        self._show()
        sheet.open()

    def close(self) -> None:
        """The program ends."""
        self._recounts.close()

    # inside

    def _newest(self) -> Weighing | None:
        try:
            return self._log.newest()
        except StorageError as error:
            self._tell(error.sentence)
            return None

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        kg = now.weight_kg
        if before.weight_kg != kg and kg is not None:
            self._try(lambda: self._weigh_as_set(kg))
        if (before.weight_kg, before.weight_unit) != (kg, now.weight_unit):
            self._show()

    def _weigh_as_set(self, kg: float) -> None:
        newest, today = self._log.newest(), self._today()
        if newest is not None and newest.kg == kg:
            return
        if newest is not None and newest.id == self._of_settings and newest.local_date == today:
            self._log.change(structs.replace(newest, kg=kg))
            return
        made = self._weighing(str(uuid4()), today, kg)
        if newest is not None and newest.weighed > made.weighed:  # a clock was set back: it is the newest all the same
            made = structs.replace(made, weighed=newest.weighed)
        self._log.add(made)
        self._of_settings = made.id

    def _on_added(self, day: date, kg: float) -> None:
        self._act(lambda: self._log.add(self._weighing(str(uuid4()), day, kg)), sets=True)

    def _on_changed(self, weighing: Weighing) -> None:
        def change() -> None:
            old = next((one for one in self._log.all() if one.id == weighing.id), weighing)
            moved = self._weighing(weighing.id, weighing.local_date, weighing.kg)
            self._log.change(weighing if old.local_date == weighing.local_date else moved)

        self._act(change)

    def _weighing(self, weighing_id: str, day: date, kg: float) -> Weighing:
        """Of today it is made now; of another day only the day is known."""
        now, offset = self._clock.now(), self._clock.utc_offset()
        if day != self._today():
            offset = self._clock.utc_offset_of(noon_of(day))
            now = noon_of(day).replace(tzinfo=UTC) - offset
        return Weighing(weighing_id, now, round(offset.total_seconds() / 60), day, kg)

    def _act(self, act: Callable[[], None], *, sets: bool = False) -> None:
        """Do it, and let the settings follow where another weighing is the newest now; `sets`: in any case."""

        def done() -> None:
            before = self._log.newest()
            act()
            newest = self._log.newest()
            kg = None if newest is None else newest.kg
            if sets or newest != before:
                self._preferences.change(weight_kg=kg)  # which weighs nobody: it is the newest weighing

        self._try(done)
        self._show()

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except StorageError as error:
            self._tell(error.sentence)

    def _tell(self, sentence: str) -> None:
        if self._sheet is not None:
            self._sheet.refuse(sentence)
        else:
            self.trouble_met.emit(sentence)

    def _show(self) -> None:
        sheet, value = self._sheet, self._preferences.value
        if sheet is not None:
            self._try(lambda: sheet.show_weighings(self._log.all(), value.weight_unit, value.weight_kg))

    def _on_closed(self) -> None:
        self._sheet = None

    def _today(self) -> date:
        return (self._clock.now() + self._clock.utc_offset()).date()
