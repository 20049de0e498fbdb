"""WeightSheet: the weight over time, as a chart and as a list; weighings are added, changed and deleted here."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.language import tr
from trainer.ui.charts.weight import WeightChart
from trainer.ui.theme.look import Look
from trainer.ui.weight.form import WeighingForm
from trainer.ui.weight.list_view import WeighingList
from trainer.ui.weight.rows import newest_sentence, weighing_rows
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.ground_dialog import GroundDialog
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.surfaces import BottomBar, Rule
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.toast import Toast
from trainer.ui.widgets.weight import weight_words

_SIZE = QSize(720, 720)  # pixels at 100 % text, if the window is that large
_UNITS = (WeightUnit.KG, WeightUnit.LB, WeightUnit.ST)


class WeightSheet(GroundDialog):
    """Modal to its window. It changes nothing itself: show_weighings() is to follow whatever it tells."""

    added = Signal(object, float)  # date, kilograms
    changed = Signal(object)  # Weighing
    deleted = Signal(str)  # id
    restored = Signal(str)  # id: the last deletion is taken back
    unit_chosen = Signal(object)  # WeightUnit
    recount_chosen = Signal()  # past workouts are to be counted anew

    def __init__(self, look: Look, today: date, parent: QWidget) -> None:
        title = tr("Your weight")
        super().__init__(look, title, parent)
        self._deleted: str | None = None
        self._weight = Text(look, "", "h3", lines=1)
        self._meaning = Text(look, "", "small", "ink2", balance=False)
        self._unit = Segmented(look, ["kg", "lb", "st"], height=34)
        self._unit.setAccessibleName(tr("Units"))
        self.chart = WeightChart(look)
        self.form = WeighingForm(look, today)
        self.list = WeighingList(look)
        self._none = Text(look, tr("No weighings yet: add the first above."), "body", "ink2")
        self._edit = Button(look, tr("Edit"), "second", "edit", height=34, text_size=13)
        self._delete = Button(look, tr("Delete"), "danger", "trash", height=34, text_size=13)
        self.frame.addWidget(self._page(title), 1)
        self.frame.addWidget(self._bar())
        self._toast = Toast(look, self)
        self._connect()
        self.fit(_SIZE)

    def show_weighings(self, weighings: Sequence[Weighing], unit: WeightUnit, kg: float | None) -> None:
        """Show these, oldest first, in that unit; `kg` is the weight in the settings, None: not set."""
        self._weight.set_text(tr("not set") if kg is None else weight_words(kg, unit, tenths=True))
        self._meaning.set_text(newest_sentence(weighings, kg))
        self._unit.set_current(_UNITS.index(unit))
        self.chart.show_weighings(weighings, unit)
        self.chart.setVisible(bool(weighings))
        self.form.show_newest(kg, unit)
        self.list.show_rows(weighing_rows(weighings, unit))
        for widget in (self.list, self._edit, self._delete):
            widget.setVisible(bool(weighings))
        self._none.setVisible(not weighings)

    def refuse(self, sentence: str) -> None:
        """Say why it could not be done."""
        self._toast.show_message(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self._toast.isVisible():
            self._toast.dismiss()
            self._on_undo_chosen()
        else:
            super().keyPressEvent(event)

    # inside

    def _page(self, title: str) -> ScrollPage:
        look = self._look
        page = ScrollPage(look, margins=(24, 20, 24, 14), gap=10)
        head = QHBoxLayout()
        head.addWidget(Text(look, title, "h2"), 1)
        head.addWidget(self._unit)
        page.column.addLayout(head)
        line = QHBoxLayout()
        line.setSpacing(look.sp(10))
        line.addWidget(self._weight, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._meaning, 1, Qt.AlignmentFlag.AlignBottom)
        page.column.addLayout(line)
        page.column.addWidget(self.chart)
        page.column.addWidget(Rule(look))
        page.column.addWidget(self.form)
        heading = QHBoxLayout()
        heading.setSpacing(look.sp(8))
        heading.addWidget(Text(look, tr("Weighings"), "h3", lines=1), 1)
        heading.addWidget(self._edit)
        heading.addWidget(self._delete)
        page.column.addLayout(heading)
        page.column.addWidget(self._none)
        page.column.addWidget(self.list, 1)
        return page

    def _bar(self) -> BottomBar:
        bar = BottomBar(self._look, margin=24)
        close = Button(self._look, tr("Close"), "second", height=40)
        close.clicked.connect(self.accept)
        recount = Button(self._look, tr("Recount past workouts"), "second", height=40)
        recount.clicked.connect(self.recount_chosen)
        bar.row.addWidget(recount)
        bar.row.addStretch(1)
        bar.row.addWidget(close)
        return bar

    def _connect(self) -> None:
        self._unit.index_chosen.connect(lambda index: self.unit_chosen.emit(_UNITS[index]))
        self.form.added.connect(self.added)
        self.form.changed.connect(self.changed)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.edit_chosen.connect(self._on_edit_chosen)
        self.list.deletion_chosen.connect(self._on_deletion_chosen)
        self._edit.clicked.connect(self._on_edit_chosen)
        self._delete.clicked.connect(self._on_deletion_chosen)
        self._toast.action_chosen.connect(self._on_undo_chosen)
        self._on_row_chosen()
        self.form.focus_weight()

    def _on_row_chosen(self) -> None:
        chosen = self.list.current() is not None
        self._edit.setEnabled(chosen)
        self._delete.setEnabled(chosen)

    def _on_edit_chosen(self) -> None:
        weighing = self.list.current()
        if weighing is not None:
            self.form.edit(weighing)

    def _on_deletion_chosen(self) -> None:
        weighing = self.list.current()
        if weighing is not None:
            self.form.leave_editing()
            self._deleted = weighing.id
            self.deleted.emit(weighing.id)
            self._toast.show_message(tr("Weighing deleted"), tr("Undo"))

    def _on_undo_chosen(self) -> None:
        if self._deleted is not None:
            restored, self._deleted = self._deleted, None
            self.restored.emit(restored)
