"""Closing: the window is to close, but something would be lost; what then."""

from PySide6.QtCore import QObject

from trainer.app.sessions import Sessions
from trainer.language import tr
from trainer.ui.main_window import MainWindow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog


class Closing(QObject):
    """Asks before a session under way, or what the disk refused, would be lost with the window."""

    def __init__(self, window: MainWindow, look: Look, sessions: Sessions) -> None:
        super().__init__(window)
        self._window, self._look, self._sessions = window, look, sessions

    def ask(self, unwritten: str) -> None:
        """Ask what to do. `unwritten`: why the journal can't write; empty while all is on the disk."""
        driver = self._sessions.driver
        if driver is not None:
            driver.pause()
            self._ask(
                tr("Close in the middle of a session?"),
                tr("It is paused, and everything so far is saved."),
                (
                    Choice("keep", tr("Keep for later"), "primary"),
                    Choice("finish", tr("Finish and log")),
                    Choice("discard", tr("Discard"), "danger"),
                ),
            )
        else:
            self._ask(
                tr("Not everything is saved yet"),
                unwritten,
                (Choice("stay", tr("Stay open"), "primary"), Choice("leave", tr("Close anyway"), "danger")),
            )

    def _ask(self, title: str, text: str, choices: tuple[Choice, ...]) -> None:
        dialog = ChoiceDialog(self._look, title, text, choices, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, answer: str) -> None:
        driver = self._sessions.driver
        if answer == "stay":
            return
        if driver is not None:
            if answer == "finish":
                driver.finish()
            elif answer == "discard":
                self._sessions.discard()
            else:
                self._sessions.keep_for_later()
        self._window.hold_open(False)
        self._window.close()
