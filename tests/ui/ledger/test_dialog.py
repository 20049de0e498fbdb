"""The ledger in its dialog: read by keys and by ear."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import KIT, catalogue, ready_values, workout
from trainer.ui.ledger.account import account_of_workout
from trainer.ui.ledger.dialog import LedgerDialog
from trainer.ui.theme.look import Look


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> Iterator[LedgerDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    done = workout(ready_values(catalogue(), KIT, 70.0).plan, date(2025, 11, 22))
    made = LedgerDialog(look, account_of_workout(done), window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.open()
    qtbot.waitExposed(made)
    yield made
    window.hide()  # it owns the dialog and has to live as long


def test_a_cell_read_aloud_says_what_it_is(dialog: LedgerDialog) -> None:
    model = dialog.table.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 1).data())
    said = [model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(6)]
    assert [words.split(":")[0] for words in said] == ["Phase", "MET code", "MET", "Seconds", "kg", "kcal"]
    assert dialog.table.accessibleName()
    assert "kcal" in dialog.accessibleDescription()


def test_arrow_keys_walk_through_the_table_and_tab_leaves_it(dialog: LedgerDialog) -> None:
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert dialog.table.currentIndex().row() == dialog.table.model().rowCount() - 1
    QTest.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert not dialog.table.hasFocus()


def test_it_fits_its_window_and_escape_closes_it(dialog: LedgerDialog) -> None:
    assert dialog.height() <= 640
    table = dialog.table
    assert table.height() >= table.verticalHeader().defaultSectionSize() * 5
    assert table.mapTo(dialog, QPoint(0, 0)).y() < dialog.height() / 2
    assert table.horizontalScrollBar().maximum() == 0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
