"""One question: the first answer has the keyboard, Escape gives none, and each answer is told once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.theme.look import Look
from trainer.ui.widgets.choice_dialog import Choice, ChoiceDialog

CHOICES = (
    Choice("keep", "Keep for later", "primary"),
    Choice("finish", "Finish"),
    Choice("discard", "Discard", "danger"),
)


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> Iterator[ChoiceDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    shown = ChoiceDialog(look, "Close now?", "Everything is saved.", CHOICES, window)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    shown.open()
    qtbot.waitUntil(shown.isVisible)
    yield shown
    window.close()


def button(dialog: ChoiceDialog, text: str) -> QAbstractButton:
    return next(b for b in dialog.findChildren(QAbstractButton) if b.text() == text)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_an_answer_is_told_once_and_closes(dialog: ChoiceDialog, choice: Choice) -> None:
    chosen = heard(dialog.chosen)
    QTest.mouseClick(button(dialog, choice.text), Qt.MouseButton.LeftButton)
    assert chosen == [(choice.name,)]
    assert not dialog.isVisible()


def test_escape_answers_nothing(dialog: ChoiceDialog) -> None:
    chosen = heard(dialog.chosen)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert chosen == []
    assert not dialog.isVisible()


def test_enter_gives_the_safe_answer(dialog: ChoiceDialog, qtbot: QtBot) -> None:
    chosen = heard(dialog.chosen)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(dialog, "Keep for later"))
    QTest.keyClick(button(dialog, "Keep for later"), Qt.Key.Key_Return)
    assert chosen == [("keep",)]


def test_it_is_modal_and_named(dialog: ChoiceDialog) -> None:
    assert dialog.isModal()
    assert (dialog.accessibleName(), dialog.accessibleDescription()) == ("Close now?", "Everything is saved.")
    assert {b.accessibleName() for b in dialog.findChildren(QAbstractButton)} == {c.text for c in CHOICES}


def test_its_buttons_fit_however_long_their_words(qtbot: QtBot, look: Look) -> None:
    look.set_text_scale(2.0)
    window = QWidget()
    qtbot.addWidget(window)
    long = tuple(Choice(c.name, c.text * 3, c.kind) for c in CHOICES)
    dialog = ChoiceDialog(look, "Close now?", "Everything is saved.", long, window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    for one in dialog.findChildren(QAbstractButton):
        assert dialog.rect().contains(one.mapTo(dialog, one.rect().topLeft()))
        assert dialog.rect().contains(one.mapTo(dialog, one.rect().bottomRight()))
    dialog.close()
