"""DeskHeader: the routine's name, how long it is, whether it is saved; undo, rehearse, save."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.editor.desk_model import DeskValues
from trainer.ui.editor.wording import clock, difference_text
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.icon_mark import IconMark
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.text import Text

_NARROW = 640  # px at 100 %: under this the buttons stand below the name


class DeskHeader(QWidget):
    """Shows values, says what is pressed."""

    back_chosen = Signal()
    undo_chosen = Signal()
    redo_chosen = Signal()
    rehearse_chosen = Signal()
    save_chosen = Signal()
    details_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = FitText(look, "", 32, 20, 1)
        self._back = self._icon_button("back", tr("All routines"), self.back_chosen)
        self._details = self._icon_button("edit", tr("Name and details"), self.details_chosen)
        self._undo = self._icon_button("undo", tr("Undo"), self.undo_chosen)
        self._redo = self._icon_button("redo", tr("Redo"), self.redo_chosen)
        self._rehearse = Button(look, tr("Rehearse"), "second", "play", height=40)
        self._save = Button(look, tr("Save"), "primary", height=40)
        self._save.setToolTip(tr("Ctrl+S"))
        self._total = Text(look, "", "h3", lines=1, tabular=True)
        self._total.set_accessible(tr("Total"), "")
        self._difference = Text(look, "", "body", "ink2", lines=1)
        self._mark = IconMark(look, "check", 18, "done_ink", 2.2)
        self._state = Text(look, "", "body", "ink2", lines=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._first, self._second, self._third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self._back)
        self._first.addWidget(self._title, 1)
        self._first.addWidget(self._details)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(look.sp(6))
        for button in (self._undo, self._redo, self._rehearse, self._save):
            buttons.addWidget(button)
        self._second.addStretch(1)
        self._third.addWidget(self._total)
        self._third.addWidget(self._difference, 1)
        self._third.addWidget(self._mark)
        self._third.addWidget(self._state)
        for row in (self._first, self._second, self._third):
            self._column.addLayout(row)
        self._first.addWidget(self._buttons)
        self._rehearse.clicked.connect(self.rehearse_chosen)
        self._save.clicked.connect(self.save_chosen)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_values(self, values: DeskValues) -> None:
        """Show them."""
        self._title.set_text(values.routine.name or tr("Without a name"))
        self._total.set_text(clock(values.seconds))
        self._total.set_accessible(tr("Total"), clock(values.seconds))
        self._difference.set_text(difference_text(values.difference))
        self._undo.setEnabled(bool(values.history.past))
        self._redo.setEnabled(bool(values.history.future))
        self._rehearse.setEnabled(values.seconds > 0)
        self._save.setEnabled(not values.saved)

    def show_state(self, words: str, *, good: bool) -> None:
        """Say how safe the work is."""
        self._state.set_text(words)
        self._mark.set_icon("check" if good else "warning", "done_ink" if good else "ready_ink")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._look.em(self.width()) < _NARROW
        row = self._second if narrow else self._first
        if row.indexOf(self._buttons) < 0:
            (self._first if narrow else self._second).removeWidget(self._buttons)
            row.addWidget(self._buttons)

    def _icon_button(self, icon: str, name: str, out: SignalInstance) -> Button:
        button = Button(self._look, "", "ghost", icon, height=40)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.clicked.connect(out)
        return button

    def _on_look_changed(self) -> None:
        self._column.setSpacing(self._look.sp(4))
        for row in (self._first, self._second):
            row.setSpacing(self._look.sp(8))
        self._third.setSpacing(self._look.sp(8))
        self._third.setAlignment(Qt.AlignmentFlag.AlignVCenter)
