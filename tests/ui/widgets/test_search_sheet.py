"""A list in a sheet, to be found by typing."""

import pytest
from PySide6.QtCore import QEvent, QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from trainer.ui.theme.look import Look
from trainer.ui.widgets.search_sheet import SearchSheet

FRUITS = ("apple", "banana", "cherry")


class Fruits(SearchSheet):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "Fruits", parent, width=400, list_height=300)
        self.model = QStringListModel(self)
        self.taken: list[str] = []
        self.begin(self.model, "Enter eats it.")

    def look_for(self, text: str) -> None:
        self.model.setStringList([name for name in FRUITS if text in name])

    def take(self) -> None:
        self.taken.append(self.list.currentIndex().data())


@pytest.fixture
def sheet(look: Look, over: QWidget) -> Fruits:
    made = Fruits(look, over)
    made.open()
    QApplication.processEvents()
    return made


def test_the_whole_of_it_shows(sheet: Fruits) -> None:
    (page,) = sheet.findChildren(QScrollArea)
    QApplication.sendEvent(sheet.list, QEvent(QEvent.Type.LayoutRequest))  # as a list sends itself when it fills
    QApplication.processEvents()
    assert sheet.list.height() == 300
    assert page.verticalScrollBar().maximum() == 0


def test_what_is_found_first_is_chosen(sheet: Fruits) -> None:
    QTest.keyClicks(sheet.search, "an")
    sheet.take()
    assert sheet.taken == ["banana"]
