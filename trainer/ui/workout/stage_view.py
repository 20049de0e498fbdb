"""StageView: a running session at the desk. Clock and words on the left, the move beside them, the routine right."""

from collections.abc import Mapping

from PySide6.QtCore import QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import Exercise
from trainer.core.snapshot import PrimaryAction, Snapshot
from trainer.core.timeline import Timeline
from trainer.language import tr
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.painting import painting
from trainer.ui.widgets.session_bar import SessionBar
from trainer.ui.widgets.surfaces import Ground, Rule
from trainer.ui.widgets.text import Text
from trainer.ui.workout.figure_room import FigureRoom, nobody
from trainer.ui.workout.next_view import NextView
from trainer.ui.workout.player_keys import Intent
from trainer.ui.workout.routine_delegate import Thumbnails
from trainer.ui.workout.routine_list import RoutineList
from trainer.ui.workout.stage_column import StageColumn
from trainer.ui.workout.stage_metrics import StageMetrics, session_groups, stage_metrics, step_share
from trainer.ui.workout.stage_model import Stage
from trainer.ui.workout.transport_bar import TransportBar

FLOOD_MS = 180


class StageView(QWidget):
    """Shows stages; says what was pressed. Nothing moves between phases."""

    pressed = Signal(object)  # Intent
    step_chosen = Signal(int)
    restart_pressed = Signal()
    skip_pressed = Signal()
    finish_pressed = Signal()

    def __init__(
        self,
        look: Look,
        exercises: Mapping[str, Exercise],
        room: FigureRoom | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.room = room if room is not None else FigureRoom(look, Jobs(self), nobody)
        self._exercises = exercises
        self._timeline: Timeline | None = None
        self._stage: Stage | None = None
        self._outcomes: tuple[object, ...] = ()
        self._panel_wanted = True
        self._panel_instead = False  # of the move, in a narrow window
        self._metrics = stage_metrics(1280, 800, look.text_scale)
        self._flood = QVariantAnimation(self)
        self._flood.setDuration(FLOOD_MS)
        self._flood.valueChanged.connect(lambda _value: self.update())
        self._flood.finished.connect(self._on_flood_finished)
        self._build()
        look.changed.connect(self._measure)

    def _build(self) -> None:
        look = self._look
        self._session_bar = SessionBar(look)
        self._place = Text(look, "", "body", "ink2", lines=1)
        self._total = Text(look, "", "lead-bold", tabular=True, lines=1)
        self._total_word = Text(look, tr("left"), "body", "ink2", lines=1)
        self._panel_button = Button(look, "", "ghost", "list", height=32)
        self._panel_button.setAccessibleName(tr("Show the routine"))
        self._panel_button.setToolTip(tr("Show the routine (L)"))
        self.column = StageColumn(look, self._metrics)
        self._room = QHBoxLayout()
        self._transport = TransportBar(look)
        self._head = QHBoxLayout()
        for widget, stretch in ((self._place, 1), (self._total, 0), (self._total_word, 0), (self._panel_button, 0)):
            self._head.addWidget(widget, stretch)
        self._room.addWidget(self.column)
        self._room.addWidget(self.room, 1)
        stage = QWidget()
        self._layout = QVBoxLayout(stage)
        self._layout.addWidget(self._session_bar)
        self._layout.addLayout(self._head)
        self._layout.addLayout(self._room, 1)
        self._layout.addWidget(self._transport)
        self._panel = self._build_panel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(stage, 1)
        row.addWidget(self._panel)
        self._transport.pressed.connect(self.pressed)
        self._panel_button.clicked.connect(lambda: self.pressed.emit(Intent.PANEL))
        self.column.pause.resume_pressed.connect(lambda: self.pressed.emit(Intent.PRIMARY))
        self.column.pause.restart_pressed.connect(self.restart_pressed)
        self.column.pause.skip_pressed.connect(self.skip_pressed)
        self.column.pause.finish_pressed.connect(self.finish_pressed)

    def _build_panel(self) -> QWidget:
        look = self._look
        panel = Ground(look, "surface")
        self._panel_head = QHBoxLayout()
        self._panel_title = Text(look, tr("Routine"), "h3", lines=1)
        fold = Button(look, "", "ghost", "list", height=36)
        fold.setAccessibleName(tr("Hide the routine"))
        fold.setToolTip(tr("Hide the routine (L)"))
        fold.clicked.connect(lambda: self.pressed.emit(Intent.PANEL))
        self._panel_head.addWidget(self._panel_title, 1)
        self._panel_head.addWidget(fold)
        self.routine = RoutineList(look)
        self.routine.row_chosen.connect(self.step_chosen)
        self._next = NextView(look)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(self._panel_head)
        inner.addWidget(self.routine, 1)
        inner.addWidget(Rule(look))
        inner.addWidget(self._next)
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(look, vertical=True))
        row.addLayout(inner, 1)
        return panel

    def start(self, timeline: Timeline) -> None:
        """Get ready for another session."""
        self._timeline = timeline
        self._stage = None
        self._outcomes = ()
        self._session_bar.set_groups(session_groups(timeline))
        self._transport.focus_primary()
        self._measure()

    def show_stage(self, stage: Stage, now: Snapshot, action: PrimaryAction) -> None:
        """Show one moment. Called for every tick: what has not changed costs nothing."""
        before, self._stage = self._stage, stage
        self.column.show_stage(stage)
        share = step_share(now, self._timeline)
        self._session_bar.set_progress(now.step.index, share, stage.phase)
        self._total.set_text(stage.total_left)
        self.routine.set_progress(stage.phase, share)
        rows = (now.step.index, now.outcomes, now.rungs)
        if rows != self._outcomes and self._timeline is not None:
            self._outcomes = rows
            self.routine.show_session(self._timeline, now)
        self._transport.set_primary(action)
        if before is not None and _same_scene(before, stage):
            self.room.show_time(now)
            return
        self._place.set_text(stage.place)
        self._next.show_next(stage.next)
        exercise = self._exercises.get(stage.exercise)
        self.room.show_move(exercise, exercise.variant(stage.variant) if exercise else None, now.step.media)
        self.room.set_stage(stage.phase, stage.lead)
        self.room.show_time(now)
        rung = now.rungs[now.step.index]
        self._transport.set_ladder(easier=rung > 0, harder=rung < len(now.step.ladder) - 1)
        self._flow_to(stage.phase, None if before is None else before.phase)

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the small picture of the coming move is from."""
        self._next.set_thumbnails(thumbnails)

    def set_wall(self, on: bool, *, available: bool) -> None:
        """As `TransportBar.set_wall`."""
        self._transport.set_wall(on, available=available)

    def set_voice(self, on: bool) -> None:
        """Whether the coach speaks."""
        self._transport.set_voice(on)

    def set_panel_shown(self, shown: bool) -> None:
        """Whether the routine stands beside the stage, where there is room for both."""
        self._panel_wanted = shown
        self._measure()

    def toggle_panel(self) -> bool:
        """Show or hide the routine; in a narrow window it takes the move's place. Returns what is kept for later."""
        if self._metrics.narrow:
            self._panel_instead = not self._panel_instead
        else:
            self._panel_wanted = not self._panel_wanted
        self._measure()
        return self._panel_wanted

    def paintEvent(self, _event: QPaintEvent) -> None:
        phase = self._stage.phase if self._stage is not None else PhaseLook.WORK
        flowing = self._flood.state() is QVariantAnimation.State.Running
        ground = self._flood.currentValue() if flowing else self._look.color(phase.marks.flood)
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.fillRect(self.rect(), QColor(ground))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _flow_to(self, phase: PhaseLook, before: PhaseLook | None) -> None:
        target = self._look.color(phase.marks.flood)
        self._flood.stop()
        if before is phase:
            return
        if before is not None and not self._look.reduce_motion:
            self._flood.setStartValue(self._look.color(before.marks.flood))
            self._flood.setEndValue(target)
            self.room.set_ground(None)  # the stage shows through while it changes
            self._flood.start()
        else:
            self.room.set_ground(target)
        self.update()

    def _on_flood_finished(self) -> None:
        if self._stage is not None:
            self.room.set_ground(self._look.color(self._stage.phase.marks.flood))

    def _measure(self) -> None:
        look = self._look
        metrics = stage_metrics(self.width(), self.height(), look.text_scale)
        self._metrics = metrics
        self._apply_spacing(metrics)
        self.column.set_metrics(metrics)
        self._transport.set_metrics(metrics)
        shown = self._panel_instead if metrics.narrow else self._panel_wanted
        self._panel.setFixedWidth(metrics.panel or self.width() // 2)
        self._panel.setVisible(shown)
        self._panel_button.setVisible(not shown)
        self.room.setVisible(not (metrics.narrow and shown))
        self.room.set_beat_size(metrics.quiet_size)
        self.update()

    def _apply_spacing(self, metrics: StageMetrics) -> None:
        look = self._look
        self._layout.setContentsMargins(metrics.margin, look.sp(20), metrics.margin, look.sp(10))
        self._layout.setSpacing(look.sp(10))
        self._head.setSpacing(look.sp(5))
        self._room.setSpacing(look.sp(16))
        self._room.setContentsMargins(0, look.sp(2 if metrics.short else 8), 0, 0)
        side = look.sp(20)
        self._panel_head.setContentsMargins(side, look.sp(16), look.sp(12), look.sp(4))


def _same_scene(before: Stage, after: Stage) -> bool:
    """Whether nothing beside the clock and its column has changed."""
    return (before.phase, before.side, before.exercise, before.variant) == (
        after.phase, after.side, after.exercise, after.variant
    ) and (before.place, before.next) == (after.place, after.next)  # fmt: skip
