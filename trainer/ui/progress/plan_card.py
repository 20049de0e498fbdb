"""PlanCard: the days of the week with the routines that are meant for them, and the streak in weeks."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.language import tr
from trainer.ui.progress.plan_values import PlanDay, PlanItem, week_sentence
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.choice_menu import ChoiceMenu
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.line_breaks import break_lines, limit_lines
from trainer.ui.widgets.painting import draw_box, draw_focus_ring, draw_text
from trainer.ui.widgets.plain_tip import plain_tip
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text

_ACROSS = 900  # the card's width in pixels over the text scale from which the days stand side by side
_LINES = 2  # of a routine's name
_OPEN, _REMOVE = "open", "remove"


class PlanCard(Card):
    """Shows the week that runs; what is planned holds for every week."""

    routine_opened = Signal(str)  # id
    addition_chosen = Signal(object)  # PlanDay: a routine is to be chosen for its weekday
    removal_chosen = Signal(object, str)  # Weekday, routine id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 16, 20, 18), gap=8, parent=parent)
        self._look = look
        self._shown: tuple[PlanDay, ...] = ()
        self._columns: list[_Day] = []
        self._streak = Text(look, "", "small-bold", "ink2", lines=1)
        self._sentence = Text(look, "", "small", "ink2")
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Week plan"), "h3", lines=1), 1)
        head.addWidget(self._streak)
        self._days = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.column.addLayout(head)
        self.column.addWidget(self._sentence)
        self.column.addLayout(self._days)
        self.setAccessibleName(tr("Week plan"))

    def show_week(self, days: Sequence[PlanDay], streak: str) -> None:
        """Show these seven days; the keyboard stays where it was."""
        self._streak.set_text(streak)
        self._sentence.set_text(week_sentence(days))
        if tuple(days) == self._shown:
            return
        focused = next((n for n, column in enumerate(self._columns) if column.has_keyboard), None)
        self._shown = tuple(days)
        for column in self._columns:
            self._days.removeWidget(column)
            column.hide()
            column.deleteLater()
        self._columns = []
        for day in days:
            column = _Day(self._look, day)
            column.routine_opened.connect(self.routine_opened)
            column.addition_chosen.connect(self.addition_chosen)
            column.removal_chosen.connect(self.removal_chosen)
            self._columns.append(column)
            self._days.addWidget(column, 1)
            column.show()  # now, not in the next turn: it may be given the keyboard
        self._arrange()
        if focused is not None:
            self._columns[focused].focus_add()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = self._look.em(self.width()) >= _ACROSS
        self._days.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self._days.setSpacing(self._look.sp(10))


class _Day(QWidget):
    routine_opened = Signal(str)
    addition_chosen = Signal(object)
    removal_chosen = Signal(object, str)

    def __init__(self, look: Look, day: PlanDay) -> None:
        super().__init__()
        self._day = day
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(day.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.sp(6))
        head = QHBoxLayout()
        color = "accent" if day.is_today else "ink2"
        head.addWidget(Text(look, day.heading, "small-bold", color, lines=1), 1)
        self._add = Button(look, "", "ghost", "plus", height=30)
        self._add.setAccessibleName(tr("Plan a routine: {weekday}").format(weekday=day.name))
        self._add.setToolTip(plain_tip(tr("Plan a routine: {weekday}").format(weekday=day.name)))
        self._add.clicked.connect(lambda: self.addition_chosen.emit(day))
        head.addWidget(self._add)
        column.addLayout(head)
        for item in day.items:
            button = _Item(look, item)
            button.setAccessibleName(", ".join(filter(None, (day.name, item.name, item.state))))
            button.routine_opened.connect(self.routine_opened)
            button.removal_chosen.connect(lambda routine: self.removal_chosen.emit(day.weekday, routine))
            column.addWidget(button)
        column.addStretch(1)

    @property
    def has_keyboard(self) -> bool:
        """Whether the focus is in it."""
        return any(button.hasFocus() for button in self.findChildren(QAbstractButton))

    def focus_add(self) -> None:
        """Give its plus the keyboard."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)


class _Item(DrawnButton):
    """A planned routine. Pressed, it offers to open it or to take it out; Delete takes it out."""

    routine_opened = Signal(str)
    removal_chosen = Signal(str)

    def __init__(self, look: Look, item: PlanItem) -> None:
        self._item = item
        super().__init__(look, item.name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(item.name))
        self._menu = ChoiceMenu(self)
        self.clicked.connect(self._on_clicked)

    def measure(self) -> QSize:
        lines = len(self._lines()) + (1 if self._item.done else 0)
        return QSize(self.look.px(80), round(lines * self._pitch()) + self.look.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.measure().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # as high as its words need at that width

    def keyPressEvent(self, event: object) -> None:
        if getattr(event, "key", int)() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_chosen.emit(self._item.routine)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def draw(self, painter: QPainter) -> None:
        look, rect, item = self.look, self.bounds(), self._item
        ground = look.color("accent_soft" if item.done else "sunken")
        edge = look.color("edge") if look.is_high_contrast else None
        draw_box(painter, rect, look.px(10), self.hover_fill(ground, look.color("line")), edge)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, look.px(10))
        font, left = look.font("small-bold"), look.px(10)
        pitch = self._pitch()
        middle = look.px(9) + pitch / 2
        for line in self._lines():
            draw_text(painter, font, look.color("ink"), left, middle, line)
            middle += pitch
        if item.done:
            caption = look.font("caption", weight=500)
            size = look.px(13)
            look.draw_icon(painter, "check", QRectF(left, middle - size / 2, size, size), look.color("done_ink"), 2.8)
            draw_text(painter, caption, look.color("ink2"), left + size + look.px(5), middle, item.state)

    def _lines(self) -> tuple[str, ...]:
        font, width = self.look.font("small-bold"), float(self.width() - 2 * self.look.px(10))
        return limit_lines(break_lines(self._item.name, font, width).lines, font, width, _LINES)

    def _pitch(self) -> float:
        return self.look.font("small-bold").pixelSize() * 1.35

    def _on_clicked(self) -> None:
        options = ((_OPEN, tr("Get it ready")), (_REMOVE, tr("Take it out of the plan")))
        self._menu.offer(options, None, self._on_chosen)

    def _on_chosen(self, what: str) -> None:
        (self.routine_opened if what == _OPEN else self.removal_chosen).emit(self._item.routine)
