"""PauseBox: what can be done while paused, and what is safe."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.text import Text


class PauseBox(QWidget):
    """Resume, restart, skip, finish. Narrow: the last three by their icons alone."""

    resume_pressed = Signal()
    restart_pressed = Signal()
    skip_pressed = Signal()
    finish_pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow = False
        self._line = Text(look, "", "lead", "ink2", leading=1.38)
        self._resume = Button(look, tr("Resume"), "ink", "play", key_hint=tr("Space"), height=52, min_width=250)
        self._restart = Button(look, tr("Restart move"), "second", "restart", height=40)
        self._skip = Button(look, tr("Skip move"), "second", "next", height=40)
        self._finish = Button(look, tr("Finish here and save"), "second", "check", height=40)
        for button in (self._resume, self._restart, self._skip):
            button.setAccessibleName(button.text())
        self._finish.setAccessibleName(tr("Finish"))
        self._finish.setToolTip(tr("Finish here and save"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._first = QHBoxLayout()
        self._second = QHBoxLayout()
        self._third = QHBoxLayout()
        self._column.addWidget(self._line)
        for row in (self._first, self._second, self._third):
            self._column.addLayout(row)
        self._column.addStretch(1)
        self._resume.clicked.connect(self.resume_pressed)
        self._restart.clicked.connect(self.restart_pressed)
        self._skip.clicked.connect(self.skip_pressed)
        self._finish.clicked.connect(self.finish_pressed)
        self._arrange()
        look.changed.connect(self._arrange)

    def set_line(self, line: str) -> None:
        """Say how long, and that nothing is lost."""
        self._line.set_text(line)

    def set_narrow(self, narrow: bool) -> None:
        """Half a window wide: one row of buttons."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def height_for(self, width: int) -> int:
        """The height it wants at that width."""
        gap = self._column.spacing()
        rows = [self._resume.sizeHint().height()]
        if not self._narrow:
            rows += [self._restart.sizeHint().height(), self._finish.sizeHint().height()]
        return self._line.height_for(width) + sum(rows) + gap * len(rows)

    def _arrange(self) -> None:
        gap = self._look.sp(10)
        self._column.setSpacing(gap)
        for row in (self._first, self._second, self._third):
            row.setSpacing(self._look.sp(8))
            while row.count():
                row.takeAt(0)
        rows = (
            ((self._first, (self._resume, self._restart, self._skip, self._finish)),)
            if self._narrow
            else (
                (self._first, (self._resume,)),
                (self._second, (self._restart, self._skip)),
                (self._third, (self._finish,)),
            )
        )
        for row, buttons in rows:
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        words = (tr("Restart move"), tr("Skip move"), tr("Finish here and save"))
        for button, word in zip((self._restart, self._skip, self._finish), words, strict=True):
            button.set_text("" if self._narrow else word)
            button.setToolTip(word)
