"""FigureRoom: where the coach moves beside the clock. A move nobody has drawn yet is told in words instead."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from trainer.core.exercise import Exercise, Variant
from trainer.core.snapshot import Snapshot
from trainer.core.timeline import PhaseKind, Side
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Renderer
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.workout.guide import Guide

#: The subject of an exercise in a form, None while it has no move.
SubjectOf = Callable[[Exercise, Variant | None], Subject | None]

PREVIEW_SPEED = 0.5  # of the coming move, shown slowly while the person gets set


class FigureRoom(QWidget):
    """The figure follows the session's clock: it stands while the session does, and works at the move's own tempo."""

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        subject_of: SubjectOf,
        renderer: Renderer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`jobs` are the figure's own: rendering keeps them busy. `renderer` None: one of this room's own."""
        super().__init__(parent)
        self._subject_of = subject_of
        self._shown: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.figure = FigureView(look, jobs, renderer=renderer)
        self._guide = Guide(look)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._guide)
        self._layout.addWidget(self.figure)

    def follow(self, snapshot: Callable[[], Snapshot] | None) -> None:
        """Keep time with a session; None: stand still."""
        self.figure.follow(None if snapshot is None else lambda: _moment(snapshot()))

    def show_move(self, exercise: Exercise | None, variant: Variant | None) -> None:
        """Show an exercise in a form."""
        shown = None if exercise is None else (exercise.id, variant.id if variant else "")
        if shown == self._shown:
            return
        self._shown = shown
        subject = None if exercise is None else self._subject_of(exercise, variant)
        self.figure.set_subject(subject)
        if subject is None:
            self._guide.show_move(exercise, variant)
        self._layout.setCurrentWidget(self._guide if subject is None else self.figure)

    def set_stage(self, phase: PhaseLook, side: Side | None) -> None:
        """The phase it stands in: dimmed while paused, turned to the side at work."""
        self.figure.set_dimmed(phase is PhaseLook.PAUSED)
        self.figure.set_mirrored(side is Side.RIGHT)

    def set_ground(self, ground: QColor | None) -> None:
        """The colour of the stage, which tints the figure; None: see through."""
        self.figure.set_background(ground)

    @property
    def has_figure(self) -> bool:
        """Whether the exercise shown has a move."""
        return self._layout.currentWidget() is self.figure

    def leave(self) -> None:
        """Let the pictures go: nobody looks."""
        self._shown = None
        self.figure.set_subject(None)


def _moment(now: Snapshot) -> float:
    """Seconds into the move: those of the work, or slower ones of the preview before it."""
    return now.elapsed if now.phase.kind is PhaseKind.WORK else now.elapsed * PREVIEW_SPEED


def nobody(_exercise: Exercise, _variant: Variant | None) -> Subject | None:
    """No move for anything: every room shows words."""
    return None
