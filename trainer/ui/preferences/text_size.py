"""TextSize: the text scale by feel, between a small A and a large one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.text import Text

STEP = 5  # percent
_SMALLEST, _LARGEST = 100, 200  # percent


class TextSize(QWidget):
    """The scale is told when the thumb is let go: text that grows under the pointer would run away with it."""

    scale_chosen = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._slider = Slider(look, _SMALLEST // STEP, _LARGEST // STEP, _SMALLEST // STEP, 120)
        self._slider.setAccessibleName(tr("Text size"))
        self._slider.setPageStep(5)
        self._percent = Text(look, "", "small", "ink2", lines=1, tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(8))
        row.addWidget(self._percent)
        row.addWidget(Text(look, "A", 12, weight=600, lines=1, scaled=False))
        row.addWidget(self._slider)
        row.addWidget(Text(look, "A", 20, weight=600, lines=1, scaled=False))
        self._slider.valueChanged.connect(self._on_value_changed)
        self._slider.sliderReleased.connect(self._on_slider_released)
        self.show_scale(1.0)

    def show_scale(self, scale: float) -> None:
        """Show a scale, 1.0 .. 2.0, silently."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(scale * 100 / STEP))
        self._slider.blockSignals(False)
        self._say(self._slider.value())

    def _on_value_changed(self, value: int) -> None:
        self._say(value)
        if not self._slider.isSliderDown():
            self.scale_chosen.emit(value * STEP / 100)

    def _on_slider_released(self) -> None:
        self.scale_chosen.emit(self._slider.value() * STEP / 100)

    def _say(self, value: int) -> None:
        words = tr("{n} %").format(n=value * STEP)
        self._percent.set_text(words)
        self._slider.setAccessibleDescription(words)
