"""The sheet of the weight: what it shows, what it tells, and by which keys."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.preferences import WeightUnit
from trainer.core.weighing import Weighing
from trainer.ui.theme.look import Look
from trainer.ui.weight.rows import newest_sentence, weighing_rows
from trainer.ui.weight.sheet import WeightSheet
from trainer.ui.widgets.moment_fields import DateField
from trainer.ui.widgets.weight import WeightStepper

TODAY = date(2026, 1, 19)
FIRST = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
LOG = tuple(
    Weighing(f"w{n}", FIRST + timedelta(days=7 * n), 0, (FIRST + timedelta(days=7 * n)).date(), kg)
    for n, kg in enumerate((72.0, 71.43, 71.0))
)


@pytest.fixture
def sheet(look: Look, over: QWidget) -> WeightSheet:
    sheet = WeightSheet(look, TODAY, over)
    sheet.show_weighings(LOG, WeightUnit.KG, 71.0)
    sheet.open()
    return sheet


def field(sheet: WeightSheet) -> WeightStepper:
    return sheet.form.findChildren(WeightStepper)[0]


def test_the_list_is_newest_first_with_what_changed() -> None:
    rows = [(row.day, row.weight, row.change) for row in weighing_rows(LOG, WeightUnit.KG)]
    assert rows[0] == ("Mon 19 Jan 2026", "71.0 kg", "\N{MINUS SIGN}0.4 kg")
    assert rows[-1] == ("Mon 5 Jan 2026", "72.0 kg", "")


def test_it_says_what_workouts_are_counted_with() -> None:
    assert "Weighed on 19 January 2026" in newest_sentence(LOG, 71.0)
    assert "between 50 and 91 kg" in newest_sentence(LOG, None)


def test_enter_adds_a_weighing_of_today(sheet: WeightSheet) -> None:
    told = heard(sheet.added)
    field(sheet).setFocus()
    field(sheet).selectAll()
    QTest.keyClicks(field(sheet), "70.6")
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    assert told == [(TODAY, 70.6)]


def test_a_day_to_come_is_refused_in_a_sentence(sheet: WeightSheet) -> None:
    told = heard(sheet.added)
    sheet.form.findChildren(DateField)[0].set_day(TODAY + timedelta(days=1))
    sheet.form.submit()
    assert told == []
    said = [label.text() for label in sheet.form.findChildren(QWidget) if label.isVisible() and hasattr(label, "text")]
    assert any("still to come" in text for text in said if isinstance(text, str))


def test_a_weighing_is_edited_and_its_digits_stay_where_only_the_day_was_wrong(sheet: WeightSheet) -> None:
    told = heard(sheet.changed)
    sheet.list.selectRow(1)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert sheet.form.edited == LOG[1]
    sheet.form.findChildren(DateField)[0].set_day(date(2026, 1, 11))
    sheet.form.submit()
    assert [(one.id, one.local_date, one.kg) for (one,) in told] == [("w1", date(2026, 1, 11), 71.43)]
    assert sheet.form.edited is None


def test_escape_leaves_the_editing_before_the_sheet(sheet: WeightSheet) -> None:
    sheet.list.selectRow(0)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    QTest.keyClick(field(sheet), Qt.Key.Key_Escape)
    assert sheet.form.edited is None
    assert sheet.isVisible()


def test_delete_is_undone(sheet: WeightSheet) -> None:
    deleted, restored = heard(sheet.deleted), heard(sheet.restored)
    sheet.list.selectRow(2)
    QTest.keyClick(sheet.list, Qt.Key.Key_Delete)
    assert deleted == [("w0",)]
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert restored == [("w0",)]


def test_in_another_unit(sheet: WeightSheet) -> None:
    sheet.show_weighings(LOG, WeightUnit.LB, 71.0)
    assert sheet.list.model().index(0, 1).data() == "156.5 lb"
    assert field(sheet).text() == "156.5 lb"
    told = heard(sheet.added)
    sheet.form.submit()
    assert told == [(TODAY, 71.0)], "what was not touched is not rounded to pounds"


def test_ten_years_daily_scroll_in_the_list(qtbot: QtBot, sheet: WeightSheet) -> None:
    many = [
        Weighing(str(n), FIRST + timedelta(days=n), 0, (FIRST + timedelta(days=n)).date(), 70.0 + n % 3)
        for n in range(3650)
    ]
    sheet.show_weighings(many, WeightUnit.KG, 70.0)
    qtbot.wait(1)
    assert sheet.list.height() < sheet.height()
