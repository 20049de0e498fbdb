"""WallDesk: the distance view on another screen while a session runs, the controls staying where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.widgets.screens import chosen_screen, other_screens

if TYPE_CHECKING:
    from trainer.app.preferences_keeper import PreferencesKeeper
    from trainer.app.sessions import Sessions
    from trainer.app.training import Training
    from trainer.core.preferences import Preferences
    from trainer.ui.workout.player import Player
    from trainer.ui.workout.player_keys import PlayerKeys
    from trainer.ui.workout.wall_window import WallWindow


class WallDesk(QObject):
    """Opens the wall's window with a session, closes it with it, and takes a screen that comes or goes as it is."""

    message = Signal(str)
    window_opened = Signal(QWidget)  # keys count in it too

    def __init__(
        self,
        window: QWidget,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._preferences = window, preferences
        self._player: Player | None = None
        self._wall: WallWindow | None = None
        preferences.changed.connect(self._on_preferences_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens_changed, Qt.ConnectionType.QueuedConnection)
            application.screenRemoved.connect(self._on_screen_removed)

    def serve(self, training: Training, sessions: Sessions, keys: PlayerKeys) -> None:
        """Follow their sessions."""
        self.window_opened.connect(keys.take_also)
        training.player_begun.connect(self.begin)
        training.wall_toggled.connect(self.toggle)
        for ended in (sessions.session_ended, sessions.session_left):
            ended.connect(self.end)

    @property
    def wall(self) -> WallWindow | None:
        """The window on the other screen while there is one."""
        return self._wall

    def begin(self, player: Player) -> None:
        """A session runs in `player`."""
        self._player = player
        self._arrange()

    def end(self) -> None:
        """The session is over."""
        self._close()
        self._player = None

    def toggle(self) -> None:
        """Put the distance view on the other screen, or take it away."""
        if self._wall is None and not other_screens(self._window):
            self.message.emit(tr("There is no second screen; connect one, and the distance view can fill it."))
            return
        self._preferences.change(wall=not self._preferences.value.wall)

    def _arrange(self) -> None:
        player = self._player
        if player is None:
            return
        value = self._preferences.value
        screens = other_screens(self._window)
        player.stage.set_wall(value.wall and bool(screens), available=bool(screens))
        screen = chosen_screen(screens, value.wall_screen) if value.wall else None
        if screen is None:
            self._close()
            return
        if self._wall is None:
            from trainer.ui.workout.wall_window import WallWindow

            self._wall = WallWindow(player.make_far())
            self._wall.closed.connect(self._on_closed)
            self.window_opened.emit(self._wall)
        self._wall.far.view.set_distance(value.distance_m, value.screens)
        if self._wall.geometry() != screen.place or not self._wall.isVisible():
            self._wall.open_at(screen.place)
        player.set_wall(self._wall.far)

    def _close(self) -> None:
        wall, self._wall = self._wall, None
        if self._player is not None:
            self._player.set_wall(None)
        if wall is not None:
            wall.far.leave()
            wall.close()
            wall.deleteLater()

    def _on_closed(self) -> None:
        self._preferences.change(wall=False)

    def _on_preferences_changed(self, before: Preferences, now: Preferences) -> None:
        shown = ("wall", "wall_screen", "distance_m", "screens")
        if any(getattr(before, name) != getattr(now, name) for name in shown):
            self._arrange()

    def _on_screens_changed(self) -> None:
        self._arrange()

    def _on_screen_removed(self, _screen: QScreen) -> None:
        """It may be the wall's: everything is in the other window, and the session goes on."""
        had = self._wall is not None
        self._arrange()
        if had and self._wall is None:
            self.message.emit(tr("The second screen is gone; everything is in this window."))
