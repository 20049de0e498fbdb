"""What is planned for today, offered quietly."""

import pytest
from pytestqt.qtbot import QtBot

from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.workout.planned_banner import PlannedBanner


@pytest.fixture
def banner(qtbot: QtBot, look: Look) -> PlannedBanner:
    made = PlannedBanner(look)
    qtbot.addWidget(made)
    made.set_ready("back")
    return made


def test_nothing_planned_shows_nothing(banner: PlannedBanner) -> None:
    assert banner.isHidden()
    banner.offer(("core", "Core in Ten"))
    banner.offer(None)
    assert banner.isHidden()


def test_another_routine_is_offered(qtbot: QtBot, banner: PlannedBanner) -> None:
    banner.offer(("core", "Core in Ten"))
    assert not banner.isHidden()
    with qtbot.waitSignal(banner.chosen) as told:
        banner.findChildren(Button)[0].click()
    assert told.args == ["core"]


def test_where_it_is_ready_it_only_says_so(banner: PlannedBanner) -> None:
    banner.offer(("core", "Core in Ten"))
    banner.set_ready("core")
    assert banner.findChildren(Button)[0].isHidden()
    assert not banner.isHidden()
