"""Body weight in three units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice, WeightUnit
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.weight import (
    HEAVIEST_KG,
    LIGHTEST_KG,
    WeightStepper,
    difference_words,
    read_weight,
    weight_words,
)


@pytest.mark.parametrize(
    ("kg", "unit", "words"),
    [
        (70.0, WeightUnit.KG, "70 kg"),
        (70.5, WeightUnit.KG, "70.5 kg"),
        (70.0, WeightUnit.LB, "154 lb"),
        (70.0, WeightUnit.ST, "11 st 0 lb"),
        (90.0, WeightUnit.ST, "14 st 2 lb"),
    ],
)
def test_words(kg: float, unit: WeightUnit, words: str) -> None:
    assert weight_words(kg, unit) == words


@given(st.floats(LIGHTEST_KG, HEAVIEST_KG), st.sampled_from(WeightUnit))
def test_what_is_written_is_read_back_to_the_pound(kg: float, unit: WeightUnit) -> None:
    read = read_weight(weight_words(kg, unit), unit)
    assert read is not None
    assert abs(read - kg) < 0.3


@pytest.mark.parametrize("text", ["", "heavy", "kg"])
def test_what_means_nothing_is_nothing(text: str) -> None:
    assert read_weight(text, WeightUnit.KG) is None


def made(qtbot: QtBot, kg: float | None, unit: WeightUnit) -> WeightStepper:
    stepper = WeightStepper(Look(resources(), ThemeChoice.LIGHT), kg, unit)
    qtbot.addWidget(stepper)
    stepper.show()
    return stepper


def test_not_set_steps_to_a_usual_weight_and_back_down_to_not_set(qtbot: QtBot) -> None:
    stepper = made(qtbot, None, WeightUnit.KG)
    assert stepper.text() == "not set"
    chosen = heard(stepper.weight_chosen)
    QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert chosen == [(70.0,)]
    stepper.show_weight(LIGHTEST_KG, WeightUnit.KG)
    QTest.keyClick(stepper, Qt.Key.Key_Down)
    assert chosen[-1] == (None,)


@pytest.mark.parametrize(
    ("typed", "kg"), [("82", 82.0), ("64,5 kg", 64.5), ("9000", HEAVIEST_KG), ("1", LIGHTEST_KG - 1)]
)
def test_a_weight_can_be_typed(qtbot: QtBot, typed: str, kg: float) -> None:
    stepper = made(qtbot, 70.0, WeightUnit.KG)
    chosen = heard(stepper.weight_chosen)
    stepper.selectAll()
    QTest.keyClicks(stepper, typed)
    QTest.keyClick(stepper, Qt.Key.Key_Return)
    assert chosen[-1] == (None if kg < LIGHTEST_KG else kg,)


def test_changing_the_unit_says_nothing_and_keeps_the_weight(qtbot: QtBot) -> None:
    stepper = made(qtbot, 70.0, WeightUnit.KG)
    chosen = heard(stepper.weight_chosen)
    stepper.show_weight(70.0, WeightUnit.ST)
    assert stepper.text() == "11 st 0 lb"
    assert chosen == []
    QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert chosen[-1][0] == pytest.approx(155 * 0.45359237)


@pytest.mark.parametrize(
    ("kg", "unit", "words"),
    [
        (70.0, WeightUnit.KG, "70.0 kg"),
        (70.0, WeightUnit.LB, "154.3 lb"),
        (70.0, WeightUnit.ST, "11 st 0.3 lb"),
        (69.8, WeightUnit.ST, "10 st 13.9 lb"),
    ],
    ids=("kg", "lb", "st", "st-below"),
)
def test_as_scales_show_it(kg: float, unit: WeightUnit, words: str) -> None:
    assert weight_words(kg, unit, tenths=True) == words


def test_differences_have_their_sign() -> None:
    said = [difference_words(kg, WeightUnit.KG) for kg in (0.4, -0.44, 0.01)]
    assert said == ["+0.4 kg", "\N{MINUS SIGN}0.4 kg", "0.0 kg"]
    assert difference_words(-1.0, WeightUnit.ST) == "\N{MINUS SIGN}2.2 lb"


@given(st.floats(LIGHTEST_KG, HEAVIEST_KG), st.sampled_from(WeightUnit))
def test_a_weighing_is_read_back_to_the_tenth(kg: float, unit: WeightUnit) -> None:
    read = read_weight(weight_words(kg, unit, tenths=True), unit)
    assert read is not None
    assert abs(read - kg) < 0.051


def test_a_weighing_is_never_unset(qtbot: QtBot, look: Look) -> None:
    stepper = WeightStepper(look, LIGHTEST_KG, WeightUnit.KG, weighed=True)
    qtbot.addWidget(stepper)
    stepper.stepDown()
    assert stepper.kg == LIGHTEST_KG
    stepper.stepUp()
    assert stepper.kg == pytest.approx(LIGHTEST_KG + 0.1)
    assert stepper.text() == "30.1 kg"
