"""StatCard: the three numbers of a workout side by side, or below each other where it is narrow."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.figure_button import FigureButton
from trainer.ui.widgets.surfaces import Card, Rule
from trainer.ui.widgets.text import Text

_BESIDE = 560  # px at 100 %


class Stat(Struct, frozen=True):
    """A number with its unit, and up to two lines that say what it is."""

    number: str
    unit: str
    lines: tuple[str, ...]
    opens: bool = False  # how it was counted can be seen


class StatCard(Card):
    """As many columns as there are numbers."""

    stat_chosen = Signal()  # the one that opens

    def __init__(self, look: Look, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(22, 14, 22, 14), gap=20, horizontal=True, parent=parent)
        self._stats = [_StatColumn(look) for _ in range(columns)]
        self._rules = [Rule(look, vertical=True) for _ in range(columns - 1)]
        for place, stat in enumerate(self._stats):
            if place:
                self.column.addWidget(self._rules[place - 1])
            self.column.addWidget(stat, 5 if place == 1 else 4)
            stat.figure.clicked.connect(self.stat_chosen)

    def show_stats(self, stats: Sequence[Stat]) -> None:
        """Show these numbers."""
        for column, stat in zip(self._stats, stats, strict=True):
            column.show_stat(stat)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._look.em(self.width()) >= _BESIDE
        self.column.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for rule in self._rules:
            rule.setVisible(beside)


class _StatColumn(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self._number = Text(look, "", 34, weight=700, lines=1)
        self._unit = Text(look, "", "lead", "ink2", lines=1)
        self._unit.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        self.figure = FigureButton(look, 34, weight=700)
        self.figure.hide()
        row.addWidget(self._number)
        row.addWidget(self.figure)
        below = QVBoxLayout()
        below.addStretch(1)
        below.addWidget(self._unit)
        below.addSpacing(look.px(5))
        row.addLayout(below)
        row.addStretch(1)
        self._lines = [Text(look, "", "small", "ink2", lines=1) for _ in range(2)]
        column.addLayout(row)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_stat(self, stat: Stat) -> None:
        self._number.set_text(stat.number)
        self._number.setVisible(not stat.opens)
        self.figure.set_figure(stat.number, f"{stat.number} {stat.unit}")
        self.figure.setVisible(stat.opens)
        self._unit.set_text(stat.unit)
        for place, line in enumerate(self._lines):
            line.set_text(stat.lines[place] if place < len(stat.lines) else "")
        self.setAccessibleName(" ".join((stat.number, stat.unit, *stat.lines)))
