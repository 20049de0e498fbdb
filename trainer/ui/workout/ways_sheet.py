"""WaysSheet: how each exercise is done that can't be as written, and the person's own say in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ways_model import Way


class WaysSheet(Sheet):
    """One choice for each exercise; it holds at once."""

    way_chosen = Signal(str, object)  # exercise id, the WayOption

    def __init__(self, look: Look, ways: Sequence[Way], parent: QWidget) -> None:
        super().__init__(look, tr("How you do it today"), parent)
        for way in ways:
            self.column.addWidget(self._row(way))

    def _row(self, way: Way) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, self._look.sp(8))
        column.setSpacing(self._look.sp(4))
        column.addWidget(Text(self._look, way.name, "body-bold", lines=1))
        if way.reason:
            column.addWidget(Text(self._look, way.reason, "small", "ink2", lines=3))
        choice = Select(self._look, width=480)
        choice.addItems([option.text for option in way.options])
        choice.setCurrentIndex(way.current)
        choice.setAccessibleName(tr("How to do {exercise}").format(exercise=way.name))
        choice.setAccessibleDescription(way.reason)
        choice.activated.connect(lambda index: self.way_chosen.emit(way.exercise, way.options[index]))
        column.addWidget(choice)
        return row
