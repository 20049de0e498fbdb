"""A session from its start into the log: begun, finished, left open, closed in the middle, taken up again."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.app.conftest import House, Launch, preferences_of
from tests.fakes import FakeClock
from trainer.core.events import StepOutcome
from trainer.core.snapshot import SessionState
from trainer.core.workout import WorkoutState
from trainer.paths import DataPaths
from trainer.ui.widgets.choice_dialog import ChoiceDialog

K = Qt.Key


def in_the_middle(house: House) -> House:
    """Twenty seconds into the first move."""
    house.open(start=True)
    house.press(K.Key_Right)
    house.go(20)
    return house


def ask(house: House) -> ChoiceDialog:
    """Close the window in the middle of a session."""
    assert not house.window.close()
    QApplication.processEvents()
    return next(dialog for dialog in house.window.findChildren(ChoiceDialog) if dialog.isVisible())


def rows(paths: DataPaths, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(paths.database)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_space_starts_what_is_ready_and_the_rail_goes(house: House) -> None:
    house.open()
    shown = [house.page.shown]
    assert house.button("Library").isVisible()
    house.press(K.Key_Space)
    shown.append(house.page.shown)
    assert shown == [house.page.ready, house.page.player]
    assert house.described("Phase") == "get ready"
    assert house.described("Current exercise") == "March in Place"
    with pytest.raises(AssertionError):
        house.button("Library")


def test_a_whole_routine_is_logged_whole(house: House) -> None:
    house.open("back-in-ten-minutes", start=True)
    for _ in range(3000):
        if not house.drivers:
            break
        house.go(1)
    (workout,) = house.workouts()
    assert workout.state is WorkoutState.COMPLETE
    assert {step.outcome for step in workout.steps} == {StepOutcome.DONE}
    assert workout.weight_kg == 70.0
    assert workout.active_seconds == pytest.approx(sum(span.seconds for span in workout.spans))
    assert house.page.shown is house.page.summary
    assert house.button("Library").isVisible()
    assert house.window.close(), "nothing holds it open any more"


def test_a_part_of_one_is_logged_as_part(house: House) -> None:
    in_the_middle(house)
    house.press(K.Key_Space)
    house.button("Finish").click()
    (workout,) = house.workouts()
    assert workout.state is WorkoutState.PARTIAL
    assert workout.steps[0].outcome is StepOutcome.PARTIAL
    assert workout.steps[0].worked_seconds == pytest.approx(20)
    assert workout.local_date.isoformat() == "2026-01-05"


def test_escape_never_ends_a_session(house: House) -> None:
    in_the_middle(house)
    house.press(K.Key_D)
    assert house.page.player.at_distance
    for _ in range(4):
        house.press(K.Key_Escape)
    assert house.driver.snapshot().state is SessionState.PAUSED
    assert house.page.shown is house.page.player
    assert house.workouts() == []


def test_closing_in_the_middle_pauses_and_asks(house: House) -> None:
    in_the_middle(house)
    dialog = ask(house)
    assert house.driver.snapshot().state is SessionState.PAUSED
    dialog.reject()
    QApplication.processEvents()
    assert house.window.isVisible()
    assert house.drivers
    assert ask(house).isVisible(), "and it asks again"


def test_kept_for_later_it_is_offered_again_where_it_stood(launch: Launch, paths: DataPaths, clock: FakeClock) -> None:
    first = in_the_middle(launch())
    ask(first)
    first.button("Keep for later").click()
    assert not first.window.isVisible()
    first.close()
    assert rows(paths, "SELECT kept_for_later FROM checkpoint") == [(1,)]

    clock.advance(3600)
    again = launch()
    again.open()
    again.button("Resume").click()
    assert again.described("Phase") == "paused"
    assert again.described("Countdown") == "40 seconds left"
    again.press(K.Key_Space)
    again.go(3)
    again.go(5)
    assert again.described("Countdown") == "35 seconds left"
    again.driver.finish()
    (workout,) = again.workouts()
    assert workout.steps[0].worked_seconds == pytest.approx(25)
    assert workout.away_seconds == pytest.approx(3600)
    assert rows(paths, "SELECT * FROM checkpoint") == []


def test_finished_at_the_close_it_is_in_the_log(launch: Launch, paths: DataPaths) -> None:
    first = in_the_middle(launch())
    ask(first)
    first.button("Finish and log").click()
    assert not first.window.isVisible()
    first.close()
    again = launch()
    again.open()
    (workout,) = again.workouts()
    assert workout.state is WorkoutState.PARTIAL
    assert workout.steps[0].worked_seconds == pytest.approx(20)
    assert rows(paths, "SELECT * FROM checkpoint") == []


def test_discarded_at_the_close_nothing_is_kept(launch: Launch, paths: DataPaths) -> None:
    first = in_the_middle(launch())
    ask(first)
    first.button("Discard").click()
    assert not first.window.isVisible()
    first.close()
    assert rows(paths, "SELECT * FROM checkpoint") == []
    again = launch()
    again.open()
    assert again.workouts() == []


def test_ended_from_outside_a_session_is_kept(launch: Launch) -> None:
    in_the_middle(launch()).close()
    again = launch()
    again.open()
    assert again.button("Resume").isVisible()


@pytest.mark.parametrize(("answer", "logged"), [("Finish and log", 1), ("Discard", 0)])
def test_a_session_left_open_can_be_logged_or_discarded(launch: Launch, answer: str, logged: int) -> None:
    in_the_middle(launch()).close()
    again = launch()
    again.open()
    again.button(answer).click()
    workouts = again.workouts()
    assert len(workouts) == logged
    for workout in workouts:
        assert workout.steps[0].worked_seconds == pytest.approx(20)
        assert workout.away_seconds == 0
    with pytest.raises(AssertionError):
        again.button("Resume")
    again.close()
    third = launch()
    third.open()
    with pytest.raises(AssertionError):
        third.button("Resume")


def test_a_new_start_logs_what_was_left_open(launch: Launch) -> None:
    in_the_middle(launch()).close()
    again = launch()
    again.open()
    again.button("Start").click()
    assert len(again.drivers) == 1
    assert [workout.state for workout in again.workouts()] == [WorkoutState.PARTIAL]


def test_space_goes_on_with_what_was_left_open(launch: Launch) -> None:
    in_the_middle(launch()).close()
    again = launch()
    again.open()
    again.press(K.Key_Space)
    assert len(again.drivers) == 1
    assert again.drivers[0].engine.active_seconds >= 20
    assert again.workouts() == []


@pytest.mark.parametrize(
    "damage",
    [
        'UPDATE checkpoint SET state = \'{"state": "levitating"}\'',
        "UPDATE checkpoint SET state = replace(state, '\"position\":[', '\"position\":[999')",
    ],
    ids=["unknown", "out of range"],
)
def test_a_session_of_another_version_is_said_in_a_sentence(launch: Launch, paths: DataPaths, damage: str) -> None:
    in_the_middle(launch()).close()
    connection = sqlite3.connect(paths.database)
    with connection:
        connection.execute(damage)
    connection.close()
    again = launch()
    again.open()
    said = again.said()
    assert "another version of Trainer" in said
    assert said.count(".") >= 1
    assert "\n" not in said
    with pytest.raises(AssertionError):
        again.button("Resume")
    again.press(K.Key_Space)
    assert again.drivers, "training goes on all the same"


def test_the_starting_side_alternates(launch: Launch, paths: DataPaths) -> None:
    sides = []
    house = launch()
    house.open(start=True)
    for _ in range(3):
        sides.append(house.driver.timeline.first_side.value)
        house.driver.finish()
        house.button("Again").click()
    assert sides == ["left", "right", "left"]
    house.close()
    assert preferences_of(paths).starts_left == {"upper-and-lower-back": True}


def test_a_form_chosen_in_a_session_is_remembered(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    house.open(start=True)
    step = next(s for s in house.driver.timeline.steps if s.exercise == "russian_twist")
    house.driver.jump(step.index)
    house.press(K.Key_E)
    chosen = step.ladder[step.rung - 1].variant
    house.driver.finish()
    house.close()
    assert preferences_of(paths).variants == {"russian_twist": chosen}
    again = launch()
    again.open(start=True)
    step = next(s for s in again.driver.timeline.steps if s.exercise == "russian_twist")
    assert step.ladder[step.rung].variant == chosen


def test_the_question_mark_shows_the_keys_and_nothing_is_lost(house: House) -> None:
    in_the_middle(house)
    house.press(K.Key_Question)
    QApplication.processEvents()
    sheet = next(dialog for dialog in house.window.findChildren(QDialog) if dialog.isVisible())
    sheet.close()
    assert house.driver.snapshot().state is SessionState.RUNNING


def test_full_screen_comes_and_goes_in_a_session(house: House) -> None:
    in_the_middle(house)
    house.press(K.Key_F11)
    full = house.window.isFullScreen()
    house.press(K.Key_F11)
    assert (full, house.window.isFullScreen()) == (True, False)
