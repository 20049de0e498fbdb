"""Segmented: one choice of a few, all in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, painting, text_width


class Segmented(QWidget):
    """Radio buttons in a row: arrow keys move the choice, Tab leaves it. `index_chosen` only by the person."""

    index_chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        options: Sequence[str],
        current: int = 0,
        *,
        height: float = 36,
        full: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`full`: as wide as there is room. Height in pixels at 100 %."""
        super().__init__(parent)
        self._look, self._height = look, height
        width = QSizePolicy.Policy.Expanding if full else QSizePolicy.Policy.Fixed
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._segments = [_Segment(look, option, height - 6, self) for option in options]
        for segment in self._segments:
            segment.toggled.connect(self.update)
            segment.clicked.connect(self._on_segment_clicked)
            self._row.addWidget(segment, max(1, segment.measure().width()) if full else 0)
        self.set_current(current)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    @property
    def current(self) -> int:
        """Index of the choice."""
        return next((index for index, segment in enumerate(self._segments) if segment.isChecked()), 0)

    def set_current(self, index: int) -> None:
        """Choose without saying so."""
        self._segments[index].setChecked(True)

    def set_options(self, options: Sequence[str]) -> None:
        """Word the same options otherwise."""
        for segment, option in zip(self._segments, options, strict=True):
            segment.setText(option)
            segment.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            look = self._look
            edge = look.color("edge") if look.is_high_contrast else None
            draw_box(painter, QRectF(self.rect()), look.px(11), look.color("sunken"), edge)

    def _on_segment_clicked(self) -> None:
        self.index_chosen.emit(self.current)

    def _on_look_changed(self) -> None:
        inset = self._look.px(3)
        self._row.setContentsMargins(inset, inset, inset, inset)
        self.setFixedHeight(self._look.px(self._height))
        self.update()


class _Segment(DrawnButton):
    def __init__(self, look: Look, text: str, height: float, parent: QWidget) -> None:
        self._height = height
        super().__init__(look, text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        return QSize(round(text_width(self._font(), self.text())) + self.look.px(28), self.look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(34), self.look.px(self._height))

    def draw(self, painter: QPainter) -> None:
        look, rect, on = self.look, self.bounds(), self.isChecked()
        radius = look.px(8)
        if on:
            fill = look.mix("surface", "ink", 0.12) if look.is_dark else look.color("surface")
            if look.is_high_contrast:
                draw_box(painter, rect, radius, fill, look.color("accent"), 2)
            else:
                draw_box(painter, rect, radius, fill, look.color("edge", 0.35))
        else:
            draw_box(painter, rect, radius, self.hover_fill(look.color("ink", 0.0), look.color("ink", 0.06)))
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, radius)
        font = self._font()
        words = elided(font, self.text(), rect.width() - look.px(8))
        left = rect.center().x() - text_width(font, words) / 2
        draw_text(painter, font, look.color("ink" if on else "ink2"), left, rect.center().y(), words)

    def _font(self) -> QFont:
        return self.look.font("body-bold")
