"""WeekBar: minutes of the week toward a goal."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box


class WeekBar(Drawn):
    """A filled share of a track; the numbers stand in words beside it. Beyond the goal it is full."""

    def __init__(self, look: Look, minutes: float = 0, goal: float = 150, parent: QWidget | None = None) -> None:
        self._minutes, self._goal = minutes, goal
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_minutes(self, minutes: float, goal: float) -> None:
        """Show other minutes."""
        self._minutes, self._goal = minutes, goal
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.look.px(10))

    def draw(self, painter: QPainter) -> None:
        look, rect = self.look, self.bounds()
        track = look.color("edge", 0.3) if look.is_high_contrast else look.color("sunken")
        draw_box(painter, rect, rect.height() / 2, track)
        share = min(1.0, self._minutes / self._goal) if self._goal > 0 else 1.0
        if share > 0:
            filled = QRectF(rect)
            filled.setWidth(max(min(rect.height(), rect.width()), rect.width() * share))
            draw_box(painter, filled, rect.height() / 2, look.color("strength"))
