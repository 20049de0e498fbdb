"""SearchField: Escape clears it and then leaves it; Down and Enter lead to what was found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.search_field import SearchField


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> SearchField:
    shown = SearchField(look, "Search", "Search moves")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_escape_clears_then_leaves(field: SearchField) -> None:
    left = heard(field.left)
    QTest.keyClicks(field, "back")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), left) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left == [()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_is_left_for_what_was_found(field: SearchField, key: Qt.Key) -> None:
    left = heard(field.left)
    QTest.keyClicks(field, "back")
    QTest.keyClick(field, key)
    assert (field.text(), left) == ("back", [()])


def test_the_cross_is_there_when_there_is_something_to_clear(field: SearchField) -> None:
    cross = field.findChild(QAbstractButton)
    assert isinstance(cross, QAbstractButton)
    assert cross.accessibleName() == "Clear the search"
    assert not cross.isVisible()
    field.setText("back")
    assert cross.isVisible()
    cross.click()
    assert field.text() == ""
