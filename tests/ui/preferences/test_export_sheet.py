"""The sheet of an export: what it asks, what it says before, what it tells."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from trainer.exchange.export import ExportFormat
from trainer.ui.preferences.export_sheet import ExportSheet, ExportWish
from trainer.ui.theme.look import Look
from trainer.ui.widgets.moment_fields import DateField
from trainer.ui.widgets.text import Text

TODAY = date(2026, 3, 10)


def count(first: date | None, last: date | None) -> int:
    """Fifty in all, three of them since the tenth of February, none last year."""
    if last is not None and last.year < 2026:
        return 0
    return 50 if first is None else 3


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    return made


@pytest.fixture
def sheet(window: QWidget, look: Look) -> ExportSheet:
    made = ExportSheet(look, TODAY, count, window, planned=True)
    made.open()
    return made


def button(sheet: ExportSheet, name: str) -> QAbstractButton:
    return next(b for b in sheet.findChildren(QAbstractButton) if name in {b.text(), b.accessibleName()})


def words(sheet: ExportSheet) -> list[str]:
    return [text.text() for text in sheet.findChildren(Text) if text.isVisibleTo(sheet)]


def told(sheet: ExportSheet) -> list[ExportWish]:
    wishes: list[ExportWish] = []
    sheet.export_chosen.connect(wishes.append)
    return wishes


def choose_days(sheet: ExportSheet, name: str) -> None:
    select = next(s for s in sheet.findChildren(QComboBox) if s.accessibleName() == "Days")
    select.setCurrentIndex(select.findText(name))
    select.activated.emit(select.currentIndex())


def test_untouched_it_is_everything_for_a_spreadsheet(sheet: ExportSheet) -> None:
    assert "50 workouts" in words(sheet)
    assert any("spreadsheet" in one for one in words(sheet))
    wishes = told(sheet)
    button(sheet, "Choose where").click()
    assert wishes == [ExportWish(ExportFormat.CSV, None, None, plan=False)]


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        ("Last 28 days", date(2026, 2, 11), None),
        ("Last 90 days", date(2025, 12, 11), None),
        ("This year", date(2026, 1, 1), date(2026, 12, 31)),
        ("From a day to a day", date(2026, 2, 11), TODAY),
    ],
)
def test_days_by_name(sheet: ExportSheet, days: str, first: date | None, last: date | None) -> None:
    wishes = told(sheet)
    choose_days(sheet, days)
    assert "3 workouts" in words(sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert wishes == [ExportWish(ExportFormat.CSV, first, last, plan=False)]


def test_two_days_in_the_wrong_order_are_meant_in_the_right_one(sheet: ExportSheet) -> None:
    choose_days(sheet, "From a day to a day")
    since, until = sheet.findChildren(DateField)
    assert since.isVisibleTo(sheet)
    since.set_day(date(2026, 5, 1))
    until.set_day(date(2026, 4, 1))
    wishes = told(sheet)
    button(sheet, "Choose where").click()
    assert (wishes[0].first, wishes[0].last) == (date(2026, 4, 1), date(2026, 5, 1))


def test_days_without_a_workout_go_no_further_unless_there_is_a_plan(sheet: ExportSheet) -> None:
    choose_days(sheet, "Last year")
    assert "No workouts on these days" in words(sheet)
    wishes = told(sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert not button(sheet, "Choose where").isEnabled()
    assert wishes == []
    button(sheet, "Calendar").click()
    assert button(sheet, "The week plan too").isVisibleTo(sheet)
    button(sheet, "Choose where").click()
    button(sheet, "The week plan too").click()
    assert not button(sheet, "Choose where").isEnabled()
    assert [(wish.format, wish.plan) for wish in wishes] == [(ExportFormat.ICS, True)]


def test_every_form_says_what_it_is_for(sheet: ExportSheet) -> None:
    said = set()
    for name in ("CSV", "JSON", "FIT", "TCX", "Calendar"):
        button(sheet, name).click()
        said |= {one for one in words(sheet) if one.endswith(".")}
    assert len(said) == 5
