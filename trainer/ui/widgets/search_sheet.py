"""SearchSheet: a list in a sheet, to be found by typing."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.sheet import SHARE, Sheet
from trainer.ui.widgets.text import Text

_LEAST_LIST = 180  # px at 100 %
_AROUND = 230  # px at 100 %: what a sheet holds beside its list
_TO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class SearchSheet(Sheet):
    """Type to search, up and down to choose, Enter to take it. Who builds one says what is found and what is taken."""

    def __init__(self, look: Look, title: str, parent: QWidget, *, width: float, list_height: float) -> None:
        """Width and height in pixels at 100 %, if the window is that large."""
        super().__init__(look, title, parent, width=width)
        self.search = QLineEdit()
        self.search.setFont(look.font("lead"))
        self.search.setClearButtonEnabled(True)
        self.count = Text(look, "", "small", "ink2", lines=1)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.viewport().setAutoFillBackground(False)
        room = self.room(SHARE).height() - look.px(_AROUND)
        self.list.setFixedHeight(max(look.px(_LEAST_LIST), min(look.px(list_height), room)))

    def begin(self, model: QAbstractItemModel, how: str) -> None:
        """Lay it out over the model of what is found, with a word on how to take it, and find everything."""
        self.list.setModel(model)
        for part in (self.search, self.count, self.list, Text(self._look, how, "small", "ink2", lines=1)):
            self.column.addWidget(part)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self.take)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self._on_text_changed("")
        self.search.setFocus()

    def look_for(self, text: str) -> None:
        """Put what is found into the model, and how many into `count`."""
        raise NotImplementedError

    def take(self) -> None:
        """Take what is chosen in the list, if anything is."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Enter takes what is chosen there."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() in _TO_LIST:
                self.list.keyPressEvent(event)
                return True
            if watched is self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        self.look_for(text)
        model = self.list.model()
        if model.rowCount():
            self.list.setCurrentIndex(model.index(0, 0))
