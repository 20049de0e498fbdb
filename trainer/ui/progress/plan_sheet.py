"""PlanSheet: the routine for a day of the week, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text

_LIST_HEIGHT, _LEAST_LIST = 400, 180  # px at 100 %
_TO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class PlanSheet(Sheet):
    """Type to search, up and down to choose, Enter or a click to take it."""

    routine_chosen = Signal(str)  # id

    def __init__(self, look: Look, title: str, routines: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`routines`: ids and names, in the order they are to stand."""
        super().__init__(look, title, parent, width=520)
        self._all, self._found = tuple(routines), tuple(routines)
        self._search = QLineEdit()
        self._search.setAccessibleName(tr("Search routines"))
        self._search.setPlaceholderText(tr("Name of a routine"))
        self._search.setFont(look.font("lead"))
        self._search.setClearButtonEnabled(True)
        self._count = Text(look, "", "small", "ink2", lines=1)
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setAccessibleName(tr("Routines"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setSpacing(look.px(2))
        self._list.setFont(look.font("body"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.viewport().setAutoFillBackground(False)
        room = self._room().height() - look.px(230)
        self._list.setFixedHeight(max(look.px(_LEAST_LIST), min(look.px(_LIST_HEIGHT), room)))
        for part in (self._search, self._count, self._list):
            self.column.addWidget(part)
        self.column.addWidget(Text(look, tr("Enter plans it, Escape closes."), "small", "ink2", lines=1))
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._take)
        self._search.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.clicked.connect(self._take)
        self._find("")
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Enter takes what is chosen there."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._search and event.key() in _TO_LIST:
                self._list.keyPressEvent(event)
                return True
            if watched is self._list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        self._found = tuple(one for one in self._all if all(word in one[1].casefold() for word in words))
        self._model.setStringList([name for _, name in self._found])
        found = ntr("{n} routine", "{n} routines", len(self._found))
        self._count.set_text(found if self._found else tr("No routine is called so."))
        if self._found:
            self._list.setCurrentIndex(self._model.index(0))

    def _take(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._found):
            self.routine_chosen.emit(self._found[row][0])
            self.accept()
