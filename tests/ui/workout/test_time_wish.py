""" "I have N minutes": the stepper, the answer beside it, and what Start then runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.examples import KIT, catalogue
from tests.ui.workout.running import shipped
from trainer.core.preferences import Preferences
from trainer.core.refit_changes import Change, ChangeKind
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.sheet import Sheet
from trainer.ui.widgets.stepper import Stepper
from trainer.ui.widgets.text import Text
from trainer.ui.workout.ready_model import time_answer
from trainer.ui.workout.ready_presenter import ReadyPresenter
from trainer.ui.workout.refit_words import TimeAnswer, answer_title, change_lines, shortfall
from trainer.ui.workout.time_wish import TimeWish


@pytest.fixture
def wish(qtbot: QtBot, look: Look) -> TimeWish:
    made = TimeWish(look)
    qtbot.addWidget(made)
    made.resize(700, 70)
    made.show()
    return made


def stepper(wish: TimeWish) -> Stepper:
    found = wish.findChild(Stepper)
    assert found is not None
    return found


def link(wish: TimeWish) -> Button:
    return next(button for button in wish.findChildren(Button) if button.accessibleName() == "See what changes")


class TestPresenter:
    @pytest.mark.parametrize("minutes", [5, 14, 25, 50])
    def test_start_runs_as_long_as_was_asked_for(self, minutes: int) -> None:
        made = ready()
        made.set_minutes(minutes)
        timeline, values = made.timeline(), made.values()
        assert timeline is not None
        assert values is not None
        assert minutes * 60 - 15 <= timeline.expected_seconds <= minutes * 60
        assert time_answer(values).minutes == minutes
        assert values.changes

    def test_as_many_minutes_as_it_takes_anyway_change_nothing(self) -> None:
        made = ready()
        written = made.timeline()
        made.set_minutes(36)
        values = made.values()
        assert values is not None
        assert (made.timeline(), values.changes, values.wanted_minutes) == (written, (), None)
        assert time_answer(values).title == "Everything fits"

    def test_another_routine_is_as_it_is_written_again(self) -> None:
        made = ready()
        made.set_minutes(14)
        made.choose(shipped("gentle-back"))
        values = made.values()
        assert values is not None
        assert values.wanted_minutes is None

    def test_what_only_left_out_moves_need_is_not_asked_for(self) -> None:
        made = ready()
        made.set_minutes(5)
        values, timeline = made.values(), made.timeline()
        assert values is not None
        assert timeline is not None
        assert set(values.fitting.exercises) == {step.exercise for step in timeline.steps}


class TestWidget:
    def test_arrow_keys_choose_minutes(self, qtbot: QtBot, wish: TimeWish) -> None:
        wish.show_answer(TimeAnswer(35, "Everything fits", "5 warm-up + 25 main + 5 stretch"))
        with qtbot.waitSignal(wish.minutes_chosen) as chosen:
            QTest.keyClick(stepper(wish), Qt.Key.Key_Down)
        assert chosen.args == [34]

    @pytest.mark.parametrize(("typed", "minutes"), [("14", 14), ("20 min", 20), ("3", 5), ("999", 90)])
    def test_typed_minutes_are_kept_within_bounds(self, qtbot: QtBot, wish: TimeWish, typed: str, minutes: int) -> None:
        wish.show_answer(TimeAnswer(35, "Everything fits", ""))
        field = stepper(wish)
        field.setFocus()
        field.selectAll()
        with qtbot.waitSignal(wish.minutes_chosen) as chosen:
            QTest.keyClicks(field, typed)
            QTest.keyClick(field, Qt.Key.Key_Return)
        assert chosen.args == [minutes]

    def test_a_routine_shorter_than_can_be_asked_for_says_its_own_length(self, wish: TimeWish) -> None:
        wish.show_answer(TimeAnswer(2, "Everything fits", ""))
        assert stepper(wish).value() == 2

    def test_the_link_is_there_when_there_are_changes_and_lists_them(self, wish: TimeWish) -> None:
        wish.show_answer(TimeAnswer(35, "Everything fits", "all of it"))
        assert not link(wish).isVisible()
        wish.show_answer(TimeAnswer(14, "Fits with 1 change", "all of it", ("Main: 1 round instead of 2",)))
        assert link(wish).isVisible()
        QTest.mouseClick(link(wish), Qt.MouseButton.LeftButton)
        sheet = wish.window().findChild(Sheet)
        assert sheet is not None
        words = [text.text() for text in sheet.findChildren(Text)]
        assert {"To make it 14 min", "all of it", "Main: 1 round instead of 2"} <= set(words)
        sheet.accept()

    def test_the_answer_is_heard_at_the_stepper(self, wish: TimeWish) -> None:
        wish.show_answer(TimeAnswer(14, "Fits with 9 changes", "5 warm-up + 4 main"))
        assert stepper(wish).accessibleName() == "Minutes I have"
        assert stepper(wish).accessibleDescription() == "Fits with 9 changes. 5 warm-up + 4 main"


class TestWords:
    def test_every_kind_of_change_is_a_sentence(self) -> None:
        exercises = catalogue().exercises
        said = change_lines(
            (
                Change(ChangeKind.LEFT_OUT, "Main", exercise="back_bow", covered_by=("superman", "reverse_fly")),
                Change(ChangeKind.LEFT_OUT, "Main", exercise="back_bow"),
                Change(ChangeKind.ROUNDS, "Main", (2, 2), (1, 1)),
                Change(ChangeKind.ROUNDS, "Main", (2, 2), (3, 3)),
                Change(ChangeKind.WORK, "Main", (60, 60), (45, 50)),
                Change(ChangeKind.REPS, "Main", (10, 12), (8, 8)),
                Change(ChangeKind.RESTS, "Main", (225, 225), (80, 80)),
            ),
            exercises,
        )
        assert said == (
            "Back Bow is left out; these train its muscles too: Superman, Reverse Fly",
            "Back Bow is left out; nothing else here trains its muscles",
            "Main: 1 round instead of 2",
            "Main: 3 rounds instead of 2",
            "Main: 45\N{EN DASH}50 s of work instead of 60",
            "Main: 8 repetitions instead of 10\N{EN DASH}12",
            "Main: rests take 80 s in all instead of 225",
        )

    def test_what_does_not_fit_says_how_near_it_comes(self) -> None:
        assert (answer_title(3, -60.0, 360), shortfall(-60.0, 360)) == (
            "At least 6 min",
            "The shortest this routine can be made is 6 min.",
        )
        assert (answer_title(3, 60.0, 4800), shortfall(60.0, 4800)) == (
            "At most 80 min",
            "The longest this routine can be made is 80 min.",
        )
        assert (answer_title(1, 0, 800), answer_title(2, 0, 800)) == ("Fits with 1 change", "Fits with 2 changes")


def ready() -> ReadyPresenter:
    made = ReadyPresenter(catalogue().exercises, catalogue().equipment)
    made.set_preferences(Preferences(owned=KIT))
    made.choose(shipped("upper-and-lower-back"))
    return made
