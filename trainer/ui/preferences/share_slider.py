"""ShareSlider: a whole number by feel, with its words beside it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import text_width
from trainer.ui.widgets.slider import Slider
from trainer.ui.widgets.text import Text

STEP = 5


class ShareSlider(QWidget):
    """In steps of five; told when the thumb is let go, or at once by key."""

    value_chosen = Signal(int)

    def __init__(
        self, look: Look, name: str, least: int, most: int, words: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._ends = look, words, (least, most)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._slider = Slider(look, least // STEP, most // STEP, most // STEP, 120)
        self._slider.setAccessibleName(name)
        self._slider.setPageStep(4)
        self._text = Text(look, "", "small", "ink2", lines=1, tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(8))
        row.addStretch(1)
        row.addWidget(self._text)
        row.addWidget(self._slider)
        self._slider.valueChanged.connect(self._on_value_changed)
        self._slider.sliderReleased.connect(lambda: self.value_chosen.emit(self._slider.value() * STEP))
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_value(self, value: int) -> None:
        """Show a value, silently."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(value / STEP))
        self._slider.blockSignals(False)
        self._say()

    def _on_value_changed(self, value: int) -> None:
        self._say()
        if not self._slider.isSliderDown():
            self.value_chosen.emit(value * STEP)

    def _say(self) -> None:
        words = self._words(self._slider.value() * STEP)
        self._text.set_text(words)
        self._slider.setAccessibleDescription(words)

    def _on_look_changed(self) -> None:
        """The words have room for the longest of them: the slider stands still while it is moved."""
        longest = max(text_width(self._look.font("small"), self._words(end)) for end in self._ends)
        self.setMinimumWidth(round(longest) + 2 + self._look.sp(8) + self._slider.sizeHint().width())
        self._say()
