"""NeedsCard: what the routine needs, and how each thing is met."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card, Rule
from trainer.ui.widgets.tag import Tag
from trainer.ui.widgets.text import Text
from trainer.ui.workout.needs_model import NeedLine


class NeedsCard(Card):
    """One row a thing: icon, name, how it is met, and a tag that says so in a word."""

    change_chosen = Signal()  # the person wants to say what they own
    decide_chosen = Signal()  # the person wants to say how moves are done

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=20, gap=14, parent=parent)
        self._lines: tuple[NeedLine, ...] = ()
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("What you need"), "h3"))
        head.addStretch(1)
        change = Button(look, tr("Change"), "link", height=24, text_size=13)
        change.setAccessibleName(tr("Change what I own"))
        change.clicked.connect(self.change_chosen)
        head.addWidget(change)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(head)
        self.column.addLayout(self._rows)
        self._rule = Rule(look)
        self._notes = [Text(look, "", "small", "ink2", lines=3) for _ in range(4)]
        self._decide = Button(look, tr("Decide for yourself"), "link", height=24, text_size=13)
        self._decide.setAccessibleDescription(tr("How each move is done that can't be done as written"))
        self._decide.clicked.connect(self.decide_chosen)
        self.column.addWidget(self._decide, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._rule)
        for note in self._notes:
            self.column.addWidget(note)
        self.column.addStretch(1)

    def show_needs(self, lines: Sequence[NeedLine], notes: Sequence[str], *, to_decide: bool = False) -> None:
        """Show these lines, and below them up to four sentences (empty ones are left out).

        `to_decide`: there are moves the person may decide about.
        """
        lines = tuple(lines)
        shown = [*notes, "", "", "", ""][: len(self._notes)]
        for note, words in zip(self._notes, shown, strict=True):
            note.set_text(words)
            note.setVisible(bool(words))
        self._decide.setVisible(to_decide)
        self._rule.setVisible(any(notes))
        if lines == self._lines:
            return
        self._lines = lines
        self._rows.setSpacing(self._look.sp(14))
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        if not lines:
            self._rows.addWidget(Text(self._look, tr("Nothing but yourself and room to move."), "body", "ink2"))
        for line in lines:
            self._rows.addWidget(_NeedRow(self._look, line))


class _NeedRow(QWidget):
    def __init__(self, look: Look, line: NeedLine) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.sp(12))
        words = QVBoxLayout()
        words.setSpacing(look.sp(1))
        words.addWidget(Text(look, line.name, "body-bold", lines=1))
        if line.line:
            words.addWidget(Text(look, line.line, "small", "ink2", lines=2))
        row.addWidget(IconTile(look, line.icon), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(Tag(look, line.tag, line.kind), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{line.name}: {line.line}, {line.tag}" if line.line else f"{line.name}: {line.tag}")
