"""WorkoutPage: one of its states at a time. First run, ready, training, summary, or a problem in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from trainer.core.exercise import Equipment, Exercise
from trainer.ui.theme.look import Look

if TYPE_CHECKING:
    from trainer.ui.workout.figure_room import FigureRoom
    from trainer.ui.workout.first_run_view import FirstRunView
    from trainer.ui.workout.player import Player
    from trainer.ui.workout.ready_view import ReadyView
    from trainer.ui.workout.summary_view import SummaryView


class WorkoutPage(QWidget):
    """Holds the views. Each is imported and made when it is first needed: a launch pays for the one it shows."""

    def __init__(
        self,
        look: Look,
        exercises: Mapping[str, Exercise],
        equipment: Mapping[str, Equipment],
        make_room: Callable[[], FigureRoom] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`make_room` gives the figure's room beside the clock; None: moves are told in words."""
        super().__init__(parent)
        self._look = look
        self._make_room = make_room
        self._exercises, self._equipment = exercises, equipment
        self._layout = QStackedLayout(self)
        self._first_run: FirstRunView | None = None
        self._ready: ReadyView | None = None
        self._player: Player | None = None
        self._summary: SummaryView | None = None

    @property
    def first_run(self) -> FirstRunView:
        if self._first_run is None:
            from trainer.ui.workout.first_run_view import FirstRunView

            self._first_run = FirstRunView(self._look, tuple(self._equipment.values()))
            self._layout.addWidget(self._first_run)
        return self._first_run

    @property
    def ready(self) -> ReadyView:
        if self._ready is None:
            from trainer.ui.workout.ready_view import ReadyView

            self._ready = ReadyView(self._look)
            self._layout.addWidget(self._ready)
        return self._ready

    @property
    def player(self) -> Player:
        if self._player is None:
            from trainer.ui.workout.player import Player

            self._player = Player(self._look, self._exercises, self._equipment, self._make_room)
            self._layout.addWidget(self._player)
        return self._player

    @property
    def summary(self) -> SummaryView:
        if self._summary is None:
            from trainer.ui.workout.summary_view import SummaryView

            self._summary = SummaryView(self._look)
            self._layout.addWidget(self._summary)
        return self._summary

    @property
    def has_ready(self) -> bool:
        """Whether the Ready view was made."""
        return self._ready is not None

    @property
    def has_player(self) -> bool:
        """Whether the player was made."""
        return self._player is not None

    @property
    def has_first_run(self) -> bool:
        """Whether the first-run view was made."""
        return self._first_run is not None

    def show_view(self, view: QWidget) -> None:
        """Bring one of them to the front."""
        self._layout.setCurrentWidget(view)

    @property
    def shown(self) -> QWidget | None:
        """The view in front."""
        return self._layout.currentWidget()
