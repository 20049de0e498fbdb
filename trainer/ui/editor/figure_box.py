"""FigureBox: where the coach does the step one is at."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, painting

_HEIGHT, _LOW_HEIGHT, _LOW_UNDER = 212, 150, 700  # px at 100 %; lower in windows lower than that


class FigureBox(QWidget):
    """A rounded, tinted box. It goes while there is no figure to show."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        look.changed.connect(self.update)

    def set_figure(self, figure: QWidget) -> None:
        """Give the box a figure."""
        self._column.addWidget(figure)

    def show_figure(self, shown: bool) -> None:
        """Show the figure, or nothing."""
        self.setVisible(shown)

    def fit(self, window_height: int) -> None:
        """Take the height a window of that height leaves, in pixels."""
        low = self._look.em(window_height) < _LOW_UNDER
        self.setFixedHeight(self._look.px(_LOW_HEIGHT if low else _HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        edge = look.color("edge") if look.is_high_contrast else None
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), look.sp(16), look.color("hero"), edge)
