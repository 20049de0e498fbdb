"""Keys of the player: the same wherever the focus is, text fields excepted; clickers and media keys included."""

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class Intent(Enum):
    """What a key asks for."""

    PRIMARY = auto()
    NEXT = auto()
    PREVIOUS = auto()
    MORE = auto()
    LESS = auto()
    EASIER = auto()
    HARDER = auto()
    PAUSE = auto()
    UNDO = auto()
    DISTANCE = auto()
    WALL = auto()
    FULL_SCREEN = auto()
    PANEL = auto()
    VOICE = auto()
    TURN_LEFT = auto()
    TURN_RIGHT = auto()
    KEYS = auto()
    SEARCH = auto()
    ESCAPE = auto()


K = Qt.Key
INTENTS: Mapping[int, Intent] = {
    K.Key_Space: Intent.PRIMARY,
    K.Key_MediaPlay: Intent.PRIMARY,
    K.Key_MediaTogglePlayPause: Intent.PRIMARY,
    K.Key_Right: Intent.NEXT,
    K.Key_PageDown: Intent.NEXT,
    K.Key_MediaNext: Intent.NEXT,
    K.Key_Left: Intent.PREVIOUS,
    K.Key_PageUp: Intent.PREVIOUS,
    K.Key_MediaPrevious: Intent.PREVIOUS,
    K.Key_Up: Intent.MORE,
    K.Key_Down: Intent.LESS,
    K.Key_E: Intent.EASIER,
    K.Key_H: Intent.HARDER,
    K.Key_B: Intent.PAUSE,
    K.Key_Period: Intent.PAUSE,
    K.Key_MediaPause: Intent.PAUSE,
    K.Key_D: Intent.DISTANCE,
    K.Key_W: Intent.WALL,
    K.Key_F11: Intent.FULL_SCREEN,
    K.Key_L: Intent.PANEL,
    K.Key_V: Intent.VOICE,
    K.Key_BracketLeft: Intent.TURN_LEFT,
    K.Key_BracketRight: Intent.TURN_RIGHT,
    K.Key_Question: Intent.KEYS,
    K.Key_Slash: Intent.SEARCH,
    K.Key_Escape: Intent.ESCAPE,
}
REPEATING = frozenset({Intent.MORE, Intent.LESS, Intent.TURN_LEFT, Intent.TURN_RIGHT})


class PlayerKeys(QObject):
    """An application-wide filter that turns key presses into intents for one window, and those that belong to it.

    `handle` answers whether it took the intent; what it leaves goes on to the focused widget.
    """

    def __init__(self, window: QWidget, handle: Callable[[Intent], bool]) -> None:
        super().__init__(window)
        self._windows = [window]
        self._handle = handle
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def take_also(self, window: QWidget) -> None:
        """Keys typed into that window mean the same, as long as it lives."""
        self._windows.append(window)
        window.destroyed.connect(lambda: self._windows.remove(window))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self._concerns(watched):
            return False
        intent = intent_of(event)
        if intent is None or (event.isAutoRepeat() and intent not in REPEATING):
            return intent is not None and event.isAutoRepeat() and intent is Intent.PRIMARY
        return self._handle(intent)

    def _concerns(self, watched: QObject) -> bool:
        """Only what is typed into our windows, with no dialog or menu before it and no text being written."""
        if not isinstance(watched, QWidget) or watched.window() not in self._windows:
            return False
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            return False
        return not is_text_field(QApplication.focusWidget())


def intent_of(event: QKeyEvent) -> Intent | None:
    """The intent of a key press, None where the key is not the player's."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return Intent.UNDO if event.key() == K.Key_Z else None
    if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return None
    return INTENTS.get(event.key())


def is_text_field(widget: QWidget | None) -> bool:
    """Whether keys typed now are meant as text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)
