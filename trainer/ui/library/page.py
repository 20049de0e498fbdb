"""LibraryPage: mock-up G. The routines and the exercises there are, to be searched, filtered and opened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.library.problem import FileProblem
from trainer.library.shelves import ExerciseShelf, RoutineShelf
from trainer.ui.library.exercises_view import ExercisesView
from trainer.ui.library.library_model import RoutineCardValues
from trainer.ui.library.routine_card_delegate import Thumbnails
from trainer.ui.library.routines_view import RoutinesView
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.problem_card import ProblemCard
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.surfaces import Ground
from trainer.ui.widgets.text import Text

if TYPE_CHECKING:
    from trainer.core.exercise import Equipment, Exercise
    from trainer.ui.library.exercise_page import ExercisePage


_BESIDE = 960  # em width of the window from which title and makers share a row


class LibraryPage(Ground):
    """Two shelves behind one search; an exercise opens in their place."""

    routine_chosen = Signal(str)  # routine id
    favourite_toggled = Signal(str)  # routine id
    import_chosen = Signal()
    figure_wanted = Signal(object)  # the ExercisePage, once: its figure has to be given to it
    open_chosen = Signal(str)  # path of a file that could not be read
    retry_chosen = Signal()
    leave_out_chosen = Signal(str)  # path
    fix_chosen = Signal(FileProblem)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._fine = 0
        self._exercises: Mapping[str, Exercise] = {}
        self._equipment: Mapping[str, Equipment] = {}
        self._shelf: RoutineShelf | None = None
        self._exercise_page: ExercisePage | None = None
        self._page = ScrollPage(look, cap=1360, margins=(32, 22, 32, 8), gap=12)
        self._tabs = Segmented(look, [tr("Routines"), tr("Exercises")], height=36)
        self._tabs.setAccessibleName(tr("What to look through"))
        self._problems = ProblemCard(look)
        self._problems.hide()
        self.routines = RoutinesView(look)
        self.exercises = ExercisesView(look)
        self.exercises.hide()
        #: The right end of the page's head, for what makes new routines.
        self.makers = QHBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        look.changed.connect(self._arrange)

    # what it shows

    def show_routines(
        self,
        shelf: RoutineShelf,
        card_of: Callable[[str], RoutineCardValues],
        *,
        favourites: Collection[str] = (),
        last_done: Mapping[str, date] = {},
    ) -> None:
        """Show what is on the shelf. `card_of` words a routine when its card is first seen."""
        self._shelf, self._fine = shelf, len(shelf)
        self.routines.show_shelf(shelf, card_of, favourites=favourites, last_done=last_done)

    def show_exercises(
        self, shelf: ExerciseShelf, exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]
    ) -> None:
        """Show what is on the shelf; the mappings are the catalogue's."""
        self._exercises, self._equipment = exercises, equipment
        self.exercises.show_shelf(shelf, exercises, equipment)

    def set_favourites(self, favourites: Collection[str]) -> None:
        """Others are favourites now; nothing changes its place under the person's hands."""
        self.routines.set_favourites(favourites)

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the cards' pictures come from; called again once there are more."""
        self.routines.set_thumbnails(thumbnails)
        self.exercises.set_thumbnails(thumbnails)

    def show_problems(self, problems: Sequence[FileProblem], *, can_fix: bool = False) -> None:
        """Show what is wrong with the files left out, none: nothing. `can_fix`: `fix_chosen` is listened to."""
        self._problems.show_problems(problems, self._fine, can_fix=can_fix)

    def focus_search(self) -> None:
        """Give the keyboard to the search, with what is in it selected."""
        self._show_shelves()
        view = self._view
        self._page.ensureWidgetVisible(view.search)
        view.search.setFocus()
        view.search.selectAll()

    def choose_tab(self, index: int) -> None:
        """Show the routines, 0, or the exercises, 1."""
        self._tabs.set_current(index)
        self._on_tab_chosen(index)

    def show_exercise(self, exercise_id: str) -> None:
        """Open an exercise."""
        exercise = self._exercises.get(exercise_id)
        if exercise is None or self._shelf is None:
            return
        facts = self._shelf.facts
        routines = [(one.id, one.name, facts(one.id).minutes) for one in self._shelf.with_exercise(exercise_id)]
        page = self._made_exercise_page()
        page.show_exercise(exercise, self._equipment, routines)
        self._stack.setCurrentWidget(page)
        page.enter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # inside

    @property
    def _view(self) -> RoutinesView | ExercisesView:
        """The shelf in front."""
        return self.exercises if self._tabs.current else self.routines

    def _build(self) -> None:
        look = self._look
        title = QHBoxLayout()
        title.setSpacing(look.sp(20))
        title.addWidget(Text(look, tr("Library"), "h1", lines=1))
        title.addWidget(self._tabs)
        title.addStretch(1)
        self.makers.setSpacing(look.sp(10))
        self._import = Button(look, tr("Import"), "second", "file", height=36)
        self._import.setAccessibleName(tr("Import"))
        self._import.setToolTip(tr("Make a routine of a page about a workout"))
        self._import.clicked.connect(self.import_chosen)
        self.makers.addWidget(self._import)
        self._head.setSpacing(look.sp(12))
        self._head.addLayout(title, 1)
        self._head.addLayout(self.makers)
        column = self._page.column
        column.addLayout(self._head)
        column.addWidget(self._problems)
        column.addWidget(self.routines)
        column.addWidget(self.exercises)
        column.addStretch(1)
        self._stack.addWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self._tabs.index_chosen.connect(self._on_tab_chosen)
        for view in (self.routines, self.exercises):
            view.current_moved.connect(self._on_current_moved)
            view.search.textChanged.connect(self._on_search_typed)
        self.routines.opened.connect(self.routine_chosen)
        self.routines.marked.connect(self.favourite_toggled)
        self.exercises.opened.connect(self.show_exercise)
        self.routines.other_chosen.connect(lambda: self._on_other_chosen(1))
        self.exercises.other_chosen.connect(lambda: self._on_other_chosen(0))
        self.routines.set_other_count(self.exercises.count)
        self.exercises.set_other_count(self.routines.count)
        self._problems.open_chosen.connect(self.open_chosen)
        self._problems.retry_chosen.connect(self.retry_chosen)
        self._problems.leave_out_chosen.connect(self.leave_out_chosen)
        self._problems.fix_chosen.connect(self.fix_chosen)

    def _arrange(self) -> None:
        """Put what makes routines beside the title, or below it where there is no room for both."""
        beside = self._look.em(self.window().width()) >= _BESIDE
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._head.setAlignment(self.makers, side | Qt.AlignmentFlag.AlignVCenter)

    def _made_exercise_page(self) -> ExercisePage:
        if self._exercise_page is None:
            from trainer.ui.library.exercise_page import ExercisePage

            page = self._exercise_page = ExercisePage(self._look)
            page.left.connect(self._on_exercise_left)
            page.routine_chosen.connect(self.routine_chosen)
            self._stack.addWidget(page)
            self.figure_wanted.emit(page)
        return self._exercise_page

    def _show_shelves(self) -> None:
        self._stack.setCurrentWidget(self._page)

    def _on_exercise_left(self) -> None:
        self._show_shelves()
        self._view.enter()

    def _on_tab_chosen(self, index: int) -> None:
        self.routines.setVisible(index == 0)
        self.exercises.setVisible(index == 1)
        self._view.arrange()

    def _on_other_chosen(self, index: int) -> None:
        self.choose_tab(index)
        self._view.search.setFocus()

    def _on_search_typed(self, query: str) -> None:
        """One search: what is typed over one shelf is looked for on the other too."""
        for view in (self.routines, self.exercises):
            if view.search.text() != query:
                view.search.setText(query)

    def _on_current_moved(self, place: QRect) -> None:
        """Bring the card the keyboard went to into sight."""
        inner = self._page.widget()
        grid = self._view.grid
        if inner is None:
            return
        at = grid.viewport().mapTo(inner, place.center())
        if place.top() <= 0:  # the first row shows with all that stands above it, as far as there is room
            self._page.ensureVisible(at.x(), 0, 0, 0)
        self._page.ensureVisible(at.x(), at.y(), 0, place.height() // 2 + self._look.sp(12))
