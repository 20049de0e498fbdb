"""Slider: a value by feel."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, painting

_THUMB = 8  # radius, px at 100 %


class Slider(QSlider):
    """A horizontal QSlider; a click puts the thumb where it fell. Width in pixels at 100 %."""

    def __init__(
        self,
        look: Look,
        minimum: int = 0,
        maximum: int = 100,
        value: int = 0,
        width: float = 150,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._width = look, width
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._width), max(34, self._look.px(24)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, middle = self._look, self.height() / 2
        inset, half = look.px(_THUMB + 1), look.px(2)
        right = self.width() - inset
        x = inset + (right - inset) * self._share()
        with painting(self) as painter:
            if not self.isEnabled():
                painter.setOpacity(0.4)
            groove = QRectF(inset, middle - half, max(0, right - inset), 2 * half)
            draw_box(painter, groove, half, look.color("edge", 0.4) if look.is_high_contrast else look.color("line"))
            draw_box(painter, QRectF(inset, middle - half, max(0.0, x - inset), 2 * half), half, look.color("accent"))
            radius = look.px(_THUMB) + 1
            thumb = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
            draw_box(painter, thumb, radius, look.color("surface"), look.color("accent"), 2)
            if self.hasFocus():
                draw_focus_ring(painter, look, thumb.adjusted(-4, -4, 4, 4), radius + 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self.setSliderDown(True)
            self._follow(event.position())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event.position())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown() and event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            return
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus: scrolling a page past it must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _share(self) -> float:
        span = self.maximum() - self.minimum()
        return (self.value() - self.minimum()) / span if span else 0.0

    def _follow(self, at: QPointF) -> None:
        inset = self._look.px(_THUMB + 1)
        value = QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(at.x() - inset), max(1, self.width() - 2 * inset)
        )
        self.setValue(value)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
