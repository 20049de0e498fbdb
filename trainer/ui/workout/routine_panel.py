"""RoutinePanel: the routine beside the Ready page, and how hard it is to be today."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.timeline import Timeline
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import painting
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.surfaces import Rule
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ready_model import LEVELS, has_ladder, seconds_with
from trainer.ui.workout.routine_list import RoutineList
from trainer.ui.workout.wording import clock


class RoutinePanel(QWidget):
    """Header with the total, the list, and below it the three levels."""

    level_chosen = Signal(int)  # -1 easier, 0 as written, 1 harder

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.list = RoutineList(look)
        self._total = Text(look, "", "lead-bold", tabular=True)
        self._levels = Segmented(look, [tr("Easier"), tr("As written"), tr("Harder")], 1, height=40, full=True)
        self._levels.setAccessibleName(tr("How hard today?"))
        self._levels.index_chosen.connect(self._on_level_chosen)
        self._head, self._foot = QHBoxLayout(), QVBoxLayout()
        self._head.addWidget(Text(look, tr("Routine"), "h3"))
        self._head.addStretch(1)
        self._head.addWidget(self._total)
        self._question = Text(look, tr("How hard today?"), "body-bold")
        self._foot.addWidget(self._question)
        self._foot.addWidget(self._levels)
        self._rule = Rule(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self._rule)
        column.addLayout(self._foot)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_plan(self, plan: Timeline, optional: frozenset[str], off: frozenset[str], level: int) -> None:
        """Show the routine with every block in `plan`, `off` switched off, at that level."""
        self.list.show_ready(plan, optional, off)
        self._total.set_text(clock(seconds_with(plan, off)))
        self._levels.set_current(LEVELS.index(level))
        graded = has_ladder(plan)
        for part in (self._rule, self._question, self._levels):
            part.setVisible(graded)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.color("surface"))
            painter.fillRect(0, 0, 1, self.height(), self._look.color("line"))

    def _on_level_chosen(self, index: int) -> None:
        self.level_chosen.emit(LEVELS[index])

    def _on_look_changed(self) -> None:
        side, sp = self._look.sp(20), self._look.sp
        self._head.setContentsMargins(side, sp(16), side, sp(4))
        self._foot.setContentsMargins(side, sp(14), side, sp(20))
        self._foot.setSpacing(sp(10))
        self.update()
