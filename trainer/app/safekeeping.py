"""Safekeeping: what looks after a person's data while the rooms are open, made and connected once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.app.backups_desk import BackupsDesk
from trainer.app.rescue_desk import RescueDesk

if TYPE_CHECKING:
    from trainer.app.rooms import Rooms
    from trainer.desktop.clock import Clock
    from trainer.paths import DataPaths
    from trainer.ui.theme.look import Look


class Safekeeping(QObject):
    """Knows the rooms; they know nothing of it."""

    restart_wanted = Signal()

    def __init__(
        self, look: Look, window: QWidget, paths: DataPaths, clock: Clock, rooms: Rooms, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.backups = BackupsDesk(look, window, paths, clock, self)
        self.backups.message.connect(rooms.show_message)
        self.backups.restart_wanted.connect(self.restart_wanted)
        self._rescue = RescueDesk(look, window, paths, clock, self)
        self._rescue.message.connect(rooms.show_message)
        self._rescue.restart_wanted.connect(self.restart_wanted)
        self.backups.damage_found.connect(self._rescue.offer)
        rooms.session_running.connect(self.backups.on_session_running)
        rooms.log_changed.connect(self.backups.on_log_changed)
        rooms.settings_made.connect(lambda page: self.backups.furnish(page.backups))
        self.backups.begin()

    def close(self) -> None:
        """Leave nothing running."""
        self.backups.close()
        self._rescue.close()
