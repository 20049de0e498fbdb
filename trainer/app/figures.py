"""Figures: which move the coach shows for an exercise, and the thread its pictures are rendered on."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from trainer.core.exercise import Exercise, Variant
from trainer.library.moves import Moves
from trainer.library.problem import LibraryError
from trainer.ui.figure.palette import figure_palette
from trainer.ui.figure.portraits import Portraits, Thumbnails, still
from trainer.ui.figure.studio import Studio
from trainer.ui.figure.subject import Subject, subject_of
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.workout.figure_room import FigureRoom

_STANDING = "squat"  # an exercise that begins upright, arms a little off the body


class Figures(QObject):
    """Reads moves when they are first shown. A move file that can't be used is a sentence, and words stand in."""

    trouble_met = Signal(str)

    def __init__(
        self, look: Look, moves: Path, exercises: Mapping[str, Exercise], parent: QObject | None = None
    ) -> None:
        """`moves` is the folder of move files."""
        super().__init__(parent)
        self._exercises = exercises
        self._look = look
        self._moves = Moves(moves)
        self._subjects: dict[tuple[str, str], Subject | None] = {}
        self._jobs = Jobs(self)
        self._studio = Studio()
        self._portraits: Portraits | None = None

    def make_room(self) -> FigureRoom:
        """A room beside the clock."""
        room = FigureRoom(self._look, self._jobs, self.subject, self._studio)
        room.trouble_met.connect(self.trouble_met)
        return room

    def make_figure(self) -> FigureView:
        """A figure for any other room."""
        return FigureView(self._look, self._jobs, renderer=self._studio)

    def warm_up(self) -> None:
        """Begin the renderer, so that the first picture need not wait for it."""
        warm_up = partial(self._studio.warm_up, self._look.figure)
        self._jobs.run(warm_up, failed=lambda error: self.trouble_met.emit(str(error)))

    @property
    def portraits(self) -> Portraits:
        """Small pictures, made when the first is wanted."""
        if self._portraits is None:
            self._portraits = Portraits(self._look, self._jobs, self._studio, self)
        return self._portraits

    def thumbnails(self) -> Thumbnails:
        """Small pictures by the id of an exercise, as written."""
        return self.portraits.of_exercises(self._as_written)

    def emblem(self, exercise_id: str, variant_id: str, size: QSize) -> QPixmap | None:
        """A picture of an exercise in a form, for a card; None while there is none."""
        exercise = self._exercises.get(exercise_id)
        subject = None if exercise is None else self.subject(exercise, exercise.variant(variant_id))
        return None if subject is None else self.portraits.thumbnail(subject, size)

    def body_map(self, levels: tuple[tuple[str, float], ...], size: QSize, from_behind: bool) -> QPixmap | None:
        """The body standing, its muscles lit by how much each has worked; None while there is no picture."""
        standing = self._as_written(_STANDING)
        if standing is None:
            return None
        return self.portraits.body_map(Subject(standing.cycle, levels=levels), size, from_behind=from_behind)

    def still(
        self,
        exercise: Exercise,
        variant: Variant | None,
        size: tuple[int, int],
        then: Callable[[QImage | None], None],
    ) -> None:
        """A picture for paper, in pixels, in the colours of the light look; `then(None)` where there is none."""
        subject = self.subject(exercise, variant)
        if subject is None:
            then(None)
            return
        self._jobs.run(
            partial(still, self._studio, subject, figure_palette(False, False, self._look.figure), size),
            then,
            lambda _error: then(None),
        )

    def _as_written(self, exercise_id: str) -> Subject | None:
        exercise = self._exercises.get(exercise_id)
        return None if exercise is None else self.subject(exercise, None)

    def subject(self, exercise: Exercise, variant: Variant | None) -> Subject | None:
        """What the figure shows of an exercise in a form; None while nobody has drawn it."""
        form = variant.id if variant is not None else ""
        key = (exercise.id, form)
        if key not in self._subjects:
            try:
                move = self._moves.move_of(exercise, form)
            except LibraryError as error:
                self.trouble_met.emit(str(error))
                move = None
            self._subjects[key] = None if move is None else subject_of(move, exercise, variant)
        return self._subjects[key]

    def close(self) -> None:
        """Render no more."""
        self._jobs.close()
        self._studio.close()
