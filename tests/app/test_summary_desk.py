"""What the person says of a workout reaches the log, even before the workout does, and even at the last moment."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.app.conftest import House, Launch
from tests.ui.examples import catalogue
from trainer.paths import DataPaths

K = Qt.Key


class Locked:
    """Another program has the log and does not let go."""

    def __init__(self, paths: DataPaths) -> None:
        self._connection = sqlite3.connect(paths.database, isolation_level=None)
        self._connection.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()


def start(house: House) -> None:
    house.open(start=True)
    house.press(K.Key_Right)
    house.go(20)
    house.written()


def note(house: House) -> QLineEdit:
    return next(edit for edit in house.page.summary.findChildren(QLineEdit) if edit.accessibleName() == "Note")


def test_effort_and_note_are_written(house: House) -> None:
    start(house)
    house.driver.finish()
    house.written()
    house.press(K.Key_5)
    QTest.keyClicks(note(house), "Wall works")
    QTest.keyClick(note(house), K.Key_Return)
    (workout,) = house.workouts()
    assert (workout.effort, workout.note) == (5, "Wall works")


def test_said_before_the_workout_is_in_the_log_it_waits(house: House, paths: DataPaths) -> None:
    start(house)
    locked = Locked(paths)
    house.driver.finish()
    house.press(K.Key_3)
    QTest.keyClicks(note(house), "Short")
    QTest.keyClick(note(house), K.Key_Return)
    locked.let_go()
    (workout,) = house.workouts()
    assert (workout.effort, workout.note) == (3, "Short")


def test_said_at_the_last_moment_it_is_not_lost(launch: Launch, paths: DataPaths) -> None:
    house = launch()
    start(house)
    locked = Locked(paths)
    house.driver.finish()
    house.press(K.Key_4)
    QTest.keyClicks(note(house), "Bye")
    locked.let_go()
    house.close()
    again = launch()
    (workout,) = again.workouts()
    assert (workout.effort, workout.note) == (4, "Bye")


def test_another_session_does_not_take_the_words_of_the_one_before(house: House, paths: DataPaths) -> None:
    start(house)
    locked = Locked(paths)
    house.driver.finish()
    house.press(K.Key_6)
    house.button("Again").click()
    house.press(K.Key_Right)
    house.go(20)
    house.driver.finish()
    house.press(K.Key_1)
    locked.let_go()
    assert sorted(workout.effort or 0 for workout in house.workouts()) == [1, 7]


def test_a_corrected_step_is_written_and_shown(house: House) -> None:
    start(house)
    house.driver.finish()
    house.written()
    house.page.summary.step_corrected.emit(0, True)
    (workout,) = house.workouts()
    assert workout.steps[0].outcome.value == "done"
    QApplication.processEvents()  # rows that are added show with the next turn of the event loop
    assert house.button("Warm-up, 1 of 6 moves").isVisible()


def test_a_log_that_refuses_is_said_in_a_sentence(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from trainer.storage.errors import StorageError
    from trainer.storage.workout_log import WorkoutLog

    start(house)
    house.driver.finish()
    house.written()

    def refuse(*_: object) -> None:
        raise StorageError("The disk is full; free some space.")

    monkeypatch.setattr(WorkoutLog, "set_effort", refuse)
    house.press(K.Key_2)
    assert house.said() == "The disk is full; free some space."


def test_done_goes_back_to_ready_and_again_starts(house: House) -> None:
    start(house)
    house.driver.finish()
    house.button("Done").click()
    shown = [house.page.shown]
    house.press(K.Key_Space)
    house.driver.finish()
    house.button("Again").click()
    shown.append(house.page.shown)
    assert shown == [house.page.ready, house.page.player]
    assert house.drivers


def proposal(house: House) -> QAbstractButton | None:
    buttons = house.page.summary.findChildren(QAbstractButton)
    return next((one for one in buttons if one.text() == "Start harder" and one.isVisible()), None)


def test_after_three_easy_workouts_the_next_rung_is_proposed_and_taken(house: House) -> None:
    for _ in range(3):
        house.open("back-in-ten-minutes", start=True)
        for _ in range(60):
            if not house.drivers:
                break
            house.go(30)
        house.written()
        assert proposal(house) is None
        house.press(K.Key_2)
        house.written()
    asked = proposal(house)
    assert asked is not None
    asked.click()
    ((exercise, form),) = house.keeper.value.variants.items()
    harder = catalogue().exercises[exercise].variant(form)
    assert harder is not None
    assert harder.level > 0
