"""The Library page: searched, filtered, opened, by mouse and by keyboard; problems to settle."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue, file_problem, library_page
from tests.ui.listening import heard
from tests.ui.widgets.test_filter_chip import choose
from trainer.core.fitting import preflight
from trainer.core.preferences import ThemeChoice
from trainer.library.shelves import RoutineShelf
from trainer.resources import resources
from trainer.ui.library.card_grid import CardGrid
from trainer.ui.library.page import LibraryPage
from trainer.ui.library.shelf_view import ShelfView
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.filter_chip import FilterChip

TODAY = date(2025, 11, 22)
K = Qt.Key


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> LibraryPage:
    shown = library_page(look, catalogue(), TODAY)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def words(of: QWidget) -> list[str]:
    return [w.text() for w in of.findChildren(QWidget) if w.isVisible() and hasattr(w, "text")]


def ids(view: ShelfView) -> tuple[str, ...]:
    return view.grid.cards.ids


def filter_by(view: ShelfView, name: str, option: str) -> None:
    chip = next(chip for chip in view.findChildren(FilterChip) if chip.text() == name)
    chip.click()
    choose(chip, option)


def button(of: QWidget, name: str) -> Button:
    return next(b for b in of.findChildren(Button) if name in (b.text(), b.accessibleName()) and b.isVisible())


def button_or_none(of: QWidget, name: str) -> Button | None:
    return next((b for b in of.findChildren(Button) if b.text() == name and b.isVisible()), None)


def click(grid: CardGrid, row: int, at: QPoint | None = None) -> None:
    cell = grid.visualRect(grid.cards.index(row))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at or cell.center())


def test_a_click_and_enter_open_a_routine(page: LibraryPage) -> None:
    chosen = heard(page.routine_chosen)
    click(page.routines.grid, 1)
    QTest.keyClick(page.routines.grid, K.Key_Right)
    QTest.keyClick(page.routines.grid, K.Key_Return)
    assert chosen == [(ids(page.routines)[1],), (ids(page.routines)[2],)]


def test_fifteen_minutes_for_the_back_without_equipment(page: LibraryPage) -> None:
    view = page.routines
    filter_by(view, "Length", "Up to 15 min")
    filter_by(view, "Focus", "Back")
    filter_by(view, "Equipment", "No equipment")
    shown = len(ids(view))
    assert "morning-ten" in ids(view)
    assert f"{shown} routines" in words(view)
    assert f"{25 - shown} hidden by your filters" in words(view)
    button(view, "Show what the filters hide").click()
    assert "25 routines" in words(view)
    assert len(ids(view)) == 25


def test_with_my_kit_says_so(page: LibraryPage) -> None:
    filter_by(page.routines, "Equipment", "With what I own")
    assert any(text.endswith("routines you can do now") for text in words(page.routines))


def test_search_from_the_keyboard_to_the_card(page: LibraryPage) -> None:
    chosen = heard(page.routine_chosen)
    page.focus_search()
    assert page.focusWidget() is page.routines.search
    QTest.keyClicks(page.routines.search, "DESK")
    assert ids(page.routines)[0] == "desk-day-undo"
    QTest.keyClick(page.routines.search, K.Key_Down)
    assert page.focusWidget() is page.routines.grid
    QTest.keyClick(page.routines.grid, K.Key_Return)
    assert chosen == [("desk-day-undo",)]
    QTest.keyClick(page.routines.grid, K.Key_Escape)
    assert page.focusWidget() is page.routines.search
    assert page.routines.search.selectedText() == "DESK"


def test_arrow_keys_bring_cards_into_sight(page: LibraryPage) -> None:
    grid = page.routines.grid
    grid.enter()
    for _ in range(6):
        QTest.keyClick(grid, K.Key_Down)
    QApplication.processEvents()
    cell = grid.visualRect(grid.currentIndex())
    top = grid.viewport().mapTo(page, cell.topLeft()).y()
    assert top >= 0
    assert top + cell.height() <= page.height() + 20


def test_the_order_is_chosen(page: LibraryPage) -> None:
    from trainer.ui.widgets.choice_menu import MenuLink

    link = page.routines.findChildren(MenuLink)[0]
    link.click()
    choose(link, "By name")
    names = [card.data() for card in (page.routines.grid.cards.index(n) for n in range(25))]
    assert names == sorted(names, key=str.casefold)


def test_favourites_come_first_and_can_be_shown_alone(page: LibraryPage) -> None:
    assert set(ids(page.routines)[:2]) == {"core-in-ten", "intervals"}
    next(chip for chip in page.routines.findChildren(FilterChip) if chip.text() == "Favourites").click()
    assert set(ids(page.routines)) == {"core-in-ten", "intervals"}


def test_f_and_the_heart_make_a_favourite(page: LibraryPage) -> None:
    toggled, opened = heard(page.favourite_toggled), heard(page.routine_chosen)
    grid = page.routines.grid
    QTest.keyClick(grid, K.Key_F)
    cell = grid.visualRect(grid.cards.index(4))
    click(grid, 4, QPoint(cell.right() - 30, cell.top() + 24))
    assert toggled == [(ids(page.routines)[0],), (ids(page.routines)[4],)]
    assert opened == []


def test_a_new_favourite_keeps_its_place(page: LibraryPage) -> None:
    before = ids(page.routines)
    page.set_favourites(["core-in-ten", "intervals", before[5]])
    assert ids(page.routines) == before


def test_nothing_found_says_why_and_the_ways_out(page: LibraryPage) -> None:
    page.routines.search.setText("zyx")
    assert "No routine has “zyx” in it" in words(page)
    assert not page.routines.grid.isVisible()
    button(page, "Clear the search").click()
    assert len(ids(page.routines)) == 25
    filter_by(page.routines, "Focus", "Heart and stamina")
    filter_by(page.routines, "Length", "Up to 5 min")
    assert "No routine fits all of these filters" in words(page)
    button(page, "Take the filters away").click()
    assert len(ids(page.routines)) == 25


def test_no_routines_at_all_is_said(page: LibraryPage) -> None:
    known = catalogue()
    nothing = RoutineShelf([], known.exercises, known.equipment, lambda routine: preflight(routine, {}, {}, {}))
    page.show_routines(nothing, pytest.fail)
    assert "There are no routines here" in words(page)
    assert not button_or_none(page, "Clear the search")


def test_the_first_row_shows_with_the_search_above_it(page: LibraryPage) -> None:
    page.routines.grid.enter()
    QTest.keyClick(page.routines.grid, K.Key_End)
    assert page.routines.search.mapTo(page, QPoint(0, 0)).y() < 0
    QTest.keyClick(page.routines.grid, K.Key_Home)
    assert page.routines.search.mapTo(page, QPoint(0, 0)).y() > 0


def test_what_the_other_shelf_has_is_offered(page: LibraryPage) -> None:
    page.choose_tab(1)
    page.exercises.search.setText("desk-day")
    button(page, "1 routine is found").click()
    assert ids(page.routines) == ("desk-day-undo",)
    assert page.routines.isVisible()
    assert page.focusWidget() is page.routines.search


def test_exercises_are_filtered(page: LibraryPage) -> None:
    page.choose_tab(1)
    assert "90 exercises" in words(page)
    filter_by(page.exercises, "Muscles", "Chest")
    filter_by(page.exercises, "Equipment", "Dumbbell")
    assert "floor_press" in ids(page.exercises)
    filter_by(page.exercises, "Position", "On your back")
    filter_by(page.exercises, "Level", "Easy")
    assert set(ids(page.exercises)) >= {"floor_press"}


def test_an_exercise_opens_and_leads_back(page: LibraryPage) -> None:
    furnished = heard(page.figure_wanted)
    page.choose_tab(1)
    page.exercises.search.setText("twist")
    page.exercises.enter()
    QTest.keyClick(page.exercises.grid, K.Key_Return)
    assert len(furnished) == 1
    assert "Russian Twist" in words(page)
    chosen = heard(page.routine_chosen)
    button(page, "Upper and Lower Back, 25 min").click()
    assert chosen == [("upper-and-lower-back",)]
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, K.Key_Escape)
    assert page.focusWidget() is page.exercises.grid
    assert page.exercises.grid.current_id == "russian_twist"


def test_a_card_is_read_aloud_by_its_name_first(page: LibraryPage) -> None:
    spoken = [
        str(page.routines.grid.cards.index(n).data(Qt.ItemDataRole.AccessibleTextRole))
        for n in range(len(ids(page.routines)))
    ]
    assert any(one.startswith("Upper and Lower Back, 25 min, ") for one in spoken)
    assert spoken[0].endswith(", favourite")


def test_problems_come_first_and_their_buttons_are_heard(page: LibraryPage) -> None:
    page.show_problems([file_problem()])
    opened, again, left = heard(page.open_chosen), heard(page.retry_chosen), heard(page.leave_out_chosen)
    for name in ("Open the file", "Try again", "Leave it out"):
        button(page, name).click()
    assert (opened, again, left) == ([(file_problem().path,)], [()], [(file_problem().path,)])


def pictures(_exercise: str, _variant: str, size: QSize) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(QColor("#FF0000"))
    return picture


@pytest.mark.parametrize("choice", [c for c in ThemeChoice if c is not ThemeChoice.SYSTEM])
@pytest.mark.parametrize("width", [640, 1024, 1920])
def test_it_paints_at_every_width(qtbot: QtBot, choice: ThemeChoice, width: int) -> None:
    look = Look(resources(), choice)
    shown = library_page(look, catalogue(), TODAY)
    qtbot.addWidget(shown)
    shown.resize(width, 800)
    shown.show_problems([file_problem()], can_fix=True)
    shown.show()
    for scale in (1.0, 2.0):
        look.set_text_scale(scale)
        for tab in (0, 1):
            shown.choose_tab(tab)
            shown.routines.grid.keyboard = shown.exercises.grid.keyboard = bool(tab)
            shown.set_thumbnails(pictures if tab else None)
            assert not shown.grab().isNull()


def test_cards_in_sight_ask_for_their_pictures_and_no_others(page: LibraryPage) -> None:
    asked: list[tuple[str, str]] = []

    def thumbnails(exercise: str, variant: str, size: QSize) -> QPixmap:
        asked.append((exercise, variant))
        return pictures(exercise, variant, size)

    page.set_thumbnails(thumbnails)
    image: Any = page.grab().toImage()
    first = page.routines.grid.cards.index(0).data(Qt.ItemDataRole.UserRole)
    assert (first.emblem, first.emblem_variant) in asked
    assert len(asked) <= 12
    cell = page.routines.grid.visualRect(page.routines.grid.cards.index(0))
    at = page.routines.grid.viewport().mapTo(page, cell.topLeft()) + QPoint(cell.width() // 2, 60)
    assert image.pixelColor(at) == QColor("#FF0000")
