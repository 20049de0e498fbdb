"""ProgressSheet: work that takes a while: how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text


class ProgressSheet(Sheet):
    """Closing it in any way stops the work; whoever does the work closes it when it is done.

    `steps` 0: nobody knows how long it takes; the bar then only says that something happens.
    """

    cancelled = Signal()

    def __init__(self, look: Look, title: str, steps: int, parent: QWidget) -> None:
        super().__init__(look, title, parent, width=420)
        self._bar = QProgressBar()
        self._bar.setRange(0, steps)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._words = Text(look, "", "body", "ink2", lines=1)
        cancel = Button(look, tr("Cancel"), "second", height=38)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addWidget(self._bar)
        self.column.addLayout(row)
        self.finished.connect(self.cancelled)
        self.show_done(0)

    def show_done(self, steps: int, of: int | None = None) -> None:
        """So many steps are done; `of` how many, where that turned out only now."""
        if of is not None:
            self._bar.setRange(0, of)
        self._bar.setValue(steps)
        whole = self._bar.maximum()
        self._words.set_text(tr("{done} of {all}").format(done=steps, all=whole) if whole else "")
