"""Inspector: the side of the editor that shows the step, the block or the routine one is at."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.balance_lint import Remark
from trainer.core.reading import CueReading
from trainer.core.routine import Block, Routine
from trainer.language import tr
from trainer.ui.editor.block_form import BlockForm
from trainer.ui.editor.cue_list import CueList
from trainer.ui.editor.figure_box import FigureBox
from trainer.ui.editor.remark_card import RemarkCard
from trainer.ui.editor.routine_form import RoutineForm
from trainer.ui.editor.step_form import StepForm, StepValues
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Ground, Rule


class SaidRemark(Struct, frozen=True):
    """A remark and its sentence."""

    remark: Remark
    sentence: str


class Inspected(Struct, frozen=True):
    """What one is at: a step, else a block, else the routine as a whole."""

    routine: Routine
    block: Block | None = None
    step: StepValues | None = None
    remarks: tuple[SaidRemark, ...] = ()
    cues: tuple[CueReading, ...] = ()


class Inspector(Ground):
    """A column that scrolls: figure, fields, remarks, cues, and what else can be done with it."""

    step_changed = Signal(dict, str)
    block_changed = Signal(dict, str)
    routine_changed = Signal(dict, str)
    exercise_change_requested = Signal()
    repeated = Signal(int, int)  # times, seconds of rest between them
    joined = Signal(bool)  # with the step after it
    meant_chosen = Signal(Remark)
    swap_chosen = Signal(Remark)
    shift_chosen = Signal(int)  # -1 up, 1 down
    duplicate_chosen = Signal()
    remove_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", parent)
        self._look = look
        self._remarks: tuple[SaidRemark, ...] = ()
        self._remark_cards: list[RemarkCard] = []
        self.figure = FigureBox(look)
        self._step, self._block, self._routine = StepForm(look), BlockForm(look), RoutineForm(look)
        self._cues = CueList(look)
        self._rule = Rule(look)
        self._actions = QWidget()
        self._remark_column = QVBoxLayout()
        self._remark_column.setSpacing(look.sp(8))
        self._page = ScrollPage(look, margins=(20, 20, 20, 20), gap=14)
        column = self._page.column
        column.addWidget(self.figure)
        column.addLayout(self._remark_column)
        for form in (self._step, self._block, self._routine):
            column.addWidget(form)
        self._build_actions()
        column.addWidget(self._actions)
        column.addWidget(self._rule)
        column.addWidget(self._cues)
        column.addStretch(1)
        edge = QHBoxLayout(self)
        edge.setContentsMargins(0, 0, 0, 0)
        edge.setSpacing(0)
        edge.addWidget(Rule(look, vertical=True))
        edge.addWidget(self._page, 1)
        self._step.changed.connect(self.step_changed)
        self._step.exercise_change_requested.connect(self.exercise_change_requested)
        self._step.repeated.connect(self.repeated)
        self._step.joined.connect(self.joined)
        self._block.changed.connect(self.block_changed)
        self._routine.changed.connect(self.routine_changed)
        look.changed.connect(self._on_look_changed)

    def show_inspected(self, what: Inspected) -> None:
        """Show it."""
        step, block = what.step, what.block if what.step is None else None
        self._step.setVisible(step is not None)
        self._block.setVisible(block is not None)
        self._routine.setVisible(step is None and block is None)
        self._actions.setVisible(step is not None or block is not None)
        if step is not None:
            self._step.show_step(step)
        elif block is not None:
            self._block.show_block(block)
        else:
            self._routine.show_routine(what.routine)
        self._show_remarks(what.remarks)
        self._cues.setVisible(bool(what.cues))
        self._rule.setVisible(bool(what.cues))
        self._cues.show_cues(what.cues)

    def focus_first(self) -> None:
        """Put the keyboard on the first field of what shows."""
        if self._step.isVisible():
            self._step.focus_work()
        elif self._block.isVisible():
            self._block.focus_name()
        else:
            self._routine.focus_name()

    def _build_actions(self) -> None:
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.sp(4))
        for icon, name, act in (
            ("up", tr("Move up"), lambda: self.shift_chosen.emit(-1)),
            ("down", tr("Move down"), lambda: self.shift_chosen.emit(1)),
            ("copy", tr("Duplicate"), self.duplicate_chosen.emit),
            ("trash", tr("Remove"), self.remove_chosen.emit),
        ):
            button = Button(self._look, "", "ghost", icon, height=36)
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(name))
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        row.addStretch(1)

    def _show_remarks(self, remarks: Sequence[SaidRemark]) -> None:
        if tuple(remarks) == self._remarks:
            return
        self._remarks = tuple(remarks)
        for card in self._remark_cards:
            self._remark_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._remark_cards = [RemarkCard(self._look, said.remark, said.sentence) for said in self._remarks]
        for card in self._remark_cards:
            card.meant_chosen.connect(self.meant_chosen)
            card.swap_chosen.connect(self.swap_chosen)
            self._remark_column.addWidget(card)

    def _on_look_changed(self) -> None:
        shown, self._remarks = self._remarks, ()
        self._show_remarks(shown)
