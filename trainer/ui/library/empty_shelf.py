"""EmptyShelf: what stands where nothing is found: why, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.language import ntr, tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.flow_layout import Flow
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class EmptyShelf(Card):
    """Says whether it is the search or the filters, and offers to take away what is in the way."""

    search_cleared = Signal()
    filters_cleared = Signal()
    other_chosen = Signal()  # the other shelf, where the search finds something

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(24, 28, 24, 28), gap=10, parent=parent)
        center = Qt.AlignmentFlag.AlignHCenter
        self._title = Text(look, "", "h3", align=center)
        self._reason = Text(look, "", "body", "ink2", align=center)
        self._filters = Button(look, tr("Take the filters away"), "primary", height=40)
        self._search = Button(look, tr("Clear the search"), "second", height=40)
        self._other = Button(look, "", "second", height=40)
        self._filters.clicked.connect(self.filters_cleared)
        self._search.clicked.connect(self.search_cleared)
        self._other.clicked.connect(self.other_chosen)
        ways = Flow(look, 10)
        ways.add(self._filters, self._search, self._other)
        self.column.addWidget(IconTile(look, "search", 56, "accent", "accent_soft"), 0, center)
        self.column.addWidget(self._title)
        self.column.addWidget(self._reason)
        self.column.addSpacing(look.sp(6))
        self.column.addWidget(ways, 0, center)

    def show_routines(self, query: str, hidden: int, exercises: int) -> None:
        """No routine is shown: the filters hide `hidden`; the search would find `exercises`."""
        if hidden:
            title = tr("No routine fits all of these filters")
            reason = ntr("They hide {n} routine.", "They hide {n} routines.", hidden)
        elif not query.strip():
            title = tr("There are no routines here")
            reason = tr("Trainer comes with two dozen of them: install it again.")
        else:
            title = tr("No routine has \N{LEFT DOUBLE QUOTATION MARK}{query}\N{RIGHT DOUBLE QUOTATION MARK} in it")
            title = title.format(query=query.strip())
            reason = tr("Routines are found by their name, their moves, the muscles these work and what they need.")
        other = ntr("{n} exercise is found", "{n} exercises are found", exercises) if exercises and not hidden else ""
        self._show(title, reason, query, hidden, other)

    def show_exercises(self, query: str, hidden: int, routines: int) -> None:
        """No exercise is shown: the filters hide `hidden`; the search would find `routines`."""
        if hidden:
            title = tr("No exercise fits all of these filters")
            reason = ntr("They hide {n} exercise.", "They hide {n} exercises.", hidden)
        elif not query.strip():
            title = tr("There are no exercises here")
            reason = tr("Trainer comes with ninety of them: install it again.")
        else:
            title = tr("No exercise is called \N{LEFT DOUBLE QUOTATION MARK}{query}\N{RIGHT DOUBLE QUOTATION MARK}")
            title = title.format(query=query.strip())
            reason = tr("Exercises are found by their name, other names, muscles and equipment.")
        other = ntr("{n} routine is found", "{n} routines are found", routines) if routines and not hidden else ""
        self._show(title, reason, query, hidden, other)

    def _show(self, title: str, reason: str, query: str, hidden: int, other: str) -> None:
        self._title.set_text(title)
        self._reason.set_text(reason)
        self._filters.setVisible(hidden > 0)
        self._search.setVisible(bool(query.strip()))
        self._search.set_kind("second" if hidden else "primary")
        self._other.set_text(other)
        self._other.setVisible(bool(other))
        self.setAccessibleName(title)
