"""The week plan in the program: planned on Progress, offered on Ready, and reminded of once."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.app.conftest import House, Launch, preferences_of
from tests.fakes import FakeClock
from tests.workouts import example_workout
from trainer.app.reminder import Reminder
from trainer.core.week_plan import Weekday
from trainer.paths import DataPaths
from trainer.ui.main_window import PageName
from trainer.ui.progress.plan_sheet import PlanSheet
from trainer.ui.workout.planned_banner import PlannedBanner

MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
PLAN = {Weekday.MONDAY: ["core-in-ten"]}


@pytest.fixture
def opened(house: House, clock: FakeClock) -> House:
    clock.set_now(MONDAY)
    house.open()
    return house


def banner(house: House) -> PlannedBanner:
    return house.window.findChildren(PlannedBanner)[0]


def test_planned_on_progress_kept_in_the_file_and_offered_on_ready(
    opened: House, qtbot: QtBot, paths: DataPaths
) -> None:
    opened.window.open(PageName.PROGRESS)
    opened.button("Plan a routine: Monday").click()
    field = opened.window.findChildren(PlanSheet)[0].findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "core in ten")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.keeper.value.week_plan == PLAN
    qtbot.waitUntil(lambda: preferences_of(paths).week_plan == PLAN)
    opened.window.open(PageName.WORKOUT)
    opened.button("Get Core in Ten ready").click()
    assert opened.keeper.value.last_routine == "core-in-ten"
    opened.window.open(PageName.PROGRESS)
    QTest.keyClick(opened.button("Monday, Core in Ten"), Qt.Key.Key_Delete)
    assert opened.keeper.value.week_plan == {}
    opened.window.open(PageName.WORKOUT)
    assert banner(opened).isHidden()


def test_what_is_done_is_offered_no_more(opened: House) -> None:
    opened.keeper.change(week_plan=PLAN)
    assert not banner(opened).isHidden()
    workout = msgspec.structs.replace(example_workout(1, MONDAY), routine="core-in-ten")
    opened.records.log.add(workout)
    opened.rooms.on_workout_logged(workout.id)
    assert banner(opened).isHidden()


# the reminder


class Said:
    """A tray that writes down what it is told; `there` False: there is none."""

    def __init__(self) -> None:
        self.sentences: list[tuple[str, str]] = []
        self.there = True
        self.training = False

    def __call__(self, title: str, sentence: str, /) -> bool:
        self.sentences.append((title, sentence))
        return self.there


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def reminder(opened: House, clock: FakeClock, said: Said) -> Reminder:
    opened.keeper.change(week_plan=PLAN, reminder=True, reminder_at=17 * 60)
    return Reminder(opened.keeper, clock, lambda: ("Core in Ten",), lambda: said.training, said, opened.window)


def wait(reminder: Reminder, clock: FakeClock, minutes: int) -> None:
    for _ in range(minutes):
        clock.advance(60)
        reminder.look()


def test_once_a_planned_day(reminder: Reminder, clock: FakeClock, said: Said) -> None:
    wait(reminder, clock, 119)
    assert said.sentences == []
    wait(reminder, clock, 300)
    assert said.sentences == [("Planned for today", "Core in Ten")]
    clock.sleep(7 * 24 * 3600 - 2 * 3600)
    wait(reminder, clock, 240)
    assert len(said.sentences) == 2


def test_never_in_a_session(reminder: Reminder, clock: FakeClock, said: Said) -> None:
    said.training = True
    wait(reminder, clock, 130)
    said.training = False
    wait(reminder, clock, 130)
    assert said.sentences == []


def test_a_clock_that_is_set_back_does_not_repeat_it(reminder: Reminder, clock: FakeClock, said: Said) -> None:
    wait(reminder, clock, 121)
    clock.set_now(MONDAY)
    wait(reminder, clock, 121)
    assert len(said.sentences) == 1


def test_off_its_timer_stands(reminder: Reminder, opened: House) -> None:
    is_on = [reminder.is_on]
    opened.keeper.change(reminder=False)
    is_on.append(reminder.is_on)
    opened.keeper.change(reminder=True, week_plan={})
    is_on.append(reminder.is_on)
    assert is_on == [True, False, False]


def test_without_a_tray_the_window_says_it(launch: Launch, clock: FakeClock) -> None:
    clock.set_now(MONDAY)
    house = launch()
    house.open()
    house.keeper.change(week_plan=PLAN, reminder=True, reminder_at=17 * 60)
    clock.sleep(timedelta(hours=2, minutes=1).total_seconds())
    house.window.findChildren(Reminder)[0].look()
    QApplication.processEvents()
    assert house.said() == "Planned for today: Core in Ten."


def test_off_by_default(opened: House) -> None:
    assert not opened.keeper.value.reminder
    assert not opened.window.findChildren(Reminder)[0].is_on
