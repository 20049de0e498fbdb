"""FilterChip and MenuLink: chosen from a menu, taken away by mouse and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_menu import MenuLink
from trainer.ui.widgets.filter_chip import FilterChip

OPTIONS = [(10, "Up to 10 min"), (25, "Up to 25 min")]


@pytest.fixture
def chip(look: Look, qtbot: QtBot) -> FilterChip:
    shown = FilterChip(look, "Length", OPTIONS, anything="Any length")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def actions(of: QWidget) -> dict[str, QAction]:
    """What the menu that is open offers."""
    menu = next(menu for menu in of.findChildren(QMenu) if menu.isVisible())
    return {action.text(): action for action in menu.actions()}


def choose(of: QWidget, words: str) -> None:
    actions(of)[words].trigger()
    for menu in of.findChildren(QMenu):
        menu.close()


def test_a_choice_is_made_from_the_menu_and_shown(chip: FilterChip) -> None:
    changes = heard(chip.changed)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert {words: action.isChecked() for words, action in actions(chip).items()} == {
        "Any length": True,
        "Up to 10 min": False,
        "Up to 25 min": False,
    }
    choose(chip, "Up to 25 min")
    assert (chip.value, chip.text(), chip.lit) == (25, "Up to 25 min", True)
    assert chip.accessibleName() == "Length: Up to 25 min"
    assert changes == [()]


def test_the_same_choice_again_is_no_change(chip: FilterChip) -> None:
    chip.set_value(10)
    changes = heard(chip.changed)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    choose(chip, "Up to 10 min")
    assert changes == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_keys_take_it_away(chip: FilterChip, key: Qt.Key) -> None:
    chip.set_value(10)
    changes = heard(chip.changed)
    QTest.keyClick(chip, key)
    QTest.keyClick(chip, key)  # there is nothing more to take away
    assert (chip.value, chip.text(), chip.accessibleName()) == (None, "Length", "Length")
    assert changes == [()]


def test_a_click_on_the_cross_takes_it_away_and_elsewhere_opens_the_menu(chip: FilterChip) -> None:
    chip.set_value(10)
    chip.resize(chip.sizeHint())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, chip.height() // 2))
    assert chip.value == 10
    choose(chip, "Any length")
    assert chip.value is None
    chip.set_value(25)
    chip.resize(chip.sizeHint())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, chip.height() // 2))
    assert chip.value is None


def test_a_key_after_a_click_on_the_cross_opens_the_menu(chip: FilterChip) -> None:
    chip.set_value(10)
    chip.resize(chip.sizeHint())
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, chip.height() // 2))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(-50, 5))  # thought better of it
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert "Up to 25 min" in actions(chip)
    choose(chip, "Up to 10 min")


def test_without_options_it_is_on_or_off(look: Look, qtbot: QtBot) -> None:
    chip = FilterChip(look, "Favourites")
    qtbot.addWidget(chip)
    chip.click()
    assert chip.lit
    chip.click()
    assert chip.value is None


def test_an_option_that_is_offered_no_more_lets_go(chip: FilterChip) -> None:
    chip.set_value(25)
    chip.set_options(OPTIONS[:1])
    assert chip.value is None


def test_a_menu_link_says_what_holds(look: Look, qtbot: QtBot) -> None:
    link = MenuLink(look, "Order", [("name", "By name"), ("minutes", "Shortest first")])
    qtbot.addWidget(link)
    link.show()
    chosen = heard(link.chosen)
    QTest.keyClick(link, Qt.Key.Key_Return)
    choose(link, "Shortest first")
    assert chosen == [("minutes",)]
    assert (link.value, link.accessibleName()) == ("minutes", "Order: Shortest first")
