"""A page pasted from the clipboard becomes a routine that is trained and logged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from trainer.ui.library.import_dialog import ImportDialog
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.text import Text

K = Qt.Key
PAGE = """\
Quick Back Circuit

Time: 10 minutes. Burns 40-60 calories.

Back Bow - 40 seconds. Lie face down and lift your chest. Keep your neck long.
Cat-Cow - 30 seconds. On all fours, round and open your back.
Moon Walk - 30 seconds. Slide your feet backwards.
"""
HTML = "<nav>Home Shop</nav><article><h1>Quick Back Circuit</h1><p><b>Back Bow</b> - 40 seconds. Lift.</p></article>"


@pytest.fixture
def dialog(house: House) -> ImportDialog:
    house.open("upper-and-lower-back")
    house.window.open("library")
    QApplication.processEvents()
    button(house, "Import").click()
    QApplication.processEvents()
    found = house.window.findChild(ImportDialog)
    assert found is not None
    return found


def button(house: House, name: str) -> Button:
    return next(one for one in house.window.findChildren(Button) if one.accessibleName() == name and one.isVisible())


def texts(dialog: ImportDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text) if text.isVisible())


def paste(dialog: ImportDialog, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(dialog.text, K.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()  # a page left in it outlives Python and crashes the end of the process


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_pasted_previewed_saved_and_trained(qtbot: QtBot, house: House, dialog: ImportDialog) -> None:
    paste(dialog, plain(PAGE))
    button(house, "Preview").click()
    qtbot.waitUntil(lambda: "Quick Back Circuit" in texts(dialog))
    said = texts(dialog)
    assert "Back Bow" in said
    assert '"Moon Walk" is not in the catalogue: an exercise of your own, in words' in said
    button(house, "Save").click()
    qtbot.waitUntil(lambda: house.page.shown is house.page.ready and house.window.current == "workout")
    assert (house.paths.routines / "quick-back-circuit.toml").exists()
    assert (house.paths.exercises / "moon_walk.toml").exists()
    house.press(K.Key_Space)
    for _ in range(40):
        if not house.drivers:
            break
        house.go(10)
    house.written()
    (workout,) = house.workouts()
    assert workout.routine_name == "Quick Back Circuit"
    assert {step.name for step in workout.steps} == {"Back Bow", "Cat-Cow", "Moon Walk"}


def test_a_copied_page_is_pasted_with_its_structure_and_without_what_stands_around(
    house: House, dialog: ImportDialog
) -> None:
    data = QMimeData()
    data.setHtml(HTML)
    paste(dialog, data)
    assert "Back Bow" in dialog.text.toPlainText()
    assert house.window.current == "library"


def test_a_page_without_a_workout_is_one_sentence_and_the_text_stays(
    qtbot: QtBot, house: House, dialog: ImportDialog
) -> None:
    paste(dialog, plain("Mix three cups of flour with two eggs."))
    button(house, "Preview").click()
    qtbot.waitUntil(lambda: "no workout was found" in texts(dialog))
    assert "flour" in dialog.text.toPlainText()
    assert not list(house.paths.routines.glob("*.toml"))


def test_a_file_is_opened_and_escape_saves_nothing(
    qtbot: QtBot, house: House, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    button(house, "Open a file").click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(path))
    chooser.close()
    qtbot.waitUntil(lambda: "Quick Back Circuit" in texts(dialog))
    QTest.keyClick(dialog, K.Key_Escape)
    assert not list(house.paths.routines.glob("*.toml"))


def test_saved_twice_neither_is_overwritten(qtbot: QtBot, house: House, dialog: ImportDialog) -> None:
    def save(shown: ImportDialog, count: int) -> None:
        paste(shown, plain(PAGE))
        button(house, "Preview").click()
        qtbot.waitUntil(lambda: "Quick Back Circuit" in texts(shown))
        button(house, "Save").click()
        qtbot.waitUntil(lambda: len(list(house.paths.routines.glob("*.toml"))) == count)

    save(dialog, 1)
    house.window.open("library")
    button(house, "Import").click()
    QApplication.processEvents()
    save(house.window.findChildren(ImportDialog)[-1], 2)
