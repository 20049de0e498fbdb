"""LedgerSheet: how the calories were counted, line by line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.surfaces import Rule
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ledger_model import LedgerRow, LedgerWords

_RIGHT = Qt.AlignmentFlag.AlignRight


class LedgerSheet(Sheet):
    """The account first, then what it rests on."""

    def __init__(self, look: Look, words: LedgerWords, parent: QWidget) -> None:
        super().__init__(look, tr("How the calories are counted"), parent, width=620)
        for note in words.notes:
            self.column.addWidget(Text(look, note, "body", "ink2", leading=1.5))
        self.column.addSpacing(look.sp(4))
        self.column.addWidget(_Account(look, words))


class _Account(QWidget):
    """Columns: move, active time, MET, kcal."""

    def __init__(self, look: Look, words: LedgerWords) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.sp(20))
        self._grid.setVerticalSpacing(look.sp(5))
        self._grid.setColumnStretch(0, 1)
        for block in words.blocks:
            self._add_heading(block.name)
            for row in block.rows:
                self._add_row(row, "body", "ink2")
        self._add_rule()
        self._add_row(words.total, "body-bold", "ink")

    def _add_heading(self, name: str) -> None:
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, self._look.sp(30))
        self._grid.addWidget(Text(self._look, name, "body-bold"), row, 0, 1, 4, Qt.AlignmentFlag.AlignBottom)

    def _add_row(self, line: LedgerRow, style: str, color: str) -> None:
        row = self._grid.rowCount()
        name = tr("{move} ({why})").format(move=line.name, why=line.why) if line.why else line.name
        self._grid.addWidget(Text(self._look, name, style, "ink", lines=2), row, 0)
        for column, words in enumerate((line.time, line.met, line.kcal), start=1):
            self._grid.addWidget(
                Text(self._look, words, style, color, align=_RIGHT, lines=1, tabular=True), row, column
            )

    def _add_rule(self) -> None:
        self._grid.addWidget(Rule(self._look), self._grid.rowCount(), 0, 1, 4)
