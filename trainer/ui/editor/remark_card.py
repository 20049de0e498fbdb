"""RemarkCard: what the balance linter remarks, beside the step it means. RemarkTag: the same in few words."""

import math

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.core.balance_lint import Remark
from trainer.core.routine import RemarkKind
from trainer.language import tr
from trainer.library.remark_words import remark_title
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.icon_mark import IconMark
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, text_width
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


def is_hint(remark: Remark) -> bool:
    """Whether it is only a hint: nothing is wrong."""
    return remark.kind is RemarkKind.ORDER


class RemarkCard(Card):
    """A remark as a sentence, and what can be done about it by one press."""

    meant_chosen = Signal(Remark)  # it is so by intent: remark it no more
    swap_chosen = Signal(Remark)  # of ORDER: exchange the two steps

    def __init__(self, look: Look, remark: Remark, sentence: str, parent: QWidget | None = None) -> None:
        hint = is_hint(remark)
        super().__init__(
            look, padding=12, gap=8, ground="accent_soft" if hint else "ready_soft", edge=None, radius=12, parent=parent
        )
        self._remark = remark
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(IconMark(look, "swap" if hint else "info", 18, "accent" if hint else "ready_ink"), 0)
        row.addWidget(Text(look, sentence, "small"), 1)
        self.column.addLayout(row)
        answers = QHBoxLayout()
        answers.setSpacing(look.px(6))
        if hint:
            swap = Button(look, tr("Swap them"), "second", height=34)
            swap.clicked.connect(lambda: self.swap_chosen.emit(self._remark))
            answers.addWidget(swap)
        meant = Button(look, tr("Leave it so") if hint else tr("It is meant so"), "second", height=34)
        meant.clicked.connect(lambda: self.meant_chosen.emit(self._remark))
        answers.addWidget(meant)
        answers.addStretch(1)
        self.column.addLayout(answers)


class RemarkTag(DrawnButton):
    """A remark as a tag that leads to its step."""

    remark_chosen = Signal(Remark)

    def __init__(self, look: Look, remark: Remark, words: str = "", parent: QWidget | None = None) -> None:
        self._remark = remark
        super().__init__(look, words or remark_title(remark), parent)
        self.clicked.connect(lambda: self.remark_chosen.emit(self._remark))

    def measure(self) -> QSize:
        look = self.look
        return QSize(math.ceil(text_width(look.font("caption"), self.text())) + look.px(36), look.px(28))

    def draw(self, painter: QPainter) -> None:
        look, rect = self.look, self.bounds()
        hint = is_hint(self._remark)
        ink = look.color("accent" if hint else "ready_ink")
        soft = "accent_soft" if hint else "ready_soft"
        edge = look.color("edge") if look.is_high_contrast or self.hovered else None
        draw_box(painter, rect, rect.height() / 2, look.color(soft), edge)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, rect.height() / 2)
        middle, size = rect.center().y(), look.px(14)
        square = QRectF(look.px(9), middle - size / 2, size, size)
        look.draw_icon(painter, "swap" if hint else "info", square, ink, 2.3)
        draw_text(painter, look.font("caption"), ink, look.px(28), middle, self.text())
