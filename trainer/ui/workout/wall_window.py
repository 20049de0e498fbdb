"""WallWindow: the session for across the room in a window of its own, on another screen than the controls."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.workout.far_session import FarSession


class WallWindow(QWidget):
    """Has no controls. Keys typed into it do what they do in the window with the controls."""

    closed = Signal()  # by the person

    def __init__(self, far: FarSession) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.far = far
        self.setWindowTitle(tr("Trainer on the second screen"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the keyboard stays with the controls
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(far.view)

    def open_at(self, place: QRect) -> None:
        """Fill the screen that has that place on the desktop, in logical pixels."""
        self.setGeometry(place)
        self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if event.spontaneous():
            self.closed.emit()
