"""The word of a phase in a narrow column."""

import pytest
from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.core.timeline import Side
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.theme.phase_look import PhaseLook
from trainer.ui.widgets.phase_pill import PhasePill, SidePlate, share_room


@pytest.mark.parametrize("side", [None, Side.LEFT])
def test_the_words_stand_in_the_room_there_is(qtbot: QtBot, side: Side | None) -> None:
    look = Look(resources(), ThemeChoice.DARK)
    pill, plate = PhasePill(look, PhaseLook.GET_READY, scaled=False), SidePlate(look, side, scaled=False)
    for one in (pill, plate):
        qtbot.addWidget(one)
    share_room(pill, plate, 80.0, 10, 380)
    gap = 0 if side is None else 10
    assert 250 < pill.sizeHint().width() + gap + plate.sizeHint().width() <= 380
