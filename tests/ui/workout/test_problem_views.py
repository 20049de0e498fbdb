"""What stands in the way, in one sentence, with buttons that do something."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.examples import file_problem
from tests.ui.listening import heard
from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look
from trainer.ui.widgets.button import Button
from trainer.ui.widgets.text import Text
from trainer.ui.workout.problem_view import StorageProblemView
from trainer.ui.workout.routine_problem_view import RoutineProblemView


@pytest.fixture
def look() -> Look:
    return Look(resources(), ThemeChoice.LIGHT)


def button(view: QWidget, name: str) -> Button:
    return next(b for b in view.findChildren(Button) if b.text() == name)


def test_storage_trouble_says_its_sentence_and_what_is_safe(qtbot: QtBot, look: Look) -> None:
    view = StorageProblemView(look, "The log is locked by another program: close it and try again.")
    qtbot.addWidget(view)
    view.show()
    said = [text.text() for text in view.findChildren(Text)]
    assert "The log is locked by another program: close it and try again." in said
    assert any("everything logged before is as it was" in text for text in said)
    again, closed = heard(view.again_chosen), heard(view.close_chosen)
    button(view, "Try again").click()
    button(view, "Close").click()
    assert (again, closed) == ([()], [()])


def test_a_routine_that_cannot_be_read_offers_ways_on(qtbot: QtBot, look: Look) -> None:
    view = RoutineProblemView(look)
    qtbot.addWidget(view)
    view.show_problem(file_problem(), 13, can_fix=True)
    view.show()
    path = file_problem().path
    opened, again, left, fixed = (
        heard(view.open_chosen),
        heard(view.again_chosen),
        heard(view.leave_out_chosen),
        heard(view.fix_chosen),
    )
    for name in ("Open the file", "Try again", "Leave it out", "Use 40"):
        button(view, name).click()
    assert (opened, again, left, fixed) == ([(path,)], [()], [(path,)], [(file_problem(),)])
