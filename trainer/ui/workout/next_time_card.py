"""NextTimeCard: what has become easy, and whether to start a rung higher next time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.core.exercise import Exercise
from trainer.core.level_memory import IN_A_ROW, Proposal
from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class NextTimeCard(Card):
    """One proposal at a time; hidden while there is none."""

    answered = Signal(object, bool)  # the Proposal, whether it is taken

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=20, gap=10, parent=parent)
        self._proposal: Proposal | None = None
        self._words = Text(look, "", "body", "ink2", lines=4)
        self._harder = Button(look, tr("Start harder"), "soft", height=36)
        self._keep = Button(look, tr("Keep as is"), "ghost", height=36)
        row = QHBoxLayout()
        row.addWidget(self._harder)
        row.addWidget(self._keep)
        row.addStretch(1)
        self.column.addWidget(Text(look, tr("Next time?"), "h3", lines=1))
        self.column.addWidget(self._words)
        self.column.addLayout(row)
        self._harder.clicked.connect(lambda: self._answer(taken=True))
        self._keep.clicked.connect(lambda: self._answer(taken=False))
        self.hide()

    def show_proposal(self, proposal: Proposal | None, exercise: Exercise | None) -> None:
        """Propose this, or nothing."""
        self._proposal = proposal
        if proposal is not None and exercise is not None:
            self._words.set_text(proposal_words(proposal, exercise))
        self.setVisible(proposal is not None)

    def _answer(self, *, taken: bool) -> None:
        if self._proposal is not None:
            self.answered.emit(self._proposal, taken)


def proposal_words(proposal: Proposal, exercise: Exercise) -> str:
    """Why it is proposed and what it is, two sentences."""
    variant = exercise.variant(proposal.harder)
    easy = ntr("It felt easy {n} time in a row.", "It felt easy {n} times in a row.", IN_A_ROW)
    if variant is None:
        said = tr("{exercise}: {easy} Start as written next time?")
        return said.format(exercise=exercise.name, easy=easy)
    said = tr("{exercise}: {easy} Start with the harder form next time? {change}")
    return said.format(exercise=exercise.name, easy=easy, change=variant.change)
