"""PageLink: an address from a routine file, shown before anything opens it."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog


class PageLink(QObject):
    """Asks, then hands the address to the browser; the program itself opens no connection."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window

    def ask(self, address: str) -> None:
        """Show the address and ask."""
        choices = (Choice("stay", tr("Stay here"), "primary"), Choice("open", tr("Open in the browser")))
        dialog = ChoiceDialog(self._look, tr("Open this page?"), address, choices, self._window)
        dialog.chosen.connect(lambda answer: self._open(address) if answer == "open" else None)
        dialog.open()

    def _open(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
