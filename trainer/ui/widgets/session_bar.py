"""SessionBar: the whole session in one line, a piece for each step, as wide as it is long in time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box

_GAP, _GROUP_GAP = 0.3, 1.4  # of the height
_LEAST_GAP = 2.0


class SessionBar(Drawn):
    """Pieces in groups (blocks and rounds) with wider gaps between; the current one fills in the phase's hue."""

    def __init__(self, look: Look, *, height: float = 8, scaled: bool = True, parent: QWidget | None = None) -> None:
        """`height` in pixels at 100 % text, or plain pixels where not `scaled`."""
        self._height, self._scaled = height, scaled
        self._groups: tuple[tuple[float, ...], ...] = ()
        self._current, self._share, self._phase = 0, 0.0, PhaseLook.WORK
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_groups(self, groups: Sequence[Sequence[float]]) -> None:
        """Seconds of each step, in groups."""
        self._groups = tuple(tuple(max(0.0, seconds) for seconds in group) for group in groups if group)
        self.update()

    def set_progress(self, current: int, share: float, phase: PhaseLook) -> None:
        """Index of the current step over all groups, how much of it is done (0 .. 1), and its phase."""
        share = max(0.0, min(1.0, share))
        if (current, share, phase) != (self._current, self._share, self._phase):
            self._current, self._share, self._phase = current, share, phase
            self.update()

    def set_height(self, height: float) -> None:
        """Be another height."""
        if height != self._height:
            self._height = height
            self._on_look_changed()

    def measure(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(self._height) if self._scaled else round(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def pieces(self) -> list[QRectF]:
        """Where each step's piece is, in pixels."""
        height = float(self.height())
        count = sum(len(group) for group in self._groups)
        total = sum(sum(group) for group in self._groups)
        gap, group_gap = max(_LEAST_GAP, height * _GAP), height * _GROUP_GAP
        gaps = gap * (count - len(self._groups)) + group_gap * (len(self._groups) - 1)
        if gaps > self.width() / 2:  # too many steps for their gaps
            shrunk = self.width() / 2 / gaps
            gap, group_gap, gaps = gap * shrunk, group_gap * shrunk, self.width() / 2
        room = max(0.0, self.width() - gaps)
        pieces, x = [], 0.0
        for group in self._groups:
            for seconds in group:
                width = room * seconds / total if total > 0 else room / count
                pieces.append(QRectF(x, 0, width, height))
                x += width + gap
            x += group_gap - gap
        return pieces

    def draw(self, painter: QPainter) -> None:
        look = self.look
        done, coming = look.color("ink", 0.62), look.faint("ink", 0.16, 0.35)
        for index, piece in enumerate(self.pieces()):
            radius = min(piece.height() / 2, piece.width() / 2)
            draw_box(painter, piece, radius, done if index < self._current else coming)
            if index == self._current:
                filled = QRectF(piece)
                filled.setWidth(max(min(piece.height(), piece.width()), piece.width() * self._share))
                draw_box(painter, filled, radius, look.color(self._phase.marks.bar_fill))
