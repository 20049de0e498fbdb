"""TrayNotifier: a sentence from the desktop's tray. Its icon is there only while it says something."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

SHOWN_MS = 12_000
SETTLES_MS = 600  # until the tray has given the icon its place: the balloon points at it


def tray_is_there() -> bool:
    """Whether this desktop has a tray that can say something."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class TrayNotifier(QObject):
    """Made when it is first needed; `clicked`: the person wants to see what it is about."""

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.messageClicked.connect(self._on_clicked)
        self._icon.activated.connect(lambda _reason: self._on_clicked())
        self._words = ("", "")
        self._settling, self._timer = QTimer(self), QTimer(self)
        for timer, milliseconds, act in (
            (self._settling, SETTLES_MS, self._show_message),
            (self._timer, SETTLES_MS + SHOWN_MS, self._icon.hide),
        ):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(act)

    def say(self, title: str, sentence: str) -> bool:
        """Say it; False where there is no tray."""
        if not tray_is_there():
            return False
        self._icon.setToolTip(_unmarked(title))
        self._words = (_unmarked(title), _unmarked(sentence))
        self._icon.show()
        self._settling.start()
        self._timer.start()
        return True

    def close(self) -> None:
        """Take the icon away."""
        self._settling.stop()
        self._timer.stop()
        self._icon.hide()

    def _show_message(self) -> None:
        title, sentence = self._words
        self._icon.showMessage(title, sentence, self._icon.icon(), SHOWN_MS)

    def _on_clicked(self) -> None:
        self.close()
        self.clicked.emit()


def _unmarked(text: str) -> str:
    """`text` that no desktop takes for markup.

    Whether a notification's body may hold markup is the desktop's own choice, so escaping would show on some. A word
    joiner behind the bracket shows on none, and no tag begins with it.
    """
    return text.replace("<", "<\u2060")
