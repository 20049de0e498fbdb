"""AccountCard: where the calories come from, block by block; the whole ledger behind a link."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text
from trainer.ui.workout.account_model import BlockShare


class AccountCard(Card):
    """A line a block: active time and kilocalories at the middle of the range."""

    ledger_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 14, 20, 14), gap=10, parent=parent)
        self._rows: tuple[BlockShare, ...] = ()
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Calories by block"), "h3", lines=2), 1)
        every = Button(look, tr("Every line"), "link", height=24, text_size=13)
        every.clicked.connect(self.ledger_chosen)
        head.addWidget(every, 0, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._sum = Text(look, "", "small", "ink2")
        self.column.addLayout(head)
        self.column.addLayout(self._grid)
        self.column.addWidget(self._sum)
        self.column.addStretch(1)

    def show_account(self, rows: Sequence[BlockShare], conclusion: str) -> None:
        """Show the blocks' rows, and the sentence from their sum to the range."""
        self._sum.set_text(conclusion)
        rows = tuple(rows)
        if rows == self._rows:
            return
        self._rows = rows
        look, right = self._look, Qt.AlignmentFlag.AlignRight
        self._grid.setHorizontalSpacing(look.sp(16))
        self._grid.setVerticalSpacing(look.sp(7))
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, row in enumerate(rows):
            style = "body-bold" if place == len(rows) - 1 else "body"
            self._grid.addWidget(Text(look, row.name, style, lines=1), place, 0)
            for column, words in enumerate((row.time, row.kcal), start=1):
                text = Text(look, words, style, "ink" if column > 1 else "ink2", align=right, lines=1, tabular=True)
                self._grid.addWidget(text, place, column)
