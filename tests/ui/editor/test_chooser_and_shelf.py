"""Finding an exercise to put in, and a routine to edit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue
from tests.ui.listening import heard
from trainer.ui.editor.chooser import Chooser
from trainer.ui.editor.chooser_rows import exercise_rows, found
from trainer.ui.editor.shelf_view import EntryKind, ShelfEntry, ShelfView
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button

K = Qt.Key


def names(text: str) -> list[str]:
    rows = exercise_rows(catalogue().exercises, catalogue().equipment)
    return [row.name for row in found(rows, text)]


def test_all_are_there_by_name() -> None:
    assert names("") == sorted(names(""), key=str.casefold)
    assert len(names("")) == len(catalogue().exercises)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("back bow", "Back Bow"),
        ("BOW", "Back Bow"),
        ("hamstrings stretch", "Hamstring Stretch"),
        ("rhomboids", "Reverse Fly"),
    ],
)
def test_found_by_name_and_muscle(text: str, name: str) -> None:
    assert any(name in one for one in names(text))


def test_a_name_that_begins_so_comes_first() -> None:
    assert names("plank")[0].casefold().startswith("plank")
    assert names("nothing is called so") == []


@pytest.fixture
def chooser(qtbot: QtBot, look: Look) -> Iterator[Chooser]:
    parent = QWidget()
    parent.resize(1280, 800)
    qtbot.addWidget(parent)
    parent.show()
    dialog = Chooser(look, "Add", exercise_rows(catalogue().exercises, catalogue().equipment), parent)
    dialog.open()
    QApplication.processEvents()
    yield dialog
    parent.close()


def test_typing_arrows_and_enter_choose(chooser: Chooser) -> None:
    chosen = heard(chooser.exercise_chosen)
    (search,) = chooser.findChildren(QLineEdit)
    QTest.keyClicks(search, "plank")
    second = exercise_rows(catalogue().exercises, catalogue().equipment)
    QTest.keyClick(search, K.Key_Down)
    QTest.keyClick(search, K.Key_Return)
    assert chosen == [(found(second, "plank")[1].id,)]


def test_where_nothing_is_found_enter_takes_nothing(chooser: Chooser) -> None:
    chosen = heard(chooser.exercise_chosen)
    (search,) = chooser.findChildren(QLineEdit)
    QTest.keyClicks(search, "zzz")
    QTest.keyClick(search, K.Key_Return)
    assert chosen == []
    chooser.close()


ENTRIES = [
    ShelfEntry(EntryKind.DRAFT, "mine", "Mine"),
    ShelfEntry(EntryKind.OWN, "mine", "Mine"),
    ShelfEntry(EntryKind.SHIPPED, "floor-only", "Floor Only"),
    ShelfEntry(EntryKind.TRASH, "/trash/old.toml", "Old"),
]


@pytest.fixture
def shelf(qtbot: QtBot, look: Look) -> ShelfView:
    view = ShelfView(look)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show_entries(ENTRIES)
    view.show()
    QApplication.processEvents()
    return view


@pytest.mark.parametrize(
    ("downs", "buttons"),
    [
        (0, ["Go on editing", "Discard the draft"]),
        (1, ["Edit", "Duplicate", "To the trash"]),
        (2, ["Duplicate and edit"]),
        (3, ["Restore", "Delete for good"]),
    ],
)
def test_what_can_be_done_with_each(shelf: ShelfView, downs: int, buttons: list[str]) -> None:
    (listed,) = shelf.findChildren(QListView)
    opened, deleted = heard(shelf.opened), heard(shelf.deleted)
    for _ in range(downs):
        QTest.keyClick(listed, K.Key_Down)
    shown = [b.text() for b in shelf.findChildren(Button) if b.isVisible() and b.text() != "New routine"]
    QTest.keyClick(listed, K.Key_Return)
    QTest.keyClick(listed, K.Key_Delete)
    assert shown == buttons
    assert opened == [(ENTRIES[downs],)]
    assert deleted == ([] if downs == 2 else [(ENTRIES[downs],)])


def test_typing_finds_and_enter_opens(shelf: ShelfView) -> None:
    opened = heard(shelf.opened)
    (search,) = shelf.findChildren(QLineEdit)
    QTest.keyClicks(search, "floor")
    QTest.keyClick(search, K.Key_Return)
    assert opened == [(ENTRIES[2],)]


def test_the_words_of_a_row_do_what_they_say_and_the_rest_of_it_only_chooses(shelf: ShelfView) -> None:
    (listed,) = shelf.findChildren(QListView)
    opened = heard(shelf.opened)
    rows = [listed.model().index(n, 0) for n in range(listed.model().rowCount())]
    row = next(listed.visualRect(index) for index in rows if "Floor Only" in str(index.data()))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 60, row.center().y()))
    assert opened == []
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 40, row.center().y()))
    assert opened == [(ENTRIES[2],)]
