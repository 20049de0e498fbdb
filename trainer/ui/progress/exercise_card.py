"""ExerciseCard: what one exercise has come to, and its bests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.core.preferences import WeightUnit
from trainer.language import tr
from trainer.ui.charts.exercise_words import best_text, measure_name, total_text
from trainer.ui.charts.patterns import FORM_PATTERNS, draw_lines
from trainer.ui.progress.chart_card import ChartCard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_text, elided, text_width
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.text import Text

if TYPE_CHECKING:
    from trainer.core.exercise_history import ExerciseHistory, Measure

_HEIGHT = 300  # least, pixels at 100 % text
_SWATCH, _GAP, _BETWEEN = 14, 6, 16  # pixels at 100 %


class ExerciseCard(ChartCard):
    """Is given a history by show_history() and says which one is wanted."""

    exercise_chosen = Signal(str)  # id: show_history() is to follow
    workout_chosen = Signal(str)  # id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        from trainer.ui.charts.exercise import ExerciseChart

        self._history: ExerciseHistory | None = None
        self._unit = WeightUnit.KG
        self._exercises: tuple[tuple[str, str], ...] = ()
        self._measures: tuple[Measure, ...] = ()
        self._exercise, self._measure = Select(look, 240, 34), Select(look, 110, 34)
        self._exercise.setAccessibleName(tr("Exercise"))
        self._measure.setAccessibleName(tr("What is shown of it"))
        self.history = ExerciseChart(look)
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(8))
        row.addWidget(self._exercise, 1)
        row.addWidget(self._measure)
        super().__init__(look, self.history, choices, parent)
        self.set_title(tr("Exercise history"))
        self._exercise.activated.connect(lambda index: self.exercise_chosen.emit(self._exercises[index][0]))
        self._measure.activated.connect(lambda _index: self._show())
        self.history.workout_chosen.connect(self.workout_chosen)
        self._forms = FormLegend(look)
        self._bests = Text(look, "", "small", "ink2", lines=3)
        self.column.insertWidget(1, self._forms)
        self.column.addWidget(self._bests)
        self._set_height()
        look.changed.connect(self._set_height)

    def offer(self, exercises: Sequence[tuple[str, str]], current: str) -> None:
        """Ids and names of what there is a history of, and which is shown."""
        if tuple(exercises) != self._exercises:
            self._exercises = tuple(exercises)
            self._exercise.clear()
            self._exercise.addItems([name for _, name in exercises])
        ids = [exercise for exercise, _ in exercises]
        self._exercise.setCurrentIndex(ids.index(current) if current in ids else -1)

    def show_history(self, history: ExerciseHistory, unit: WeightUnit) -> None:
        """Show what was done of an exercise, the measure kept where it has figures of it."""
        chosen = self.measure
        self._history, self._unit, self._measures = history, unit, history.measures
        self._measure.clear()
        self._measure.addItems([measure_name(measure) for measure in self._measures])
        if chosen in self._measures:
            self._measure.setCurrentIndex(self._measures.index(chosen))
        self._measure.setEnabled(len(self._measures) > 1)
        self._show()

    def picture_title(self) -> str:
        return tr("{exercise}: {measure}").format(
            exercise=self._exercise.currentText(), measure=self._measure.currentText()
        )

    def picture_parts(self) -> Sequence[QWidget]:
        return [self._forms, self.history, self._bests]

    @property
    def measure(self) -> Measure | None:
        """What is shown of the exercise."""
        index = self._measure.currentIndex()
        return self._measures[index] if 0 <= index < len(self._measures) else None

    def _show(self) -> None:
        history, measure = self._history, self.measure
        if history is None or measure is None:
            return
        self.history.show_history(history, measure, self._unit)
        self._forms.show_forms(self.history.forms)
        said = [total_text(history.total), *(best_text(best, self._unit) for best in history.bests)]
        self._bests.set_text(" \N{MIDDLE DOT} ".join(said))

    def _set_height(self) -> None:
        self.setMinimumHeight(self._look.px(_HEIGHT))


class FormLegend(Drawn):
    """Which pattern is which form; nothing where there is but one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._forms: tuple[str, ...] = ()
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_forms(self, forms: Sequence[str]) -> None:
        """The forms in the order of their patterns; what has no pattern of its own shares the last."""
        most = len(FORM_PATTERNS)
        self._forms = tuple(forms)
        if len(forms) > most:
            self._forms = (*forms[: most - 1], tr("other forms"))
        self.setAccessibleName(", ".join(forms))
        self.setVisible(len(forms) > 1)
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(22))

    def draw(self, painter: QPainter) -> None:
        look, font, x, middle = self.look, self._font(), 0.0, self.height() / 2
        side = look.px(_SWATCH)
        room = self.width() / max(1, len(self._forms)) - side - look.px(_GAP + _BETWEEN)
        roomy = sum(text_width(font, form) for form in self._forms) <= room * len(self._forms)
        for form, pattern in zip(self._forms, FORM_PATTERNS, strict=False):
            swatch = QPainterPath()
            swatch.addRect(QRectF(x, middle - side / 2, side, side))
            painter.fillPath(swatch, look.color("strength"))
            draw_lines(painter, look.color("surface"), pattern, swatch)
            x += side + look.px(_GAP)
            text = form if roomy else elided(font, form, max(room, 24.0))
            x += draw_text(painter, font, look.color("ink2"), x, middle, text) + look.px(_BETWEEN)

    def _font(self) -> QFont:
        return self.look.font(12.5, weight=500)
