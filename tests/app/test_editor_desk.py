"""The Editor at work in the whole program: made, changed, undone, kept, saved, thrown away, restored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.app.conftest import House, Launch
from trainer.app.editor_files import UnfinishedError, finish
from trainer.core.editing import Place
from trainer.core.routine import Block, BlockKind, RemarkKind, Routine, Step
from trainer.library.catalogue import load_catalogue
from trainer.library.drafts import kept_drafts
from trainer.paths import DataPaths
from trainer.resources import resources
from trainer.ui.editor.chooser import Chooser
from trainer.ui.editor.page import EditorPage
from trainer.ui.editor.shelf_view import EntryKind, ShelfEntry
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.choice_dialog import ChoiceDialog
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.text import Text
from trainer.ui.widgets.toast import Toast

K, ALT, CTRL, NONE = (
    Qt.Key,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
MINE = """\
# by hand
format = 1
id = "mine"
name = "Mine"

[[block]]
kind = "strength"
name = "Main"

[[block.step]] # the first
exercise = "back_bow"
seconds = 60

[[block.step]]
exercise = "russian_twist"
seconds = 45
"""


@pytest.fixture
def mine(paths: DataPaths) -> Path:
    """A hand-written routine in the person's folder."""
    paths.routines.mkdir(parents=True)
    path = paths.routines / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait for what the disk does in the background."""
    return lambda true: qtbot.waitUntil(true, timeout=10_000)


Until = Callable[[Callable[[], bool]], None]


class Editor:
    """The Editor page of a house, driven as a person would."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.window.open("editor")
        (self.page,) = house.window.findChildren(EditorPage)

    def open(self, routine_id: str, kind: EntryKind = EntryKind.OWN) -> None:
        self.page.shelf.opened.emit(ShelfEntry(kind, routine_id, routine_id))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.page.desk.list, key, held)

    def choose(self, words: str) -> None:
        chooser = next(one for one in self.house.window.findChildren(Chooser) if one.isVisible())
        (search,) = chooser.findChildren(QLineEdit)
        QTest.keyClicks(search, words)
        QTest.keyClick(search, K.Key_Return)

    def press(self, name: str) -> None:
        button = next(b for b in self.page.desk.findChildren(Button) if name in (b.text(), b.accessibleName()))
        button.click()

    def answer(self, words: str) -> None:
        dialog = next(one for one in self.house.window.findChildren(ChoiceDialog) if one.isVisible())
        next(button for button in dialog.findChildren(Button) if button.text() == words).click()

    @property
    def steps(self) -> list[str]:
        model = self.page.desk.list.model()
        return [model.index(n, 0).data() for n in range(model.rowCount())]

    @property
    def says(self) -> list[str]:
        return [text.text() for text in self.page.desk.header.findChildren(Text) if text.isVisible()]


def toasts(house: House) -> list[str]:
    return [text.text() for toast in house.window.findChildren(Toast) for text in toast.findChildren(Text)]


def routines_of(house: House) -> set[str]:
    """The ids of all routines there are on the disk."""
    found = load_catalogue(resources(), house.paths.routines, house.paths.cache)
    return {entry.routine.id for entry in found.routines}


def test_a_hand_written_routine_is_changed_and_its_comments_stay(
    launch: Launch, paths: DataPaths, mine: Path, until: Until
) -> None:
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    assert "Saved" in editor.says
    editor.key(K.Key_Plus)
    editor.key(K.Key_Down, ALT)
    assert editor.steps == ["Main", "Russian Twist", "Back Bow"]
    assert "Draft kept as you go" in editor.says
    until(lambda: [draft.routine.blocks[0].steps[1].seconds for draft in kept_drafts(paths.drafts)] == [65])
    editor.press("Save")
    text = mine.read_text(encoding="utf-8")
    assert text.startswith("# by hand\n")
    assert '[[block.step]] # the first\nexercise = "back_bow"\nseconds = 65\n' in text
    assert text.index("russian_twist") < text.index("back_bow")
    assert (mine.parent / "mine.toml.bak").read_text(encoding="utf-8") == MINE
    assert "Saved" in editor.says
    until(lambda: kept_drafts(paths.drafts) == ())
    house.close()


def test_undo_and_redo_go_all_the_way(launch: Launch, mine: Path) -> None:
    del mine
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    editor.key(K.Key_D, CTRL)
    editor.key(K.Key_Delete)
    editor.key(K.Key_Up, ALT)
    editor.key(K.Key_Space)
    seen = [editor.steps]
    for _ in range(4):
        editor.press("Undo")
        seen.append(editor.steps)
    assert seen[-1] == ["Main", "Back Bow", "Russian Twist"]
    assert "Saved" in editor.says
    for _ in range(4):
        editor.press("Redo")
    assert editor.steps == seen[0]
    house.close()


def test_a_new_routine_is_made_by_keys_alone(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    editor = Editor(house)
    editor.page.shelf.new_chosen.emit()
    editor.press("Save")
    assert any("Main has no steps yet" in said for said in toasts(house))
    editor.key(K.Key_Insert)
    editor.choose("back bow")
    editor.key(K.Key_Insert)
    editor.choose("russian twist")
    assert editor.steps == ["Main", "Back Bow", "Russian Twist"]
    editor.page.desk.inspector.routine_changed.emit({"name": "Back Day"}, "name")
    editor.press("Save")
    assert (paths.routines / "back-day.toml").exists()
    assert "back-day" in routines_of(house)
    house.close()


def test_a_shipped_routine_is_changed_as_a_copy_with_its_comments(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("upper-and-lower-back", EntryKind.SHIPPED)
    editor.press("Save")
    (path,) = paths.routines.glob("*.toml")
    text = path.read_text(encoding="utf-8")
    assert 'name = "Upper and Lower Back, my own"' in text
    assert "# 20 + 15 = 35 s: stand up, take the weights" not in text.split("[[block")[0]
    assert "stand up, take the weights" in text
    house.close()


def test_the_next_launch_offers_the_draft(launch: Launch, paths: DataPaths, mine: Path, until: Until) -> None:
    del mine
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    editor.key(K.Key_Delete)
    until(lambda: len(kept_drafts(paths.drafts)) == 1)
    house.close()
    again = launch()
    again.open()
    assert any("You have not saved “Mine” yet" in said for said in toasts(again))
    again.button("Go on editing").click()
    editor = Editor(again)
    assert editor.steps == ["Main", "Russian Twist"]
    assert "Draft kept as you go" in editor.says
    again.close()


@pytest.mark.parametrize("answer", ["Keep mine", "Take theirs", "Save as another"])
def test_a_file_changed_meanwhile_is_asked_about(launch: Launch, paths: DataPaths, mine: Path, answer: str) -> None:
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    editor.key(K.Key_Delete)
    theirs = MINE.replace("seconds = 45", "seconds = 90")
    mine.write_text(theirs, encoding="utf-8")
    editor.press("Save")
    assert mine.read_text(encoding="utf-8") == theirs, "nothing is written before there is an answer"
    editor.answer(answer)
    text = mine.read_text(encoding="utf-8")
    if answer == "Keep mine":
        assert "back_bow" not in text
        assert (mine.parent / "mine.toml.bak").read_text(encoding="utf-8") == theirs
    elif answer == "Take theirs":
        assert text == theirs
        assert editor.steps == ["Main", "Back Bow", "Russian Twist"]
        editor.press("Undo")
        assert editor.steps == ["Main", "Russian Twist"], "what was mine can be had back"
    else:
        assert text == theirs
        assert (paths.routines / "mine-2.toml").exists()
    house.close()


def test_the_trash_gives_back(launch: Launch, paths: DataPaths, mine: Path, until: Until) -> None:
    house = launch()
    house.open()
    editor = Editor(house)
    editor.page.shelf.deleted.emit(ShelfEntry(EntryKind.OWN, "mine", "Mine"))
    assert not mine.exists()
    assert "mine" not in routines_of(house)
    (kept,) = paths.trash.glob("*.toml")
    editor.open(str(kept), EntryKind.TRASH)
    assert mine.read_text(encoding="utf-8") == MINE
    editor.page.shelf.deleted.emit(ShelfEntry(EntryKind.OWN, "mine", "Mine"))
    editor.page.shelf.deleted.emit(ShelfEntry(EntryKind.TRASH, str(kept), "Mine"))
    editor.answer("Delete")
    until(lambda: list(paths.trash.glob("*.toml")) == [])
    house.close()


def test_thrown_away_with_a_draft_it_asks_first(launch: Launch, paths: DataPaths, mine: Path, until: Until) -> None:
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    editor.key(K.Key_Delete)
    until(lambda: len(kept_drafts(paths.drafts)) == 1)
    editor.page.shelf.deleted.emit(ShelfEntry(EntryKind.OWN, "mine", "Mine"))
    assert mine.exists()
    editor.answer("Keep it")
    assert (mine.exists(), len(kept_drafts(paths.drafts))) == (True, 1)
    editor.page.shelf.deleted.emit(ShelfEntry(EntryKind.OWN, "mine", "Mine"))
    editor.answer("Delete")
    assert not mine.exists()
    until(lambda: kept_drafts(paths.drafts) == ())
    house.close()


def test_a_remark_is_meant_and_undone(launch: Launch, mine: Path) -> None:
    text = MINE.replace("seconds = 45", "reps = 11")
    mine.write_text(text, encoding="utf-8")
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    editor.page.desk.list.place_chosen.emit(Place(0, 1))
    editor.press("It is meant so")
    editor.press("Save")
    assert f'meant = ["{RemarkKind.SIDES}"]' in mine.read_text(encoding="utf-8")
    house.close()


def test_rehearsing_makes_the_draft_ready_to_start(launch: Launch, mine: Path) -> None:
    del mine
    house = launch()
    house.open()
    editor = Editor(house)
    editor.open("mine")
    editor.key(K.Key_Delete)
    editor.press("Rehearse")
    assert house.window.current == "workout"
    said = [text.text() for text in house.page.ready.findChildren(QWidget) if hasattr(text, "text")]
    assert "Mine" in said
    house.close()


def test_edit_on_the_ready_page_leads_to_the_desk(launch: Launch) -> None:
    house = launch()
    house.open()
    button = next(b for b in house.page.ready.findChildren(Button) if b.text() == "Edit")
    button.click()
    QApplication.processEvents()
    assert house.window.current == "editor"
    (page,) = house.window.findChildren(EditorPage)
    assert page.desk.isVisible()
    house.close()


@pytest.mark.parametrize(
    ("routine", "said"),
    [
        (Routine(1, "r", " ", ()), "no name"),
        (Routine(1, "r", "R", ()), "no block"),
        (Routine(1, "r", "R", (Block(BlockKind.STRENGTH, "", ()),)), "no name"),
        (Routine(1, "r", "R", (Block(BlockKind.STRENGTH, "A", ()),)), "no steps"),
        (Routine(1, "r", "R", (Block(BlockKind.STRENGTH, "A", (Step("x", seconds=5, on=False),)),)), "switched off"),
        (Routine(1, "r", "R", (Block(BlockKind.STRENGTH, "A", (Step("x", seconds=5),)),) * 2), "Two blocks"),
    ],
)
def test_what_is_missing_is_said(routine: Routine, said: str) -> None:
    with pytest.raises(UnfinishedError, match=said):
        finish(routine)


def test_a_step_is_repeated_and_put_in_turn_with_the_next_in_the_inspector(
    launch: Launch, paths: DataPaths, until: Until
) -> None:
    def drafted() -> tuple[list[str], list[tuple[str, int]]]:
        blocks = [draft.routine.blocks[0] for draft in kept_drafts(paths.drafts)]
        steps = [step.set for block in blocks for step in block.steps[:3]]
        return steps, [(one.id, one.rounds) for block in blocks for one in block.sets]

    house = launch()
    house.open()
    next(b for b in house.page.ready.findChildren(Button) if b.text() == "Edit").click()
    QApplication.processEvents()
    (page,) = house.window.findChildren(EditorPage)
    times = next(one for one in page.findChildren(Stepper) if one.accessibleName() == "Repeat")
    together = next(one for one in page.findChildren(Switch) if one.accessibleName() == "In turn with the next")
    QTest.keyClick(times, K.Key_Up)
    together.click()
    assert (times.value(), together.isChecked()) == (2, True)
    until(lambda: drafted() == (["A", "A", ""], [("A", 2)]))
    together.click()
    times.setFocus()
    QTest.keyClick(times, K.Key_Down)
    until(lambda: drafted() == (["", "", ""], []))
    house.close()
