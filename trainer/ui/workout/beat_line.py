"""BeatLine: the tempo under the figure. The part at hand in words, the count, and a thin bar in as many parts."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_text, elided, text_width
from trainer.ui.workout.beat_model import Beat

_SIZE: Final = 14.0  # pixels of the words at 100 % text, unless told otherwise
_WIDEST: Final = 26  # times the size of the words
_BAR: Final = 0.27  # times that, high
_GAP: Final = 4.0  # pixels between parts


class BeatLine(Drawn):
    """As high whatever it shows, nothing included: nothing moves as it comes and goes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._beat = Beat()
        self._phase = PhaseLook.WORK
        self._size = _SIZE
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Tempo"))

    @property
    def beat(self) -> Beat:
        """What is shown."""
        return self._beat

    def show_beat(self, beat: Beat) -> None:
        """Show one moment; what has not changed by a pixel costs nothing."""
        before, self._beat = self._beat, beat
        if _said(before) != _said(beat):
            if before.tempo != beat.tempo:
                self.setAccessibleDescription(beat.tempo)
            self.update()
        elif self._pixel(before) != self._pixel(beat):
            self.update(self._bar().toAlignedRect().adjusted(-1, -1, 1, 1))

    def set_phase(self, phase: PhaseLook) -> None:
        """Take the colours of another phase."""
        if phase is not self._phase:
            self._phase = phase
            self.update()

    def set_size(self, size: float) -> None:
        """Be of another size: pixels of the words at 100 % text."""
        if size != self._size:
            self._size = size
            self._on_look_changed()

    def measure(self) -> QSize:
        return QSize(self.look.px(80), self._text_height() + self.look.sp(5) + self._bar_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look, beat, bar = self.look, self._beat, self._bar()
        middle = self._text_height() / 2
        count_width = text_width(self._count_font(), beat.count)
        left = bar.left()
        if beat.count:
            draw_text(painter, self._count_font(), look.color("ink2"), bar.right() - count_width, middle, beat.count)
        room = bar.width() - (count_width + look.sp(12) if beat.count else 0)
        words = elided(self._font(), beat.words, room)
        draw_text(painter, self._font(), look.color("ink"), left, middle, words)
        if beat.share is None or not beat.parts:
            return
        track = look.color(self._phase.marks.ink, 0.35 if look.is_high_contrast else 0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        done = beat.share * sum(beat.parts)
        for rect, start, seconds in self._pieces(bar):
            draw_box(painter, rect, rect.height() / 2, track)
            share = min(1.0, max(0.0, (done - start) / seconds))
            if share * rect.width() >= 1.0:
                filled = QRectF(rect.left(), rect.top(), rect.width() * share, rect.height())
                draw_box(painter, filled, rect.height() / 2, look.color("ink2"))

    def _pieces(self, bar: QRectF) -> list[tuple[QRectF, float, float]]:
        """Each part's place on the bar, and its start and length in seconds."""
        parts = self._beat.parts
        gap = self.look.sp(_GAP)
        room = bar.width() - gap * (len(parts) - 1)
        pieces: list[tuple[QRectF, float, float]] = []
        x, start = bar.left(), 0.0
        for seconds in parts:
            width = room * seconds / sum(parts)
            pieces.append((QRectF(x, bar.top(), width, bar.height()), start, seconds))
            x += width + gap
            start += seconds
        return pieces

    def _bar(self) -> QRectF:
        width = min(self.width(), self.look.px(_WIDEST * self._size))
        height = self._bar_height()
        return QRectF((self.width() - width) / 2, self.height() - height, width, height)

    def _pixel(self, beat: Beat) -> int:
        return -1 if beat.share is None else round(beat.share * self._bar().width())

    def _bar_height(self) -> int:
        return self.look.sp(_BAR * self._size)

    def _text_height(self) -> int:
        return self.look.px(1.4 * self._size)

    def _font(self) -> QFont:
        return self.look.font(self._size, weight=700)

    def _count_font(self) -> QFont:
        return self.look.font(self._size, tabular=True)


def _said(beat: Beat) -> tuple[str, str, tuple[float, ...], str, bool]:
    return beat.words, beat.count, beat.parts, beat.tempo, beat.share is None
