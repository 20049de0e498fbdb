"""FigureRoom: where the coach moves beside the clock. A move nobody has drawn yet is told in words instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from trainer.core.exercise import Exercise, Variant
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import PhaseKind, Side, Timeline
from trainer.language import tr
from trainer.motion.repetition import Repetitions
from trainer.motion.vantage import second_turn
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Renderer
from trainer.ui.figure.view import FigureView
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.workout.beat_line import BeatLine
from trainer.ui.workout.beat_model import Beat, beat_at, beat_to_come
from trainer.ui.workout.demonstration import Showing, Waiting, demonstrated, work_seconds
from trainer.ui.workout.guide import Guide
from trainer.ui.workout.sides import is_flipped

if TYPE_CHECKING:
    from trainer.ui.workout.media_view import MediaView

#: The subject of an exercise in a form, None while it has no move.
SubjectOf = Callable[[Exercise, Variant | None], Subject | None]

_LEAST_HEIGHTS = 4.5  # of the tempo's: in a room lower than that the figure needs all of it


class FigureRoom(QWidget):
    """The figure follows the session's clock, and stands while the session does.

    It works at the move's own tempo, said in words under it, and demonstrates the coming move while the person
    gets set.
    """

    trouble_met = Signal(str)

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
        self._look, self._jobs = look, jobs
        self._media: MediaView | None = None
        self._media_file = ""
        self._failed: set[str] = set()  # media that can't be shown
        self._subject_of = subject_of
        self._shown: tuple[str, str] | None = None
        self._subject: Subject | None = None
        self._repetitions: Repetitions | None = None
        self._second_turn = 0.0
        self._snapshot: Callable[[], Snapshot] | None = None
        self._waiting: Waiting | None = None
        self._like_mirror = True
        self._lead = Side.LEFT
        self._beat_shown = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.figure = FigureView(look, jobs, renderer=renderer, two_sided=True)
        self.beat = BeatLine(look)
        self._guide = Guide(look)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        self._layout.addLayout(self._stack, 1)  # before it has widgets: it would show them as windows
        self._stack.addWidget(self._guide)
        self._stack.addWidget(self.figure)
        self._layout.addWidget(self.beat)
        look.changed.connect(self._measure)
        self._measure()

    def follow(self, snapshot: Callable[[], Snapshot] | None, timeline: Timeline | None = None) -> None:
        """Keep time with a session and its timeline; None: stand still."""
        self._snapshot = snapshot
        self._waiting = None if timeline is None else Waiting(timeline)
        self.figure.follow(None if snapshot is None else self._moment)

    def show_move(self, exercise: Exercise | None, variant: Variant | None, media: str = "") -> None:
        """Show an exercise in a form, or the person's own picture or clip of it at the path `media`."""
        self._show_media(media if media not in self._failed else "")
        shown = None if exercise is None else (exercise.id, variant.id if variant else "")
        if shown == self._shown:
            return
        self._shown = shown
        subject = None if exercise is None else self._subject_of(exercise, variant)
        self._subject = subject
        self._repetitions = None if subject is None else Repetitions(subject.cycle)
        self._second_turn = 0.0 if subject is None else second_turn(subject.cycle)
        self.figure.set_subject(subject)
        if subject is None:
            self._guide.show_move(exercise, variant)
            self.beat.show_beat(Beat())
        self._mirror()
        self._bring_to_front()

    def set_stage(self, phase: PhaseLook, lead: Side) -> None:
        """The phase it stands in, dimmed while paused, and the side that is worked on, or first."""
        self._lead = lead
        self.figure.set_dimmed(phase is PhaseLook.PAUSED)
        self.beat.set_phase(phase)
        self._mirror()

    def show_time(self, now: Snapshot) -> None:
        """Say what the tempo is at this moment."""
        if self._media is not None:
            self._media.set_running(now.state is SessionState.RUNNING)
        repetitions = self._repetitions
        if repetitions is None:
            return
        if now.phase.kind is PhaseKind.WORK:
            beat = beat_at(repetitions, work_seconds(now), lead=self._lead, reps=now.step.reps)
        else:
            showing = self._showing(now)
            beat = beat_to_come(repetitions, showing.seconds, lead=self._lead, slow=showing.slow)
        self.beat.show_beat(beat)

    def set_like_mirror(self, on: bool) -> None:
        """Whether the figure is followed like a mirror, or like another person."""
        self._like_mirror = on
        self._mirror()

    def set_beat_shown(self, shown: bool) -> None:
        """Whether the tempo stands under the figure, where there is room for both."""
        self._beat_shown = shown
        self._measure()

    def set_beat_size(self, size: float) -> None:
        """How large the tempo is said: pixels at 100 % text."""
        self.beat.set_size(size)
        self._measure()

    def set_ground(self, ground: QColor | None) -> None:
        """The colour of the stage, which tints the figure; None: see through."""
        self.figure.set_background(ground)

    @property
    def has_figure(self) -> bool:
        """Whether the exercise shown has a move, or a picture of the person's own."""
        return self._stack.currentWidget() is not self._guide

    def leave(self) -> None:
        """Let the pictures go: nobody looks."""
        self._shown = self._subject = self._repetitions = None
        self.figure.set_subject(None)
        self._show_media("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _moment(self) -> float:
        """Seconds into the move at this moment of the session. Turns the figure to where it is seen from."""
        if self._snapshot is None or self._subject is None:
            return 0.0
        now = self._snapshot()
        if now.phase.kind is PhaseKind.WORK:
            self.figure.set_second_side(None)
            return work_seconds(now)
        self.figure.set_second_side(self._second_turn)
        showing = self._showing(now)
        self.figure.look_from_second(showing.from_second)
        return showing.seconds

    def _showing(self, now: Snapshot) -> Showing:
        if self._subject is None or self._waiting is None:
            return Showing(0.0)
        return demonstrated(self._subject.cycle, *self._waiting.so_far(now))

    def _show_media(self, file: str) -> None:
        if file == self._media_file:
            return
        self._media_file = file
        if self._media is None:
            from trainer.ui.workout.media_view import MediaView

            self._media = MediaView(self._look, self._jobs)
            self._media.failed.connect(self._on_media_failed)
            self._stack.addWidget(self._media)
        self._media.show_file(file)
        self._bring_to_front()

    def _on_media_failed(self, file: str, reason: str) -> None:
        """The figure shows in its place, and nobody is told twice."""
        self._failed.add(file)
        self._media_file = ""
        self._bring_to_front()
        said = tr("{file} can't be shown: {reason}. The coach shows the move instead.")
        self.trouble_met.emit(said.format(file=file, reason=reason))

    def _bring_to_front(self) -> None:
        if self._media_file and self._media is not None:
            self._stack.setCurrentWidget(self._media)
        else:
            self._stack.setCurrentWidget(self._guide if self._subject is None else self.figure)

    def _mirror(self) -> None:
        if self._subject is not None:
            yaw = self._subject.cycle.move.view[0]
            self.figure.set_mirrored(is_flipped(self._lead, yaw, like_mirror=self._like_mirror))

    def _measure(self) -> None:
        self._layout.setSpacing(self._look.sp(6))
        self.beat.setVisible(self._beat_shown and self.height() >= _LEAST_HEIGHTS * self.beat.sizeHint().height())


def nobody(_exercise: Exercise, _variant: Variant | None) -> Subject | None:
    """No move for anything: every room shows words."""
    return None
