"""FirstRunView: what is at home, a weight if the person likes, and off."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.core.exercise import Equipment
from trainer.core.preferences import WeightUnit
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.equipment_tiles import EquipmentTiles
from trainer.ui.widgets.fit_text import FitText
from trainer.ui.widgets.flow_layout import FlowLayout
from trainer.ui.widgets.scroll_page import ScrollPage
from trainer.ui.widgets.surfaces import Card, Ground, Rule
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.weight import WeightStepper
from trainer.ui.workout.hero import HeroRoom
from trainer.ui.workout.ready_model import Outline

_FULL, _BESIDE = 1200, 960  # em widths of the window, design.md "Layout and breakpoints"
_SHORT = 700  # em height


class FirstRunView(Ground):
    """Mock-up K. Nothing here has to be answered; both ways on take the answers with them."""

    start_chosen = Signal(dict, object)  # equipment id -> how many; kilograms as a float, None: not set
    look_around_chosen = Signal(dict, object)

    def __init__(self, look: Look, equipment: Sequence[Equipment], parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._kg: float | None = None
        self._hero = HeroRoom(look, radius=24)
        self._page = ScrollPage(look, margins=(0, 0, 12, 0), gap=14)
        self._title = FitText(look, tr("Someone to follow, without a video"), 38, 26, 3)
        self._tiles = EquipmentTiles(look, equipment)
        self._weight = WeightStepper(look, None, WeightUnit.KG)
        self._start = Button(look, tr("Start now"), "primary", "play", key_hint=tr("Space"), height=56, text_size=17)
        self._start.setAccessibleName(tr("Start"))
        self._look_around = Button(look, tr("Look around"), "ghost", height=56, text_size=16)
        self._row = QHBoxLayout(self)
        self._build()
        self._weight.weight_chosen.connect(self._on_weight_chosen)
        self._start.clicked.connect(self.start)
        self._look_around.clicked.connect(self.look_around)
        self._arrange()
        look.changed.connect(self._arrange)

    def start(self) -> None:
        """What Start does, and Space."""
        self.start_chosen.emit(self._tiles.owned, self._kg)

    def look_around(self) -> None:
        """What Look around does."""
        self.look_around_chosen.emit(self._tiles.owned, self._kg)

    def show_routine(self, outline: Outline) -> None:
        """What stands in the hero room until the figure does: the routine Start begins."""
        self._hero.show_outline(outline)

    @property
    def hero(self) -> HeroRoom:
        """The room the figure moves into: `hero.set_figure(widget)`."""
        return self._hero

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        look, page = self._look, self._page.column
        promise = tr(
            "A figure shows each move, a clock and a voice keep time, and the routine bends to what you own. "
            "Nothing leaves this computer."
        )
        page.addWidget(self._title)
        page.addWidget(Text(look, promise, "lead", "ink2", leading=1.6))
        card = Card(look, padding=20, gap=14)
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("What do you have at home?"), "h3"), 1)
        head.addWidget(Text(look, tr("change any time"), "small", "ink2", lines=1))
        card.column.addLayout(head)
        card.column.addWidget(self._tiles)
        card.column.addWidget(Rule(look))
        card.column.addLayout(self._weight_row())
        page.addWidget(card)
        page.addStretch(1)
        buttons = QWidget()
        flow = FlowLayout(look, 8, buttons)
        flow.addWidget(self._start)
        flow.addWidget(self._look_around)
        left = QVBoxLayout()
        left.setSpacing(look.sp(16))
        left.addWidget(self._page, 1)
        left.addWidget(buttons)
        self._row.addLayout(left, 6)
        self._row.addWidget(self._hero, 5)

    def _weight_row(self) -> QHBoxLayout:
        look = self._look
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, tr("Your weight, for the calorie range"), "body", lines=2))
        without = tr("Optional: without it the range is wider")
        words.addWidget(Text(look, without, "small", "ink2", lines=2))
        row.addLayout(words, 1)
        row.addWidget(self._weight, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _on_weight_chosen(self, kg: object) -> None:
        self._kg = kg if isinstance(kg, float) else None

    def _arrange(self) -> None:
        look = self._look
        em, short = look.em(self.window().width()), look.em(self.height()) < _SHORT
        self._hero.setVisible(em >= _BESIDE)
        self._row.setStretch(1, 5 if em >= _FULL else 4)
        self._title.set_sizes(32 if short else 38, 26)
        upright = look.sp(24 if short or em < _BESIDE else 36)
        self._row.setContentsMargins(look.sp(40 if em >= _BESIDE else 24), upright, look.sp(32), upright)
        self._row.setSpacing(look.sp(24))
        wide = em >= _FULL
        self._start.set_text(tr("Start with Upper and Lower Back") if wide else tr("Start now"))
