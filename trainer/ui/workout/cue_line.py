"""CueLine: the one active cue, large, with a rule in the phase's colour before it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.fit_text import FitText

LINES = 2


class CueLine(Drawn):
    """Room for two lines whether or not the cue needs them, so that nothing below it ever moves."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._phase = PhaseLook.WORK
        self._largest, self._lines = 30.0, LINES
        self._words = FitText(look, "", 30, 22, LINES, weight=600, leading=1.24, parent=self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_cue(self, cue: str, phase: PhaseLook) -> None:
        """Show a cue in the colour of a phase."""
        if cue != self._words.text():
            self._words.set_text(cue)
            self._place_words()
            self._words.set_accessible(tr("Cue"), cue)
        if phase is not self._phase:
            self._phase = phase
            self.update()

    def set_sizes(self, largest: float, smallest: float, lines: int = LINES) -> None:
        """Bounds of the type, pixels at 100 % text, and how many lines there is room for."""
        self._largest, self._lines = largest, lines
        self._words.set_sizes(largest, smallest, lines)
        self._place_words()

    def measure(self) -> QSize:
        return QSize(self.look.px(200), self.room())

    def room(self) -> int:
        """The height of all its lines at the largest size."""
        return round(self.look.px(self._largest) * 1.24 * self._lines) + self.look.px(8)

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color(self._phase.marks.bar_fill))
        width = self.look.px(5)
        painter.drawRoundedRect(QRectF(0, 0, width, self._words.height()), width / 2, width / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    def _place_words(self) -> None:
        left = self.look.px(20)
        width = max(1, self.width() - left)
        height = self._words.height_for(width)
        self._words.setGeometry(left, 0, width, height)
        self.update()

    def _on_look_changed(self) -> None:
        super()._on_look_changed()
        self._place_words()
