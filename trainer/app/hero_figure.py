"""HeroFigure: the coach in the hero room of a page, doing the move that is spoken of."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from trainer.app.figures import Figures
from trainer.core.exercise import Exercise
from trainer.desktop.clock import Clock
from trainer.ui.figure.view import FigureView


class HeroRoom(Protocol):
    """The room of a page that wants the coach."""

    def set_figure(self, figure: FigureView) -> None: ...

    def show_figure(self, shown: bool) -> None: ...


class HeroFigure(QObject):
    """Moves at the move's own tempo for as long as the page shows; words stand in for a move nobody has drawn."""

    def __init__(
        self,
        room: HeroRoom,
        figures: Figures,
        exercises: Mapping[str, Exercise],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room, self._figures, self._exercises = room, figures, exercises
        self._figure: FigureView = figures.make_figure()
        self._figure.follow(lambda: clock.monotonic() / clock.speed)
        self._figure.set_background(None)  # the room has a ground, with round corners
        room.set_figure(self._figure)

    def show_move(self, exercise_id: str, variant_id: str) -> None:
        """Do that exercise in that form."""
        exercise = self._exercises.get(exercise_id)
        subject = None
        if exercise is not None:
            subject = self._figures.subject(exercise, exercise.variant(variant_id))
        self._figure.set_subject(subject)
        self._room.show_figure(subject is not None)
