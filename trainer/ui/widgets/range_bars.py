"""RangeBars: calories as ranges on one scale: ours filled, a claim only outlined, never blended."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnLabel
from trainer.ui.widgets.painting import draw_box, draw_text, elided, text_width

_ROW, _BAR, _UNDER = 43, 10, 6  # px at 100 %
_LOWER, _UPPER = 0.7, 1.07  # the scale runs from this share of the least number to that of the largest


class RangeKind(StrEnum):
    """Whose numbers they are."""

    OURS = "ours"
    OURS_WIDER = "ours-wider"  # with more counted in
    CLAIM = "claim"


class RangeBar(Struct, frozen=True):
    """One row: what it is for, from, to, and the same in words ("85–135")."""

    label: str
    low: float
    high: float
    words: str
    kind: RangeKind = RangeKind.OURS


class _Scale(Struct, frozen=True):
    start: float
    end: float

    def share(self, value: float) -> float:
        """Where a value is, 0 .. 1."""
        return (value - self.start) / (self.end - self.start) if self.end > self.start else 0.0


class RangeBars(DrawnLabel):
    """Rows of ranges. Assistive technology reads them as one text; a press on them is told, beside a link."""

    pressed = Signal()

    def __init__(self, look: Look, bars: Sequence[RangeBar] = (), parent: QWidget | None = None) -> None:
        self._bars = tuple(bars)
        super().__init__(look, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_bars(bars)

    def set_bars(self, bars: Sequence[RangeBar]) -> None:
        """Show other ranges."""
        self._bars = tuple(bars)
        self.setText("\n".join(f"{bar.label}: {bar.words}" for bar in self._bars))
        self._on_look_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def measure(self) -> QSize:
        return QSize(self.look.px(200), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self._height())

    def draw(self, painter: QPainter) -> None:
        if not self._bars:
            return
        scale = _Scale(min(bar.low for bar in self._bars) * _LOWER, max(bar.high for bar in self._bars) * _UPPER)
        for index, bar in enumerate(self._bars):
            self._draw_row(painter, bar, self.look.px(_ROW) * index, scale)

    def _height(self) -> int:
        return max(0, self.look.px(_ROW) * len(self._bars) - self.look.px(_UNDER))

    def _draw_row(self, painter: QPainter, bar: RangeBar, top: int, scale: _Scale) -> None:
        look, width = self.look, float(self.width())
        middle, value_font, label_font = (
            top + look.px(9),
            look.font("body-bold", weight=700, tabular=True),
            look.font("small"),
        )
        value_width = text_width(value_font, bar.words)
        label = elided(label_font, bar.label, width - value_width - look.px(12))
        draw_text(painter, label_font, look.color("ink2"), 0, middle, label)
        draw_text(painter, value_font, look.color("ink"), width - value_width, middle, bar.words)
        height = float(look.px(_BAR))
        track = QRectF(0, top + look.px(23), width, height)
        draw_box(
            painter, track, height / 2, look.color("edge", 0.25) if look.is_high_contrast else look.color("sunken")
        )
        left = width * scale.share(bar.low)
        piece = QRectF(left, track.top(), max(height, width * scale.share(bar.high) - left), height)
        match bar.kind:
            case RangeKind.OURS:
                draw_box(painter, piece, height / 2, look.color("kcal"))
            case RangeKind.OURS_WIDER:
                draw_box(painter, piece, height / 2, look.mix("surface", "kcal", 0.68))
            case RangeKind.CLAIM:
                draw_box(painter, piece, height / 2, look.color("surface"), look.color("ink2"), 1.5)
