"""MuscleCard: how the work of some weeks is spread over the body, as a map and in minutes, and the trunk's pair."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.core.balance import WINDOW_DAYS, WINDOWS, MuscleGroup, levels, most_neglected, trunk_pair
from trainer.core.routine import Routine
from trainer.language import ntr, tr
from trainer.library.muscle_words import group_name
from trainer.ui.progress.trunk_pair import TrunkPair
from trainer.ui.progress.wording import minutes_text, neglected_sentence, pair_sentence
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.drawn import Drawn
from trainer.ui.widgets.painting import draw_box, draw_text, text_width
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text

#: A picture of the body with muscles lit by their levels: levels, logical size, from behind. None: not ready.
BodyMapPainter = Callable[[tuple[tuple[str, float], ...], QSize, bool], QPixmap | None]

_FIGURE: Final = (116, 236)  # pixels of one side of the map, at 100 % text
_BESIDE: Final = 560  # the card's width in pixels over the text scale from which map and minutes stand side by side


class MuscleCard(Card):
    """The map from the front and from behind, every group with its minutes, and the one that has worked least."""

    remedy_chosen = Signal(str)  # id of the routine that trains what has worked least
    days_chosen = Signal(int)  # how many days back: show_balance() is to follow

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 16, 20, 18), gap=8, parent=parent)
        self._look = look
        self._routine = ""  # id of the one that is offered
        self.map = BodyMap(look)
        self.minutes = GroupMinutes(look)
        self._sentence = Text(look, "", "small", "ink2")
        self._remedy = Button(look, "", "link", "play", height=28, text_size=13)
        self._remedy.clicked.connect(lambda: self.remedy_chosen.emit(self._routine))
        self._pair_words = Text(look, "", "small", "ink2")
        self.pair = TrunkPair(look)
        self._windows = Segmented(look, [_days_text(days) for days in WINDOWS], WINDOWS.index(WINDOW_DAYS), height=34)
        self._windows.setAccessibleName(tr("How far back"))
        self._windows.index_chosen.connect(lambda index: self.days_chosen.emit(WINDOWS[index]))
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Muscles"), "h3", lines=1), 1)
        head.addWidget(self._windows)
        self.column.addLayout(head)
        self.column.addWidget(Text(look, tr("Work in strength and cardio"), "small", "ink2"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(look.sp(6))
        right.addWidget(self.minutes)
        right.addWidget(self._sentence)
        right.addWidget(self._remedy, 0, Qt.AlignmentFlag.AlignLeft)
        right.addSpacing(look.sp(6))
        right.addWidget(self.pair)
        right.addWidget(self._pair_words)
        right.addStretch(1)
        self._row.addLayout(right, 1)
        self.column.addLayout(self._row)
        self.setAccessibleName(tr("Muscles"))

    def show_balance(
        self,
        balance: Mapping[MuscleGroup, float],
        remedy: Routine | None = None,
        led: Mapping[MuscleGroup, date] | None = None,
        today: date = date.min,
    ) -> None:
        """Show seconds of work of every group, and offer the routine that trains the neglected one.

        `led`: the last day of the past year on which each group led a move.
        """
        self._routine = "" if remedy is None else remedy.id
        self._remedy.setVisible(remedy is not None)
        if remedy is not None:
            self._remedy.set_text(tr("Train it: {routine}").format(routine=remedy.name))
        self.map.show_levels(levels(balance))
        self.minutes.show_balance(balance)
        days = led or {}
        group = most_neglected(balance, days)
        none = tr("Nothing in these days has worked a muscle.")
        said = neglected_sentence(group, None if group is None else days.get(group), today)
        self._sentence.set_text(said if any(balance.values()) else none)
        front, back = trunk_pair(balance)
        self.pair.show_pair(front, back)
        self._pair_words.set_text(pair_sentence(front, back))
        self.pair.setVisible(any(balance.values()))
        self._pair_words.setVisible(any(balance.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._look.em(self.width()) >= _BESIDE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(self._look.sp(24 if beside else 12))


class BodyMap(Drawn):
    """The figure from the front and from behind; the more a muscle has worked, the more it glows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._levels: tuple[tuple[str, float], ...] = ()
        self._painter: BodyMapPainter | None = None
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Body map"))
        self.setAccessibleDescription(tr("The minutes of each group stand beside it."))

    def set_painter(self, painter: BodyMapPainter) -> None:
        """Where the pictures come from."""
        self._painter = painter
        self.update()

    def show_levels(self, levels: tuple[tuple[str, float], ...]) -> None:
        """How much each muscle has worked, 0 .. 1."""
        self._levels = levels
        self.update()

    def measure(self) -> QSize:
        width, height = _FIGURE
        return QSize(self.look.px(2 * width + 8), self.look.px(height + 22))

    def draw(self, painter: QPainter) -> None:
        look, font = self.look, self.look.font("caption", weight=500)
        width, height = (look.px(side) for side in _FIGURE)
        for column, name in enumerate((tr("Front"), tr("Back"))):
            left = column * (width + look.px(8))
            if self._painter is not None:
                picture = self._painter(self._levels, QSize(width, height), column == 1)
                if picture is not None:
                    painter.drawPixmap(left, 0, picture)
            middle = left + (width - text_width(font, name)) / 2
            draw_text(painter, font, look.color("ink2"), middle, height + look.px(12), name)


class GroupMinutes(Drawn):
    """A line for every group: its name, a bar, its minutes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._balance: Mapping[MuscleGroup, float] = {}
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Minutes of each group"))

    def show_balance(self, balance: Mapping[MuscleGroup, float]) -> None:
        """Show seconds of work of every group."""
        self._balance = balance
        lines = [
            tr("{group}: {minutes}").format(group=group_name(group), minutes=minutes_text(seconds / 60))
            for group, seconds in balance.items()
        ]
        self.setAccessibleDescription("; ".join(lines))
        self.updateGeometry()
        self.update()

    def measure(self) -> QSize:
        return QSize(self.look.px(260), self.look.px(20) * len(MuscleGroup))

    def draw(self, painter: QPainter) -> None:
        look, font = self.look, self.look.font("caption", weight=500, tabular=True)
        most = max(self._balance.values(), default=0.0)
        names = max((text_width(font, group_name(group)) for group in self._balance), default=0.0) + look.px(12)
        figures = max((text_width(font, minutes_text(s / 60)) for s in self._balance.values()), default=0.0)
        room = self.width() - names - figures - look.px(12)
        for row, (group, seconds) in enumerate(self._balance.items()):
            middle = look.px(20) * (row + 0.5)
            draw_text(painter, font, look.color("ink"), 0.0, middle, group_name(group))
            text = minutes_text(seconds / 60)
            draw_text(painter, font, look.color("ink2"), self.width() - text_width(font, text), middle, text)
            if room > look.px(24):
                height = look.px(6)
                track = QRectF(names, middle - height / 2, room, height)
                edge = look.color("edge") if look.is_high_contrast else None
                draw_box(painter, track, height / 2, look.color("sunken"), edge)
                if seconds > 0.0 and most > 0.0:
                    track.setWidth(max(height, room * seconds / most))
                    draw_box(painter, track, height / 2, look.color("strength"))


def _days_text(days: int) -> str:
    return ntr("{n} day", "{n} days", days)
