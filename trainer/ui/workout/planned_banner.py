"""PlannedBanner: what is planned for today and not done yet, offered while another routine is ready."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.icon_mark import IconTile
from trainer.ui.widgets.surfaces import Card
from trainer.ui.widgets.text import Text


class PlannedBanner(Card):
    """Quiet: one sentence and one button, none of it where the planned routine is the one that is ready."""

    chosen = Signal(str)  # routine id, to be made ready

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(20, 10, 14, 10), gap=12, horizontal=True, parent=parent)
        self._planned: tuple[str, str] | None = None
        self._ready = ""
        self._sentence = Text(look, "", "body", lines=2)
        self._button = Button(look, tr("Get it ready"), "soft", height=36)
        self._button.clicked.connect(self._on_clicked)
        self.column.addWidget(IconTile(look, "clock", 32, "accent", "accent_soft"))
        self.column.addWidget(self._sentence, 1)
        self.column.addWidget(self._button)
        self._show()

    def offer(self, planned: tuple[str, str] | None) -> None:
        """Offer the routine of that id and name, or nothing."""
        self._planned = planned
        self._show()

    def set_ready(self, routine_id: str) -> None:
        """That routine is ready now."""
        self._ready = routine_id
        self._show()

    def _show(self) -> None:
        self.setVisible(self._planned is not None)
        if self._planned is None:
            return
        routine, name = self._planned
        is_ready = routine == self._ready
        offer = tr("Planned for today: {routine}.").format(routine=name)
        self._sentence.set_text(tr("This is planned for today.") if is_ready else offer)
        self._button.setVisible(not is_ready)
        self._button.setAccessibleName(tr("Get {routine} ready").format(routine=name))

    def _on_clicked(self) -> None:
        if self._planned is not None:
            self.chosen.emit(self._planned[0])
