"""PauseBox: what can be done while paused, and what is safe."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.text import Text


class PauseBox(QWidget):
    """Resume, restart, skip, finish. Narrow: finish alone, since the large buttons below it do the rest."""

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
        self._finish.setAccessibleName(tr("Finish"))
        self._rows = [QHBoxLayout() for _ in range(3)]
        for row, buttons in zip(
            self._rows, ((self._resume,), (self._restart, self._skip), (self._finish,)), strict=True
        ):
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        for row in self._rows:
            self._column.addLayout(row)
        self._column.addStretch(1)
        self._resume.clicked.connect(self.resume_pressed)
        self._restart.clicked.connect(self.restart_pressed)
        self._skip.clicked.connect(self.skip_pressed)
        self._finish.clicked.connect(self.finish_pressed)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_line(self, line: str) -> None:
        """Say how long, and that nothing is lost; empty: there is no room to."""
        self._line.set_text(line)
        self._line.setVisible(bool(line))

    def set_narrow(self, narrow: bool) -> None:
        """Half a window wide."""
        self._narrow = narrow
        for button in (self._resume, self._restart, self._skip):
            button.setVisible(not narrow)

    def height_for(self, width: int) -> int:
        """The height it wants at that width."""
        buttons = (self._finish,) if self._narrow else (self._resume, self._restart, self._finish)
        rows = sum(button.sizeHint().height() + self._column.spacing() for button in buttons)
        return (self._line.height_for(width) if self._line.text() else 0) + rows

    def _on_look_changed(self) -> None:
        self._column.setSpacing(self._look.sp(8))
        for row in self._rows:
            row.setSpacing(self._look.sp(8))
