"""RestoreSheet: the backups there are, to choose one to go back to, or another file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.theme.look import Look
from trainer.ui.widgets.backup_rows import BackupOffer, BackupRows
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text


class RestoreSheet(Sheet):
    """Closes when something is chosen; nothing is done by it."""

    backup_chosen = Signal(str)  # the offer's key
    other_chosen = Signal()

    def __init__(self, look: Look, offers: Sequence[BackupOffer], parent: QWidget) -> None:
        super().__init__(look, tr("Go back to a backup"), parent, width=620)
        said = tr("Log, routines and preferences become what they were then. What is here now is backed up first.")
        if not offers:
            said = tr("There are no backups here yet. One made by hand can be opened from where it was put.")
        self.column.addWidget(Text(look, said, "body", "ink2"))
        self.rows = BackupRows(look, offers)
        self.rows.chosen.connect(self._on_chosen)
        self.column.addSpacing(look.sp(6))
        self.column.addWidget(self.rows)
        self.column.addSpacing(look.sp(6))
        other = Button(look, tr("Another file\N{HORIZONTAL ELLIPSIS}"), "second", "file", height=38)
        other.clicked.connect(self._on_other)
        self.column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_chosen(self, key: str) -> None:
        self.accept()
        self.backup_chosen.emit(key)

    def _on_other(self) -> None:
        self.accept()
        self.other_chosen.emit()
