"""Switch: on or off, told by place, fill and a tick."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer.ui.theme.look import Look, mix_colors
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring
from trainer.ui.widgets.transition import CONTROL_MS, Transition

_TARGET = 34  # px, the least height to be hit


class Switch(DrawnButton):
    """A checkable button; it needs an accessible name, or a label beside it as its buddy."""

    def __init__(self, look: Look, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._slide = Transition(look, CONTROL_MS, self)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
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
        draw_switch(painter, look, track, self._slide.share)

    def _on_toggled(self, on: bool) -> None:
        self._slide.go_to(1.0 if on else 0.0)


def draw_switch(painter: QPainter, look: Look, track: QRectF, on: float) -> None:
    """A switch filling `track`, off at 0, on at 1 and sliding between; also for the rows of a list."""
    half = track.height() / 2
    fill = mix_colors(look.color("sunken"), look.color("accent"), on)
    edge = mix_colors(look.color("edge"), look.color("accent"), on)
    draw_box(painter, track, half, fill, None if on >= 1.0 else edge, 1.5)
    x = track.left() + half + (track.width() - 2 * half) * on
    radius = track.height() * (0.3 + 0.06 * on)
    knob = QRectF(x - radius, track.center().y() - radius, 2 * radius, 2 * radius)
    draw_box(painter, knob, radius, mix_colors(look.color("edge"), look.color("on_accent"), on))
    if on >= 1.0:
        look.draw_icon(painter, "check", tick_in(knob), look.color("accent"), 3.4)


def tick_in(knob: QRectF) -> QRectF:
    """Where the tick stands on the knob."""
    inset = knob.width() * 0.125
    return knob.adjusted(inset, inset, -inset, -inset)
