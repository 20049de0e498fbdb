"""NextView: the pinned card under the routine list, what comes after this."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.text import Text
from trainer.ui.workout.routine_delegate import Thumbnails
from trainer.ui.workout.stage_model import NextCard

_PICTURE = (92, 72)  # pixels at 100 % text
_HEIGHT = 124


class NextView(QWidget):
    """A word, the move's name, and how long there is to get set, after a small picture where there is one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QHBoxLayout(self)
        self._thumbnails: Thumbnails | None = None
        self._exercise = ""
        self._picture = QLabel()
        self._picture.hide()
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = QVBoxLayout()
        self._word = Text(look, "", "cap", "ink2", lines=1)
        self._name = Text(look, "", "lead-bold", lines=2)
        self._line = Text(look, "", "small", "ink2", lines=2)
        for label in (self._word, self._name, self._line):
            self._words.addWidget(label)
        self._row.addLayout(self._words, 1)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the picture comes from; said again when there are more."""
        self._thumbnails = thumbnails
        self._show_picture()

    def show_next(self, card: NextCard | None) -> None:
        """Name the step to come; None: this is the last one."""
        for label in (self._word, self._name, self._line):
            label.setVisible(card is not None)
        if card is not None:
            self._word.set_text(card.word.upper())
            self._name.set_text(card.name)
            self._line.set_text(card.line)
        self._exercise = card.exercise if card is not None else ""
        self._show_picture()

    def _show_picture(self) -> None:
        look = self._look
        size = QSize(look.px(_PICTURE[0]), look.px(_PICTURE[1]))
        ground = look.color("hero")
        picture = self._thumbnails(self._exercise, size, ground) if self._thumbnails and self._exercise else None
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._picture.setFixedSize(size)
            self._picture.setPixmap(picture)

    def _on_look_changed(self) -> None:
        side, upright = self._look.sp(20), self._look.sp(14)
        self._row.setContentsMargins(side, upright, side, upright)
        self._row.setSpacing(self._look.sp(14))
        self._words.setSpacing(self._look.sp(3))
        self.setFixedHeight(self._look.px(_HEIGHT))  # whatever it says, so that the list above stands still
