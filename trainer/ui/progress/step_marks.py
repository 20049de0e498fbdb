"""StepMarks: the steps of a session with what became of them, each to be put right."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.core.events import StepOutcome
from trainer.core.workout import WorkoutStep
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided
from trainer.ui.widgets.step_words import move_name, outcome_word
from trainer.ui.widgets.text import Text

_ROW, _BOX = 32, 18  # px at 100 %


class StepMarks(QWidget):
    """Check boxes, block by block."""

    step_corrected = Signal(int, bool)  # index into Workout.steps, done

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[int, _StepRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[WorkoutStep]) -> None:
        """Show them; where they are the same steps, the rows stay."""
        if list(self._rows) != [step.index for step in steps]:
            self._build(steps)
        for step in steps:
            self._rows[step.index].show_step(step)

    def _build(self, steps: Sequence[WorkoutStep]) -> None:
        rounds = max((step.round for step in steps), default=0)
        for (name, number), group in groupby(steps, key=lambda step: (step.block_name, step.round)):
            heading = tr("{block}, round {n}").format(block=name, n=number + 1) if rounds and number else name
            self._column.addWidget(Text(self._look, heading, "small-bold", "ink2", lines=1))
            for step in group:
                row = _StepRow(self._look, step)
                row.clicked.connect(lambda done, index=step.index: self.step_corrected.emit(index, done))
                self._rows[step.index] = row
                self._column.addWidget(row)


class _StepRow(DrawnButton):
    def __init__(self, look: Look, step: WorkoutStep) -> None:
        self._outcome = step.outcome
        super().__init__(look, move_name(step.name, step.variant_name))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: WorkoutStep) -> None:
        """Say what became of it."""
        self._outcome = step.outcome
        self.setChecked(step.outcome is StepOutcome.DONE)
        self.setAccessibleName(tr("{step}, {outcome}").format(step=self.text(), outcome=outcome_word(step.outcome)))
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def draw(self, painter: QPainter) -> None:
        look, rect, on = self.look, self.bounds(), self.isChecked()
        side, middle = look.px(_BOX), rect.center().y()
        box = QRectF(look.px(6), middle - side / 2, side, side)
        if self.hovered:
            draw_box(painter, rect, look.px(8), look.color("sunken"))
        draw_box(
            painter,
            box,
            look.px(5),
            look.color("accent" if on else "surface"),
            look.color("accent" if on else "edge"),
            1.5,
        )
        if on:
            look.draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), look.color("on_accent"), 3.4)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, look.px(8))
        left = box.right() + look.px(10)
        word = "" if self._outcome is StepOutcome.DONE else outcome_word(self._outcome)
        font, aside = look.font("body"), look.font("small")
        room = rect.width() - left - look.px(110 if word else 8)
        draw_text(painter, font, look.color("ink" if on else "ink2"), left, middle, elided(font, self.text(), room))
        if word:
            draw_text(painter, aside, look.color("ink2"), rect.right() - look.px(104), middle, word)
