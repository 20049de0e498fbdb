"""The form for a workout done elsewhere: what it proposes, what it tells, what it refuses."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from trainer.library.activities import read_activities
from trainer.resources import activities
from trainer.ui.progress.by_hand_sheet import ByHandSheet, Written
from trainer.ui.theme.look import Look
from trainer.ui.widgets.moment_fields import DateField, TimeField
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.stepper import Stepper

NOW = datetime.combine(date(2026, 11, 26), time(18, 40))
ACTIVITIES = read_activities(activities())


@pytest.fixture
def sheet(qtbot: QtBot, look: Look) -> Iterator[ByHandSheet]:
    window = QWidget()
    window.resize(1100, 760)
    qtbot.addWidget(window)
    window.show()
    made = ByHandSheet(look, ACTIVITIES, [("core", "Ten Minutes of Core")], NOW, window)
    made.open()
    yield made
    made.close()


def field(sheet: ByHandSheet, kind: type[QWidget], name: str) -> QWidget:
    return next(one for one in sheet.findChildren(kind) if one.accessibleName() == name)


def add(qtbot: QtBot, sheet: ByHandSheet) -> Written:
    with qtbot.waitSignal(sheet.written) as told:
        next(b for b in sheet.findChildren(QAbstractButton) if b.text() == "Add").click()
    assert told.args is not None
    written = told.args[0]
    assert isinstance(written, Written)
    return written


def test_untouched_it_is_half_an_hour_of_walking_before_now(qtbot: QtBot, sheet: ByHandSheet) -> None:
    written = add(qtbot, sheet)
    assert (written.name, written.activity.id) == ("Walking", "activity-walking")
    assert (written.begin, written.minutes) == (datetime.combine(NOW.date(), time(17)), 30)
    assert (written.effort, written.note, written.routine) == (None, "", "")


def test_the_name_follows_until_it_is_ones_own(qtbot: QtBot, sheet: ByHandSheet) -> None:
    what, routine = field(sheet, Select, "What it was"), field(sheet, Select, "One of my routines")
    assert isinstance(what, Select)
    assert isinstance(routine, Select)
    what.setCurrentIndex(1)
    assert add(qtbot, sheet).name == ACTIVITIES[1].name
    routine.setCurrentIndex(1)
    assert add(qtbot, sheet).name == "Ten Minutes of Core"
    name = field(sheet, QLineEdit, "Name in the log")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, " In  the park ")
    what.setCurrentIndex(2)
    written = add(qtbot, sheet)
    assert (written.name, written.routine, written.activity) == ("In the park", "core", ACTIVITIES[2])


def test_day_time_and_minutes(qtbot: QtBot, sheet: ByHandSheet) -> None:
    day, at = sheet.findChildren(DateField)[0], sheet.findChildren(TimeField)[0]
    day.set_day(date(2026, 11, 1))
    at.set_at(time(6, 15))
    minutes = field(sheet, Stepper, "Minutes of moving")
    assert isinstance(minutes, Stepper)
    minutes.lineEdit().setText("75")
    written = add(qtbot, sheet)
    assert (written.begin, written.minutes) == (datetime.combine(date(2026, 11, 1), time(6, 15)), 75)


def test_a_refusal_stays_with_its_sentence(qtbot: QtBot, sheet: ByHandSheet) -> None:
    sheet.refuse("That would end in the future.")
    assert sheet.isVisible()
    assert any(getattr(w, "text", str)() == "That would end in the future." for w in sheet.findChildren(QWidget))
    with qtbot.waitSignal(sheet.written):
        QTest.keyClick(sheet, Qt.Key.Key_Return)


def test_after_midnight_the_proposal_stays_on_that_day(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = ByHandSheet(look, ACTIVITIES, [], datetime.combine(NOW.date(), time(0, 10)), window)
    assert made.findChildren(DateField)[0].day == date(2026, 11, 26)
    assert made.findChildren(TimeField)[0].at == time(0, 0)
