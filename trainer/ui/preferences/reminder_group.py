"""ReminderGroup: whether and when one is reminded of what is planned."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSystemTrayIcon

from trainer.core.preferences import Preferences
from trainer.language import tr
from trainer.ui.preferences.settings_group import SettingRow, SettingsGroup
from trainer.ui.theme.look import Look
from trainer.ui.widgets.moment_fields import TimeField
from trainer.ui.widgets.switch import Switch


class ReminderGroup(SettingsGroup):
    """Off by default. Says where the days are planned, and where the reminder will be said."""

    fields_changed = Signal(dict)  # names of preferences and their values

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Week plan"))
        self.switch = Switch(look)
        self.at = TimeField(look, tr("Remind me at"), time(17))
        self._switch_row = SettingRow(look, tr("Remind me on planned days"), self.switch)
        self._at_row = SettingRow(look, tr("Remind me at"), self.at)
        self.add_row(self._switch_row)
        self.add_row(self._at_row)
        self._value = Preferences()
        self.switch.clicked.connect(lambda on: self.fields_changed.emit({"reminder": on}))
        self.at.time_chosen.connect(lambda at: self.fields_changed.emit({"reminder_at": at.hour * 60 + at.minute}))
        self._say()

    def show_preferences(self, value: Preferences) -> None:
        """Show these, silently."""
        self._value = value
        self.switch.setChecked(value.reminder)
        hour, minute = divmod(value.reminder_at, 60)
        if self.at.at != time(hour, minute):
            self.at.set_at(time(hour, minute))
        self.set_row_shown(self._at_row, value.reminder)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()  # trays come and go

    def _say(self) -> None:
        if self.switch.isChecked() and not self._value.week_plan:
            meaning = tr("No day has a routine yet: the week is planned on Progress.")
        elif self.switch.isChecked() and self.isVisible() and not QSystemTrayIcon.isSystemTrayAvailable():
            meaning = tr("Once, while the program runs and no session does. There is no tray: the window says it.")
        else:
            meaning = tr("Once, from the tray, while the program runs and no session does")
        self._switch_row.set_meaning(meaning)
