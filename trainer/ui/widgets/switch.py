"""Switch: on or off, told by place, fill and a tick."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring

_TARGET = 34  # px, the least height to be hit


class Switch(DrawnButton):
    """A checkable button; it needs an accessible name, or a label beside it as its buddy."""

    def __init__(self, look: Look, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self.setCheckable(True)
        self.setChecked(on)

    def measure(self) -> QSize:
        return QSize(self.look.px(42), max(self.look.px(24) + 6, _TARGET))

    def draw(self, painter: QPainter) -> None:
        look = self.look
        center = self.bounds().center()
        width, height = self.width() - 2, look.px(24) - 2
        track = QRectF(center.x() - width / 2, center.y() - height / 2, width, height)
        if self.shows_focus:
            draw_focus_ring(painter, look, track.adjusted(-1, -4, 1, 4), height / 2 + 4)
            track.adjust(3, 0, -3, 0)
        draw_switch(painter, look, track, self.isChecked())


def draw_switch(painter: QPainter, look: Look, track: QRectF, on: bool) -> None:
    """A switch filling `track`; also for switches drawn in the rows of a list."""
    height = track.height()
    if on:
        draw_box(painter, track, height / 2, look.color("accent"))
        thumb = QPointF(track.right() - height / 2, track.center().y())
        radius = height * 0.36
    else:
        draw_box(painter, track, height / 2, look.color("sunken"), look.color("edge"), 1.5)
        thumb = QPointF(track.left() + height / 2, track.center().y())
        radius = height * 0.3
    knob = QRectF(thumb.x() - radius, thumb.y() - radius, 2 * radius, 2 * radius)
    draw_box(painter, knob, radius, look.color("on_accent" if on else "edge"))
    if on:
        half = height * 0.27
        tick = QRectF(thumb.x() - half, thumb.y() - half, 2 * half, 2 * half)
        look.draw_icon(painter, "check", tick, look.color("accent"), 3.4)
