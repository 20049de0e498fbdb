"""CaloriesCard: likely calories as ranges, ours filled, a page's claim outlined."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.range_bars import RangeBar, RangeBars, RangeKind
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class CaloriesCard(Card):
    """Says how wide the answer is; the link tells why the numbers differ."""

    why_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 20, 20, 14), gap=12, parent=parent)
        self._bars = RangeBars(look)
        self._why = Button(look, tr("Why they differ"), "link", height=24, text_size=13)
        self._why.clicked.connect(self.why_chosen)
        self._bars.pressed.connect(self.why_chosen)
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Calories, as a range"), "h3", lines=2), 1)
        head.addWidget(self._why)
        self.column.addLayout(head)
        self.column.addWidget(self._bars)
        self.column.addStretch(1)

    def show_ranges(self, bars: Sequence[RangeBar]) -> None:
        """Show these ranges on one scale."""
        self._bars.set_bars(bars)
        claimed = any(bar.kind is RangeKind.CLAIM for bar in bars)
        self._why.set_text(tr("Why they differ") if claimed else tr("How it was counted"))
