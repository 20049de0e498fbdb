"""LibraryDesk: the catalogue in force, the Library page's cards, and what to do about files that can't be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from trainer.core.fitting import Fitting, preflight
from trainer.core.preferences import Preferences
from trainer.core.routine import Routine
from trainer.core.timeline import compile_timeline
from trainer.language import tr
from trainer.library.catalogue import Catalogue, RoutineEntry, open_routine
from trainer.library.media_checks import media_folder
from trainer.library.problem import FileProblem, LibraryError
from trainer.storage.errors import StorageError

if TYPE_CHECKING:
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.library.shelves import RoutineShelf
    from trainer.storage.workout_log import WorkoutLog
    from trainer.ui.library.library_model import RoutineCardValues
    from trainer.ui.library.page import LibraryPage
    from trainer.ui.library.routine_card_delegate import Thumbnails
    from trainer.ui.theme.look import Look

FIRST_ROUTINE = "upper-and-lower-back"  # the one everybody meets first


class LibraryDesk(QObject):
    """Opens routines by id or file; a file that can't be used is a problem on the Library page, never a crash."""

    routine_chosen = Signal(Routine)
    import_chosen = Signal()
    figure_wanted = Signal(object)  # ExercisePage: the room of an exercise's figure, which is to be furnished
    trouble_met = Signal(str)

    def __init__(
        self,
        look: Look,
        load: Callable[[], Catalogue],
        log: WorkoutLog,
        today: Callable[[], date],
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        """`load` reads the catalogue; it is called again when the person asks to try again."""
        super().__init__(parent)
        self._look, self._load, self._log, self._today, self._preferences = look, load, log, today, preferences
        self._catalogue = load()
        self._wanted = ""  # a file given on the command line that could not be used
        self._wanted_problem: FileProblem | None = None
        self._page: LibraryPage | None = None
        self._thumbnails: Thumbnails | None = None
        self._opened: RoutineEntry | None = None  # the last one that was opened by its id or file
        self._shelf: RoutineShelf | None = None  # of the catalogue and kit in force
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def catalogue(self) -> Catalogue:
        """What there is to train."""
        return self._catalogue

    def find(self, routine_id: str) -> RoutineEntry | None:
        """The routine of that id."""
        return self._catalogue.routine(routine_id)

    def entry(self, routine_id: str) -> RoutineEntry | None:
        """The routine of that id, be it one that was opened from a file elsewhere."""
        opened = self._opened
        return opened if opened is not None and opened.routine.id == routine_id else self.find(routine_id)

    def open(self, reference: str) -> Routine | None:
        """The routine of that id or in that file; None: the Library page says why."""
        try:
            entry = open_routine(reference, self._catalogue)
        except LibraryError as error:
            self._wanted, self._wanted_problem = reference, error.problem
            self.refresh()
            return None
        self._wanted, self._wanted_problem = "", None
        self._opened = entry
        return entry.routine

    def media_folder(self, routine: Routine) -> str:
        """Where the pictures and clips of a routine lie: beside its file."""
        entry = self._opened if self._opened and self._opened.routine == routine else self.find(routine.id)
        return "" if entry is None else media_folder(routine, entry.path)

    def make_page(self) -> QWidget:
        """The Library page."""
        from trainer.ui.library.page import LibraryPage

        page = LibraryPage(self._look)
        page.routine_chosen.connect(self._on_routine_chosen)
        page.favourite_toggled.connect(self._on_favourite_toggled)
        page.figure_wanted.connect(self.figure_wanted)
        page.import_chosen.connect(self.import_chosen)
        page.open_chosen.connect(self._on_open_chosen)
        page.retry_chosen.connect(self._on_retry_chosen)
        page.leave_out_chosen.connect(self._on_leave_out_chosen)
        page.fix_chosen.connect(self._on_fix_chosen)
        page.set_thumbnails(self._thumbnails)
        self._page = page
        self.refresh()
        return page

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Where the cards' pictures come from; called again once there are more."""
        self._thumbnails = thumbnails
        if self._page is not None:
            self._page.set_thumbnails(thumbnails)

    def reload(self) -> None:
        """Read every file again: some were written."""
        self._reload()

    def refresh(self) -> None:
        """Show the routines and problems as they are now."""
        if self._page is None:
            return
        try:
            done = self._log.last_done()
        except StorageError as error:
            self.trouble_met.emit(error.sentence)
            done = {}
        favourites = self._preferences.value.favourites
        today = self._today()
        self._page.show_routines(
            self._shelves(),
            lambda routine: self._card(routine, done.get(routine), today),
            favourites=favourites,
            last_done=done,
        )
        left_out = set(self._preferences.value.left_out_files)
        problems = [problem for problem in self._catalogue.problems if problem.path not in left_out]
        if self._wanted_problem is not None:
            problems.insert(0, self._wanted_problem)
        self._page.show_problems(problems, can_fix=True)

    def take_in(self, routine_id: str) -> None:
        """A routine's file has come: read everything again and open it."""
        self._reload()
        self._on_routine_chosen(routine_id)

    def focus_search(self) -> None:
        """Give the keyboard to the page's search."""
        if self._page is not None:
            self._page.focus_search()

    def _shelves(self) -> RoutineShelf:
        """The routines' shelf; made anew, with the exercises', where the catalogue or the kit has changed."""
        if self._shelf is None:
            from trainer.library.shelves import ExerciseShelf, RoutineShelf

            value, catalogue = self._preferences.value, self._catalogue
            first = sorted(catalogue.routines, key=lambda entry: entry.routine.id != FIRST_ROUTINE)  # stable
            self._shelf = RoutineShelf(
                [entry.routine for entry in first],
                catalogue.exercises,
                catalogue.equipment,
                self._fit,
                variants=value.variants,
                get_ready_scale=value.get_ready_scale,
            )
            if self._page is not None:
                exercises = ExerciseShelf(catalogue.exercises, catalogue.equipment, self._fit)
                self._page.show_exercises(exercises, catalogue.exercises, catalogue.equipment)
        return self._shelf

    def _fit(self, routine: Routine) -> Fitting:
        value, catalogue = self._preferences.value, self._catalogue
        return preflight(
            routine,
            catalogue.exercises,
            catalogue.equipment,
            value.owned,
            variants=value.variants,
            avoid=value.avoid,
        )

    def _card(self, routine_id: str, last_done: date | None, today: date) -> RoutineCardValues:
        from trainer.ui.library.library_model import card_values

        entry = self._catalogue.routine(routine_id)
        if entry is None:
            raise KeyError(routine_id)
        value, catalogue, routine = self._preferences.value, self._catalogue, entry.routine
        fitting = self._fit(routine)
        plan = compile_timeline(
            routine,
            catalogue.exercises,
            get_ready_scale=value.get_ready_scale,
            variants=value.variants,
            fitting=fitting,
        )
        loved = routine_id in value.favourites
        return card_values(routine, plan, fitting, catalogue.equipment, last_done, today, favourite=loved)

    def _reload(self) -> None:
        """Read everything again; a file asked for that can be used by now is opened."""
        self._catalogue = self._load()
        self._shelf = None
        wanted = self._wanted
        routine = self.open(wanted) if wanted else None
        self.refresh()
        if routine is not None:
            self.routine_chosen.emit(routine)

    def _on_routine_chosen(self, routine_id: str) -> None:
        entry = self.find(routine_id)
        if entry is not None:
            self.routine_chosen.emit(entry.routine)

    def _on_favourite_toggled(self, routine_id: str) -> None:
        loved = self._preferences.value.favourites
        without = [one for one in loved if one != routine_id]
        self._preferences.change(favourites=without if routine_id in loved else [*loved, routine_id])

    def _on_open_chosen(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self.trouble_met.emit(tr("No program on this system opens {file}.").format(file=path))

    def _on_retry_chosen(self) -> None:
        self._reload()

    def _on_leave_out_chosen(self, path: str) -> None:
        if self._wanted_problem is not None and self._wanted_problem.path == path:
            self._wanted, self._wanted_problem = "", None
        if any(problem.path == path for problem in self._catalogue.problems):
            left_out = [*self._preferences.value.left_out_files, path]
            self._preferences.change(left_out_files=left_out)
        self.refresh()

    def _on_fix_chosen(self, problem: FileProblem) -> None:
        from trainer.library.mending import mend

        try:
            kept = mend(problem)
        except LibraryError as error:
            self.trouble_met.emit(str(error))
            return
        self.trouble_met.emit(tr("Mended. The file as it was is kept as {copy}.").format(copy=kept.name))
        self._reload()

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        shown = (before.owned, before.variants, before.get_ready_scale, before.avoid)
        if shown != (now.owned, now.variants, now.get_ready_scale, now.avoid):
            self._shelf = None
            self.refresh()
        elif before.favourites != now.favourites and self._page is not None:
            self._page.set_favourites(now.favourites)
