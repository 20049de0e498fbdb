"""ExercisesView: the shelf of exercises."""

from collections.abc import Mapping

from trainer.core.exercise import Equipment, Exercise
from trainer.language import ntr, tr
from trainer.library.shelves import ExerciseShelf, Found
from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.empty_shelf import EmptyShelf
from trainer.ui.library.exercise_card_delegate import PICTURE_HEIGHT, WORDS_HEIGHT, ExerciseCardDelegate
from trainer.ui.library.exercise_model import exercise_card
from trainer.ui.library.filter_bars import ExerciseFilterBar
from trainer.ui.library.routine_card_delegate import Thumbnails
from trainer.ui.library.shelf_view import ShelfView
from trainer.ui.theme.look import Look
from trainer.ui.widgets.search_field import SearchField

_COLUMNS = ((1500, 6), (1150, 5), (900, 4), (640, 3), (420, 2), (0, 1))


class ExercisesView(ShelfView):
    """A click or Enter opens an exercise."""

    def __init__(self, look: Look) -> None:
        self._shelf: ExerciseShelf | None = None
        self._equipment: Mapping[str, Equipment] = {}
        self._exercise_bar = ExerciseFilterBar(look)
        grid = CardGrid(look, tr("Exercises"), PICTURE_HEIGHT + WORDS_HEIGHT, _COLUMNS)
        search = SearchField(look, tr("Search exercises"), tr("Search moves, muscles, equipment"))
        super().__init__(look, grid, search, self._exercise_bar)
        self._delegate = ExerciseCardDelegate(look, grid)
        grid.setItemDelegate(self._delegate)
        grid.setAccessibleDescription(tr("Enter opens an exercise."))

    def show_shelf(
        self, shelf: ExerciseShelf, exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]
    ) -> None:
        """Show what is on it, by the search and filters that stand."""
        self._shelf, self._equipment = shelf, equipment
        self.grid.cards.set_source(lambda one: exercise_card(exercises[one], equipment))
        self.refresh()

    def refresh(self) -> None:
        if self._shelf is not None and self.isVisible():
            self._exercise_bar.show_equipment(self._equipment[item] for item in self._shelf.items())
        super().refresh()

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the cards' pictures come from."""
        self._delegate.thumbnails = thumbnails
        self.grid.viewport().update()

    def count(self, query: str) -> int:
        return 0 if self._shelf is None else len(self._shelf.find(query).ids)

    def look_up(self) -> Found:
        if self._shelf is None:
            return Found(())
        return self._shelf.find(self.search.text(), self._exercise_bar.filters)

    def count_words(self, n: int) -> str:
        return ntr("{n} exercise", "{n} exercises", n)

    def show_empty(self, empty: EmptyShelf, query: str, hidden: int, others: int) -> None:
        empty.show_exercises(query, hidden, others)
