"""DeskView: a routine being edited. Shows values, says what the person wants; changes nothing itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.core.balance_lint import Remark
from trainer.language import tr
from trainer.ui.editor.desk_header import DeskHeader
from trainer.ui.editor.desk_model import DeskValues
from trainer.ui.editor.inspector import Inspector
from trainer.ui.editor.remark_card import RemarkTag
from trainer.ui.editor.steps_list import StepsList
from trainer.ui.editor.timeline_bar import TimelineBar
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.surfaces import Card, Ground
from trainer.ui.widgets.tag import Tag, TagKind
from trainer.ui.widgets.text import Text

_FULL, _BESIDE = 1200, 960  # em widths of the window, design.md "Layout and breakpoints"
_INSPECTOR, _NARROW_INSPECTOR = 340, 308
_WIDEST = 900  # px at 100 %, of the list in very wide windows
_SHORT, _SHORTEST = 700, 480  # em heights of the window: under these one row of tags, and none


class DeskView(Ground):
    """Mock-up H. Ctrl+Z, Ctrl+Shift+Z and Ctrl+S hold in all of it; the list has keys of its own."""

    add_step_chosen = Signal()
    add_block_chosen = Signal()
    remark_chosen = Signal(Remark)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._good: tuple[str, ...] | None = None
        self._tagged: tuple[tuple[Remark, str], ...] = ()
        self._narrow = self._short = False
        self._details = False
        self.header = DeskHeader(look)
        self.bar = TimelineBar(look)
        self.bar.setAccessibleName(tr("Over time"))
        self.list = StepsList(look)
        self.inspector = Inspector(look)
        self._add_step = Button(look, tr("Add step"), "link", "plus", height=34)
        self._add_block = Button(look, tr("Add block"), "link", "plus", height=34)
        self._to_details = Button(look, tr("Details"), "link", "edit", height=34)  # where there is no room beside
        self._heads = (
            Text(look, tr("Set-up"), "caption", "ink2", align=Qt.AlignmentFlag.AlignHCenter, lines=1),
            Text(look, tr("Work"), "caption", "ink2", align=Qt.AlignmentFlag.AlignHCenter, lines=1),
        )
        self._tags = Flow(look, 8)
        self._card = Card(look, padding=(0, 8, 0, 8))
        self._card.column.addWidget(self.list)
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._to_list = Button(look, tr("Back to the steps"), "second", "back", height=40)
        self._to_list.hide()
        self._left = QWidget()
        self._build()
        self._connect()
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_values(self, values: DeskValues) -> None:
        """Show a routine as it stands."""
        place = values.history.now.place
        self.header.show_values(values)
        self.bar.show_stretches(values.stretches, place)
        self.list.show_rows(values.rows, place)
        self.inspector.show_inspected(values.inspected)
        self._show_tags(values.good, values.tags)

    def show_details(self, shown: bool = True) -> None:
        """In a narrow window: the inspector instead of the list, or the list again."""
        self._details = shown and self._narrow
        self._arrange()

    def focus_list(self) -> None:
        """Put the keyboard on the steps."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        look = self._look
        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, look.px(20), 0)
        heads.setSpacing(look.px(12))
        heads.addWidget(self._add_step)
        heads.addWidget(self._add_block)
        heads.addWidget(self._to_details)
        heads.addStretch(1)
        for head in self._heads:
            heads.addWidget(head)
        self._column = QVBoxLayout(self._left)
        self._column.addWidget(self.header)
        self._column.addWidget(self.bar)
        self._column.addLayout(heads)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self._tags)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._to_list)
        side.addWidget(self.inspector, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(0)
        self._row.addWidget(self._left, 1)
        self._row.addStretch(0)
        self._row.addLayout(side)

    def _connect(self) -> None:
        self._add_step.clicked.connect(self.add_step_chosen)
        self._add_block.clicked.connect(self.add_block_chosen)
        self._to_details.clicked.connect(self._on_details_chosen)
        self._to_list.clicked.connect(lambda: self.show_details(False))
        self.header.details_chosen.connect(self._on_details_chosen)
        for keys, signal in (
            ("Ctrl+Z", self.header.undo_chosen),
            ("Ctrl+Shift+Z", self.header.redo_chosen),
            ("Ctrl+Y", self.header.redo_chosen),
            ("Ctrl+S", self.header.save_chosen),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    def _on_details_chosen(self) -> None:
        self.show_details()
        self.inspector.focus_first()

    def _show_tags(self, good: tuple[str, ...], tagged: tuple[tuple[Remark, str], ...]) -> None:
        if (good, tagged) == (self._good, self._tagged):
            return
        self._good, self._tagged = good, tagged
        self._fill_tags()

    def _fill_tags(self) -> None:
        """In a low window only the first of each kind."""
        good, tagged = self._good or (), self._tagged
        if self._short:
            good, tagged = (good[:1] if len(tagged) < 2 else ()), tagged[: 1 if good else 2]
        self._tags.clear()
        for words in good:
            self._tags.add(Tag(self._look, words, TagKind.GOOD, height=28))
        for remark, words in tagged:
            tag = RemarkTag(self._look, remark, words)
            tag.remark_chosen.connect(self.remark_chosen)
            self._tags.add(tag)

    def _arrange(self) -> None:
        look = self._look
        em = look.em(self.window().width())
        self._narrow = em < _BESIDE
        self._details = self._details and self._narrow
        self.inspector.figure.fit(self.window().height())
        width = look.px(_INSPECTOR if em >= _FULL else _NARROW_INSPECTOR)
        self.inspector.setMinimumWidth(0 if self._narrow else width)
        self.inspector.setMaximumWidth(16777215 if self._narrow else width)
        self.inspector.setVisible(not self._narrow or self._details)
        self._to_list.setVisible(self._details)
        self._left.setVisible(not self._details)
        self._left.setMaximumWidth(look.px(_WIDEST) if em >= 1600 else 16777215)
        height = look.em(self.window().height())
        self._tags.setVisible(height >= _SHORTEST)
        self._to_details.setVisible(self._narrow)
        if self._short is not (height < _SHORT):
            self._short = height < _SHORT
            self._fill_tags()
        sideways = look.sp(32 if em >= _BESIDE else 20)
        self._column.setContentsMargins(sideways, look.sp(20), look.sp(24), look.sp(16))

    def _on_look_changed(self) -> None:
        look = self._look
        self._column.setSpacing(look.sp(8))
        self._heads[0].setFixedWidth(look.px(64))
        self._heads[1].setFixedWidth(look.px(78))
        good, self._good = self._good, None
        if good is not None:
            self._show_tags(good, self._tagged)
        self._arrange()
