"""The disk refuses what was trained: the window says so, keeps it, and does not close without a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.app.conftest import House
from trainer.ui.widgets.choice_dialog import ChoiceDialog

FULL = "The disk that holds the log is full."


def said(house: House) -> list[str]:
    """Every text that shows."""
    return [label.text() for label in house.window.findChildren(QLabel) if label.isVisible()]


def finished(house: House) -> House:
    """A session done, its workout on the way into the log."""
    house.open(start=True)
    house.press(Qt.Key.Key_Right)
    house.go(20)
    house.driver.finish()
    return house


def test_saved_is_said_when_it_is_saved(house: House) -> None:
    finished(house)
    assert "Saved in your log" not in said(house)
    house.written()
    assert "Saved in your log" in said(house)


def test_a_disk_that_refuses_is_said_until_it_takes_it(house: House) -> None:
    finished(house)
    house.records.trouble_met.emit(FULL)
    assert f"Not saved yet. {FULL}" in said(house)
    assert not house.window.close()
    QApplication.processEvents()
    dialog = next(iter(house.window.findChildren(ChoiceDialog)))
    assert dialog.accessibleDescription() == FULL
    house.button("Stay open").click()
    assert house.window.isVisible()
    house.written()
    house.records.recovered.emit()
    assert "Saved in your log" in said(house)
    assert house.window.close()


def test_closing_anyway_is_an_answer(house: House) -> None:
    finished(house)
    house.records.trouble_met.emit(FULL)
    assert not house.window.close()
    QApplication.processEvents()
    house.button("Close anyway").click()
    assert not house.window.isVisible()
