"""ImportPreview: what was understood of an article, before it is saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.library.import_model import BlockRows, Preview, StepRow
from trainer.ui.theme.look import Look
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Card, Rule
from trainer.ui.widgets.tag import Tag
from trainer.ui.widgets.text import Text

_NUMBER_WIDTH = 30  # px at 100 %


class ImportPreview(ScrollPage):
    """Scrolls with the keys once it has the focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(24, 4, 24, 16), gap=12, parent=parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("What was understood"))
        self._shown: list[QWidget] = []

    def show_preview(self, preview: Preview) -> None:
        """Show this in place of what was there."""
        for widget in self._shown:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        look = self._look
        self._shown = [Text(look, preview.title, "h2")]
        line = " \N{MIDDLE DOT} ".join(part for part in (preview.facts, preview.claim) if part)
        if line:
            self._shown.append(Text(look, line, "body", "ink2"))
        if preview.remarks:
            self._shown.append(self._listed(tr("Before you save"), preview.remarks, "sunken"))
        self._shown += [self._block(block) for block in preview.blocks]
        if preview.equipment:
            self._shown.append(self._listed(tr("Equipment"), preview.equipment, "surface"))
        for widget in self._shown:
            self.column.addWidget(widget)
        self.setAccessibleDescription(". ".join((preview.title, line, *preview.remarks)))
        self.verticalScrollBar().setValue(0)

    def _listed(self, title: str, lines: tuple[str, ...], ground: str) -> Card:
        look = self._look
        card = Card(look, padding=(16, 12, 16, 14), gap=4, ground=ground)
        card.column.addWidget(Text(look, title, "body-bold", lines=1))
        for line in lines:
            card.column.addWidget(Text(look, line, "small", "ink2", balance=False))
        return card

    def _block(self, block: BlockRows) -> Card:
        look = self._look
        card = Card(look, padding=(16, 12, 16, 14), gap=8)
        card.column.addWidget(Text(look, block.title, "body-bold", lines=1))
        for row in block.steps:
            card.column.addWidget(Rule(look))
            card.column.addWidget(_Step(look, row))
        return card


class _Step(QWidget):
    """A step: number, name, length; below it the page's words."""

    def __init__(self, look: Look, row: StepRow) -> None:
        super().__init__()
        self.setAccessibleName(row.spoken)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.sp(8))
        number = Text(look, str(row.number), "body-bold", "ink2", lines=1)
        number.setFixedWidth(look.px(_NUMBER_WIDTH))
        outer.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.sp(2))
        head = QHBoxLayout()
        head.setSpacing(look.sp(10))
        head.addWidget(Text(look, row.name, "body-bold", lines=1), 1)
        if row.tag:
            head.addWidget(Tag(look, row.tag, row.tag_kind))
        length = Text(look, row.length, "body-bold", "ink2", lines=1, align=Qt.AlignmentFlag.AlignRight)
        length.setFixedWidth(look.px(92))
        head.addWidget(length)
        words.addLayout(head)
        for line in row.detail.split("\n"):
            words.addWidget(Text(look, line, "small", "ink2", balance=False))
        outer.addLayout(words, 1)
