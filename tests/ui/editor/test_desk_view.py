"""The desk: what its rows say, what its keys and clicks ask for, what the inspector changes."""

from itertools import pairwise
from typing import TypeVar

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue, edited
from tests.ui.listening import heard
from trainer.core.editing import Edited, History, Place, change_step
from trainer.core.routine import Block, BlockKind, RemarkKind, Routine, Step
from trainer.ui.editor.desk_model import DeskValues, desk_values
from trainer.ui.editor.desk_view import DeskView
from trainer.ui.editor.fields import LineField
from trainer.ui.editor.rows import EditorRow, RowKind
from trainer.ui.editor.rows_model import ROW_ROLE, RowsModel
from trainer.ui.editor.step_form import StepForm, StepValues
from trainer.ui.theme.look import Look
from trainer.ui.widgets.segmented import Segmented
from trainer.ui.widgets.select import Select
from trainer.ui.widgets.stepper import Stepper

K, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def values_of(*blocks: Block, place: Place | None = None) -> DeskValues:
    routine = Routine(1, "r", "R", blocks)
    return desk_values(History(Edited(routine, place)), routine, catalogue().exercises, saved=True)


def block(*steps: Step, **values: object) -> Block:
    return structs.replace(Block(BlockKind.STRENGTH, "Main", steps), **values)


@pytest.fixture
def desk(qtbot: QtBot, look: Look) -> DeskView:
    view = DeskView(look)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show_values(edited(catalogue()))
    view.show()
    QApplication.processEvents()
    return view


def row_at(desk: DeskView, place: Place) -> EditorRow:
    model = desk.list.model()
    rows = [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]
    found: EditorRow = next(row for row in rows if row.place == place)
    return found


Kind = TypeVar("Kind", bound=QWidget)


def part(of: QWidget, kind: type[Kind], name: str) -> Kind:
    """The part of that kind and accessible name."""
    return next(one for one in of.findChildren(kind) if one.accessibleName() == name)


# what rows say


def test_a_step_says_everything_in_one_sentence() -> None:
    step = Step("reverse_fly", seconds=60, variant="one-arm", rest=20, get_ready=15, note="Slowly")
    (_, row) = values_of(block(step)).rows
    assert row.spoken == ("Reverse Fly, 30 seconds on each side, 15 s set-up, One arm, then 20 s rest, Slowly")
    assert (row.work, row.set_up) == ("2 × 30", "15 s")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step("back_bow", reps=8), "8 reps"),
        (Step("supine_twist", reps=8), "2 × 8 reps"),
        (Step("supine_twist", seconds=25), "2 × 25"),
        (Step("childs_pose", open=True), "Open"),
        (Step("back_bow", seconds=60, on=False), "60 s"),
    ],
)
def test_the_work_in_few_signs(step: Step, said: str) -> None:
    assert values_of(block(Step("cat_cow", seconds=20), step)).rows[2].work == said


def test_a_block_tells_its_rounds_and_time_and_an_empty_one_how_to_fill_it() -> None:
    rows = values_of(block(Step("back_bow", seconds=60, get_ready=10), rounds=2), block(name="End")).rows
    assert (rows[0].chip, rows[0].time) == ("2 rounds", "2:20")
    assert rows[3].kind is RowKind.EMPTY


def test_a_remark_stands_beside_its_step_and_in_the_tags(desk: DeskView) -> None:
    assert row_at(desk, Place(1, 1)).remark == "Left and right differ"
    values = edited(catalogue(), Place(1, 1))
    assert [said.remark.kind for said in values.inspected.remarks] == [RemarkKind.SIDES, RemarkKind.ORDER]
    assert values.tags[0][1] == "8: Left and right differ"
    assert "Left and right equal" not in values.good


def test_the_total_and_how_it_has_changed() -> None:
    values = edited(catalogue())
    assert values.difference < 0
    assert values.seconds == sum(piece.seconds for piece in values.stretches)


def test_the_timeline_has_a_piece_for_each_step_of_each_round(desk: DeskView) -> None:
    values = edited(catalogue())
    pieces = desk.bar.pieces()
    assert len(pieces) == len(values.stretches) == 6 + 2 * 7 + 5
    assert all(one.right() < other.left() for one, other in pairwise(pieces))
    chosen = heard(desk.bar.place_chosen)
    QTest.mouseClick(desk.bar, Qt.MouseButton.LeftButton, pos=pieces[6].center().toPoint())
    assert chosen == [(Place(1, 0),)]


# keys


@pytest.mark.parametrize(
    ("key", "held", "signal", "said"),
    [
        (K.Key_Up, ALT, "shifted", (Place(1, 5), -1)),
        (K.Key_Down, ALT, "shifted", (Place(1, 5), 1)),
        (K.Key_Delete, None, "removed", (Place(1, 5),)),
        (K.Key_D, CTRL, "duplicated", (Place(1, 5),)),
        (K.Key_Insert, None, "add_requested", (Place(1, 5),)),
        (K.Key_Return, None, "add_requested", (Place(1, 5),)),
        (K.Key_Space, None, "switched", (Place(1, 5), False)),
        (K.Key_Plus, None, "work_stepped", (Place(1, 5), 1)),
        (K.Key_Minus, None, "work_stepped", (Place(1, 5), -1)),
        (K.Key_Down, None, "place_chosen", (Place(1, 6),)),
    ],
)
def test_keys_of_the_list(
    desk: DeskView, key: Qt.Key, held: Qt.KeyboardModifier | None, signal: str, said: tuple[object, ...]
) -> None:
    heard_of = heard(getattr(desk.list, signal))
    QTest.keyClick(desk.list, key, held or Qt.KeyboardModifier.NoModifier)
    assert heard_of == [said]


@pytest.mark.parametrize(("key", "shown"), [(K.Key_Left, False), (K.Key_Right, True), (K.Key_Space, False)])
def test_a_block_folds(desk: DeskView, key: Qt.Key, shown: bool) -> None:
    desk.show_values(edited(catalogue(), Place(1)))
    folded = heard(desk.list.folded)
    QTest.keyClick(desk.list, key)
    assert folded == [(1, shown)]


@pytest.mark.parametrize(
    ("keys", "signal"), [("Ctrl+Z", "undo_chosen"), ("Ctrl+Shift+Z", "redo_chosen"), ("Ctrl+S", "save_chosen")]
)
def test_undo_redo_and_save_hold_on_the_whole_desk(desk: DeskView, keys: str, signal: str) -> None:
    said = heard(getattr(desk.header, signal))
    (shortcut,) = [one for one in desk.findChildren(QShortcut) if one.key().toString() == keys]
    assert shortcut.context() is Qt.ShortcutContext.WidgetWithChildrenShortcut
    shortcut.activated.emit()
    assert len(said) == 1


def test_f2_types_the_work(desk: DeskView) -> None:
    chosen = heard(desk.list.work_chosen)
    QTest.keyClick(desk.list, K.Key_F2)
    (box,) = desk.list.findChildren(QSpinBox)
    assert box.value() == 60
    box.setValue(45)
    QTest.keyClick(box, K.Key_Return)
    QApplication.processEvents()  # Qt takes the number in with the next turn of the loop
    assert chosen == [(Place(1, 5), 45)]


# the mouse


def click(desk: DeskView, place: Place, part: str) -> None:
    model = desk.list.model()
    at = next(n for n in range(model.rowCount()) if model.index(n, 0).data(ROW_ROLE).place == place)
    desk.list.scrollTo(model.index(at, 0))
    rect = desk.list.visualRect(model.index(at, 0))
    delegate = desk.list.itemDelegate()
    point: QPointF = getattr(delegate, f"{part}_rect")(QRectF(rect)).center()
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def test_a_click_on_the_tick_switches_a_step(desk: DeskView) -> None:
    switched = heard(desk.list.switched)
    click(desk, Place(1, 4), "tick")
    assert switched == [(Place(1, 4), False)]


def test_a_click_on_a_number_opens_it(desk: DeskView) -> None:
    chosen = heard(desk.list.set_up_chosen)
    click(desk, Place(1, 4), "set_up")
    (box,) = desk.list.findChildren(QSpinBox)
    box.setValue(20)
    QTest.keyClick(box, K.Key_Return)
    QApplication.processEvents()  # Qt takes the number in with the next turn of the loop
    assert chosen == [(Place(1, 4), 20)]


def target(rows: RowsModel, source: Place, below: int) -> Place:
    row = next(row for row in rows.rows if row.place == source)
    return rows.target(row, below)


def test_where_something_let_go_comes_to_stand(qtbot: QtBot) -> None:
    del qtbot
    rows = RowsModel()
    first = block(Step("cat_cow", seconds=20), Step("back_bow", seconds=20))
    rows.take(values_of(first, block(Step("superman", seconds=20), name="End")).rows)  # 0 B 1 s 2 s 3 B 4 s
    assert target(rows, Place(1, 0), 0) == Place(0, 0)
    assert target(rows, Place(1, 0), 2) == Place(0, 1)
    assert target(rows, Place(0, 0), 3) == Place(0)  # above the next header: the end of its own block
    assert target(rows, Place(0, 0), 5) == Place(1)
    assert target(rows, Place(0), 5) == Place(2)
    assert target(rows, Place(1), 0) == Place(0)


# the inspector


def form_for(qtbot: QtBot, look: Look, step: Step) -> StepForm:
    form = StepForm(look)
    qtbot.addWidget(form)
    (_, row) = values_of(block(step)).rows
    inspected = values_of(block(step), place=Place(0, 0)).inspected
    assert row.exercise == step.exercise
    assert inspected.step is not None
    form.show_step(inspected.step)
    form.show()
    return form


@pytest.mark.parametrize(
    ("index", "fields"),
    [
        (0, {"seconds": 45, "reps": None, "open": False}),
        (1, {"seconds": None, "reps": 8, "open": False}),
        (2, {"seconds": None, "reps": None, "open": True}),
    ],
)
def test_another_measure(qtbot: QtBot, look: Look, index: int, fields: dict[str, object]) -> None:
    form = form_for(qtbot, look, Step("back_bow", reps=8))
    changed = heard(form.changed)
    part(form, Segmented, "Measure").index_chosen.emit(index)
    assert changed == [(fields, "")]


def test_work_set_up_and_rest(qtbot: QtBot, look: Look) -> None:
    form = form_for(qtbot, look, Step("back_bow", seconds=60, get_ready=0))
    changed = heard(form.changed)
    part(form, Stepper, "Work").stepUp()
    part(form, Stepper, "Set-up").stepDown()
    part(form, Stepper, "Rest after").stepUp()
    assert changed == [({"seconds": 65}, ""), ({"get_ready": None}, ""), ({"rest": 5}, "")]


def test_sides_are_chosen_by_the_form_that_has_them(qtbot: QtBot, look: Look) -> None:
    form = form_for(qtbot, look, Step("reverse_fly", seconds=60))
    changed = heard(form.changed)
    sides = part(form, Select, "Sides")
    sides.activated.emit(sides.findText("Left, then right"))
    assert changed == [({"variant": "one-arm"}, "")]


def test_showing_says_nothing(qtbot: QtBot, look: Look) -> None:
    form = form_for(qtbot, look, Step("back_bow", seconds=60))
    changed = heard(form.changed)
    exercise = catalogue().exercises["reverse_fly"]
    form.show_step(StepValues(Step("reverse_fly", reps=10, variant="one-arm", note="Slowly"), exercise, None))
    assert changed == []


def test_typing_a_note_tells_its_field(desk: DeskView) -> None:
    changed = heard(desk.inspector.step_changed)
    QTest.keyClicks(part(desk.inspector, LineField, "Note"), "Go")
    assert changed == [({"note": "G"}, "note"), ({"note": "Go"}, "note")]


def test_cues_tell_when_they_come_and_whether_they_can_be_read(desk: DeskView) -> None:
    values = edited(catalogue(), Place(1, 5))
    assert values.inspected.cues
    assert all(reading.readable for reading in values.inspected.cues)
    short = change_step(values.routine, Place(1, 5), seconds=5).routine
    shown = desk_values(History(Edited(short, Place(1, 5))), short, catalogue().exercises, saved=False)
    desk.show_values(shown)
    assert len(shown.inspected.cues) < len(values.inspected.cues)


# rooms


def test_in_a_narrow_window_the_inspector_takes_the_lists_place(qtbot: QtBot, look: Look) -> None:
    view = DeskView(look)
    qtbot.addWidget(view)
    view.show_values(edited(catalogue()))
    view.resize(800, 640)
    view.show()
    QApplication.processEvents()
    assert view.list.isVisible()
    assert not view.inspector.isVisible()
    view.show_details()
    assert view.inspector.isVisible()
    assert not view.list.isVisible()
    view.show_details(False)
    assert view.list.isVisible()


def test_every_theme_draws_it(qtbot: QtBot, themed_look: Look) -> None:
    view = DeskView(themed_look)
    qtbot.addWidget(view)
    view.resize(1024, 640)
    view.show_values(edited(catalogue(), Place(1, 1)))
    view.show()
    QApplication.processEvents()
    picture = view.grab().toImage()
    assert picture.pixelColor(QPoint(5, 5)) == themed_look.color("canvas")
