"""DoneDisc: the tick of the Summary."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box


class DoneDisc(Drawn):
    """Decoration: the heading beside it says the same."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        return QSize(self.look.px(52), self.look.px(52))

    def draw(self, painter: QPainter) -> None:
        look, box = self.look, QRectF(self.rect())
        draw_box(painter, box, box.height() / 2, look.color("done"))
        inset = look.px(12)
        look.draw_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), look.color("on_done"), 2.8)
