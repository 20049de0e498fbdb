"""First run: both ways on take the answers with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.examples import catalogue, ready_values
from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.weight import WeightStepper
from trainer.ui.workout.first_run_view import FirstRunView
from trainer.ui.workout.ready_model import outline


def made(qtbot: QtBot, scale: float = 1.0, size: tuple[int, int] = (1196, 800)) -> FirstRunView:
    shown = FirstRunView(Look(resources(), ThemeChoice.LIGHT, text_scale=scale), tuple(catalogue().equipment.values()))
    qtbot.addWidget(shown)
    shown.resize(*size)
    values = ready_values(catalogue(), {}, None)
    shown.show_routine(outline(values.plan, values.optional, catalogue().exercises))
    shown.show()
    return shown


def button(view: FirstRunView, name: str) -> QAbstractButton:
    return next(b for b in view.findChildren(QAbstractButton) if name in {b.accessibleName(), b.text()})


def test_nothing_has_to_be_answered(qtbot: QtBot) -> None:
    view = made(qtbot)
    started = heard(view.start_chosen)
    button(view, "Start").click()
    assert started == [({}, None)]


def test_kit_and_weight_go_along(qtbot: QtBot) -> None:
    view = made(qtbot)
    looked = heard(view.look_around_chosen)
    button(view, "Dumbbells").click()
    button(view, "Dumbbells").click()
    button(view, "Physio ball").click()
    weight = view.findChildren(WeightStepper)[0]
    QTest.keyClick(weight, Qt.Key.Key_Up)
    button(view, "Look around").click()
    assert looked == [({"dumbbell": 2, "physio-ball": 1}, 70.0)]


def test_what_every_home_has_and_places_are_not_asked_for(qtbot: QtBot) -> None:
    view = made(qtbot)
    names = {b.text() for b in view.findChildren(QAbstractButton)}
    assert "Towel" not in names
    assert "Open wall" not in names


@pytest.mark.parametrize("size", [(1196, 800), (940, 640), (640, 480), (1836, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_start_is_in_sight_at_every_size(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    view = made(qtbot, scale, size)
    start = button(view, "Start")
    assert view.rect().contains(start.mapTo(view, start.rect().center()))
    assert not view.grab().isNull()
