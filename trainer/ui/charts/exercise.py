"""The history of one exercise: a bar for each workout it was done in, patterned by the form it was done in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from trainer.core.exercise_history import ExerciseHistory, Measure, Performance, forms_of
from trainer.core.preferences import WeightUnit
from trainer.language import tr
from trainer.ui.charts.bar_card import Row
from trainer.ui.charts.columns import ColumnsView
from trainer.ui.charts.exercise_words import figures, forms_text, heading, sentence, table_of, value_text
from trainer.ui.charts.items import Canvas, PixelItem
from trainer.ui.charts.labels import Label, dated_labels
from trainer.ui.charts.patterns import FORM_PATTERNS, draw_lines
from trainer.ui.charts.scale import Scale, value_scale
from trainer.ui.charts.table import ChartTable
from trainer.ui.charts.words import number
from trainer.ui.theme.look import Look

MOST_BARS = 60  # older ones are in the table
_LEAST = {Measure.SECONDS: 60.0, Measure.REPS: 10.0, Measure.LOAD: 5.0}
_INTERVAL = 30.0  # least pixels between two grid lines, times the text scale
_IN_MINUTES = 120.0  # seconds
_SHARE = 0.6  # of a bar in its place


class ExerciseChart(ColumnsView):
    """The newest performances; choosing one asks for its workout."""

    workout_chosen = Signal(str)  # id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Exercise history"), parent)
        self._performances: tuple[Performance, ...] = ()
        self._history: ExerciseHistory | None = None
        self._measure, self._unit = Measure.SECONDS, WeightUnit.KG
        self._plot = self.add_plot(dated=True)
        self._forms = _FormBars(look)
        self._plot.add(self._forms)
        self.bar_chosen.connect(lambda index: self.workout_chosen.emit(self._performances[index].workout))

    def show_history(self, history: ExerciseHistory, measure: Measure, unit: WeightUnit) -> None:
        """Show the performances that have a figure of the measure."""
        self._history, self._measure, self._unit = history, measure, unit
        known = [one for one in history.performances if one.value(measure) is not None]
        self._performances = tuple(known[-MOST_BARS:])
        self.show_columns()

    @property
    def performances(self) -> tuple[Performance, ...]:
        """What it shows, oldest first."""
        return self._performances

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms in sight, in words, in the order of their patterns."""
        return tuple(forms_text(forms) for forms in forms_of(self._performances))

    # a chart's own

    def count(self) -> int:
        return len(self._performances)

    def title_of(self, index: int) -> str:
        return heading(self._performances[index])

    def figures_of(self, index: int) -> Sequence[Row]:
        return figures(self._performances[index], self._unit, self._is_best(index), self._measure)

    def sentence_of(self, index: int) -> str:
        return sentence(self._performances[index], self._unit, self._is_best(index), self._measure)

    def labels(self, pitch: float, measure: Callable[[str], float], gap: float) -> Sequence[Label]:
        return dated_labels([one.day for one in self._performances], pitch, measure, gap)

    def is_empty(self, index: int) -> bool:
        return self._performances[index].sets == 0

    def table(self) -> ChartTable:
        return table_of(self._history.performances if self._history else (), self._unit)

    def empty_words(self) -> str:
        return tr("Nothing done yet.")

    def axis_texts(self) -> Sequence[str]:
        return (number(9_999), self._axis_text(max(self._values(), default=0.0)))

    def arrange(self) -> None:
        values, height = self._values(), self.field_height()
        # Long times have their lines at whole minutes.
        part = 60.0 if self._measure is Measure.SECONDS and max(values, default=0.0) >= _IN_MINUTES else 1.0
        plain = value_scale(
            [value / part for value in values], _LEAST[self._measure] / part, self.intervals(height, _INTERVAL)
        )
        scale = Scale(plain.top * part, tuple(tick * part for tick in plain.ticks))
        self._plot.set_scale(scale, [(value, self._axis_text(value)) for value in scale.ticks], height)
        order = forms_of(self._performances)
        cut = {n: value_text(v, self._measure, self._unit) for n, v in enumerate(values) if v > scale.top}
        best = next((n for n in range(self.count()) if self._is_best(n)), None)
        rows = [(value, order.index(one.variants)) for value, one in zip(values, self._performances, strict=True)]
        self._forms.set_rows(rows, best, cut)

    def _values(self) -> list[float]:
        return [one.value(self._measure) or 0.0 for one in self._performances]

    def _is_best(self, index: int) -> bool:
        best = self._history.best(self._measure) if self._history else None
        one = self._performances[index]
        return best is not None and one.value(self._measure) == best.value and one.day == best.day

    def _axis_text(self, value: float) -> str:
        return value_text(value, self._measure, self._unit)


class _FormBars(PixelItem):
    """Bars with a pattern for each form, and the word "best" over the best."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rows: Sequence[tuple[float, int]] = ()
        self._best: int | None = None
        self._cut: dict[int, str] = {}

    def set_rows(self, rows: Sequence[tuple[float, int]], best: int | None, cut: dict[int, str]) -> None:
        """(value, index of the form) of each bar; `cut`: the figures of those that reach beyond the plot."""
        self._rows, self._best, self._cut = rows, best, cut
        self.update()

    def draw(self, canvas: Canvas) -> None:
        painter, look = canvas.painter, self._look
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        font = look.font("caption", weight=700)
        metrics = QFontMetricsF(font)
        for index, (value, form) in enumerate(self._rows):
            left, width = canvas.span(index, _SHARE)
            words = self._cut.get(index, tr("best") if index == self._best else "")
            top = min(canvas.y(value), canvas.y(0) - 1)
            if words:
                top = max(top, canvas.plot.top() + metrics.height())
            shape = QPainterPath()
            shape.addRect(QRectF(left, top, width, canvas.y(0) - top))
            painter.fillPath(shape, look.color("strength"))
            draw_lines(painter, look.color("surface"), FORM_PATTERNS[min(form, len(FORM_PATTERNS) - 1)], shape)
            if words:
                painter.setFont(font)
                painter.setPen(QPen(look.color("ink")))
                advance = metrics.horizontalAdvance(words)
                x = min(max(canvas.x(index) - advance / 2, canvas.plot.left()), canvas.plot.right() - advance)
                painter.drawText(QPointF(x, top - metrics.descent()), words)
