"""CardSheet: a card held to the screen tells how large its pixels are."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box
from trainer.ui.widgets.screen_scale import CARD_MM
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.text import Text

_NARROWEST, _WIDEST = 180, 1100  # logical pixels a card may be wide on any screen
_RADIUS_MM = 3.18  # of a card's corners, ISO/IEC 7810


class CardSheet(Sheet):
    """The outline is made as large as a real card; arrow keys move it by a pixel."""

    measured = Signal(float)  # millimetres of a logical pixel

    def __init__(self, look: Look, mm_per_px: float, parent: QWidget) -> None:
        super().__init__(look, tr("Measure the screen with a card"), parent, width=_WIDEST + 60)
        how = tr("Hold a bank card to the screen and move the slider until the outline is exactly as wide.")
        self._outline = _CardOutline(look)
        self._slider = Slider(look)
        self._slider.setRange(_NARROWEST, _WIDEST)
        self._slider.setSingleStep(1)
        self._slider.setPageStep(10)
        self._slider.setAccessibleName(tr("Width of the card"))
        self._words = Text(look, "", "small", "ink2", lines=1)
        save = Button(look, tr("It fits"), "primary", height=40)
        save.clicked.connect(self._on_saved)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(save)
        self.column.addWidget(Text(look, how, "body", "ink2"))
        self.column.addWidget(self._outline)
        self.column.addWidget(self._slider)
        self.column.addLayout(row)
        self._slider.valueChanged.connect(self._on_width_changed)
        self._slider.setValue(round(CARD_MM[0] / mm_per_px))
        self._on_width_changed(self._slider.value())

    def _on_width_changed(self, width: int) -> None:
        self._outline.set_card_width(width)
        self._words.set_text(tr("The card is {n} pixels wide").format(n=width))

    def _on_saved(self) -> None:
        self.measured.emit(CARD_MM[0] / self._slider.value())
        self.accept()


class _CardOutline(Drawn):
    """A card, so many pixels wide."""

    def __init__(self, look: Look) -> None:
        self._width = _NARROWEST
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_card_width(self, width: int) -> None:
        self._width = width
        self.updateGeometry()
        self.update()

    def measure(self) -> QSize:
        return QSize(self._width, round(self._width * CARD_MM[1] / CARD_MM[0]) + 4)

    def draw(self, painter: QPainter) -> None:
        height = self._width * CARD_MM[1] / CARD_MM[0]
        radius = self._width * _RADIUS_MM / CARD_MM[0]
        card = QRectF(1, 1, self._width - 2, height - 2)
        draw_box(painter, card, radius, self.look.color("accent_soft"), self.look.color("accent"), 2)
