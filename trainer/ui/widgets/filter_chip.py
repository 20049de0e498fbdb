"""FilterChip: a filter that is off, or says what it lets through and can be taken away."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.chip import Chip
from trainer.ui.widgets.choice_menu import ChoiceMenu, Option

_CLOSE_ROOM = 34  # px at 100 %, at the right end: a click there takes the filter away


class FilterChip(Chip):
    """Press it for a menu; its cross, Delete or Backspace take the filter away. `value` None: off.

    Without options it is on or off, and `value` True or None.
    """

    changed = Signal()  # by the person

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[Option] = (),
        *,
        anything: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`anything`: the words of no filter, first in the menu."""
        self._name, self._anything, self._options = name, anything, tuple(options)
        self._value: Any = None
        self._pressed_at: QPointF | None = None
        super().__init__(look, name, icon, parent=parent)
        self._menu = ChoiceMenu(self)
        self.clicked.connect(self._on_clicked)
        self._show()

    @property
    def value(self) -> Any:
        """What it lets through, None: everything."""
        return self._value

    @property
    def has_options(self) -> bool:
        """Whether there is a menu to choose from."""
        return bool(self._options)

    @property
    def lit(self) -> bool:
        return self._value is not None

    def set_value(self, value: object) -> None:
        """Set the filter, silently."""
        if value != self._value:
            self._value = value
            self._show()

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer others; a filter that is no longer among them goes."""
        self._options = tuple(options)
        if self._options and self._value not in [value for value, _ in self._options]:
            self._value = None
        self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._pressed_at = None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.lit:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        at, self._pressed_at = self._pressed_at, None
        if self.lit and (not self._options or (at is not None and at.x() > self.width() - self.look.px(_CLOSE_ROOM))):
            self._choose(None)
        elif self._options:
            self._menu.offer(((None, self._anything), *self._options), self._value, self._choose)
        else:
            self._choose(True)

    def _choose(self, value: object) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit()

    def _show(self) -> None:
        words = next((words for value, words in self._options if value == self._value), "") if self.lit else ""
        self.setText(words or self._name)
        self.set_trailing("close" if self.lit else "chevron-down" if self._options else None)
        if words:
            self.setAccessibleName(tr("{filter}: {chosen}").format(filter=self._name, chosen=words))
        else:
            self.setAccessibleName(self._name)
        off, on = tr("This filter is off."), tr("This filter is on. Delete takes it away.")
        self.setAccessibleDescription(on if self.lit else off)
        self._on_look_changed()
