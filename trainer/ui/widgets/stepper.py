"""Stepper: a number between minus and plus, to be typed as well."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, painting, text_width

_FIRST_REPEAT_MS, _REPEAT_MS = 400, 80
_SIDE = 0.85  # width of minus and of plus, in heights


class Stepper(QDoubleSpinBox):
    """A spin box: up and down keys, page keys, wheel when focused, typed entry.

    `words` writes a value out with its unit, `number` reads what was typed: None where it means nothing, and the
    old value comes back. With `unset` the minimum stands for "no value" and shows those words.
    `value_chosen` speaks only for the person, `set_value` is silent.
    """

    value_chosen = Signal(float)

    def __init__(  # noqa: PLR0913 (options by keyword)
        self,
        look: Look,
        value: float,
        minimum: float,
        maximum: float,
        step: float = 1.0,
        *,
        words: Callable[[float], str],
        number: Callable[[str], float | None],
        unset: str = "",
        decimals: int = 0,
        width: float = 150,
        height: float = 36,
        parent: QWidget | None = None,
    ) -> None:
        """Width and height in pixels at 100 %."""
        self._words, self._number = words, number
        super().__init__(parent)
        self._look, self._width, self._height = look, width, height
        self._silent = True
        self.setDecimals(decimals)
        self.setRange(minimum, maximum)
        self.setSingleStep(step)
        self.setSpecialValueText(unset)
        self.setValue(value)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._less = _StepKey(look, "minus", tr("Less"), self)
        self._more = _StepKey(look, "plus", tr("More"), self)
        self._less.clicked.connect(self.stepDown)
        self._more.clicked.connect(self.stepUp)
        self.valueChanged.connect(self._on_value_changed)
        self._silent = False
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def set_value(self, value: float) -> None:
        """Show another value, silently."""
        self._silent = True
        self.setValue(value)
        self._silent = False

    def set_bounds(self, minimum: float, maximum: float, step: float) -> None:
        """Take other bounds, silently; the value is brought within them."""
        self._silent = True
        self.setRange(minimum, maximum)
        self.setSingleStep(step)
        self._silent = False
        self._renew_keys()

    def set_words(self, words: Callable[[float], str], number: Callable[[str], float | None], unset: str = "") -> None:
        """Write and read values otherwise, in another unit say."""
        self._words, self._number = words, number
        self.setSpecialValueText(unset)
        self.set_value(self.value())
        self.lineEdit().setText(unset if unset and self.value() == self.minimum() else words(self.value()))

    # what QDoubleSpinBox asks

    def textFromValue(self, value: float) -> str:
        return self._words(value)

    def valueFromText(self, text: str) -> float:
        read = self._read(text)
        return self.value() if read is None else read

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed; what is not a number within the bounds is put right on leaving."""
        read = self._read(text)
        good = read is not None and self.minimum() <= read <= self.maximum()
        return (QValidator.State.Acceptable if good else QValidator.State.Intermediate, text, position)

    def fixup(self, text: str) -> str:
        read = self._read(text)
        value = self.value() if read is None else min(self.maximum(), max(self.minimum(), read))
        return self._words(value)

    def sizeHint(self) -> QSize:
        font = self._font_width_text()
        return QSize(
            max(self._look.px(self._width), font + 2 * self._look.px(self._height * _SIDE)), self._look.px(self._height)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, rect = self._look, QRectF(self.rect())
        with painting(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(0.4)
            draw_box(painter, rect, look.px(10), look.color("surface"), look.faint("edge", 0.75))
            if self.hasFocus():
                draw_focus_ring(painter, look, rect, look.px(10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus: scrolling a page past it must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _read(self, text: str) -> float | None:
        unset = self.specialValueText()
        if unset and text.strip().casefold() in {unset.casefold(), ""}:
            return self.minimum()
        return self._number(text)

    def _font_width_text(self) -> int:
        widest = max((self._words(value) for value in (self.minimum(), self.value(), self.maximum())), key=len)
        return round(text_width(self.font(), max(widest, self.specialValueText(), key=len))) + self._look.px(8)

    def _arrange(self) -> None:
        """Minus, value, plus. Qt's own place for the value follows the platform's style."""
        side = min(round(self.height() * _SIDE), self.width() // 3)
        self._less.setGeometry(0, 0, side, self.height())
        self._more.setGeometry(self.width() - side, 0, side, self.height())
        self.lineEdit().setGeometry(QRect(side, 1, self.width() - 2 * side, max(0, self.height() - 2)))

    def _renew_keys(self) -> None:
        self._less.setEnabled(self.value() > self.minimum())
        self._more.setEnabled(self.value() < self.maximum())

    def _on_value_changed(self, value: float) -> None:
        self._renew_keys()
        if not self._silent:
            self.value_chosen.emit(value)

    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(14.0 if self._height < 44 else 16.0, weight=600, tabular=True))
        self.lineEdit().setFont(self.font())
        self._renew_keys()
        self.updateGeometry()
        self._arrange()
        self.update()


class _StepKey(DrawnButton):
    """Minus or plus: for the pointer only, the keyboard has its arrows."""

    def __init__(self, look: Look, icon: str, text: str, parent: QWidget) -> None:
        self._icon = icon
        super().__init__(look, text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_FIRST_REPEAT_MS)
        self.setAutoRepeatInterval(_REPEAT_MS)

    def measure(self) -> QSize:
        return QSize(self.look.px(34), self.look.px(34))

    def draw(self, painter: QPainter) -> None:
        look, center = self.look, self.bounds().center()
        fill = self.hover_fill(look.color("sunken", 0.0), look.color("sunken"))
        draw_box(painter, self.bounds().adjusted(4, 4, -4, -4), look.px(7), fill)
        half = look.px(8)
        square = QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)
        look.draw_icon(painter, self._icon, square, look.color("ink2"), 2.2)
