"""TransportBar: the player's buttons, pause in the middle of the stage."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from trainer.core.snapshot import PrimaryAction
from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.transport_button import TransportButton
from trainer.ui.workout.player_keys import Intent
from trainer.ui.workout.stage_metrics import StageMetrics


class TransportBar(QWidget):
    """Every button says what it would do by the intent of its key."""

    pressed = Signal(object)  # Intent

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._easier = self._button("easier", tr("Easier"), "E", Intent.EASIER, "bare")
        self._harder = self._button("harder", tr("Harder"), "H", Intent.HARDER, "bare")
        self._less = self._button("remove-10", tr("Remove 10 seconds"), "↓", Intent.LESS)
        self._previous = self._button("previous", tr("Previous"), "←", Intent.PREVIOUS)
        self._primary = self._button("pause", tr("Pause"), tr("Space"), Intent.PRIMARY, "primary")
        self._next = self._button("next", tr("Next"), "→", Intent.NEXT)
        self._more = self._button("add-10", tr("Add 10 seconds"), "↑", Intent.MORE)
        self._voice = self._button("voice", tr("Voice"), "V", Intent.VOICE, "bare")
        self._distance = self._button("distance", tr("Distance mode"), "D", Intent.DISTANCE, "bare")
        self._wall = self._button("screens", tr("Second screen"), "W", Intent.WALL, "bare")
        self._voice.setCheckable(True)
        self._wall.setCheckable(True)
        self._wall.hide()
        self._left = _row(self._easier, self._harder)
        self._middle = _row(self._less, self._previous, self._primary, self._next, self._more)
        self._right = _row(self._voice, self._distance, self._wall)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._left, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._middle, 0, 1)
        grid.addWidget(self._right, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self._grid = grid
        self._narrow = False
        self._hints = True

    def set_metrics(self, metrics: StageMetrics) -> None:
        """Narrow: previous, pause, next only. Short: no words and keys."""
        for button in (self._less, self._more):
            button.setVisible(not metrics.narrow)
        self._left.setVisible(not metrics.narrow)
        self._right.setVisible(not metrics.narrow)
        self._hints = not (metrics.short or metrics.narrow)
        gap = self._look.sp(2 if metrics.short else 6)
        for row in (self._left, self._middle, self._right):
            layout = row.layout()
            if layout is not None:
                layout.setSpacing(gap)
        self._narrow = metrics.narrow
        self._fit()

    def set_primary(self, action: PrimaryAction) -> None:
        """What Space and the large button do now."""
        icon, word = {
            PrimaryAction.START: ("play", tr("Start")),
            PrimaryAction.PAUSE: ("pause", tr("Pause")),
            PrimaryAction.RESUME: ("play", tr("Resume")),
            PrimaryAction.DONE: ("check", tr("Done")),
            PrimaryAction.NONE: ("check", tr("Done")),
        }[action]
        self._primary.set_icon(icon)
        if self._primary.text() != word:
            self._primary.set_text(word)

    def set_ladder(self, *, easier: bool, harder: bool) -> None:
        """Whether the exercise at hand has an easier and a harder form to go to."""
        self._easier.setEnabled(easier)
        self._harder.setEnabled(harder)

    def set_voice(self, on: bool) -> None:
        """Whether the coach speaks."""
        self._voice.setChecked(on)
        self._voice.set_icon("voice" if on else "voice-off")

    def set_wall(self, on: bool, *, available: bool) -> None:
        """Whether the distance view stands on another screen, and whether there is one."""
        self._wall.setChecked(on)
        self._wall.set_icon("screens-on" if on else "screens")
        self._wall.setVisible(available)
        self._fit()

    def focus_primary(self) -> None:
        """Put the keyboard on the large button."""
        self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The same room on both sides, so that pause stays in the middle; words only where that leaves them room."""
        buttons, side = self.findChildren(TransportButton), 0
        for hints in (True, False) if self._hints else (False,):
            for button in buttons:
                button.set_hints_shown(hints)
            side = 0 if self._narrow else max(self._left.sizeHint().width(), self._right.sizeHint().width())
            if 2 * side + self._middle.sizeHint().width() <= self.width():
                break
        self._grid.setColumnMinimumWidth(0, side)
        self._grid.setColumnMinimumWidth(2, side)

    def _button(self, icon: str, text: str, key: str, intent: Intent, kind: str = "round") -> TransportButton:
        button = TransportButton(self._look, icon, text, key, kind)  # type: ignore[arg-type]
        button.clicked.connect(lambda: self.pressed.emit(intent))
        return button


def _row(*buttons: TransportButton) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        layout.addWidget(button)
    return row
