"""The Library in the program: favourites kept, the search's key, an exercise with its figure, kit and log followed."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.app.conftest import House, Launch, preferences_of
from trainer.core.exercise import LoadTag
from trainer.library.filters import RoutineOrder
from trainer.paths import DataPaths
from trainer.ui.figure.view import FigureView
from trainer.ui.library.exercise_page import ExercisePage
from trainer.ui.library.page import LibraryPage
from trainer.ui.widgets.choice_menu import MenuLink
from trainer.ui.widgets.search_field import SearchField

K = Qt.Key
Widget = TypeVar("Widget", bound=QWidget)


def library(house: House) -> LibraryPage:
    house.button("Library").click()
    return found(house, LibraryPage)


def found(house: House, kind: type[Widget]) -> Widget:
    return house.window.findChildren(kind)[0]


def tag(page: LibraryPage, routine: str) -> str:
    """What the card says of the kit, among all it says."""
    cards = page.routines.grid.cards
    return str(cards.index(cards.ids.index(routine)).data(Qt.ItemDataRole.AccessibleTextRole))


def test_favourites_are_kept_and_come_first_next_time(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    page = library(house)
    page.favourite_toggled.emit("intervals")
    page.favourite_toggled.emit("desk-day-undo")
    page.favourite_toggled.emit("intervals")
    assert tag(page, "desk-day-undo").endswith(", favourite")
    assert not tag(page, "intervals").endswith(", favourite")
    house.close()
    assert preferences_of(paths).favourites == ["desk-day-undo"]
    again = launch()
    again.open()
    assert library(again).routines.grid.cards.ids[0] == "desk-day-undo"


@pytest.mark.parametrize("room", ["Workout", "Progress", "Settings", "Library"])
def test_the_slash_leads_to_the_search_from_everywhere(house: House, room: str) -> None:
    house.open()
    house.button(room).click()
    house.press(K.Key_Slash, "/")
    assert house.window.current == "library"
    assert isinstance(QApplication.focusWidget(), SearchField)
    assert found(house, SearchField).text() == ""


def test_the_slash_is_nothing_while_a_session_runs(house: House) -> None:
    house.open(start=True)
    house.press(K.Key_Slash, "/")
    assert house.window.current == "workout"


def test_an_exercise_is_shown_by_the_figure(house: House) -> None:
    house.open()
    page = library(house)
    page.choose_tab(1)
    page.show_exercise("squat")
    figure = found(house, ExercisePage).findChildren(FigureView)
    assert len(figure) == 1
    assert figure[0].isVisible()
    page.show_exercise("plank")
    assert len(found(house, ExercisePage).findChildren(FigureView)) == 1


def test_a_routine_of_an_exercise_is_made_ready(house: House) -> None:
    house.open()
    page = library(house)
    page.show_exercise("pendulum_swing")
    house.button("Upper and Lower Back, 25 min").click()
    assert house.window.current == "workout"
    assert house.keeper.value.last_routine == "upper-and-lower-back"


def test_the_cards_follow_the_kit(house: House) -> None:
    house.open()
    page = library(house)
    assert "Check what you need" in tag(page, "ball-and-band")
    house.keeper.change(owned={"physio-ball": 1, "band": 1})
    assert ", Ready" in tag(page, "ball-and-band")
    assert "ball-and-band" in page.routines.grid.cards.ids[:25]


def test_the_cards_follow_what_is_to_be_spared(house: House) -> None:
    house.open()
    page = library(house)
    house.keeper.change(avoid=list(LoadTag))
    assert "left out" in tag(page, "intervals")


def test_a_workout_changes_when_it_was_last_done(house: House) -> None:
    house.open("core-in-ten", start=True)
    house.press(K.Key_Right)
    house.go(30)
    house.driver.finish()
    house.written()
    page = library(house)
    assert "Done today" in tag(page, "core-in-ten")
    order = page.routines.findChildren(MenuLink)[0]
    order.set_value(RoutineOrder.LAST_DONE)
    order.chosen.emit(RoutineOrder.LAST_DONE)
    assert page.routines.grid.cards.ids[0] == "core-in-ten"
