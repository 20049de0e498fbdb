"""ProblemView: a whole page for what stands in the way: one sentence, what is safe, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.library.problem import FileProblem
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.problem_card import ProblemCard
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Card, Ground
from trainer.ui.widgets.text import Text

_WIDTH = 640  # px at 100 %, of a sentence's card


class ProblemView(Ground):
    """Shows a routine's file that can't be read, or a place where nothing can be kept."""

    retry_chosen = Signal()
    close_chosen = Signal()  # leave the program, or the page
    open_chosen = Signal(str)  # path of the file
    leave_out_chosen = Signal(str)  # path of the file
    fix_chosen = Signal(FileProblem)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._page = ScrollPage(look, margins=(32, 32, 32, 32))
        self._file = ProblemCard(look)
        self._trouble = Card(look, padding=28, gap=14)
        self._title = Text(look, "", "h2")
        self._sentence = Text(look, "", "lead", leading=1.5)
        self._safe = Text(look, "", "body", "ink2")
        self._retry = Button(look, tr("Try again"), "primary", "restart", height=42)
        self._close = Button(look, tr("Close"), "second", height=42)
        self._build()
        self._file.open_chosen.connect(self.open_chosen)
        self._file.retry_chosen.connect(self.retry_chosen)
        self._file.leave_out_chosen.connect(self.leave_out_chosen)
        self._file.fix_chosen.connect(self.fix_chosen)
        self._retry.clicked.connect(self.retry_chosen)
        self._close.clicked.connect(self.close_chosen)

    def show_files(self, problems: Sequence[FileProblem], fine: int, *, can_fix: bool = False) -> None:
        """Routines that could not be read; `fine` others are all right."""
        self._trouble.hide()
        self._file.show_problems(problems, fine, can_fix=can_fix)

    def show_trouble(self, title: str, sentence: str, safe: str, *, can_retry: bool = True) -> None:
        """Anything else: one sentence, what is safe, Try again (where that can help) and Close."""
        self._file.hide()
        self._trouble.show()
        self._title.set_text(title)
        self._sentence.set_text(sentence)
        self._safe.set_text(safe)
        self._safe.setVisible(bool(safe))
        self._retry.setVisible(can_retry)
        self._close.set_kind("second" if can_retry else "primary")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._retry if self._retry.isVisibleTo(self) else self._close).setFocus()

    def _build(self) -> None:
        look = self._look
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(look.sp(16))
        words.setSpacing(look.sp(6))
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        head.addWidget(IconTile(look, "warning", 52, "danger", "danger_soft"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.sp(8))
        buttons.addWidget(self._retry)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        self._trouble.column.addLayout(head)
        self._trouble.column.addWidget(self._safe)
        self._trouble.column.addLayout(buttons)
        self._trouble.setMaximumWidth(look.px(_WIDTH + 160))
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._trouble, 1000)
        centred.addStretch(1)
        column = self._page.column
        column.addStretch(1)
        column.addWidget(self._file)
        column.addLayout(centred)
        column.addStretch(2)
        self._file.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
