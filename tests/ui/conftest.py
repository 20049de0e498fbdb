"""What the tests of widgets and pages share."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer.core.preferences import ThemeChoice
from trainer.resources import resources
from trainer.ui.theme.look import Look

THEMES = tuple(choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM)


@pytest.fixture
def look(qapp: object) -> Look:
    """The light look at 100 % text."""
    del qapp
    return Look(resources(), ThemeChoice.LIGHT)


@pytest.fixture(params=THEMES, ids=str)
def themed_look(qapp: object, request: pytest.FixtureRequest) -> Look:
    """Each theme in turn."""
    del qapp
    return Look(resources(), request.param)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """A window for a dialog to lie over."""
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    return window
