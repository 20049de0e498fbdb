"""SettingsGroup: a heading over a card of rows; SettingRow: a label, what it means, and its control."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Card, Rule
from trainer.ui.widgets.text import Text

_LABEL = 150  # px at 100 % a label needs beside its control


class SettingRow(QWidget):
    """The control stands beside the label, or below it where there is no room."""

    def __init__(self, look: Look, label: str, control: QWidget, meaning: str = "") -> None:
        super().__init__()
        self._look, self._control = look, control
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(Text(look, label, "body", lines=2))
        self._meaning = Text(look, meaning, "small", "ink2", lines=3, parent=self)
        self._meaning.setVisible(bool(meaning))
        self._words.addWidget(self._meaning)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if not control.accessibleName():
            control.setAccessibleName(label)
        control.setAccessibleDescription(meaning)

    def set_meaning(self, meaning: str) -> None:
        """Say something else below the label."""
        self._meaning.set_text(meaning)
        self._meaning.setVisible(bool(meaning))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._control.sizeHint().width() + self._look.px(_LABEL) <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(self._look.sp(12 if beside else 6))


class SettingsGroup(QWidget):
    """Rows with hairlines between them."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self._rules: dict[QWidget, Rule] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, padding=(18, 12, 18, 12), gap=10)
        self._column.addWidget(Text(look, title, "h3", lines=1))
        self._column.addWidget(self._card)
        self.setAccessibleName(title)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def add_row(self, row: QWidget) -> None:
        """Add a row below the others."""
        if self._card.column.count():
            rule = Rule(self._look)
            self._rules[row] = rule
            self._card.column.addWidget(rule)
        self._card.column.addWidget(row)

    def set_row_shown(self, row: QWidget, shown: bool) -> None:
        """Show or hide a row, its hairline with it."""
        row.setVisible(shown)
        if row in self._rules:
            self._rules[row].setVisible(shown)

    def _on_look_changed(self) -> None:
        self._column.setSpacing(self._look.sp(8))
