"""ExerciseDesk: fetches the history of the exercise that Progress shows, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.core.exercise_history import ExerciseHistory
from trainer.storage.errors import StorageError
from trainer.storage.exercise_history import ExerciseHistories

if TYPE_CHECKING:
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.searches import Searches
    from trainer.ui.progress.exercise_card import ExerciseCard

_Answer = tuple[tuple[tuple[str, str], ...], ExerciseHistory | None]


class ExerciseDesk(QObject):
    """Begins with what was trained last. What can't be read is a sentence, told by `trouble_met`."""

    trouble_met = Signal(str)

    def __init__(
        self, histories: Searches[ExerciseHistories], preferences: PreferencesKeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._histories, self._preferences = histories, preferences
        self._card: ExerciseCard | None = None
        self._chosen: str | None = None  # by the person

    def furnish(self, card: ExerciseCard) -> None:
        """Give this card its figures; it stays hidden while there are none."""
        self._card = card
        card.hide()
        card.exercise_chosen.connect(self._on_exercise_chosen)

    def refresh(self) -> None:
        """The log, or the unit of weights, has changed."""
        chosen = self._chosen

        def work(histories: ExerciseHistories) -> _Answer:
            names = histories.names()
            wanted = chosen if chosen in dict(names) else histories.latest()
            return names, None if wanted is None else histories.history(wanted)

        if self._card is not None:
            self._histories.ask(work, self._show, self._on_failed)

    def _show(self, answer: _Answer) -> None:
        names, history = answer
        card = self._card
        if card is None:
            return
        card.setVisible(history is not None and bool(history.bests))
        if history is not None:
            card.offer(names, history.exercise)
            card.show_history(history, self._preferences.value.weight_unit)

    def _on_exercise_chosen(self, exercise: str) -> None:
        self._chosen = exercise
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.trouble_met.emit(error.sentence)
