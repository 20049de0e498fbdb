"""The routine that is ready goes through the Editor and comes back: saved, renamed, thrown away, resumed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.app.conftest import House, Launch
from trainer.core.timeline import Timeline
from trainer.paths import DataPaths
from trainer.ui.editor.chooser import Chooser
from trainer.ui.editor.page import EditorPage
from trainer.ui.editor.shelf_view import EntryKind, ShelfEntry
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.choice_dialog import ChoiceDialog

MINE = """\
format = 1
id = "mine"
name = "Mine"

[[block]]
kind = "strength"
name = "Main"

[[block.step]]
exercise = "back_bow"
seconds = 60
media = "bow.png"

[[block.step]]
exercise = "russian_twist"
seconds = 45
"""
K = Qt.Key


@pytest.fixture
def mine(paths: DataPaths) -> Path:
    """A routine of the person's own, with a picture."""
    paths.routines.mkdir(parents=True)
    path = paths.routines / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


def editor(house: House) -> EditorPage:
    """The Editor, in front."""
    house.window.open("editor")
    (page,) = house.window.findChildren(EditorPage)
    return page


def edit(house: House) -> EditorPage:
    """Press Edit on the Ready page."""
    house.window.open("workout")
    next(b for b in house.page.ready.findChildren(Button) if b.text() == "Edit").click()
    QApplication.processEvents()
    (page,) = house.window.findChildren(EditorPage)
    return page


def press(page: EditorPage, name: str) -> None:
    next(b for b in page.desk.findChildren(Button) if name in (b.text(), b.accessibleName())).click()


def starts(house: House) -> Timeline:
    """What Start runs."""
    house.window.open("workout")
    next(b for b in house.page.ready.findChildren(Button) if b.text() == "Start").click()
    return house.driver.timeline


def test_pictures_survive_a_save_of_the_routine_that_is_ready(launch: Launch, mine: Path) -> None:
    house = launch()
    house.open("mine")
    page = edit(house)
    QTest.keyClick(page.desk.list, K.Key_Plus)
    press(page, "Save")
    timeline = starts(house)
    assert timeline.steps[0].seconds == 65
    assert timeline.steps[0].media == (mine.parent / "bow.png").as_posix()


def test_theirs_taken_is_what_starts(launch: Launch, mine: Path) -> None:
    house = launch()
    house.open("mine")
    page = edit(house)
    QTest.keyClick(page.desk.list, K.Key_Plus)
    mine.write_text(MINE.replace("seconds = 60", "seconds = 90"), encoding="utf-8")
    press(page, "Save")
    dialog = next(one for one in house.window.findChildren(ChoiceDialog) if one.isVisible())
    next(button for button in dialog.findChildren(Button) if button.text() == "Take theirs").click()
    assert starts(house).steps[0].seconds == 90


def test_a_new_routine_rehearsed_and_saved_is_ready_under_its_new_name(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    page = editor(house)
    page.shelf.new_chosen.emit()
    QTest.keyClick(page.desk.list, K.Key_Insert)
    chooser = next(one for one in house.window.findChildren(Chooser) if one.isVisible())
    chooser.exercise_chosen.emit("back_bow")
    chooser.close()
    press(page, "Rehearse")
    assert house.window.current == "workout"
    edit(house)
    assert house.window.current == "editor"
    page.desk.inspector.routine_changed.emit({"name": "Back Day"}, "name")
    press(page, "Save")
    assert (paths.routines / "back-day.toml").exists()
    assert house.keeper.value.last_routine == "back-day", "the next launch opens it"
    assert starts(house).routine == "back-day"


def test_a_copy_only_rehearsed_can_be_gone_back_to(launch: Launch) -> None:
    house = launch()
    house.open()
    page = editor(house)
    page.shelf.opened.emit(ShelfEntry(EntryKind.SHIPPED, "gentle-back", "Gentle Back"))
    press(page, "Rehearse")
    page.desk.header.back_chosen.emit()
    assert not page.desk.isVisible()
    edit(house)
    assert page.desk.isVisible()


def test_a_file_from_elsewhere_is_edited_as_a_copy(launch: Launch, paths: DataPaths, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.toml"
    path.write_text(MINE, encoding="utf-8")
    house = launch()
    house.open(str(path))
    page = edit(house)
    assert page.desk.isVisible()
    press(page, "Save")
    assert path.read_text(encoding="utf-8") == MINE
    assert (paths.routines / "mine-my-own.toml").exists()


def test_edit_says_that_a_draft_is_gone(launch: Launch) -> None:
    house = launch()
    house.open()
    page = editor(house)
    page.shelf.new_chosen.emit()
    QTest.keyClick(page.desk.list, K.Key_Insert)
    chooser = next(one for one in house.window.findChildren(Chooser) if one.isVisible())
    chooser.exercise_chosen.emit("back_bow")
    chooser.close()
    press(page, "Rehearse")
    page.shelf.deleted.emit(ShelfEntry(EntryKind.DRAFT, "my-routine", "My routine"))
    dialog = next(one for one in house.window.findChildren(ChoiceDialog) if one.isHidden() is False)
    next(button for button in dialog.findChildren(Button) if button.text() == "Delete").click()
    house.jobs.close()
    edit(house)
    assert house.said() == "This routine is not among yours any more."


def test_undo_lives_through_a_look_at_the_ready_page(launch: Launch, mine: Path) -> None:
    del mine
    house = launch()
    house.open("mine")
    page = edit(house)
    QTest.keyClick(page.desk.list, K.Key_Delete)
    edit(house)
    press(page, "Undo")
    assert page.desk.list.model().rowCount() == 3


def test_a_rehearsed_draft_thrown_away_is_ready_no_longer(launch: Launch, mine: Path) -> None:
    del mine
    house = launch()
    house.open()
    page = editor(house)
    page.shelf.opened.emit(ShelfEntry(EntryKind.OWN, "mine", "Mine"))
    QTest.keyClick(page.desk.list, K.Key_Plus)
    press(page, "Rehearse")
    page = editor(house)
    page.shelf.deleted.emit(ShelfEntry(EntryKind.OWN, "mine", "Mine"))
    dialog = next(one for one in house.window.findChildren(ChoiceDialog) if one.isVisible())
    next(b for b in dialog.findChildren(Button) if b.text() == "Delete").click()
    assert starts(house).routine == "upper-and-lower-back"


def test_again_after_a_session_taken_up_means_that_routine(launch: Launch) -> None:
    house = launch()
    house.open("gentle-back", start=True)
    house.go(12)
    house.close()
    again = launch()
    again.open("floor-only")
    again.button("Resume").click()
    assert again.driver.timeline.routine == "gentle-back"
    again.driver.finish()
    again.button("Again").click()
    assert again.driver.timeline.routine == "gentle-back"
