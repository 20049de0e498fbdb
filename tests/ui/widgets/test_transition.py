"""Transition: what moves, how long, and that it need not."""

from pytestqt.qtbot import QtBot

from trainer.ui.theme.look import Look
from trainer.ui.widgets.surfaces import Ground
from trainer.ui.widgets.switch import Switch
from trainer.ui.widgets.transition import CONTROL_MS, HOVER_MS, Transition


def test_it_goes_from_where_it_is_in_the_time_given(look: Look, qtbot: QtBot) -> None:
    widget = Ground(look)
    qtbot.addWidget(widget)
    widget.show()
    transition = Transition(look, 1000, widget)
    transition.go_to(1.0)
    transition.setCurrentTime(500)
    middle = transition.share
    assert 0.0 < middle < 1.0
    transition.go_to(0.0)
    assert transition.share == middle
    transition.setCurrentTime(1000)
    assert transition.share == 0.0
    transition.stop()


def test_reduced_motion_and_hidden_widgets_jump(look: Look, qtbot: QtBot) -> None:
    widget = Ground(look)
    qtbot.addWidget(widget)
    transition = Transition(look, 1000, widget)
    transition.go_to(1.0)
    assert transition.share == 1.0
    widget.show()
    look.set_reduce_motion(True)
    transition.go_to(0.0)
    assert transition.share == 0.0
    assert transition.state() is Transition.State.Stopped


def test_the_switch_slides_and_ends_where_it_belongs(look: Look, qtbot: QtBot) -> None:
    moving, still = Switch(look), Switch(look, True)
    for switch in (moving, still):
        qtbot.addWidget(switch)
        switch.resize(switch.sizeHint())
    moving.show()
    moving.click()
    transition = next(t for t in moving.findChildren(Transition) if t.duration() == CONTROL_MS)
    transition.setCurrentTime(40)
    assert moving.grab().toImage() != still.grab().toImage()
    transition.setCurrentTime(CONTROL_MS)
    assert moving.grab().toImage() == still.grab().toImage()
    assert moving.isChecked()
    assert {HOVER_MS, CONTROL_MS} == {80, 120}
