"""EffortPicker: how hard it was, in seven words."""

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text, elided, text_width

EFFORTS = (1, 2, 3, 4, 5, 7, 10)  # the CR-10 ratings the words stand for
_HEIGHT, _GAP = 62, 6  # px at 100 %
_STRENGTHS = (0.18, 0.30, 0.42, 0.55, 0.68, 0.84, 1.0)  # of the signal bars, 0 .. 1


def effort_words() -> tuple[str, ...]:
    """The words of EFFORTS, in the person's language."""
    return (
        tr("Very easy"),
        tr("Easy"),
        tr("Moderate"),
        tr("Somewhat hard"),
        tr("Hard"),
        tr("Very hard"),
        tr("Maximal"),
    )


class EffortPicker(QWidget):
    """Seven radio buttons in a row, in two where it is narrow. Keys 1 to 7 choose while it or a part has focus."""

    effort_chosen = Signal(int)  # CR-10

    def __init__(self, look: Look, effort: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._options = [
            _EffortButton(look, word, strength, self) for word, strength in zip(effort_words(), _STRENGTHS, strict=True)
        ]
        for option in self._options:
            option.clicked.connect(self._on_option_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How hard was it?"))
        self.set_effort(effort)
        self._arrange()
        look.changed.connect(self._on_look_changed)

    @property
    def effort(self) -> int | None:
        """CR-10 of the choice, None before there is one."""
        return next((EFFORTS[i] for i, option in enumerate(self._options) if option.isChecked()), None)

    def set_effort(self, effort: int | None) -> None:
        """Choose silently. A rating between two words takes the lower."""
        for option in self._options:
            option.setAutoExclusive(False)
            option.setChecked(False)
        if effort is not None:
            self._options[max(i for i, value in enumerate(EFFORTS) if value <= max(1, effort))].setChecked(True)
        for option in self._options:
            option.setAutoExclusive(True)

    def choose(self, number: int) -> None:
        """Choose the word of that number, 1 .. 7, and say so: for the page's own keys."""
        self._options[number - 1].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_7:
            self.choose(event.key() - Qt.Key.Key_1 + 1)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._height())

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._height())

    def _columns(self) -> int:
        widths = [option.natural_width() for option in self._options]
        gap = self._look.px(_GAP)
        if self.width() >= sum(widths) + gap * (len(widths) - 1):
            return len(widths)
        return 4 if self.width() >= 4 * max(widths) + 3 * gap else 2

    def _height(self) -> int:
        rows = math.ceil(len(self._options) / self._columns())
        return rows * self._look.px(_HEIGHT) + (rows - 1) * self._look.px(_GAP)

    def _arrange(self) -> None:
        """In one row each is as wide as its word and an equal share of what is left over; else all alike."""
        gap, height, columns = self._look.px(_GAP), self._look.px(_HEIGHT), self._columns()
        room = self.width() - gap * (columns - 1)
        words = [option.natural_width() for option in self._options]
        spare = (room - sum(words)) / columns
        x = y = 0.0
        for index, (option, word) in enumerate(zip(self._options, words, strict=True)):
            if index and index % columns == 0:
                x, y = 0.0, y + height + gap
            width = word + spare if columns == len(words) else room / columns
            option.setGeometry(QRect(round(x), round(y), round(width), height))
            x += width + gap

    def _on_look_changed(self) -> None:
        self._arrange()
        self.updateGeometry()

    def _on_option_clicked(self) -> None:
        effort = self.effort
        if effort is not None:
            self.effort_chosen.emit(effort)


class _EffortButton(DrawnButton):
    def __init__(self, look: Look, text: str, strength: float, parent: QWidget) -> None:
        self._strength = strength
        super().__init__(look, text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def natural_width(self) -> int:
        """Wide enough for its word, px."""
        return round(text_width(self.look.font("small-bold", weight=700), self.text())) + self.look.px(6)

    def measure(self) -> QSize:
        return QSize(self.natural_width(), self.look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(34), self.look.px(_HEIGHT))

    def draw(self, painter: QPainter) -> None:
        look, rect, on = self.look, self.bounds(), self.isChecked()
        fill = look.color("accent_soft") if on else self.hover_fill(look.color("surface"), look.color("sunken"))
        edge = look.color("accent") if on else look.faint("edge", 0.5)
        draw_box(painter, rect, look.px(12), fill, edge, 2 if on else 1)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect.adjusted(3, 3, -3, -3), look.px(12) - 3)
        self._draw_bars(painter, rect, on)
        font = look.font(13.0, weight=700 if on else 500)
        word = elided(font, self.text(), rect.width() - 4)
        left = rect.center().x() - text_width(font, word) / 2
        draw_text(painter, font, look.color("accent" if on else "ink"), left, look.px(43), word)

    def _draw_bars(self, painter: QPainter, rect: QRectF, on: bool) -> None:
        look, tall = self.look, float(self.look.px(16))
        for index in range(5):
            height = tall * (0.3 + 0.175 * index)
            lit = (index + 1) / 5 <= self._strength + 0.05
            unlit = look.color("edge", 0.35) if look.is_high_contrast else look.color("line")
            color = look.color("accent" if on else "ink2") if lit else unlit
            left = rect.center().x() - look.px(15) + index * self.look.text_scale * 6.4
            bar = QRectF(left, look.px(10) + tall - height, look.px(4), height)
            draw_box(painter, bar, look.px(1.5), color)
