"""BackupsGroup: when everything was last backed up, and the ways there and back."""

from PySide6.QtCore import Signal

from trainer.language import tr
from trainer.ui.preferences.settings_group import SettingRow, SettingsGroup
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button


class BackupsGroup(SettingsGroup):
    """Knows nothing of files: shows what it is told, says what is wanted."""

    create_chosen = Signal()
    restore_chosen = Signal()
    folder_chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Backups"))
        create = Button(look, tr("Back up now\N{HORIZONTAL ELLIPSIS}"), "second", "backup", height=34, text_size=13)
        restore = Button(look, tr("Restore\N{HORIZONTAL ELLIPSIS}"), "second", "restart", height=34, text_size=13)
        folder = Button(look, tr("Open folder"), "second", "folder", height=34, text_size=13)
        create.clicked.connect(self.create_chosen)
        restore.clicked.connect(self.restore_chosen)
        folder.clicked.connect(self.folder_chosen)
        folder.setAccessibleName(tr("Open the folder of backups"))
        self._last = SettingRow(look, tr("Everything in one file"), create)
        self.add_row(self._last)
        self.add_row(SettingRow(look, tr("Go back to a backup"), restore, tr("What is here now is backed up before")))
        said = tr("One a day, kept for seven days; before that one a week, for four weeks")
        self.add_row(SettingRow(look, tr("Made by themselves"), folder, said))

    def show_last(self, words: str) -> None:
        """Say when the last one was made, or why none could be."""
        self._last.set_meaning(words)
