"""YearCard: the map of the last year, and what its shades mean."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.core.progress import Totals
from trainer.language import ntr, tr
from trainer.ui.charts.words import number
from trainer.ui.charts.year_map import FULLNESS, STEPS, WEEKS, YearMap
from trainer.ui.progress.chart_card import ChartCard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_text, text_width

_SWATCH, _GAP, _BETWEEN = 12, 5, 12  # pixels at 100 % text


class YearCard(ChartCard):
    """The map under its heading, the steps of its shades beside that."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.map = YearMap(look)
        super().__init__(look, self.map, YearLegend(look), parent)
        self._retitle()

    def show_days(self, totals: Sequence[Totals], today: date, first_weekday: int) -> None:
        """Show the year up to today."""
        self.map.show_days(totals, today, first_weekday)
        self._retitle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._retitle()

    def _retitle(self) -> None:
        weeks = self.map.weeks_shown()
        part = ntr("The last {n} week", "The last {n} weeks", weeks).format(n=number(weeks))
        self.set_title(tr("The last year") if weeks == WEEKS else part)


class YearLegend(Drawn):
    """A square of each shade with the minutes it begins at."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self._texts()))

    def measure(self) -> QSize:
        return QSize(self._width(self._texts()), self.look.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(self._short_texts()), self.look.px(20))

    def draw(self, painter: QPainter) -> None:
        look, middle, x = self.look, self.height() / 2, 0.0
        side = look.px(_SWATCH)
        texts = self._texts() if self._width(self._texts()) <= self.width() else self._short_texts()
        for level, text in enumerate(texts, start=1):
            square = QRectF(x, middle - side / 2, side, side)
            if look.is_high_contrast:
                draw_box(painter, square, 2.5, look.color("surface"), look.color("ink", 0.5))
                margin = side * (1 - FULLNESS[level]) / 2
                draw_box(painter, square.adjusted(margin, margin, -margin, -margin), 2.0, look.color("strength"))
            else:
                draw_box(painter, square, look.px(2.5), QColor(look.theme.ramps.heat[level]))
            x += side + look.px(_GAP)
            x += draw_text(painter, self._font(), look.color("ink2"), x, middle, text) + look.px(_BETWEEN)

    def _texts(self) -> list[str]:
        first = tr("under {n} min").format(n=number(STEPS[0]))
        return [first, *(tr("from {n}").format(n=number(step)) for step in STEPS)]

    def _short_texts(self) -> list[str]:
        steps = [number(step) for step in STEPS]
        return [tr("<{n}").format(n=steps[0]), *steps[:-1], tr("{n} min").format(n=steps[-1])]

    def _width(self, texts: Sequence[str]) -> int:
        look = self.look
        marks = len(texts) * look.px(_SWATCH + _GAP) + (len(texts) - 1) * look.px(_BETWEEN)
        return round(sum(text_width(self._font(), text) for text in texts)) + marks + 1

    def _font(self) -> QFont:
        return self.look.font(12.5, weight=500)
