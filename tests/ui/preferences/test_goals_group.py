"""Weekly goals in Settings: what is chosen is told, further minutes stay further, the WHO's are one press away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.preferences import Preferences, ThemeChoice
from trainer.resources import resources
from trainer.ui.preferences.goals_group import GoalsGroup
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button


@pytest.fixture
def group(qtbot: QtBot) -> GoalsGroup:
    made = GoalsGroup(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(made)
    made.show_preferences(Preferences())
    made.show()
    return made


def who(group: GoalsGroup) -> Button:
    return group.findChildren(Button)[0]


def test_a_step_of_each(group: GoalsGroup) -> None:
    said = heard(group.fields_changed)
    for stepper in (group.minutes, group.more_minutes, group.days):
        QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert said == [({"goal_minutes": 160},), ({"goal_more_minutes": 310},), ({"goal_strength_days": 3},)]


def test_a_goal_beyond_the_further_one_takes_it_along(group: GoalsGroup) -> None:
    said = heard(group.fields_changed)
    group.minutes.setValue(400)
    assert said == [({"goal_minutes": 400, "goal_more_minutes": 800},)]


def test_further_minutes_cannot_fall_below_the_goal(group: GoalsGroup) -> None:
    group.show_preferences(Preferences(goal_minutes=200, goal_more_minutes=210))
    group.more_minutes.setValue(90)
    assert group.more_minutes.value() == 200


def test_showing_tells_nothing(group: GoalsGroup) -> None:
    said = heard(group.fields_changed)
    group.show_preferences(Preferences(goal_minutes=900, goal_more_minutes=950, goal_strength_days=0))
    assert said == []
    assert group.days.text() == "no goal"


def test_the_whos_are_one_press_away(group: GoalsGroup) -> None:
    assert not who(group).isEnabled()
    group.show_preferences(Preferences(goal_minutes=60))
    said = heard(group.fields_changed)
    who(group).click()
    assert said == [({"goal_minutes": 150, "goal_more_minutes": 300, "goal_strength_days": 2},)]


def test_every_control_has_a_name(group: GoalsGroup) -> None:
    steppers: tuple[QWidget, ...] = (group.minutes, group.more_minutes, group.days)
    assert [one.accessibleName() for one in steppers] == ["Active minutes", "Further minutes", "Strength days"]
