"""LibraryPage: the routines there are, and what is wrong with the files that could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.language import ntr, tr
from trainer.library.problem import FileProblem
from trainer.ui.library.library_model import RoutineCardValues
from trainer.ui.library.routine_card import RoutineCard, Thumbnails
from trainer.ui.theme.look import Look
from trainer.ui.widgets.problem_card import ProblemCard
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Ground
from trainer.ui.widgets.text import Text

_COLUMNS = ((1500, 4), (900, 3), (560, 2), (0, 1))  # em width of the window from which, columns


class LibraryPage(Ground):
    """Arrow keys go from card to card, Enter opens one."""

    routine_chosen = Signal(str)  # routine id
    open_chosen = Signal(str)  # path of a file that could not be read
    retry_chosen = Signal()
    leave_out_chosen = Signal(str)  # path
    fix_chosen = Signal(FileProblem)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._values: tuple[RoutineCardValues, ...] = ()
        self._cards: list[RoutineCard] = []
        self._thumbnails: Thumbnails | None = None
        self._columns = 0
        self._page = ScrollPage(look, margins=(32, 24, 32, 24), gap=16)
        self._problems = ProblemCard(look)
        self._problems.hide()
        self._count = Text(look, "", "body-bold", lines=1)
        shelf = QWidget()
        self._grid = QGridLayout(shelf)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._page.column.addWidget(Text(look, tr("Library"), "h1", lines=1))
        self._page.column.addWidget(self._problems)
        self._page.column.addWidget(self._count)
        self._page.column.addWidget(shelf)
        self._page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._problems.open_chosen.connect(self.open_chosen)
        self._problems.retry_chosen.connect(self.retry_chosen)
        self._problems.leave_out_chosen.connect(self.leave_out_chosen)
        self._problems.fix_chosen.connect(self.fix_chosen)
        look.changed.connect(self._on_look_changed)

    def show_routines(self, values: Sequence[RoutineCardValues]) -> None:
        """Show these, in this order."""
        values = tuple(values)
        self._count.set_text(ntr("{n} routine", "{n} routines", len(values)))
        if values != self._values:
            self._values = values
            self._build()

    def set_thumbnails(self, thumbnails: Thumbnails | None) -> None:
        """Where the cards' pictures come from; called again once there are more."""
        self._thumbnails = thumbnails
        for card in self._cards:
            card.set_thumbnails(thumbnails)

    def show_problems(self, problems: Sequence[FileProblem], *, can_fix: bool = False) -> None:
        """Show what is wrong with the files left out, none: nothing. `can_fix`: `fix_chosen` is listened to."""
        self._problems.show_problems(problems, len(self._values), can_fix=can_fix)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [RoutineCard(self._look, values) for values in self._values]
        for card in self._cards:
            card.clicked.connect(self._on_card_clicked)
            card.arrow_pressed.connect(self._on_arrow_pressed)
            card.set_thumbnails(self._thumbnails)
        self._columns = 0
        self._arrange()

    def _on_arrow_pressed(self, key: int) -> None:
        card = self.sender()
        if not isinstance(card, RoutineCard):
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        there = self._cards.index(card) + step[Qt.Key(key)]
        if 0 <= there < len(self._cards):
            self._cards[there].setFocus(Qt.FocusReason.TabFocusReason)
            self._page.ensureWidgetVisible(self._cards[there])

    def _on_card_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, RoutineCard):
            self.routine_chosen.emit(card.routine)

    def _arrange(self) -> None:
        em = self._look.em(self.window().width())
        columns = next(number for least, number in _COLUMNS if em >= least)
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setSpacing(self._look.sp(18))
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(max(number for _, number in _COLUMNS)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_look_changed(self) -> None:
        if self._cards:
            self._build()
