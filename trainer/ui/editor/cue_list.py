"""CueList: the cues of a step, when each comes, and whether it can be read in its time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.core.reading import CueReading
from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.icon_mark import IconMark
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.text import Text


class CueList(QWidget):
    """Each cue over its time, a tick beside it where it can be read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[CueReading, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.sp(8))
        self._column.addWidget(Text(look, tr("Cues"), "body-bold"))
        self._body: QWidget | None = None
        look.changed.connect(self._on_look_changed)

    def show_cues(self, readings: Sequence[CueReading]) -> None:
        """Show these."""
        if tuple(readings) == self._shown:
            return
        self._shown = tuple(readings)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        look = self._look
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.sp(8))
        grid.setVerticalSpacing(look.sp(8))
        grid.setColumnStretch(0, 1)
        for row, reading in enumerate(self._shown):
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Text(look, reading.cue.text, "body", balance=False))
            words.addWidget(Text(look, timing(reading), "small", "ink2", lines=1))
            grid.addLayout(words, row, 0)
            mark = IconMark(look, "check" if reading.readable else "warning", 18, self._color(reading), 2.2)
            mark.setAccessibleName(tr("Can be read") if reading.readable else tr("Too long to read"))
            mark.setToolTip(plain_tip(mark.accessibleName()))
            grid.addWidget(mark, row, 1)
        self._column.addWidget(self._body)

    def _color(self, reading: CueReading) -> str:
        return "done_ink" if reading.readable else "ready_ink"

    def _on_look_changed(self) -> None:
        shown, self._shown = self._shown, None
        if shown is not None:
            self.show_cues(shown)


def timing(reading: CueReading) -> str:
    """When a cue comes and how long it is: "at 3 s, 6 words"."""
    words = ntr("{n} word", "{n} words", len(reading.cue.text.split()))
    return tr("at {seconds} s, {words}").format(seconds=round(reading.start), words=words)
