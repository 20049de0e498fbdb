"""Sheets: no larger than the window, closed by Escape, with every key on the sheet of keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.key_sheet import KeySheet, key_groups
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.text import Text


def test_every_key_that_does_something_is_on_the_sheet() -> None:
    keys = {key for group in key_groups() for line in group.lines for key in line.keys}
    assert keys >= {"Space", "Page Up", "Page Down", "E", "H", "D", "F11", "L", "V", "B", ".", "Ctrl+Z", "?"}
    assert keys >= {"Esc", "\N{LEFTWARDS ARROW}", "\N{RIGHTWARDS ARROW}", "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"}


def test_the_sheet_of_keys_opens_and_escape_closes_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    sheet = KeySheet(Look(resources(), ThemeChoice.DARK), window)
    sheet.open()
    assert sheet.width() <= 800
    assert not sheet.grab().isNull()
    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_long_sheet_stays_within_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 400)
    window.show()
    look = Look(resources(), ThemeChoice.LIGHT)
    sheet = Sheet(look, "Long", window)
    for number in range(60):
        sheet.column.addWidget(Text(look, f"Line {number}"))
    sheet.open()
    QTest.qWait(30)
    assert sheet.height() <= 400
    sheet.close()


def test_a_sheet_that_grows_stays_over_the_middle_of_its_window(qtbot: QtBot, look: Look) -> None:
    """On a busy machine it is placed while it is small: half of it would hang off the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 40, 700, 700)
    window.show()
    sheet = Sheet(look, "Growing", window)
    sheet.open()
    sheet.move(90, 600)
    sheet.column.insertWidget(0, Text(look, "words " * 200, "body"))
    qtbot.waitUntil(lambda: sheet.height() > 200)
    assert abs(sheet.frameGeometry().center().y() - window.frameGeometry().center().y()) <= 2
    sheet.close()
