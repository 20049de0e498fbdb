"""FigureStage: the room of the figure on an exercise's page, with what turns it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.painting import draw_box, painting
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.text import Text

_RADIUS = 20


class FigureStage(QWidget):
    """Shows the figure, or words where nobody has drawn the move. Two buttons turn it."""

    turn_chosen = Signal(int)  # -1 to the left, 1 to the right

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figure: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack = QStackedWidget()
        self._words = Text(
            look, tr("Nobody has drawn this move yet."), "lead", "ink2", align=Qt.AlignmentFlag.AlignHCenter
        )
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addStretch(1)
        self._stack.addWidget(waiting)
        self._words.hide()
        self._left = self._turner("turn-left", tr("Turn the figure to the left"), "[", -1)
        self._right = self._turner("turn-right", tr("Turn the figure to the right"), "]", 1)
        hint = Text(look, tr("Drag to turn"), "small", "ink2", lines=1, align=Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addWidget(self._left)
        row.addWidget(hint, 1)
        row.addWidget(self._right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.sp(10), look.sp(10), look.sp(10), look.sp(10))
        outer.addWidget(self._stack, 1)
        outer.addLayout(row)
        look.changed.connect(self.update)

    def set_figure(self, figure: QWidget) -> None:
        """Give it the figure."""
        self._figure = figure
        self._stack.addWidget(figure)

    def show_figure(self, shown: bool) -> None:
        """Show the figure, or the words where nobody has drawn the move."""
        self._words.setVisible(not shown)
        for button in (self._left, self._right):
            button.setEnabled(shown)
        if self._figure is not None and shown:
            self._stack.setCurrentWidget(self._figure)
        else:
            self._stack.setCurrentIndex(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        with painting(self) as painter:
            edge = look.color("edge") if look.is_high_contrast else None
            draw_box(painter, QRectF(self.rect()), _RADIUS, look.color("hero"), edge)

    def _turner(self, icon: str, name: str, key: str, way: int) -> Button:
        button = Button(self._look, key, "ghost", icon, height=36)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.clicked.connect(lambda: self.turn_chosen.emit(way))
        return button
