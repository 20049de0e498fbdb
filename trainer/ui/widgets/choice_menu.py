"""A menu of choices of which one holds, and MenuLink: words in the accent colour that open one."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.drawn import DrawnButton
from trainer.ui.widgets.painting import draw_focus_ring, draw_text, text_width

Option = tuple[Any, str]  # what is chosen, and its words


class ChoiceMenu(QMenu):
    """Kept by the widget under which it opens, and filled anew each time."""

    def __init__(self, under: QWidget) -> None:
        super().__init__(under)
        self._group = QActionGroup(self)
        self._values: dict[QAction, Any] = {}
        self._chosen: Callable[[Any], None] | None = None
        self.triggered.connect(self._on_triggered)

    def offer(self, options: Sequence[Option], current: object, chosen: Callable[[Any], None]) -> None:
        """Open with these, the current choice marked and in hand; `chosen` is called for what is chosen."""
        under = self.parentWidget()
        if under is None:
            return
        self.clear()
        self._values.clear()
        self._chosen = chosen
        self.setAccessibleName(under.accessibleName())
        for value, words in options:
            action = self.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == current)
            self._values[action] = value
            self._group.addAction(action)
        self.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))
        if self._group.checkedAction() is not None:
            self.setActiveAction(self._group.checkedAction())

    def _on_triggered(self, action: QAction) -> None:
        if self._chosen is not None:
            self._chosen(self._values[action])


class MenuLink(DrawnButton):
    """Says what holds and lets another be chosen. `chosen` only by the person."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        """`name`: what is chosen here, for assistive technology. The first option holds."""
        self._name, self._options, self._value = name, tuple(options), options[0][0]
        super().__init__(look, "", parent)
        self._menu = ChoiceMenu(self)
        self.clicked.connect(self._on_clicked)
        self.set_value(self._value)

    @property
    def value(self) -> Any:
        """What holds."""
        return self._value

    def set_value(self, value: object) -> None:
        """Have another choice hold, silently."""
        self._value = value
        self.setText(next(words for one, words in self._options if one == value))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self._on_look_changed()

    def measure(self) -> QSize:
        width = text_width(self._font(), self.text()) + self.look.px(30)
        return QSize(math.ceil(width), self.look.px(30))

    def draw(self, painter: QPainter) -> None:
        look, rect = self.look, self.bounds()
        color = self.hover_fill(look.color("accent"), look.color("accent_hover"))
        left = rect.left() + look.px(6)
        left += draw_text(painter, self._font(), color, left, rect.center().y(), self.text())
        half = look.px(7)
        square = QRectF(left + look.px(6), rect.center().y() - half, 2 * half, 2 * half)
        look.draw_icon(painter, "chevron-down", square, color, 2.3)
        if self.shows_focus:
            draw_focus_ring(painter, look, rect, look.px(8))

    def _on_clicked(self) -> None:
        self._menu.offer(self._options, self._value, self._on_chosen)

    def _on_chosen(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _font(self) -> QFont:
        return self.look.font("body-bold")
