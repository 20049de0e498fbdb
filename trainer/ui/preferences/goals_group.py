"""GoalsGroup: what a week aims at."""

from PySide6.QtCore import Signal

from trainer.core.goals import WHO_MINUTES, WHO_MORE_MINUTES, WHO_STRENGTH_DAYS, Goals, goals_of
from trainer.core.preferences import Preferences
from trainer.language import ntr, tr
from trainer.ui.preferences.settings_group import SettingRow, SettingsGroup
from trainer.ui.preferences.steps import read_number
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.stepper import Stepper

_LEAST, _MOST, _STEP = 10, 3000, 10  # minutes; as core/preferences has it
_WEEK = 7


class GoalsGroup(SettingsGroup):
    """Minutes, further minutes (never fewer than those), strength days, and the way back to the WHO's."""

    fields_changed = Signal(dict)  # names of preferences and their values

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Weekly goals"))
        self.minutes = Stepper(look, WHO_MINUTES, _LEAST, _MOST, _STEP, words=_minutes, number=read_number)
        self.more_minutes = Stepper(look, WHO_MORE_MINUTES, _LEAST, _MOST, _STEP, words=_minutes, number=read_number)
        self.days = Stepper(look, WHO_STRENGTH_DAYS, 0, _WEEK, 1, words=_days, number=read_number, unset=tr("no goal"))
        self._who = Button(look, tr("Use the WHO's"), "second", height=34, text_size=13)
        self._goals = Goals()
        meaning = tr("A minute at 6 MET or more is vigorous and counts double.")
        self.add_row(SettingRow(look, tr("Active minutes"), self.minutes, meaning))
        self.add_row(SettingRow(look, tr("Further minutes"), self.more_minutes, tr("The upper line of the charts")))
        self.add_row(SettingRow(look, tr("Strength days"), self.days))
        who = tr("150 minutes at least, 300 for more benefit, strength on 2 days: what the WHO advises adults (2020).")
        self._who_row = SettingRow(look, tr("World Health Organization"), self._who, who)
        self.add_row(self._who_row)
        self._who.setAccessibleName(tr("Use the goals of the World Health Organization"))
        self.minutes.value_chosen.connect(self._on_minutes_chosen)
        self.more_minutes.value_chosen.connect(
            lambda value: self.fields_changed.emit({"goal_more_minutes": round(value)})
        )
        self.days.value_chosen.connect(lambda value: self.fields_changed.emit({"goal_strength_days": round(value)}))
        self._who.clicked.connect(self._on_who_chosen)

    def show_preferences(self, value: Preferences) -> None:
        """Show these goals, silently."""
        self._goals = goals = goals_of(value)
        self.minutes.set_value(goals.minutes)
        self.more_minutes.set_bounds(goals.minutes, _MOST, _STEP)
        self.more_minutes.set_value(goals.more_minutes)
        self.days.set_value(goals.strength_days)
        self._who.setEnabled(goals != Goals())

    def _on_minutes_chosen(self, value: float) -> None:
        """Further minutes stay further: as far ahead as the WHO's are, where the goal has passed them."""
        minutes = round(value)
        fields = {"goal_minutes": minutes}
        if minutes > self._goals.more_minutes:
            fields["goal_more_minutes"] = min(_MOST, 2 * minutes)
        self.fields_changed.emit(fields)

    def _on_who_chosen(self) -> None:
        self.fields_changed.emit(
            {
                "goal_minutes": round(WHO_MINUTES),
                "goal_more_minutes": round(WHO_MORE_MINUTES),
                "goal_strength_days": WHO_STRENGTH_DAYS,
            }
        )
        self.minutes.setFocus()


def _minutes(value: float) -> str:
    return tr("{n} min").format(n=round(value))


def _days(value: float) -> str:
    return ntr("{n} day", "{n} days", round(value))
