"""Coaches: the moving coach in every room it stands in. Figures are made when the first is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

from trainer import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from trainer.app.figures import Figures
    from trainer.app.hero_figure import HeroFigure, HeroRoom
    from trainer.app.wall_card_desk import WallCardDesk
    from trainer.core.exercise import Exercise
    from trainer.desktop.clock import Clock
    from trainer.ui.figure.wall_card import WallCard
    from trainer.ui.jobs import Jobs
    from trainer.ui.theme.look import Look
    from trainer.ui.workout.figure_room import FigureRoom


class Coaches(QObject):
    """One set of figures for all; imported and made only when something wants to be shown."""

    rendered = Signal()  # one more small picture is ready: ask again
    message = Signal(str)

    def __init__(
        self,
        look: Look,
        clock: Clock,
        jobs: Jobs,
        exercises: Callable[[], Mapping[str, Exercise]],
        parent: QObject | None = None,
    ) -> None:
        """`exercises` gives those of the catalogue in force. `jobs` are for what is not rendering."""
        super().__init__(parent)
        self._look, self._clock, self._jobs, self._exercises = look, clock, jobs, exercises
        self._figures: Figures | None = None
        self._cards: WallCardDesk | None = None

    @property
    def figures(self) -> Figures:
        """Where pictures of exercises come from."""
        if self._figures is None:
            from trainer.app.figures import Figures

            self._figures = Figures(self._look, resources.moves(), self._exercises(), self)
            self._figures.trouble_met.connect(self.message)
            self._figures.warm_up()
            self._figures.portraits.rendered.connect(self.rendered)
        return self._figures

    def make_room(self) -> FigureRoom:
        """A room beside a session's clock."""
        return self.figures.make_room()

    def body_map(self, levels: tuple[tuple[str, float], ...], size: QSize, from_behind: bool) -> QPixmap | None:
        """As `Figures.body_map`."""
        return self.figures.body_map(levels, size, from_behind)

    def stand_in(self, room: HeroRoom) -> HeroFigure:
        """A coach in that room, by its own clock."""
        from trainer.app.hero_figure import HeroFigure

        return HeroFigure(room, self.figures, self._exercises(), self._clock, self)

    def save_card(self, card: WallCard, routine_id: str, over: QWidget) -> None:
        """Ask where the wall card shall go, and make it."""
        if self._cards is None:
            from trainer.app.wall_card_desk import WallCardDesk

            self._cards = WallCardDesk(self._look, self.figures, self._jobs, self._exercises(), self)
            self._cards.message.connect(self.message)
        self._cards.ask(card, routine_id, over)

    def close(self) -> None:
        """Render no more."""
        if self._figures is not None:
            self._figures.close()
