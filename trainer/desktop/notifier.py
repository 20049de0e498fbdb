"""TrayNotifier: a sentence from the desktop's tray. Its icon is there only while it says something."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

SHOWN_MS = 12_000


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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._icon.hide)

    def say(self, title: str, sentence: str) -> bool:
        """Say it; False where there is no tray."""
        if not tray_is_there():
            return False
        self._icon.setToolTip(title)
        self._icon.show()
        self._icon.showMessage(title, sentence, self._icon.icon(), SHOWN_MS)
        self._timer.start()
        return True

    def close(self) -> None:
        """Take the icon away."""
        self._timer.stop()
        self._icon.hide()

    def _on_clicked(self) -> None:
        self.close()
        self.clicked.emit()
