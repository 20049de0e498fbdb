"""The flash, for those who don't hear the tones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.core.tones import Tone
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.workout.flash import LASTS_MS, Flash


def flash_of(qtbot: QtBot, *, reduce_motion: bool = False) -> Flash:
    parent = QWidget()
    parent.setStyleSheet("background: white")
    qtbot.addWidget(parent)
    parent.resize(400, 300)
    flash = Flash(Look(resources(), ThemeChoice.LIGHT, reduce_motion=reduce_motion), parent)
    parent.show()
    return flash


def colour(flash: Flash, x: int, y: int) -> QColor:
    parent = flash.parentWidget()
    assert parent is not None
    return parent.grab().toImage().pixelColor(x, y)


@pytest.mark.parametrize(("tone", "whole"), [(Tone.LEAD_IN, False), (Tone.START, True), (Tone.FINISH, True)])
def test_the_edge_lights_up_and_with_long_tones_all_of_it(qtbot: QtBot, tone: Tone, whole: bool) -> None:
    flash = flash_of(qtbot)
    before = colour(flash, 5, 5), colour(flash, 200, 150)
    flash.show_tone(tone)
    assert colour(flash, 5, 5) != before[0]
    assert (colour(flash, 200, 150) != before[1]) is whole
    flash.stop()
    assert (colour(flash, 5, 5), colour(flash, 200, 150)) == before


def test_it_goes_by_itself_and_lets_everything_through(qtbot: QtBot) -> None:
    flash = flash_of(qtbot)
    flash.show_tone(Tone.START)
    assert flash.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    qtbot.waitUntil(flash.isHidden, timeout=LASTS_MS * 10)
    assert flash.strength == 0.0


def test_with_motion_reduced_the_edge_alone_stands_and_nothing_fades(qtbot: QtBot) -> None:
    flash = flash_of(qtbot, reduce_motion=True)
    middle = colour(flash, 200, 150)
    flash.show_tone(Tone.START)
    qtbot.wait(LASTS_MS // 2)
    assert flash.strength in (0.0, 1.0)
    assert colour(flash, 200, 150) == middle
    flash.stop()


def test_it_covers_its_parent_whatever_its_size(qtbot: QtBot) -> None:
    flash = flash_of(qtbot)
    flash.show_tone(Tone.START)
    parent = flash.parentWidget()
    assert parent is not None
    parent.resize(640, 480)
    qtbot.waitUntil(lambda: flash.size() == parent.size())
    flash.stop()
