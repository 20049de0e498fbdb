"""SessionDialog: one session, and how its calories were counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from trainer.core.workout import Workout
from trainer.ui.theme.look import Look


class SessionDialog(QDialog):
    deletion_chosen = Signal(str)

    def __init__(self, look: Look, workout: Workout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
