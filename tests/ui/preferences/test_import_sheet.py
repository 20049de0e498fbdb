"""The preview of an import: the workouts, what the file leaves open, what was not understood."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from tests.workouts import STARTED, example_workout
from trainer.core.duplicates import Sorted
from trainer.exchange.incoming import ImportKind, Incoming
from trainer.exchange.set_rows import LoadUnit
from trainer.ui.preferences.import_sheet import ImportedSheet, ImportSheet
from trainer.ui.theme.look import Look
from trainer.ui.widgets.text import Text

NEW = (example_workout(1), example_workout(2, STARTED + timedelta(days=2)))
KNOWN = (example_workout(3, STARTED + timedelta(days=1)),)
INCOMING = Incoming(ImportKind.STRONG, (NEW[0], KNOWN[0], NEW[1]), ("a.csv, line 3: no; it was left out.",), 4)
PATH = Path("a.csv")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    return made


def shown(look: Look, window: QWidget, incoming: Incoming, found: Sorted) -> ImportSheet:
    sheet = ImportSheet(look, PATH, incoming, found, LoadUnit.KG, window)
    sheet.open()
    return sheet


def button(sheet: QWidget, name: str) -> QAbstractButton:
    return next(b for b in sheet.findChildren(QAbstractButton) if name in {b.text(), b.accessibleName()})


def words(sheet: QWidget) -> list[str]:
    return [text.text() for text in sheet.findChildren(Text) if text.isVisibleTo(sheet)]


def test_the_table_is_newest_first_and_says_what_is_there_already(look: Look, window: QWidget) -> None:
    sheet = shown(look, window, INCOMING, Sorted(NEW, KNOWN))
    model = sheet.findChildren(QTableView)[0].model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Day", "Workout", "Moves", "Minutes", "In your log"]
    rows = [[model.index(row, column).data() for column in range(1, 5)] for row in range(model.rowCount())]
    assert rows == [
        ["Upper and Lower Back", "3", "30", "New"],
        ["Upper and Lower Back", "3", "30", "Already there"],
        ["Upper and Lower Back", "3", "30", "New"],
    ]
    assert "2 are new, 1 is in the log already." in words(sheet)


def test_what_was_not_understood_can_be_read(look: Look, window: QWidget) -> None:
    sheet = shown(look, window, INCOMING, Sorted(NEW, KNOWN))
    assert "5 lines were not understood" in words(sheet)
    assert sheet.findChildren(QPlainTextEdit)[0].toPlainText() == INCOMING.problems[0]
    assert "4 more were not understood." in words(sheet)


def test_it_is_taken_or_left(look: Look, window: QWidget) -> None:
    sheet = shown(look, window, INCOMING, Sorted(NEW, KNOWN))
    chosen = heard(sheet.import_chosen)
    button(sheet, "Cancel").click()
    assert chosen == []
    sheet = shown(look, window, INCOMING, Sorted(NEW, KNOWN))
    chosen = heard(sheet.import_chosen)
    button(sheet, "Import 2 workouts").click()
    assert len(chosen) == 1
    assert not sheet.isVisible()


def test_nothing_new_can_only_be_closed(look: Look, window: QWidget) -> None:
    sheet = shown(look, window, INCOMING, Sorted((), KNOWN))
    assert "It is in the log already." in words(sheet)
    button(sheet, "Close").click()
    assert not sheet.isVisible()


def test_what_the_file_leaves_open_is_asked(look: Look, window: QWidget) -> None:
    sheet = shown(look, window, INCOMING, Sorted(NEW, KNOWN))
    assert not button(sheet, "Pounds").isVisibleTo(sheet)
    assert not button(sheet, "Month first").isVisibleTo(sheet)
    for name, answer in (("Pounds", (LoadUnit.LB, False)), ("Month first", (LoadUnit.KG, True))):
        incoming = Incoming(ImportKind.FITNOTES, NEW, unit_open=True, dates_open=True)
        sheet = shown(look, window, incoming, Sorted(NEW, ()))
        asked: list[tuple[object, bool]] = []
        sheet.read_again.connect(lambda unit, month, asked=asked: asked.append((unit, month)))
        button(sheet, name).click()
        assert asked == [answer]
        assert not sheet.isVisible()


def test_afterwards_it_can_be_undone(look: Look, window: QWidget) -> None:
    sheet = ImportedSheet(look, PATH, 2, 1, 5, window)
    sheet.open()
    assert words(sheet)[1:] == [
        "2 workouts are in your log now, from a.csv.",
        "1 was there already and stayed as it was.",
        "5 lines were left out.",
    ]
    chosen = heard(sheet.undo_chosen)
    button(sheet, "Take them out again").click()
    assert len(chosen) == 1
