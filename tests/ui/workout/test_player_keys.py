"""Every key of behaviour.md asks for what it says there, wherever the focus is, text fields excepted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.ui.workout.player_keys import INTENTS, Intent, PlayerKeys

K = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

# behaviour.md, "The session"
SAID = [
    (K.Key_Space, Intent.PRIMARY),
    (K.Key_MediaTogglePlayPause, Intent.PRIMARY),
    (K.Key_MediaPlay, Intent.PRIMARY),
    (K.Key_Right, Intent.NEXT),
    (K.Key_PageDown, Intent.NEXT),
    (K.Key_MediaNext, Intent.NEXT),
    (K.Key_Left, Intent.PREVIOUS),
    (K.Key_PageUp, Intent.PREVIOUS),
    (K.Key_MediaPrevious, Intent.PREVIOUS),
    (K.Key_Up, Intent.MORE),
    (K.Key_Down, Intent.LESS),
    (K.Key_E, Intent.EASIER),
    (K.Key_H, Intent.HARDER),
    (K.Key_D, Intent.DISTANCE),
    (K.Key_W, Intent.WALL),
    (K.Key_F11, Intent.FULL_SCREEN),
    (K.Key_L, Intent.PANEL),
    (K.Key_V, Intent.VOICE),
    (K.Key_BracketLeft, Intent.TURN_LEFT),
    (K.Key_BracketRight, Intent.TURN_RIGHT),
    (K.Key_B, Intent.PAUSE),
    (K.Key_Period, Intent.PAUSE),
    (K.Key_MediaPause, Intent.PAUSE),
    (K.Key_Question, Intent.KEYS),
    (K.Key_Slash, Intent.SEARCH),
    (K.Key_Escape, Intent.ESCAPE),
]
HELD = {Intent.MORE, Intent.LESS, Intent.TURN_LEFT, Intent.TURN_RIGHT}
FOCUSABLE: list[Callable[[], QWidget]] = [QPushButton, QListWidget, QComboBox, QSlider]
WRITABLE: list[Callable[[], QWidget]] = [QLineEdit, QPlainTextEdit, QTextEdit, QDoubleSpinBox]


class Window(QWidget):
    """A window with one focused widget, and what its keys asked for."""

    def __init__(self, child: QWidget) -> None:
        super().__init__()
        self.asked: list[Intent] = []
        self.takes = True
        self.child = child
        QVBoxLayout(self).addWidget(child)
        self.keys = PlayerKeys(self, self._handle)

    def _handle(self, intent: Intent) -> bool:
        self.asked.append(intent)
        return self.takes


def press(widget: QWidget, key: Qt.Key, *, again: bool = False) -> None:
    """Press and let go of a key; `again`: one of the presses that come while it is held down."""
    for kind in (QEvent.Type.KeyPress,) if again else (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", again))


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], Window]:
    def shown(child: QWidget) -> Window:
        window = Window(child)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        child.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is child)
        return window

    return shown


Show = Callable[[QWidget], Window]


@pytest.mark.parametrize(("key", "intent"), SAID, ids=lambda value: getattr(value, "name", str(value)))
@pytest.mark.parametrize("kind", FOCUSABLE, ids=lambda kind: kind.__name__)
def test_a_key_means_the_same_wherever_the_focus_is(
    show: Show, kind: Callable[[], QWidget], key: Qt.Key, intent: Intent
) -> None:
    window = show(kind())
    press(window.child, key)
    assert window.asked == [intent]


def test_no_key_is_left_untold() -> None:
    assert dict(INTENTS) == dict(SAID)
    assert {intent for _, intent in SAID} | {Intent.UNDO} == set(Intent)


def test_control_z_undoes_and_no_other_chord_means_anything(show: Show) -> None:
    window = show(QPushButton())
    QTest.keyClick(window.child, K.Key_Z, CONTROL)
    assert window.asked == [Intent.UNDO]
    QTest.keyClick(window.child, K.Key_Z)
    for modifier in (CONTROL, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier, CONTROL | SHIFT):
        for key in (K.Key_D, K.Key_E, K.Key_Right, K.Key_Period):
            QTest.keyClick(window.child, key, modifier)
    assert window.asked == [Intent.UNDO]


def test_shift_and_the_keypad_make_no_difference(show: Show) -> None:
    window = show(QPushButton())
    QTest.keyClick(window.child, K.Key_Question, SHIFT)
    QTest.keyClick(window.child, K.Key_E, SHIFT)
    QTest.keyClick(window.child, K.Key_Right, Qt.KeyboardModifier.KeypadModifier)
    assert window.asked == [Intent.KEYS, Intent.EASIER, Intent.NEXT]


@pytest.mark.parametrize("kind", WRITABLE, ids=lambda kind: kind.__name__)
def test_in_a_text_field_keys_are_text(show: Show, kind: Callable[[], QWidget]) -> None:
    window = show(kind())
    for key, _intent in SAID:
        press(window.child, key)
    QTest.keyClick(window.child, K.Key_Z, CONTROL)
    assert window.asked == []
    if isinstance(window.child, QLineEdit):
        window.child.clear()
        QTest.keyClicks(window.child, "Easy. Do more")
        assert window.child.text() == "Easy. Do more"


def test_a_field_that_only_shows_text_is_none(show: Show) -> None:
    field = QPlainTextEdit()
    field.setReadOnly(True)
    window = show(field)
    QTest.keyClick(field, K.Key_Space)
    assert window.asked == [Intent.PRIMARY]


def test_space_does_not_press_the_focused_button_too(show: Show) -> None:
    button = QPushButton()
    pressed = heard(button.clicked)
    window = show(button)
    QTest.keyClick(button, K.Key_Space)
    assert (window.asked, pressed) == ([Intent.PRIMARY], [])


def test_what_is_not_taken_goes_on_to_the_focused_widget(show: Show) -> None:
    button = QPushButton()
    pressed = heard(button.clicked)
    window = show(button)
    window.takes = False
    QTest.keyClick(button, K.Key_Space)
    assert len(pressed) == 1


@pytest.mark.parametrize(("key", "intent"), SAID, ids=lambda value: getattr(value, "name", str(value)))
def test_a_key_held_down_repeats_only_where_that_is_wanted(show: Show, key: Qt.Key, intent: Intent) -> None:
    window = show(QPushButton())
    press(window.child, key, again=True)
    assert window.asked == ([intent] if intent in HELD else [])


def test_space_held_down_never_reaches_the_focused_button(show: Show) -> None:
    button = QPushButton()
    pressed = heard(button.clicked)
    show(button)
    press(button, K.Key_Space, again=True)
    QTest.keyRelease(button, K.Key_Space)
    assert pressed == []


class Noting(QListWidget):
    """A list that notes the keys it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


def test_space_held_down_reaches_nobody_and_other_keys_held_down_do(show: Show) -> None:
    rows = Noting()
    show(rows)
    press(rows, K.Key_Space, again=True)
    press(rows, K.Key_Right, again=True)
    assert rows.keys == [K.Key_Right]


def test_keys_in_another_window_or_a_dialog_are_not_ours(show: Show, qtbot: QtBot) -> None:
    window = show(QPushButton())
    other = QPushButton()
    qtbot.addWidget(other)
    other.show()
    QTest.keyClick(other, K.Key_D)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.open()
    QTest.keyClick(window.child, K.Key_D)
    QTest.keyClick(dialog, K.Key_D)
    assert window.asked == []
    dialog.close()
    QTest.keyClick(window.child, K.Key_D)
    assert window.asked == [Intent.DISTANCE]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_an_open_menu_has_the_keyboard(show: Show, qtbot: QtBot) -> None:
    window = show(QPushButton())
    menu = QMenu(window)
    menu.addAction("One")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(window.child, K.Key_D)
    assert window.asked == []
    menu.close()


def test_an_unknown_key_is_nobodys(show: Show) -> None:
    field = QListWidget()
    field.addItems(["Apple", "Quince"])
    window = show(field)
    QTest.keyClick(field, K.Key_Q)
    assert window.asked == []
    assert field.currentItem().text() == "Quince"
