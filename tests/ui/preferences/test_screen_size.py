"""How large things really are: a card measures the screen, and Settings says what can be read from there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.preferences.card_sheet import CardSheet
from trainer.ui.preferences.distance_words import distance_words
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.distance_metrics import distance_metrics, farthest_that_fits
from trainer.ui.widgets.screen_scale import CARD_MM, mm_per_px, screen_key
from trainer.ui.widgets.slider import Slider


def test_the_card_s_width_in_pixels_is_the_scale(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1300, 900)
    parent.show()
    sheet = CardSheet(look, 0.25, parent)
    sheet.open()
    measured = heard(sheet.measured)
    (slider,) = sheet.findChildren(Slider)
    assert slider.value() == round(CARD_MM[0] / 0.25)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    next(button for button in sheet.findChildren(Button) if button.text() == "It fits").click()
    ((scale,),) = measured
    assert scale == pytest.approx(CARD_MM[0] / 343)


def test_what_was_measured_goes_before_what_the_screen_says(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    screen = widget.screen()
    measured = {screen_key(screen): 0.123}
    assert mm_per_px(screen, measured) == pytest.approx(0.123 * screen.devicePixelRatio())
    assert 0.05 < mm_per_px(screen, {}) < 1.5
    assert mm_per_px(screen, {"another": 9.9}) == mm_per_px(screen, {})


def test_it_says_what_fits_and_what_does_not() -> None:
    assert distance_words(1920, 1080, 0.277, 2.0).endswith("all of it can be read from there.")
    said = distance_words(1024, 640, 0.16, 3.0)
    assert said.startswith("Too small from there on this screen: ")
    assert "name and cue" in said
    assert "All of it can be read from 1" in said


@given(st.integers(800, 4000), st.integers(500, 2200), st.floats(0.08, 0.4))
def test_from_the_farthest_it_fits_and_a_step_beyond_it_does_not(width: int, height: int, scale: float) -> None:
    farthest = farthest_that_fits(width, height, scale)
    if farthest:
        assert distance_metrics(width, height, scale, farthest).fits
        assert farthest >= 20 or not distance_metrics(width, height, scale, farthest + 0.1).fits
