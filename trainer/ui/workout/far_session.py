"""FarSession: a session as it is seen from across the room, words and figure, in whatever window they stand."""

from collections.abc import Callable, Mapping

from trainer.core.exercise import Exercise
from trainer.core.snapshot import Snapshot
from trainer.ui.theme.look import Look
from trainer.ui.workout.distance_view import DistanceView
from trainer.ui.workout.figure_room import FigureRoom
from trainer.ui.workout.session_driver import SessionDriver
from trainer.ui.workout.stage_model import Stage


class FarSession:
    """Fills a DistanceView. The room for the figure is made when it is first seen from there."""

    def __init__(
        self,
        look: Look,
        exercises: Mapping[str, Exercise],
        make_room: Callable[[], FigureRoom] | None,
    ) -> None:
        """`make_room` None: moves are told in words."""
        self.view = DistanceView(look)
        self._look, self._exercises, self._make_room = look, exercises, make_room
        self._driver: SessionDriver | None = None
        self._room: FigureRoom | None = None
        self._follows = False
        self._like_mirror = True

    def begin(self, driver: SessionDriver) -> None:
        """Follow another session."""
        self._driver = driver
        self.view.start(driver.timeline)

    def leave(self) -> None:
        """Nobody looks: follow nothing, let the pictures go."""
        if self._room is not None:
            self._follows = False
            self._room.follow(None)
            self._room.leave()

    def set_like_mirror(self, on: bool) -> None:
        """As `FigureRoom.set_like_mirror`."""
        self._like_mirror = on
        if self._room is not None:
            self._room.set_like_mirror(on)

    def turn_by(self, degrees: float) -> None:
        """Turn the figure."""
        if self._room is not None:
            self._room.figure.turn_by(degrees)

    def show(self, stage: Stage, now: Snapshot) -> None:
        """Show one moment."""
        self.view.show_stage(stage, now)
        if self._driver is not None:
            self._show_figure(stage, now, self._driver)

    def _show_figure(self, stage: Stage, now: Snapshot, driver: SessionDriver) -> None:
        """The figure, where the exercise has a move; else the words have all the room."""
        if self._room is None:
            if self._make_room is None:
                return
            self._room = self._make_room()
            self._room.set_beat_shown(False)  # from the mat there is one thing to read at a time
            self._room.set_like_mirror(self._like_mirror)
        room = self._room
        if not self._follows:
            self._follows = True
            room.follow(driver.snapshot, driver.timeline)
        exercise = self._exercises.get(stage.exercise)
        room.show_move(exercise, exercise.variant(stage.variant) if exercise else None, now.step.media)
        room.show_time(now)
        room.set_stage(stage.phase, stage.lead)
        room.set_ground(self._look.color(stage.phase.marks.flood))
        self.view.set_figure(room if room.has_figure else None)
