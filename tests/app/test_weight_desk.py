"""The weight in the settings and the newest weighing are one."""

from datetime import timedelta

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.app.conftest import House, Launch, preferences_of
from tests.workouts import example_workout
from trainer.core.preferences import WeightUnit
from trainer.paths import DataPaths
from trainer.ui.main_window import PageName
from trainer.ui.weight.sheet import WeightSheet


def weights(house: House) -> list[float]:
    return [weighing.kg for weighing in house.records.log.weights.all()]


def sheet_of(house: House, page: PageName, button: str) -> WeightSheet:
    house.window.open(page)
    QApplication.processEvents()
    house.button(button).click()
    return house.window.findChildren(WeightSheet)[-1]


def test_a_weight_of_before_the_log_is_its_first_weighing(house: House) -> None:
    house.open()
    assert weights(house) == [70.0]


def test_a_second_launch_weighs_nobody_again(launch: Launch) -> None:
    first = launch()
    first.open()
    first.close()
    second = launch()
    second.open()
    assert weights(second) == [70.0]


def test_a_weight_written_into_the_file_by_hand_is_a_weighing(launch: Launch, paths: DataPaths) -> None:
    first = launch()
    first.open()
    first.close()
    paths.preferences.write_text("welcomed = true\nweight_kg = 72.5\n", encoding="utf-8")
    second = launch()
    second.open()
    assert weights(second) == [70.0, 72.5]


def test_stepping_through_weights_in_the_settings_is_one_weighing_a_day(house: House) -> None:
    house.open()
    house.clock.advance(86_400)
    for kg in (71.0, 72.0, 73.0):
        house.keeper.change(weight_kg=kg)
    assert weights(house) == [70.0, 73.0]
    house.clock.advance(86_400)
    house.keeper.change(weight_kg=72.0)
    assert weights(house) == [70.0, 73.0, 72.0]


def test_not_set_deletes_nothing(house: House) -> None:
    house.open()
    house.keeper.change(weight_kg=None)
    assert weights(house) == [70.0]
    assert house.keeper.value.weight_kg is None


@pytest.mark.parametrize(
    ("page", "button"),
    [(PageName.SETTINGS, "Weight over time"), (PageName.PROGRESS, "Weight")],
    ids=("settings", "progress"),
)
def test_a_weighing_added_in_the_sheet_sets_the_weight(
    house: House, paths: DataPaths, page: PageName, button: str
) -> None:
    house.open()
    sheet = sheet_of(house, page, button)
    sheet.added.emit(house.records.log.weights.all()[0].local_date, 68.4)
    assert weights(house) == [70.0, 68.4]
    assert house.keeper.value.weight_kg == 68.4
    sheet.close()
    house.close()
    assert preferences_of(paths).weight_kg == 68.4


def test_an_older_weighing_changes_nothing_now(house: House) -> None:
    house.open()
    sheet = sheet_of(house, PageName.SETTINGS, "Weight over time")
    (now,) = house.records.log.weights.all()
    sheet.added.emit(now.local_date - timedelta(days=30), 75.0)
    assert weights(house) == [75.0, 70.0]
    assert house.keeper.value.weight_kg == 70.0
    sheet.deleted.emit(now.id)
    assert house.keeper.value.weight_kg == 75.0
    sheet.restored.emit(now.id)
    assert house.keeper.value.weight_kg == 70.0


def test_a_changed_weighing_of_today_is_the_weight(house: House) -> None:
    house.open()
    sheet = sheet_of(house, PageName.SETTINGS, "Weight over time")
    sheet.list.selectRow(0)
    house.press(Qt.Key.Key_Return)
    (now,) = house.records.log.weights.all()
    sheet.changed.emit(structs.replace(now, kg=69.0))
    assert weights(house) == [69.0]
    assert house.keeper.value.weight_kg == 69.0
    sheet.unit_chosen.emit(WeightUnit.LB)
    assert house.keeper.value.weight_unit is WeightUnit.LB
    assert sheet.list.model().index(0, 1).data() == "152.1 lb"


def test_workouts_keep_their_weight(house: House) -> None:
    house.records.log.add(example_workout())
    house.open()
    house.keeper.change(weight_kg=90.0)
    assert house.workouts() == [example_workout()]
    assert example_workout().weight_kg == 70.0
