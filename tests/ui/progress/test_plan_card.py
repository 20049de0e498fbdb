"""The week plan: what its days say, how it is changed by hand and by key."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from trainer.core.streaks import Streak
from trainer.core.week_plan import Trained, Weekday
from trainer.ui.progress.plan_card import PlanCard
from trainer.ui.progress.plan_sheet import PlanSheet
from trainer.ui.progress.plan_values import PlanDay, plan_days, streak_sentence, week_sentence
from trainer.ui.theme.look import Look

MONDAY = date(2026, 11, 23)
THURSDAY = MONDAY + timedelta(days=3)
PLAN = {Weekday.MONDAY: ["back"], Weekday.WEDNESDAY: ["core"], Weekday.THURSDAY: ["back", "gone"]}
NAMES = {"back": "Upper and Lower Back", "core": "Core in Ten"}


def days(*trained: Trained) -> tuple[PlanDay, ...]:
    return plan_days(PLAN, MONDAY, THURSDAY, trained, lambda routine: NAMES.get(routine, ""))


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> PlanCard:
    made = PlanCard(look)
    qtbot.addWidget(made)
    made.resize(1130, 300)
    made.show()
    made.show_week(days(Trained(MONDAY, "back")), "2 weeks in a row")
    return made


def button(card: QWidget, name: str) -> QAbstractButton:
    return next(b for b in card.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible())


# the values


def test_days_say_what_is_done_and_on_which_day() -> None:
    shown = days(Trained(MONDAY, "back"), Trained(MONDAY, "core"))
    assert [day.heading for day in shown] == ["Mon 23", "Tue 24", "Wed 25", "Today", "Fri 27", "Sat 28", "Sun 29"]
    assert [(item.name, item.state) for day in shown for item in day.items] == [
        ("Upper and Lower Back", "done"),
        ("Core in Ten", "done Mon"),
        ("Upper and Lower Back", ""),
        ("A routine that is gone", ""),
    ]
    assert week_sentence(shown) == "2 of 4 done this week."


def test_a_day_that_has_passed_is_not_called_missed() -> None:
    assert "missed" not in " ".join(item.state for day in days() for item in day.items)
    assert week_sentence(days()) == "0 of 4 done this week."


@pytest.mark.parametrize(
    ("streak", "said"),
    [
        (Streak(0, 0, False), ""),
        (Streak(1, 1, True), "1 week in a row"),
        (Streak(3, 7, False), "3 weeks in a row, the longest 7"),
        (Streak(0, 4, False), "Longest streak: 4 weeks"),
    ],
    ids=["none", "first", "shorter", "over"],
)
def test_streaks_are_weeks(streak: Streak, said: str) -> None:
    assert streak_sentence(streak) == said


# the card


def test_a_plus_for_every_day(qtbot: QtBot, card: PlanCard) -> None:
    with qtbot.waitSignal(card.addition_chosen) as told:
        button(card, "Plan a routine: Friday").click()
    assert told.args is not None
    assert told.args[0].weekday is Weekday.FRIDAY


def test_delete_takes_out(qtbot: QtBot, card: PlanCard) -> None:
    item = button(card, "Monday, Upper and Lower Back, done")
    with qtbot.waitSignal(card.removal_chosen) as told:
        QTest.keyClick(item, Qt.Key.Key_Delete)
    assert told.args == [Weekday.MONDAY, "back"]


def test_the_menu_opens_it(qtbot: QtBot, card: PlanCard) -> None:
    item = button(card, "Thursday, Upper and Lower Back")
    item.click()
    menu = item.findChildren(QWidget)[0]
    with qtbot.waitSignal(card.routine_opened) as told:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert told.args == ["back"]


def test_the_keyboard_stays_on_its_day(card: PlanCard) -> None:
    button(card, "Plan a routine: Wednesday").setFocus()
    card.show_week(days(), "")
    assert button(card, "Plan a routine: Wednesday").hasFocus()


@pytest.mark.parametrize("width", [420, 700, 1130, 1700])
def test_it_fits(card: PlanCard, width: int) -> None:
    card.resize(width, 900)
    for widget in card.findChildren(QWidget):
        if widget.isVisible() and widget.window() is card:
            assert widget.mapTo(card, widget.rect().topRight()).x() <= width


# the choice


def test_a_routine_is_found_by_typing(qtbot: QtBot, look: Look, card: PlanCard) -> None:
    sheet = PlanSheet(look, "Plan a routine: Friday", sorted(NAMES.items()), card)
    sheet.open()
    field = sheet.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "ten core")
    with qtbot.waitSignal(sheet.routine_chosen) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["core"]


def test_nothing_found_chooses_nothing(look: Look, card: PlanCard) -> None:
    sheet = PlanSheet(look, "Plan a routine: Friday", sorted(NAMES.items()), card)
    sheet.open()
    field = sheet.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "zumba")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    sheet.close()
