"""BlockForm: everything about one block."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.routine import Block, BlockKind
from trainer.language import tr
from trainer.library.fields import BOUNDS
from trainer.library.routine_checks import LONGEST_NAME
from trainer.ui.editor.fields import FieldGrid, LineField, fill
from trainer.ui.editor.wording import kind_text, number_in, rounds_text, seconds_text
from trainer.ui.theme.look import Look
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.text import Text


class BlockForm(QWidget):
    """Says which of the block's fields become what."""

    changed = Signal(dict, str)  # fields of Block and their values; the field typed into, if any

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block: Block | None = None
        self._title = Text(look, "", "h3", lines=2)
        self._name = LineField(look, longest=LONGEST_NAME)
        self._kind = Select(look, 160)
        least, most, _ = BOUNDS["rounds"]
        self._rounds = Stepper(look, 1, least, most, words=_rounds, number=number_in, width=160)
        self._rest = Stepper(look, 0, 0, 3600, 5, words=seconds_text, number=number_in, width=160)
        self._optional = Switch(look)
        self._optional.setAccessibleName(tr("Can be left out"))
        fields = self._fields = FieldGrid(look)
        fields.add(tr("Name"), self._name)
        fields.add(tr("What for"), self._kind)
        fields.add(tr("Repeats"), self._rounds)
        fields.add(tr("Rest between rounds"), self._rest)
        leave_out = QHBoxLayout()
        leave_out.setSpacing(look.sp(10))
        leave_out.addWidget(Text(look, tr("Can be left out before Start"), "body", "ink2", lines=2), 1)
        leave_out.addWidget(self._optional, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(12))
        column.addWidget(self._title)
        column.addWidget(fields)
        column.addLayout(leave_out)
        self._name.edited.connect(lambda text: self.changed.emit({"name": text}, "name"))
        self._kind.activated.connect(lambda index: self._change(kind=list(BlockKind)[index]))
        self._rounds.value_chosen.connect(lambda value: self._change(rounds=round(value)))
        self._rest.value_chosen.connect(lambda value: self._change(rest_between_rounds=round(value)))
        self._optional.clicked.connect(lambda: self._change(optional=self._optional.isChecked()))

    def show_block(self, block: Block) -> None:
        """Show a block."""
        self._block = block
        self._title.set_text(block.name or tr("Block"))
        self._name.show_text(block.name)
        fill(self._kind, [kind_text(kind) for kind in BlockKind], list(BlockKind).index(block.kind))
        self._rounds.set_value(block.rounds)
        self._rest.set_value(block.rest_between_rounds)
        self._fields.set_shown(self._rest, block.rounds > 1)
        self._optional.setChecked(block.optional)

    def focus_name(self) -> None:
        """Put the keyboard on the name."""
        self._name.setFocus()
        self._name.selectAll()

    def _change(self, **fields: object) -> None:
        self.changed.emit(fields, "")


def _rounds(value: float) -> str:
    return rounds_text(round(value))
