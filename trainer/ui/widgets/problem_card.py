"""ProblemCard: files that could not be read: where, why, what would be right, and what still works."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import ntr, tr
from trainer.library.problem import FileProblem
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.code_excerpt import CodeExcerpt
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class ProblemCard(Card):
    """Shows the first of several problems; the next follows when that one is settled."""

    open_chosen = Signal(str)  # path of the file, to be opened in the desktop's editor
    retry_chosen = Signal()  # read everything again
    leave_out_chosen = Signal(str)  # path of the file, to be left out from now on
    fix_chosen = Signal(FileProblem)  # put `problem.fix` in the place of the wrong words

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=24, gap=14, parent=parent)
        self._problem: FileProblem | None = None
        self._title = Text(look, "", "h2")
        self._place = Text(look, "", "lead", "ink2")
        self._excerpt = CodeExcerpt(look)
        self._reason = Text(look, "", "lead")
        self._fine = Text(look, "", "body", "ink2")
        self._more = Text(look, "", "small", "ink2")
        head = QHBoxLayout()
        head.setSpacing(look.sp(16))
        words = QVBoxLayout()
        words.setSpacing(look.sp(1))
        words.addWidget(self._title)
        words.addWidget(self._place)
        head.addWidget(IconTile(look, "warning", 52, "danger", "danger_soft"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        for part in (self._excerpt, self._reason, self._fine):
            self.column.addWidget(part)
        self.column.addWidget(self._buttons())

    def show_problems(self, problems: Sequence[FileProblem], fine: int, *, can_fix: bool = False) -> None:
        """Show the first of `problems`; `fine` routines are all right.

        `can_fix`: offer to put the likely meaning in the place of the wrong words.
        """
        self.setVisible(bool(problems))
        if not problems:
            self._problem = None
            return
        problem = problems[0]
        self._problem = problem
        self._title.set_text(ntr("One routine could not be read", "{n} routines could not be read", len(problems)))
        self._more.set_text(tr("1 of {n}").format(n=len(problems)))
        self._more.setVisible(len(problems) > 1)
        self._place.set_text(problem.place)
        self._excerpt.show_problem(problem)
        self._excerpt.setVisible(bool(problem.excerpt))
        self._reason.set_text(_reason(problem))
        self._reason.setVisible(not problem.excerpt or problem.line is None)
        still_fine = _still_fine(fine) if problem.found else _fine(fine)
        self._fine.set_text(still_fine)
        self._fine.setVisible(bool(still_fine))
        self._open.setVisible(problem.found)
        self._fix.setVisible(can_fix and problem.fix is not None)
        if problem.fix is not None:
            self._fix.set_text(tr("Use {text}").format(text=problem.fix))

    def _buttons(self) -> QWidget:
        look = self._look
        shelf = QWidget()
        flow = FlowLayout(look, 8, shelf)
        self._fix = Button(look, "", "primary", height=42)
        self._open = Button(look, tr("Open the file"), "second", "edit", height=42)
        again = Button(look, tr("Try again"), "second", "restart", height=42)
        leave = Button(look, tr("Leave it out"), "ghost", height=42)
        for button in (self._fix, self._open, again, leave):
            flow.addWidget(button)
        self._fix.clicked.connect(self._on_fix_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        again.clicked.connect(self.retry_chosen)
        leave.clicked.connect(self._on_leave_clicked)
        return shelf

    def _on_fix_clicked(self) -> None:
        if self._problem is not None:
            self.fix_chosen.emit(self._problem)

    def _on_open_clicked(self) -> None:
        if self._problem is not None:
            self.open_chosen.emit(self._problem.path)

    def _on_leave_clicked(self) -> None:
        if self._problem is not None:
            self.leave_out_chosen.emit(self._problem.path)


def _reason(problem: FileProblem) -> str:
    return tr("{what}; {wanted}").format(what=problem.what, wanted=problem.wanted) if problem.wanted else problem.what


def _fine(fine: int) -> str:
    return ntr("Your {n} routine is fine.", "Your {n} routines are fine.", fine) if fine else ""


def _still_fine(fine: int) -> str:
    if not fine:
        return tr("Nothing in this file was changed.")
    return ntr(
        "Your other routine is fine, and nothing in this file was changed.",
        "Your other {n} routines are fine, and nothing in this file was changed.",
        fine,
    )
