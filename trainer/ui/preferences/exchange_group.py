"""ExchangeGroup: the log out to other programs and in from them, and the last import taken out again."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal

from trainer.language import ntr, tr
from trainer.ui.preferences.settings_group import SettingRow, SettingsGroup
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button


class ExchangeGroup(SettingsGroup):
    """Asks; who listens does it."""

    export_chosen = Signal()
    import_chosen = Signal()
    undo_chosen = Signal()  # of the last import

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Other programs"))
        out = _button(look, tr("Export…"), tr("Export"))
        out.clicked.connect(self.export_chosen)
        into = _button(look, tr("Import…"), tr("Import"))
        into.clicked.connect(self.import_chosen)
        undo = _button(look, tr("Take out…"), tr("Take the last import out"))
        undo.clicked.connect(self.undo_chosen)
        self._last = SettingRow(look, tr("Last import"), undo)
        meaning = tr("Your log as a file for a spreadsheet, a training site or a calendar")
        self.add_row(SettingRow(look, tr("Out"), out, meaning))
        meaning = tr("Workouts from Strong, Hevy or FitNotes, or from another Trainer")
        self.add_row(SettingRow(look, tr("In"), into, meaning))
        self.add_row(self._last)
        self.set_row_shown(self._last, False)

    def show_last_import(self, file_name: str, workouts: int, made: date) -> None:
        """Offer to undo it; with none of its workouts left there is nothing to offer."""
        day = QLocale().toString(QDate(made.year, made.month, made.day), QLocale.FormatType.ShortFormat)
        counted = ntr("{n} workout", "{n} workouts", workouts)
        said = tr("{workouts} of {file}, {day}").format(workouts=counted, file=file_name, day=day)
        self._last.set_meaning(said)
        self.set_row_shown(self._last, workouts > 0)

    def hide_last_import(self) -> None:
        """There is none."""
        self.set_row_shown(self._last, False)


def _button(look: Look, words: str, name: str) -> Button:
    button = Button(look, words, "second", height=34, text_size=13)
    button.setAccessibleName(name)
    return button
