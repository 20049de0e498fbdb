"""The distance view on another screen: when it opens and closes, what it shows, whose keys count there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.app.conftest import WELCOMED, House, Launch, preferences_of
from trainer.core.snapshot import SessionState
from trainer.paths import DataPaths
from trainer.ui.preferences.wall_choice import WallChoice
from trainer.ui.widgets.screens import OtherScreen, chosen_screen
from trainer.ui.workout.wall_window import WallWindow

BEAMER = OtherScreen("beamer", "Beamer, 1280 × 720", QRect(900, 0, 640, 360))
TELEVISION = OtherScreen("television", "Television, 1920 × 1080", QRect(0, 800, 800, 450))


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> list[OtherScreen]:
    """The other screens there are; changed by the test."""
    there = [BEAMER, TELEVISION]
    for module in ("trainer.app.wall_desk", "trainer.ui.preferences.wall_choice"):
        monkeypatch.setattr(f"{module}.other_screens", lambda _window: tuple(there))
    return there


def walls() -> list[WallWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, WallWindow) and w.isVisible()]


def words(wall: WallWindow) -> str:
    return "\n".join(label.accessibleDescription() for label in wall.findChildren(QLabel) if label.isVisible())


def test_w_puts_the_distance_view_on_the_other_screen_and_takes_it_away(
    house: House, screens: list[OtherScreen], paths: DataPaths
) -> None:
    house.open(start=True)
    assert not walls()
    house.press(Qt.Key.Key_W)
    (wall,) = walls()
    assert wall.geometry() == screens[0].place
    assert house.page.player.at_distance is False  # the controls stay here
    house.press(Qt.Key.Key_W)
    assert not walls()
    house.press(Qt.Key.Key_W)
    house.close()
    assert not walls()
    assert preferences_of(paths).wall


@pytest.mark.usefixtures("screens")
def test_both_show_the_same_moment(house: House) -> None:
    house.open(start=True)
    house.press(Qt.Key.Key_W)
    house.go(12)
    (wall,) = walls()
    name = house.driver.snapshot().step.name
    assert name in words(wall)
    house.press(Qt.Key.Key_Right)
    assert house.driver.snapshot().step.name != name
    assert house.driver.snapshot().step.name in words(wall)


@pytest.mark.usefixtures("screens")
def test_a_key_typed_there_does_what_it_does_here(house: House) -> None:
    house.open(start=True)
    house.press(Qt.Key.Key_W)
    house.go(3)
    (wall,) = walls()
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert house.driver.snapshot().state is SessionState.PAUSED
    QTest.keyClick(wall, Qt.Key.Key_W)
    assert not walls()


def test_it_opens_with_the_session_on_the_screen_remembered_and_closes_with_it(
    launch: Launch, screens: list[OtherScreen], paths: DataPaths
) -> None:
    paths.preferences.write_text(WELCOMED + 'wall = true\nwall_screen = "television"\n', encoding="utf-8")
    house = launch()
    house.open()
    assert not walls()
    house.press(Qt.Key.Key_Space)
    (wall,) = walls()
    assert wall.geometry() == screens[1].place
    house.go(20)
    house.press(Qt.Key.Key_Space)
    house.button("Finish").click()
    assert house.page.shown is house.page.summary
    assert not walls()


@pytest.mark.usefixtures("screens")
def test_closed_by_the_person_it_is_not_opened_again(
    house: House, paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.open(start=True)
    house.press(Qt.Key.Key_W)
    (wall,) = walls()
    monkeypatch.setattr(QCloseEvent, "spontaneous", lambda _event: True)  # as from the window's own frame
    wall.close()
    monkeypatch.undo()
    house.close()
    assert not preferences_of(paths).wall


def test_a_screen_that_goes_leaves_everything_here_and_says_so(house: House, screens: list[OtherScreen]) -> None:
    house.open(start=True)
    house.press(Qt.Key.Key_W)
    screens.clear()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(application.primaryScreen())
    assert not walls()
    assert house.said() == "The second screen is gone; everything is in this window."
    house.go(2)
    assert house.driver.snapshot().state is SessionState.RUNNING
    screens.append(TELEVISION)
    application.screenAdded.emit(application.primaryScreen())
    QApplication.processEvents()
    assert len(walls()) == 1  # it was wanted


@pytest.mark.usefixtures("screens")
def test_the_button_is_there_where_a_screen_is(house: House) -> None:
    house.open(start=True)
    button = house.button("Second screen")
    assert (button.isCheckable(), button.isChecked()) == (True, False)
    button.click()
    assert button.isChecked()
    assert len(walls()) == 1


def test_without_another_screen_the_key_says_so(house: House, screens: list[OtherScreen]) -> None:
    screens.clear()
    house.open(start=True)
    house.press(Qt.Key.Key_W)
    assert not walls()
    assert house.said() == "There is no second screen; connect one, and the distance view can fill it."
    with pytest.raises(AssertionError, match="no button"):
        house.button("Second screen")


@pytest.mark.usefixtures("screens")
def test_settings_offers_the_screens_there_are(house: House, paths: DataPaths) -> None:
    house.open()
    house.window.open("settings")
    QApplication.processEvents()
    choice = house.window.findChild(WallChoice)
    assert choice is not None
    assert [choice.itemText(i) for i in range(choice.count())] == ["Not used", BEAMER.name, TELEVISION.name]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    house.close()
    assert (preferences_of(paths).wall, preferences_of(paths).wall_screen) == (True, "television")


def test_the_remembered_screen_or_the_first() -> None:
    screens = (BEAMER, TELEVISION)
    assert chosen_screen(screens, "television") is TELEVISION
    assert chosen_screen(screens, "sold") is BEAMER
    assert chosen_screen((), "television") is None


SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from trainer.ui.widgets.screens import other_screens
from trainer.ui.workout.wall_window import WallWindow
app = QApplication(sys.argv)
window = QWidget(); window.setGeometry(10, 10, 400, 300); window.show(); app.processEvents()
class Far:
    view = QWidget()
(screen,) = other_screens(window)
wall = WallWindow(Far()); wall.open_at(screen.place); app.processEvents()
print(screen.name, "|", window.screen().name(), wall.screen().name(), wall.isFullScreen(), *wall.geometry().getRect())
"""


def test_two_real_screens(tmp_path: Path) -> None:
    shape = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config = tmp_path / "screens.json"
    first = {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800, **shape}
    second = {"name": "beamer", "x": 1280, "y": 0, "width": 1920, "height": 1080, **shape}
    config.write_text(json.dumps({"screens": [first, second]}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.stdout.strip() == "beamer, 1920 × 1080 | laptop beamer True 1280 0 1920 1080", ran.stderr
