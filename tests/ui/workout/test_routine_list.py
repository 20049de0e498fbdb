"""The list shows the rows and says what was chosen, by mouse and by keyboard."""

from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.examples import KIT, catalogue, ready_values
from tests.ui.listening import heard
from tests.ui.workout.timelines import snapshot, timeline
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.painting import draw_text
from trainer.ui.workout import routine_delegate
from trainer.ui.workout.panel_model import RowKind
from trainer.ui.workout.routine_delegate import RoutineDelegate
from trainer.ui.workout.routine_list import RoutineList
from trainer.ui.workout.routine_rows import ROW_ROLE

OPTIONAL = ("Warm-up", "Stretch")


@pytest.fixture
def routine_list(qtbot: QtBot) -> RoutineList:
    shown = RoutineList(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(336, 500)
    shown.show()
    return shown


def spoken(shown: RoutineList) -> list[str]:
    model = shown.model()
    texts = [model.index(r, 0).data(Qt.ItemDataRole.AccessibleTextRole) for r in range(model.rowCount())]
    return [text for text in texts if text]


def middle(shown: RoutineList, row: int) -> QPoint:
    return shown.visualRect(shown.model().index(row, 0)).center()


def click(shown: RoutineList, at: QPoint) -> None:
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def row_of(shown: RoutineList, name: str) -> int:
    model = shown.model()
    return next(r for r in range(model.rowCount()) if str(model.index(r, 0).data()).startswith(name))


def test_its_name_is_routine_and_items_begin_with_the_exercise(routine_list: RoutineList) -> None:
    routine_list.show_session(timeline(), snapshot(timeline(), 3))
    assert routine_list.accessibleName() == "Routine"
    assert spoken(routine_list)[:5] == [
        "Warm-up, 2:05, done",
        "Main, round 1 of 2, 5:10",
        "Back Bow, 60 s, done",
        "Russian Twist, 2:00, now",
        "Reverse Fly, one arm, 2 \N{MULTIPLICATION SIGN} 30 s",
    ]


def test_a_click_on_a_move_chooses_its_step(routine_list: RoutineList) -> None:
    routine_list.show_session(timeline(), snapshot(timeline(), 3))
    chosen = heard(routine_list.row_chosen)
    row = row_of(routine_list, "Reverse Fly")
    click(routine_list, middle(routine_list, row))
    assert chosen == [(4,)]


def test_a_click_on_a_folded_group_opens_it_and_again_folds_it(routine_list: RoutineList) -> None:
    routine_list.show_session(timeline(), snapshot(timeline(), 3))
    before = routine_list.model().rowCount()
    for rows in (before + 5, before):  # three moves and the gaps around them
        place = middle(routine_list, row_of(routine_list, "Round 2"))
        click(routine_list, place)
        assert routine_list.model().rowCount() == rows


def test_the_switch_of_an_optional_block_is_pressed_where_it_is_drawn(routine_list: RoutineList) -> None:
    routine_list.show_ready(timeline(), OPTIONAL, ())
    switched = heard(routine_list.block_switched)
    delegate = routine_list.itemDelegate()
    assert isinstance(delegate, RoutineDelegate)
    rect = routine_list.visualRect(routine_list.model().index(0, 0))
    at = delegate.switch_rect(QRectF(rect)).center().toPoint()
    click(routine_list, at)
    assert switched[0] == ("Warm-up", False)
    routine_list.show_ready(timeline(), OPTIONAL, ("Warm-up",))
    click(routine_list, at)
    assert switched[1] == ("Warm-up", True)


def test_the_keyboard_reaches_everything(routine_list: RoutineList) -> None:
    routine_list.show_ready(timeline(), OPTIONAL, ())
    switched, chosen = heard(routine_list.block_switched), heard(routine_list.row_chosen)
    routine_list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(routine_list, Qt.Key.Key_Return)
    assert switched[0] == ("Warm-up", False)
    before = routine_list.model().rowCount()
    QTest.keyClick(routine_list, Qt.Key.Key_Right)
    assert routine_list.model().rowCount() == before + 2
    QTest.keyClick(routine_list, Qt.Key.Key_Down)
    QTest.keyClick(routine_list, Qt.Key.Key_Enter)
    assert chosen == [(0,)]


def test_gaps_take_no_focus_and_no_click(routine_list: RoutineList) -> None:
    routine_list.show_ready(timeline(), OPTIONAL, ())
    model = routine_list.model()
    gaps = [r for r in range(model.rowCount()) if model.index(r, 0).data(ROW_ROLE).kind is RowKind.GAP]
    assert gaps
    assert all(model.flags(model.index(r, 0)) == Qt.ItemFlag.NoItemFlags for r in gaps)


def test_entering_a_round_the_person_had_folded_opens_it(routine_list: RoutineList) -> None:
    plan = timeline()
    routine_list.show_session(plan, snapshot(plan, 4))
    for _ in range(2):  # look into round 2, and fold it again
        place = middle(routine_list, row_of(routine_list, "Round 2"))
        click(routine_list, place)
    routine_list.show_session(plan, snapshot(plan, 5))
    assert "Back Bow, 60 s, now" in spoken(routine_list)


def test_a_new_outcome_changes_rows_in_place(routine_list: RoutineList) -> None:
    plan = timeline()
    routine_list.show_session(plan, snapshot(plan, 3))
    resets = heard(routine_list.model().modelReset)
    routine_list.show_session(plan, snapshot(plan, 4))
    assert not resets
    assert "Russian Twist, 2:00, done" in spoken(routine_list)


@pytest.mark.parametrize("choice", [c for c in ThemeChoice if c is not ThemeChoice.SYSTEM])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_in_every_look(qtbot: QtBot, choice: ThemeChoice, scale: float) -> None:
    shown = RoutineList(Look(resources(), choice, text_scale=scale))
    qtbot.addWidget(shown)
    shown.resize(336, 900)
    shown.show_session(timeline(), snapshot(timeline(), 3))
    for phase in PhaseLook:
        shown.set_progress(phase, 0.4)
        assert not shown.grab().isNull()
    shown.show_ready(timeline(), OPTIONAL, ("Stretch",))
    assert not shown.grab().isNull()


def test_the_pointer_turns_to_a_hand_over_what_can_be_pressed(routine_list: RoutineList) -> None:
    routine_list.show_ready(timeline(), OPTIONAL, ())
    viewport = routine_list.viewport()
    at = QPointF(middle(routine_list, row_of(routine_list, "Back Bow")))
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        at,
        viewport.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    routine_list.mouseMoveEvent(move)
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize("width", [336, 284])
@pytest.mark.parametrize("running", [False, True])
def test_long_names_are_drawn_whole(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int, *, running: bool
) -> None:
    drawn: list[str] = []
    draw = draw_text

    def recorded(*arguments: Any) -> float:
        drawn.append(arguments[-1])
        return draw(*arguments)

    monkeypatch.setattr(routine_delegate, "draw_text", recorded)
    shown = RoutineList(Look(resources(), ThemeChoice.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(width, 900)
    plan = ready_values(catalogue(), KIT, 70.0).plan
    if running:
        shown.show_session(plan, snapshot(plan, 8))
    else:
        shown.show_ready(plan, OPTIONAL, ())
    shown.show()
    shown.grab()
    assert "Medicine Ball Pendulum Swing" in " ".join(drawn)
    assert not [text for text in drawn if "…" in text]


def test_a_longer_routine_left_near_its_end_is_followed_by_a_shorter_one(routine_list: RoutineList) -> None:
    long, short = timeline(), timeline()
    short = structs.replace(
        short, routine="short", blocks=short.blocks[:1], steps=short.steps[:2], phases=short.phases[:3]
    )
    routine_list.show_session(long, snapshot(long, len(long.steps) - 1))
    routine_list.show_session(short, snapshot(short, 0))
    assert spoken(routine_list) == ["Warm-up, 2:05", "March on the Spot, 60 s, now", "Arm Circles, 60 s"]
