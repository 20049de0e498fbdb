"""The axes of a chart: text only."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from trainer.ui.theme.look import Look

_OFFSET = 6  # pixels between plot and text
_SIZE = 12.0


class TextAxis(pg.AxisItem):
    """An axis without line or tick marks, its labels in the look's type."""

    def __init__(self, look: Look, orientation: str) -> None:
        super().__init__(orientation)
        self._look = look
        self.setStyle(tickLength=0, tickTextOffset=_OFFSET, hideOverlappingLabels=False, autoExpandTextSpace=False)
        self.restyle()

    @property
    def metrics(self) -> QFontMetricsF:
        """Measures of its labels' type."""
        return QFontMetricsF(self._font())

    def restyle(self) -> None:
        """Take the look's type and make room for it."""
        self.setStyle(tickFont=self._font())
        if self.orientation == "bottom":
            self.setHeight(round(self.metrics.height()) + 2 * _OFFSET)

    def set_labels(self, labels: Sequence[tuple[float, str]]) -> None:
        """Show exactly these texts at these values."""
        self.setTicks([list(labels)])

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw directly: the QPicture in between would lose the type's features at other pixel ratios."""
        del option, widget
        painter.setFont(self._font())
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            self.drawPicture(painter, *specs)

    def drawPicture(
        self, painter: QPainter, axis: object, ticks: object, texts: Sequence[tuple[QRectF, int, str]]
    ) -> None:
        """Only the texts: AxisItem would draw stubs even for ticks of no length."""
        del axis, ticks
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QPen(self._look.color("ink2")))
        for rect, flags, text in texts:
            painter.drawText(rect, int(flags), text)

    def _font(self) -> QFont:
        return self._look.font(_SIZE, tabular=True)
