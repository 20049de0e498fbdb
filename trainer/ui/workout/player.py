"""Player: a running session on the screen, at the desk or from across the room, and what keys do to it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from trainer.core.events import AnyEvent, HalfwayReached, PhaseStarted, SessionEnded
from trainer.core.exercise import Equipment, Exercise
from trainer.core.snapshot import SessionState, Snapshot
from trainer.core.timeline import PhaseKind
from trainer.core.tones import Tone
from trainer.language import tr
from trainer.ui.figure.view import TURN
from trainer.ui.theme.look import Look
from trainer.ui.workout.far_session import FarSession
from trainer.ui.workout.figure_room import FigureRoom
from trainer.ui.workout.flash import Flash
from trainer.ui.workout.player_keys import Intent
from trainer.ui.workout.session_driver import SessionDriver
from trainer.ui.workout.stage_model import StageWords
from trainer.ui.workout.stage_view import StageView

ADJUSTMENT_SECONDS = 10.0


class Player(QWidget):
    """Shows one driver at a time. What concerns more than the session is only told."""

    full_screen_requested = Signal()
    keys_requested = Signal()
    voice_toggled = Signal()
    distance_toggled = Signal(bool)
    wall_toggled = Signal()
    panel_toggled = Signal(bool)

    def __init__(
        self,
        look: Look,
        exercises: Mapping[str, Exercise],
        equipment: Mapping[str, Equipment],
        make_room: Callable[[], FigureRoom] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`make_room` gives a room with a figure; None: moves are told in words."""
        super().__init__(parent)
        self._exercises, self._equipment, self._make_room = exercises, equipment, make_room
        self._like_mirror = True
        self._look = look
        self._driver: SessionDriver | None = None
        self._words: StageWords | None = None
        self.stage = StageView(look, exercises, None if make_room is None else make_room())
        self._room = self.stage.room
        self._far = self.make_far()
        self._wall: FarSession | None = None  # on another screen, for as long as it is there
        self.distance = self._far.view
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.stage)
        self._layout.addWidget(self.distance)
        self._flash = Flash(look, self)
        self.stage.pressed.connect(self.handle)
        self.stage.step_chosen.connect(lambda step: self._with_driver(lambda driver: driver.jump(step)))
        self.stage.restart_pressed.connect(lambda: self._with_driver(SessionDriver.restart))
        self.stage.skip_pressed.connect(lambda: self._with_driver(SessionDriver.skip))
        self.stage.finish_pressed.connect(lambda: self._with_driver(SessionDriver.finish))

    @property
    def at_distance(self) -> bool:
        """Whether the distance view shows."""
        return self._layout.currentWidget() is self.distance

    def make_far(self) -> FarSession:
        """A view of the session from across the room, for another window."""
        far = FarSession(self._look, self._exercises, self._make_room)
        far.set_like_mirror(self._like_mirror)
        return far

    def set_wall(self, wall: FarSession | None) -> None:
        """Show the session on another screen too, or no longer."""
        if wall is self._wall:
            return
        self._wall = wall
        if wall is not None and self._driver is not None:
            wall.begin(self._driver)
            self._on_changed(self._driver.snapshot())

    def begin(self, driver: SessionDriver) -> None:
        """Follow another session."""
        self._driver = driver
        self._words = StageWords(driver.timeline, self._exercises, self._equipment)
        self.stage.start(driver.timeline)
        self._far.begin(driver)
        if self._wall is not None:
            self._wall.begin(driver)
        self._room.follow(driver.snapshot, driver.timeline)
        driver.changed.connect(self._on_changed)
        driver.events_happened.connect(self._on_events_happened)
        self._on_changed(driver.snapshot())

    def end(self) -> None:
        """The session is over: follow nothing."""
        self._driver = None
        self._room.follow(None)
        self._room.leave()
        self._far.leave()
        self._flash.stop()

    def set_like_mirror(self, on: bool) -> None:
        """Whether the figure is followed like a mirror, or like another person who stands opposite."""
        self._like_mirror = on
        for room in (self._room, self._far, self._wall):
            if room is not None:
                room.set_like_mirror(on)

    def set_distance_shown(self, shown: bool) -> None:
        """Show the session for across the room, or for the desk."""
        self._layout.setCurrentWidget(self.distance if shown else self.stage)
        if not shown:
            self._far.leave()
        if self._driver is not None:
            self._on_changed(self._driver.snapshot())

    def flash(self, tone: Tone) -> None:
        """Show a tone to those who don't hear it."""
        self._flash.show_tone(tone)

    def handle(self, intent: Intent) -> bool:
        """Do what a key or button asks for; False where it means nothing here."""
        driver = self._driver
        if driver is None:
            return False
        if intent is Intent.ESCAPE:
            if self.at_distance:
                self._toggle_distance()
            else:
                driver.pause()
            return True
        actions: dict[Intent, Callable[[], object]] = {
            Intent.PRIMARY: driver.primary,
            Intent.NEXT: driver.next,
            Intent.PREVIOUS: driver.previous,
            Intent.MORE: lambda: driver.adjust(ADJUSTMENT_SECONDS),
            Intent.LESS: lambda: driver.adjust(-ADJUSTMENT_SECONDS),
            Intent.EASIER: driver.easier,
            Intent.HARDER: driver.harder,
            Intent.PAUSE: driver.pause,
            Intent.UNDO: driver.undo_skip,
            Intent.DISTANCE: self._toggle_distance,
            Intent.WALL: self.wall_toggled.emit,
            Intent.PANEL: lambda: self.panel_toggled.emit(self.stage.toggle_panel()),
            Intent.VOICE: self.voice_toggled.emit,
            Intent.TURN_LEFT: lambda: self._turn_by(-TURN),
            Intent.TURN_RIGHT: lambda: self._turn_by(TURN),
            Intent.FULL_SCREEN: self.full_screen_requested.emit,
            Intent.KEYS: self.keys_requested.emit,
        }
        act = actions.get(intent)
        if act is None:
            return False
        act()
        return True

    def _toggle_distance(self) -> None:
        shown = not self.at_distance
        self.set_distance_shown(shown)
        self.distance_toggled.emit(shown)

    def _turn_by(self, degrees: float) -> None:
        if self.at_distance:
            self._far.turn_by(degrees)
        else:
            self._room.figure.turn_by(degrees)
        if self._wall is not None:
            self._wall.turn_by(degrees)

    def _with_driver(self, act: Callable[[SessionDriver], object]) -> None:
        if self._driver is not None:
            act(self._driver)

    def _on_changed(self, now: Snapshot) -> None:
        if self._driver is None or self._words is None or now.state is SessionState.ENDED:
            return
        stage = self._words.stage(now)
        if self.at_distance:
            self._far.show(stage, now)
        else:
            self.stage.show_stage(stage, now, self._driver.primary_action)
        if self._wall is not None:
            self._wall.show(stage, now)

    def _on_events_happened(self, events: tuple[AnyEvent, ...]) -> None:
        """Tell assistive technology of milestones, never of seconds."""
        for event in events:
            sentence = self._milestone(event)
            if sentence:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _milestone(self, event: AnyEvent) -> str:
        if isinstance(event, PhaseStarted) and event.kind is PhaseKind.WORK and self._driver is not None:
            return self._driver.timeline.steps[event.step].name
        if isinstance(event, HalfwayReached):
            return tr("Halfway")
        return tr("Done") if isinstance(event, SessionEnded) else ""
