"""RoutineProblemView: the routine asked for can't be read; why, and how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.library.problem import FileProblem
from trainer.ui.theme.look import Look
from trainer.ui.widgets.problem_card import ProblemCard
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Ground


class RoutineProblemView(Ground):
    """A whole page of the Workout room."""

    again_chosen = Signal()
    open_chosen = Signal(str)  # path of the file
    leave_out_chosen = Signal(str)  # path of the file: go on without it
    fix_chosen = Signal(FileProblem)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._card = ProblemCard(look)
        self._card.retry_chosen.connect(self.again_chosen)
        self._card.open_chosen.connect(self.open_chosen)
        self._card.leave_out_chosen.connect(self.leave_out_chosen)
        self._card.fix_chosen.connect(self.fix_chosen)
        page = ScrollPage(look, margins=(32, 32, 32, 32))
        page.column.addWidget(self._card)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def show_problem(self, problem: FileProblem, fine: int, *, can_fix: bool = False) -> None:
        """Show it; `fine` other routines are all right. `can_fix`: `fix_chosen` is listened to."""
        self._card.show_problems([problem], fine, can_fix=can_fix)
