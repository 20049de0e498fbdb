"""The reminder in Settings: off until asked for, and it says where it will be seen."""

from datetime import time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.preferences import Preferences
from trainer.core.week_plan import Weekday
from trainer.ui.preferences.reminder_group import ReminderGroup
from trainer.ui.theme.look import Look

PLANNED = Preferences(reminder=True, week_plan={Weekday.MONDAY: ["core"]})


@pytest.fixture
def group(qtbot: QtBot, look: Look) -> ReminderGroup:
    made = ReminderGroup(look)
    qtbot.addWidget(made)
    made.show_preferences(Preferences())
    made.show()
    return made


def words(group: QWidget) -> str:
    return "\n".join(w.text() for w in group.findChildren(QWidget) if w.isVisible() and hasattr(w, "text"))


def test_it_is_off_and_shows_no_time(group: ReminderGroup) -> None:
    assert not group.switch.isChecked()
    assert not group.at.isVisible()


def test_on_and_at_what_time(group: ReminderGroup) -> None:
    said = heard(group.fields_changed)
    group.switch.click()
    group.show_preferences(PLANNED)
    assert group.at.isVisible()
    group.at.stepUp()
    assert said[0] == ({"reminder": True},)
    assert set(said[1][0]) == {"reminder_at"}


def test_showing_is_silent(group: ReminderGroup) -> None:
    said = heard(group.fields_changed)
    group.show_preferences(Preferences(reminder=True, reminder_at=6 * 60 + 5, week_plan={Weekday.MONDAY: ["core"]}))
    assert said == []
    assert group.at.at == time(6, 5)


def test_it_says_what_is_missing(group: ReminderGroup) -> None:
    group.show_preferences(Preferences(reminder=True))
    assert "the week is planned on Progress" in words(group)
    group.show_preferences(PLANNED)
    assert "There is no tray: the window says it." in words(group)  # the offscreen platform has none
