"""WallChoice: on which other screen the distance view stands while a session runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.screens import OtherScreen, chosen_screen, other_screens
from trainer.ui.widgets.select import Select


class WallChoice(Select):
    """Lists the screens there are besides the one it stands on."""

    screen_chosen = Signal(str)  # the screen's key; empty: none

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 240, parent=parent)
        self._screens: tuple[OtherScreen, ...] = ()
        self.activated.connect(self._on_activated)

    def show_choice(self, on: bool, remembered: str) -> bool:
        """Show what is chosen; False where there is no other screen to choose."""
        self._screens = other_screens(self)
        self.clear()
        self.addItems([tr("Not used"), *(screen.name for screen in self._screens)])
        chosen = chosen_screen(self._screens, remembered) if on else None
        self.setCurrentIndex(0 if chosen is None else 1 + self._screens.index(chosen))
        return bool(self._screens)

    def _on_activated(self, index: int) -> None:
        self.screen_chosen.emit(self._screens[index - 1].key if index > 0 else "")
