"""ReadyHeader: the routine's name, what it is, and the room where its moves are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.routine import Routine
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.icon_mark import Dots
from trainer.ui.widgets.icon_text import IconText
from trainer.ui.widgets.text import Text
from trainer.ui.workout.hero import HeroRoom
from trainer.ui.workout.ready_model import Fact, level_text

_ROOM_FOR_LINKS = 300  # pixels at 100 % text that all of them take in one row


class ReadyHeader(QWidget):
    """Words on the left, the hero room on the right; the room goes where it is narrow."""

    card_chosen = Signal()  # the routine on paper
    schedule_chosen = Signal()  # all that will be heard and shown, and when
    link_chosen = Signal()  # the page it comes from
    edit_chosen = Signal()  # change it, or a copy of it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: tuple[Fact, ...] = ()
        self.hero = HeroRoom(look)
        self._title = FitText(look, "", 32, 26, 2)
        self._subtitle = Text(look, "", "lead", "ink2", lines=2)
        self._shelf = QWidget()
        self._flow = FlowLayout(look, 14, self._shelf)
        self._overview = Text(look, "", "lead", "ink2", leading=1.55)
        self._words = QVBoxLayout()
        for part in (self._title, self._subtitle, self._shelf, self._overview):
            self._words.addWidget(part)
        self._words.addStretch(1)
        self._aside = QVBoxLayout()
        self._aside.addWidget(self.hero)
        self._aside.addLayout(self._links())
        self._aside.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._aside)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def show_routine(self, routine: Routine, facts: tuple[Fact, ...]) -> None:
        """Show its name, subtitle, facts, level and overview."""
        self._title.set_text(routine.name)
        self._subtitle.set_text(routine.subtitle)
        self._link.setVisible(bool(routine.link))
        self._overview.set_text(" ".join(routine.overview.split()))
        self._overview.setVisible(bool(routine.overview.strip()))
        if facts == self._facts:
            return
        self._facts = facts
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for fact in facts:
            self._flow.addWidget(IconText(self._look, fact.icon, fact.text))
        if routine.difficulty:
            self._flow.addWidget(self._level(routine.difficulty))

    def set_hero_size(self, width: float, height: float) -> None:
        """Size of the hero room in pixels at 100 %; no width: it is not there."""
        self.hero.setVisible(width > 0)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if width > 0 else down)
        if width > 0:
            self.hero.setFixedSize(self._look.px(width), self._look.px(height))
        self._place_links(2 if 0 < width < _ROOM_FOR_LINKS else 4)

    def _links(self) -> QGridLayout:
        """What can be done with the routine but train it, under the hero room."""
        card = Button(self._look, tr("Wall card"), "link", "file", height=24, text_size=13)
        card.setAccessibleDescription(tr("Save the routine as a PDF to print"))
        card.clicked.connect(self.card_chosen)
        edit = Button(self._look, tr("Edit"), "link", "edit", height=24, text_size=13)
        edit.setAccessibleDescription(tr("Changes this routine, or a copy of one that comes with Trainer"))
        edit.clicked.connect(self.edit_chosen)
        self._link = Button(self._look, tr("Its page"), "link", "arrow", height=24, text_size=13)
        self._link.setAccessibleDescription(tr("Shows the address, and opens it in the browser if you like"))
        self._link.clicked.connect(self.link_chosen)
        schedule = Button(self._look, tr("Preview"), "link", "play", height=24, text_size=13)
        schedule.setAccessibleDescription(tr("Shows all that will be heard and shown, and when"))
        schedule.clicked.connect(self.schedule_chosen)
        self._parts = (schedule, edit, card, self._link)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setColumnStretch(len(self._parts), 1)
        self._grid = grid
        self._place_links(4)
        return grid

    def _place_links(self, columns: int) -> None:
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns, Qt.AlignmentFlag.AlignLeft)

    def _level(self, difficulty: int) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(6))
        row.addWidget(Dots(self._look, difficulty))
        row.addWidget(Text(self._look, level_text(difficulty), "body", "ink2", lines=1))
        return pair

    def _on_look_changed(self) -> None:
        self._row.setSpacing(self._look.sp(28))
        self._words.setSpacing(self._look.sp(9))
        self._aside.setSpacing(self._look.sp(6))
