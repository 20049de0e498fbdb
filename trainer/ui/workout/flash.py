"""Flash: the tones, for eyes: the edge of the screen lights up, and with the long ones all of it, faintly."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer.core.tones import COUNTS, Tone
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import painting

LASTS_MS: Final = 450
STEP: Final = 0.15  # of strength from one picture to the next: each paints the whole window anew
EDGE: Final = 18  # pixels at 100 %: seen from three metres out of the corner of an eye
TINT: Final = 0.22  # of the whole at its strongest; tones are a second apart, far from three flashes a second


class Flash(QWidget):
    """Lies over its parent and lets everything through. With motion reduced the edge stands, and nothing fades."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self._strength = 0.0
        self._whole = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(LASTS_MS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(self._on_value_changed)
        self._fading.finished.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)

    @property
    def strength(self) -> float:
        """0 nothing .. 1 full."""
        return self._strength if self.isVisible() else 0.0

    def show_tone(self, tone: Tone) -> None:
        """Light up once."""
        self._whole = tone not in COUNTS and not self._look.reduce_motion
        self._strength = 1.0
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self._fading.stop()
        self._fading.start()

    def stop(self) -> None:
        """Dark at once."""
        self._fading.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        edge = look.px(EDGE)
        with painting(self) as painter:
            area = QRectF(self.rect())
            if self._whole:
                painter.fillRect(area, look.color("accent", TINT * self._strength))
            color = look.color("accent", self._strength)
            for side in (
                QRectF(0, 0, area.width(), edge),
                QRectF(0, area.height() - edge, area.width(), edge),
                QRectF(0, edge, edge, area.height() - 2 * edge),
                QRectF(area.width() - edge, edge, edge, area.height() - 2 * edge),
            ):
                painter.fillRect(side, color)

    def _on_value_changed(self, value: float) -> None:
        if not self._look.reduce_motion and self._strength - value >= STEP:
            self._strength = value
            self.update()
