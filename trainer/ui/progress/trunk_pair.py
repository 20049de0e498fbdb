"""TrunkPair: abdominals and lower back, the pair that holds the trunk, side by side."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.balance import MuscleGroup
from trainer.language import tr
from trainer.library.muscle_words import group_name
from trainer.ui.progress.wording import minutes_text, pair_sentence
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_text, text_width

_HEIGHT, _BAR = 44, 10  # px at 100 %


class TrunkPair(Drawn):
    """Two bars that grow from the middle, each to its side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._front = self._back = 0.0
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Abdominals and lower back"))

    def show_pair(self, front: float, back: float) -> None:
        """Show seconds of work of both."""
        self._front, self._back = front, back
        self.setAccessibleDescription(pair_sentence(front, back))
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(_HEIGHT))

    def draw(self, painter: QPainter) -> None:
        look, middle = self.look, self.width() / 2
        font, figures = look.font("caption", weight=500), look.font("caption", weight=700, tabular=True)
        line, top = look.px(9), look.px(24)
        half = middle - look.px(2)
        most = max(self._front, self._back)
        for seconds, group, left in (
            (self._front, MuscleGroup.ABDOMINALS, True),
            (self._back, MuscleGroup.LOWER_BACK, False),
        ):
            track = QRectF(0.0 if left else middle + look.px(2), top, half, look.px(_BAR))
            edge = look.color("edge") if look.is_high_contrast else None
            draw_box(painter, track, track.height() / 2, look.color("sunken"), edge)
            if seconds > 0:
                bar = QRectF(track)
                bar.setWidth(max(track.height(), track.width() * seconds / most))
                if left:
                    bar.moveRight(track.right())
                draw_box(painter, bar, bar.height() / 2, look.color("strength"))
            name, amount = group_name(group), minutes_text(seconds / 60)
            if left:
                draw_text(painter, font, look.color("ink2"), 0.0, line, name)
                draw_text(
                    painter, figures, look.color("ink"), half - look.px(4) - text_width(figures, amount), line, amount
                )
            else:
                draw_text(painter, figures, look.color("ink"), middle + look.px(6), line, amount)
                x = self.width() - text_width(font, name)
                draw_text(painter, font, look.color("ink2"), x, line, name)
