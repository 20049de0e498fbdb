"""PlanSheet: the routine for a day of the week, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.search_sheet import SearchSheet


class PlanSheet(SearchSheet):
    """A click takes a routine too."""

    routine_chosen = Signal(str)  # id

    def __init__(self, look: Look, title: str, routines: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`routines`: ids and names, in the order they are to stand."""
        super().__init__(look, title, parent, width=520, list_height=400)
        self._all, self._found = tuple(routines), tuple(routines)
        self._model = QStringListModel(self)
        self.search.setAccessibleName(tr("Search routines"))
        self.search.setPlaceholderText(tr("Name of a routine"))
        self.list.setAccessibleName(tr("Routines"))
        self.list.setSpacing(look.px(2))
        self.list.setFont(look.font("body"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self.take)
        self.begin(self._model, tr("Enter plans it, Escape closes."))

    def look_for(self, text: str) -> None:
        words = text.casefold().split()
        self._found = tuple(one for one in self._all if all(word in one[1].casefold() for word in words))
        self._model.setStringList([name for _, name in self._found])
        found = ntr("{n} routine", "{n} routines", len(self._found))
        self.count.set_text(found if self._found else tr("No routine is called so."))

    def take(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._found):
            self.routine_chosen.emit(self._found[row][0])
            self.accept()
