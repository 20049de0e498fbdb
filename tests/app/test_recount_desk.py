"""A recount from the weight's sheet to the log, and back."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import House
from tests.workouts import example_workout
from trainer.core.workout import Workout
from trainer.storage.recounts import Recounts
from trainer.ui.main_window import PageName
from trainer.ui.weight.recount_sheet import RecountSheet
from trainer.ui.weight.sheet import WeightSheet

DONE = tuple(example_workout(number) for number in range(1, 4))


@pytest.fixture
def sheet(house: House, qtbot: QtBot) -> Iterator[RecountSheet]:
    for workout in DONE:
        house.records.log.add(workout)
    house.open()
    house.keeper.change(weight_kg=84.0)
    house.window.open(PageName.PROGRESS)
    QApplication.processEvents()
    house.button("Weight").click()
    house.button("Recount past workouts").click()
    sheet = house.window.findChildren(RecountSheet)[-1]
    qtbot.waitUntil(lambda: house.button("Recount 3 workouts").isEnabled())
    yield sheet
    for open_one in house.window.findChildren(WeightSheet):
        open_one.close()


def kg(workouts: list[Workout]) -> list[float | None]:
    return [workout.weight_kg for workout in workouts]


def test_looked_at_made_and_undone(house: House, sheet: RecountSheet, qtbot: QtBot) -> None:
    assert "20 % more" in sheet.accessibleDescription()
    assert house.workouts() == [*DONE], "a look changes nothing"
    house.button("Recount 3 workouts").click()
    qtbot.waitUntil(lambda: kg(house.workouts()) == [84.0] * 3)
    qtbot.waitUntil(lambda: "Nothing changes" in sheet.accessibleDescription())
    house.button("Undo recount").click()
    qtbot.waitUntil(lambda: house.workouts() == [*DONE])
    qtbot.waitUntil(lambda: house.button("Recount 3 workouts").isEnabled())


def test_stopped_while_it_works_nothing_is_done(
    house: House, sheet: RecountSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, make = Event(), Recounts.make

    def late(self: Recounts, *arguments: Any, **named: Any) -> int:
        assert stopped.wait(5)
        return make(self, *arguments, **named)

    monkeypatch.setattr(Recounts, "make", late)
    house.button("Recount 3 workouts").click()
    house.button("Stop").click()
    stopped.set()
    qtbot.waitUntil(lambda: "Stopped" in sheet.accessibleDescription())
    assert house.workouts() == [*DONE]
