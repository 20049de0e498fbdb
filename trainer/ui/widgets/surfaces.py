"""Surfaces that hold other widgets: Card, BottomBar, Ground; and the Rule between rows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, painting

Padding = tuple[float, float, float, float]  # left, top, right, bottom


class Card(QWidget):
    """A rounded ground with padding: add widgets to `column` (a row where made `horizontal`)."""

    def __init__(
        self,
        look: Look,
        *,
        padding: float | Padding = 20,
        gap: float = 12,
        ground: str = "surface",
        edge: str | None = "line",
        radius: float = 16,
        horizontal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Sizes in pixels at 100 %; colours by name, `edge` None: no edge (but in high contrast)."""
        super().__init__(parent)
        self._look, self._gap, self._ground, self._edge, self._radius = look, gap, ground, edge, radius
        self._padding = padding if isinstance(padding, tuple) else (padding, padding, padding, padding)
        self.column: QBoxLayout = QHBoxLayout(self) if horizontal else QVBoxLayout(self)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        edge = look.color("edge") if look.is_high_contrast else look.color(self._edge) if self._edge else None
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), self._radius, look.color(self._ground), edge)

    def _on_look_changed(self) -> None:
        left, top, right, bottom = (self._look.sp(side) for side in self._padding)
        self.column.setContentsMargins(left, top, right, bottom)
        self.column.setSpacing(self._look.sp(self._gap))
        self.update()


class BottomBar(QWidget):
    """The bar under a page that holds its primary action: add widgets to `row`. Never scrolls away."""

    def __init__(self, look: Look, *, margin: float = 32, gap: float = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._margin, self._gap = look, margin, gap
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_margin(self, margin: float) -> None:
        """Keep another distance left and right, px at 100 %."""
        self._margin = margin
        self._on_look_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color("surface"))
            painter.fillRect(0, 0, self.width(), 1, self._look.color("line"))

    def _on_look_changed(self) -> None:
        sideways, upright = self._look.sp(self._margin), self._look.sp(14)
        self.row.setContentsMargins(sideways, upright, sideways, upright)
        self.row.setSpacing(self._look.sp(self._gap))
        self.update()


class Ground(QWidget):
    """A plain ground of one colour of the look, for whatever is laid out on it."""

    def __init__(self, look: Look, color: str = "canvas", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._color = look, color
        look.changed.connect(self.update)

    def set_color(self, color: str) -> None:
        """Take another colour of the look."""
        if color != self._color:
            self._color = color
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color(self._color))


class Rule(Drawn):
    """A hairline between rows, or columns where `vertical`."""

    def __init__(self, look: Look, vertical: bool = False, color: str = "line", parent: QWidget | None = None) -> None:
        self._vertical, self._color = vertical, color
        super().__init__(look, parent)
        along, across = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(across if vertical else along, along if vertical else across)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def measure(self) -> QSize:
        return QSize(1, 1)

    def draw(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self.look.color(self._color))
