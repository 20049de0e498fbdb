"""StripView: a session drawn as one strip, from its first second to its last."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.session_strip import Stretch, StretchKind
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_focus_ring

_HEIGHT: Final = 40  # px at 100 %
# How high a stretch stands, as a share: the kinds can be told apart without their colours.
_HEIGHTS: Final = {
    StretchKind.WORK: 1.0,
    StretchKind.GET_READY: 0.62,
    StretchKind.SWITCH_SIDES: 0.62,
    StretchKind.REST: 0.36,
    StretchKind.PAUSED: 0.36,
    StretchKind.AWAY: 0.36,
}
_HUES: Final = {
    StretchKind.WORK: "work",
    StretchKind.GET_READY: "ready_ink",
    StretchKind.SWITCH_SIDES: "ready_ink",
    StretchKind.REST: "rest",
    StretchKind.PAUSED: "paused",
    StretchKind.AWAY: "edge",
}
# Nobody moved in it, so that it need not be drawn to scale: at most this share of the rest of the session.
_LONGEST_STANDING: Final = 0.12


class Laid(Struct, frozen=True):
    """A stretch with its place, 0 .. 1 of the strip's width. `cut`: drawn shorter than it was."""

    stretch: Stretch
    left: float
    right: float
    cut: bool


def lay_out(strip: Sequence[Stretch]) -> tuple[Laid, ...]:
    """Where each stretch is drawn: to scale, but for long pauses and absences."""
    standing = (StretchKind.PAUSED, StretchKind.AWAY)
    moving = sum(one.seconds for one in strip if one.kind not in standing)
    longest = max(60.0, moving * _LONGEST_STANDING)
    drawn = [min(one.seconds, longest) if one.kind in standing else one.seconds for one in strip]
    total = sum(drawn)
    if total <= 0:
        return ()
    laid, at = [], 0.0
    for stretch, seconds in zip(strip, drawn, strict=True):
        laid.append(Laid(stretch, at / total, (at + seconds) / total, cut=seconds < stretch.seconds))
        at += seconds
    return tuple(laid)


class StripView(Drawn):
    """Left, Right, Home, End and the pointer go from stretch to stretch; `pointed` tells which."""

    pointed = Signal(int)  # index of the stretch, -1: none

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._laid: tuple[Laid, ...] = ()
        self._at = -1
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Timeline"))

    def show_strip(self, strip: Sequence[Stretch]) -> None:
        """Draw these."""
        self._laid, self._at = lay_out(strip), -1
        self.update()

    def point_at(self, index: int) -> None:
        """Mark a stretch, -1: none, and tell."""
        if index != self._at:
            self._at = index
            self.update()
            self.pointed.emit(index)

    def measure(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_HEIGHT + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look = self.look
        base = self.height() - look.px(6)
        if self.hasFocus():
            draw_focus_ring(painter, look, QRectF(self.rect()), look.px(8))
        painter.fillRect(QRectF(self._margin, base, self._room, 1), look.color("line"))
        for index, one in enumerate(self._laid):
            rect = self._rect(one)
            draw_kind(painter, look, one.stretch.kind, rect)
            if one.cut:
                self._draw_cut(painter, rect)
            if index == self._at:
                draw_box(painter, rect.adjusted(-2, -2, 2, 3), look.px(3), None, look.color("ink"), 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._laid) - 1
        places = {
            Qt.Key.Key_Right: min(self._at + 1, last),
            Qt.Key.Key_Left: max(self._at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if self._laid and key in places:
            self.point_at(places[key])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        found = (n for n, one in enumerate(self._laid) if self._rect(one).left() <= x <= self._rect(one).right())
        self.point_at(next(found, -1))

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        if not self.hasFocus():
            self.point_at(-1)

    @property
    def _margin(self) -> int:
        return self.look.px(6)

    @property
    def _room(self) -> int:
        return self.width() - 2 * self._margin

    def _rect(self, one: Laid) -> QRectF:
        left, right = self._margin + one.left * self._room, self._margin + one.right * self._room
        height = self.look.px(_HEIGHT)
        gap = min(1.0, (right - left) / 4)
        return QRectF(left, self.height() - self.look.px(6) - height, max(1.0, right - left - gap), height)

    def _draw_cut(self, painter: QPainter, rect: QRectF) -> None:
        """Two strokes through it, as on a broken axis."""
        painter.setPen(QPen(self.look.color("ink"), 1.5))
        x, slant = rect.center().x(), self.look.px(3)
        for shift in (-self.look.px(2), self.look.px(2)):
            below, above = QPointF(x + shift - slant, rect.bottom() + 2), QPointF(x + shift + slant, rect.top() - 2)
            painter.drawLine(below, above)


def draw_kind(painter: QPainter, look: Look, kind: StretchKind, rect: QRectF) -> None:
    """A piece of that kind, as high as it stands in `rect`: the strip's and its legend's."""
    height = rect.height() * _HEIGHTS[kind]
    piece = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
    hue, radius = look.color(_HUES[kind]), min(3.0, rect.width() / 3)
    if kind is StretchKind.AWAY:
        draw_box(painter, piece, radius, None, hue, 1)
    elif kind is StretchKind.PAUSED:
        draw_box(painter, piece, radius, None, hue, 1)
        painter.fillRect(piece, QBrush(hue, Qt.BrushStyle.BDiagPattern))
    else:
        draw_box(painter, piece, radius, hue)
