"""The window makes a page when it is first opened, asks before it closes in a session, and keeps its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.main_window import RAIL_WIDTH, MainWindow, PageName
from trainer.ui.theme.look import Look


class Pages:
    """Plain pages, and how often each was made."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def make(self, name: str) -> QWidget:
        self.made.append(name)
        return QLabel(name)


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def window(qtbot: QtBot, look: Look, pages: Pages) -> MainWindow:
    shown = MainWindow(look)
    qtbot.addWidget(shown)
    for name in PageName:
        shown.add_page(name, lambda name=name: pages.make(name))  # type: ignore[misc]
    return shown


def rail_button(window: MainWindow, name: str) -> QAbstractButton:
    return next(b for b in window.findChildren(QAbstractButton) if b.text() == name)


def test_it_is_called_trainer_and_fits_the_screen(window: MainWindow) -> None:
    assert window.windowTitle() == "Trainer"
    assert window.width() <= window.screen().availableSize().width()
    assert (window.minimumWidth(), window.minimumHeight()) == (720, 480)


def test_a_page_is_made_once_when_first_opened(window: MainWindow, pages: Pages) -> None:
    opened = heard(window.page_opened)
    assert pages.made == []
    for name in (PageName.WORKOUT, PageName.LIBRARY, PageName.WORKOUT):
        window.open(name)
        assert window.current == name
    assert pages.made == ["workout", "library"]
    assert opened == [("workout",), ("library",), ("workout",)]


@pytest.mark.parametrize(
    ("name", "page"),
    [("Workout", "workout"), ("Library", "library"), ("Progress", "progress"), ("Settings", "settings")],
)
def test_the_rail_opens_the_pages_by_name(window: MainWindow, name: str, page: str) -> None:
    window.open(PageName.WORKOUT)
    window.show()
    QTest.mouseClick(rail_button(window, name), Qt.MouseButton.LeftButton)
    assert window.current == page
    assert rail_button(window, name).isChecked()


def test_ctrl_q_closes(qtbot: QtBot, window: MainWindow) -> None:
    window.furnish()
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_closing_only_asks_while_it_is_held_open(window: MainWindow) -> None:
    asked = heard(window.close_requested)
    window.show()
    window.hold_open(True)
    assert not window.close()
    assert window.isVisible()
    assert asked == [()]
    window.hold_open(False)
    assert window.close()
    assert asked == [()]


def test_a_view_alone_takes_the_rail_away_and_gives_it_back(window: MainWindow) -> None:
    window.show()
    problem = QLabel("The log is locked")
    window.show_alone(problem)
    assert problem.isVisible()
    assert not rail_button(window, "Library").isVisible()
    assert window.current == ""
    window.show_alone(None)
    window.open(PageName.WORKOUT)
    assert rail_button(window, "Library").isVisible()
    assert window.current == "workout"


def test_the_rail_hides_and_comes_back(window: MainWindow) -> None:
    window.show()
    window.set_rail_visible(False)
    assert not rail_button(window, "Workout").isVisible()
    window.set_rail_visible(True)
    assert rail_button(window, "Workout").isVisible()


def test_full_screen_and_back(window: MainWindow) -> None:
    window.show()
    window.toggle_full_screen()
    full = window.isFullScreen()
    window.toggle_full_screen()
    assert (full, window.isFullScreen()) == (True, False)


def test_the_first_frame_has_the_rail_s_ground_where_the_rail_will_be(window: MainWindow, look: Look) -> None:
    """So that nothing jumps when it comes, a moment later."""
    assert window.findChildren(QAbstractButton) == []
    bare = window.grab().toImage()
    rail = window.furnish()
    furnished = window.grab().toImage()
    assert window.furnish() is rail
    assert rail.width() == look.px(RAIL_WIDTH)
    for x in (0, RAIL_WIDTH - 2, RAIL_WIDTH - 1, RAIL_WIDTH, RAIL_WIDTH + 100):
        assert bare.pixelColor(x, window.height() // 2) == furnished.pixelColor(x, window.height() // 2)


def test_the_first_paint_is_told_once(window: MainWindow, qtbot: QtBot) -> None:
    painted = heard(window.first_painted)
    window.show()
    qtbot.waitUntil(lambda: bool(painted))
    window.update()
    QApplication.processEvents()
    assert painted == [()]


def test_size_and_place_come_back(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    window.show()
    window.resize(760, 500)
    kept = window.geometry_text()
    assert kept.isascii()
    other = MainWindow(look)
    qtbot.addWidget(other)
    other.restore_geometry_text(kept)
    assert other.size() == window.size()


@pytest.mark.parametrize("text", ["", "nonsense", "é\N{SNOWMAN}", "AAAA" * 100])
def test_an_unreadable_place_is_ignored(window: MainWindow, text: str) -> None:
    before = window.size()
    window.restore_geometry_text(text)
    assert window.size() == before
