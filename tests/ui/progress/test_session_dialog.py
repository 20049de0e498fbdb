"""One session in its dialog: how it went, what is said of it, how its calories were counted."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.workouts import example_workout
from trainer.core.events import StepOutcome
from trainer.core.session_strip import Stretch, StretchKind
from trainer.core.timeline import Side
from trainer.core.workout import Workout
from trainer.ui.progress.session_dialog import SessionDialog
from trainer.ui.progress.strip_view import StripView, lay_out
from trainer.ui.theme.look import Look

STRIP = (
    Stretch(StretchKind.GET_READY, 0, 15, 0),
    Stretch(StretchKind.WORK, 15, 75, 0, Side.LEFT),
    Stretch(StretchKind.PAUSED, 75, 98, 0),
    Stretch(StretchKind.REST, 98, 118, 1),
    Stretch(StretchKind.AWAY, 118, 7318, 1),
    Stretch(StretchKind.WORK, 7318, 7378, 1),
)


@pytest.fixture
def dialog(look: Look, over: QWidget) -> SessionDialog:
    made = SessionDialog(look, example_workout(), over, strip=STRIP)
    made.open()
    return made


def button(dialog: SessionDialog, name: str) -> QAbstractButton:
    found = [b for b in dialog.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName())]
    assert found, name
    return found[-1]


def words(widget: QWidget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QWidget) if w.isVisible() and hasattr(w, "text"))


def test_its_figures_and_its_ledger(dialog: SessionDialog) -> None:
    assert dialog.isModal()
    shown = words(dialog)
    assert "30 min" in shown
    assert "The page claims 165\N{EN DASH}210 kcal." in shown
    assert "How the calories were counted" not in shown
    button(dialog, "Calories").click()
    assert "How the calories were counted" in words(dialog)


def test_deleting_is_told(qtbot: QtBot, dialog: SessionDialog) -> None:
    with qtbot.waitSignal(dialog.deletion_chosen) as deleted:
        button(dialog, "Delete").click()
    assert deleted.args == [example_workout().id]


def test_escape_closes(dialog: SessionDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# the strip


def test_the_strip_is_told_in_words(dialog: SessionDialog) -> None:
    strip = dialog.findChildren(StripView)[0]
    assert strip.accessibleDescription() == "Work 2:00, Get ready 0:15, Rest 0:20, Paused 0:23, Away 2:00:00"
    for _ in range(2):
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() == "Work, March, left side, 1:00, from 08:00"
    assert strip.accessibleDescription() in words(dialog)
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert strip.accessibleDescription().endswith("1:00, from 10:01")


def test_the_strip_is_a_list_too(dialog: SessionDialog) -> None:
    rows = dialog.findChildren(QListView)[0]
    assert not rows.isVisible()
    button(dialog, "As a list").click()
    assert rows.isVisible()
    assert rows.model().rowCount() == len(STRIP)
    assert rows.model().index(4, 0).data() == "Away, 2:00:00, from 08:01"


def test_long_absences_leave_room_for_what_was_done() -> None:
    laid = lay_out(STRIP)
    assert [one.cut for one in laid] == [False, False, False, False, True, False]
    assert laid[0].left == 0.0
    assert laid[-1].right == pytest.approx(1.0)
    assert laid[1].right - laid[1].left > 0.2
    assert lay_out(()) == ()


def test_what_was_not_followed_here_has_no_strip(look: Look, over: QWidget) -> None:
    made = SessionDialog(look, example_workout(), over)
    made.open()
    assert "It was not followed here, so there is no timeline of it." in words(made)
    assert not made.findChildren(StripView)[0].isVisible()
    made.close()


# what the person says of it


def test_effort_and_note(qtbot: QtBot, dialog: SessionDialog) -> None:
    with qtbot.waitSignal(dialog.record.effort_chosen) as effort:
        button(dialog, "Very hard").click()
    assert effort.args == [7]
    note = dialog.findChildren(QLineEdit)[0]
    note.selectAll()
    with qtbot.waitSignal(dialog.record.note_changed) as told:
        QTest.keyClicks(note, "Slower")
    assert told.args == ["Slower"]
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_note_is_not_lost_by_closing(qtbot: QtBot, dialog: SessionDialog) -> None:
    note = dialog.findChildren(QLineEdit)[0]
    note.selectAll()
    QTest.keyClicks(note, "Quick")
    with qtbot.waitSignal(dialog.record.note_changed) as told:
        dialog.close()
    assert told.args == ["Quick"]


def corrected(workout: Workout, index: int, outcome: StepOutcome) -> Workout:
    steps = [msgspec.structs.replace(s, outcome=outcome) if s.index == index else s for s in workout.steps]
    return msgspec.structs.replace(workout, steps=tuple(steps), effort=7)


def test_a_step_is_put_right_and_the_figures_follow(qtbot: QtBot, dialog: SessionDialog) -> None:
    button(dialog, "Correct what was done").click()
    step = button(dialog, "March")
    assert step.accessibleName() == "March, done"
    with qtbot.waitSignal(dialog.record.step_corrected) as told:
        QTest.keyClick(step, Qt.Key.Key_Space)
    assert told.args == [0, False]
    dialog.show_workout(corrected(example_workout(), 0, StepOutcome.SKIPPED))
    assert step.accessibleName() == "March, skipped"
    assert "30 min" not in words(dialog)  # the march's minutes are out of the sums
    assert "Very hard" in words(dialog)
