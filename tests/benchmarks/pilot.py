"""Pilot: somebody who trains session after session in the running program, with keys and clicks on its own widgets."""

import random
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QLineEdit, QMainWindow, QWidget

K = Qt.Key
Kind = TypeVar("Kind", bound=QWidget)

#: What is pressed while a session runs. What stops the clock is followed by what lets it go on.
SESSION_KEYS: tuple[tuple[K, ...], ...] = (
    (K.Key_Right,),
    (K.Key_Left,),
    (K.Key_Up,),
    (K.Key_Down,),
    (K.Key_E,),
    (K.Key_H,),
    (K.Key_D, K.Key_D),
    (K.Key_L,),
    (K.Key_V,),
    (K.Key_BracketLeft,),
    (K.Key_BracketRight,),
    (K.Key_B, K.Key_Space),
    (K.Key_Space, K.Key_Space),
    (K.Key_Question, K.Key_Escape),
    (K.Key_F11, K.Key_F11),
)


class Pilot(QObject):
    """Looks every `pause_ms` at what shows, does the next thing; `tour_every` sessions, it goes through all pages."""

    session_done = Signal(int)  # how many there have been

    def __init__(self, window: QMainWindow, *, pause_ms: int, act: float, tour_every: int, seed: int) -> None:
        """`act`: the share of looks at a running session at which a key is pressed."""
        super().__init__(window)
        self.sessions = 0
        self._window, self._act, self._tour_every = window, act, tour_every
        self._chance = random.Random(seed)  # noqa: S311 - the same run again
        self._coming: list[Callable[[], None]] = []
        self._in_session = False
        self._stopping = False
        self._timer = QTimer(self)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Do nothing more."""
        self._timer.stop()

    def _look(self) -> None:
        if self._coming:
            self._coming.pop(0)()
        elif self._button("Again") is not None:  # the summary
            self._leave_summary()
        elif self._button("Next") is not None:
            self._in_session = True
            self._train()
        elif self._button("Start") is not None:
            self._key(K.Key_Space)
        elif self._button("Workout") is None:  # distance mode, which shows no buttons
            self._key(K.Key_D)
        else:
            self._to_page("Workout")

    def _train(self) -> None:
        if self._button("Done") is not None or self._button("Resume") is not None:
            self._key(K.Key_Space)
        elif self._chance.random() < self._act:
            self._coming = [partial(self._key, key) for key in self._chance.choice(SESSION_KEYS)]

    def _leave_summary(self) -> None:
        if self._in_session:
            self._in_session = False
            self.sessions += 1
            self.session_done.emit(self.sessions)
        self._key(self._chance.choice((K.Key_2, K.Key_4, K.Key_6)))
        self._coming = [lambda: self._click("Done"), self._choose_routine]
        if self.sessions % self._tour_every == 0:
            self._coming += self._tour()

    def _choose_routine(self) -> None:
        self._to_page("Library")
        self._coming.insert(0, lambda: self._open_card("Routines"))

    def _tour(self) -> list[Callable[[], None]]:
        """Every page, and the dialogs that lead nowhere else."""
        return [
            lambda: self._to_page("Library"),
            lambda: self._click("Exercises"),
            lambda: self._open_card("Exercises"),
            lambda: self._key(K.Key_BracketRight),
            lambda: self._key(K.Key_Escape),
            lambda: self._click("Routines"),
            lambda: self._click("Import"),
            self._leave_dialog,
            lambda: self._to_page("Editor"),
            lambda: self._click("New routine"),
            lambda: self._key(K.Key_Insert),
            self._leave_dialog,
            lambda: self._key(K.Key_Z, Qt.KeyboardModifier.ControlModifier),
            lambda: self._to_page("Progress"),
            lambda: self._click("12 weeks"),
            lambda: self._to_page("Settings"),
            lambda: self._click("Dark"),
            lambda: self._click("Light"),
            lambda: self._click("Keys"),
            self._leave_dialog,
            lambda: self._to_page("Workout"),
        ]

    # what can be done

    def _key(self, key: K, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.activeModalWidget() or QApplication.focusWidget() or self._window
        QTest.keyClick(target, key, modifiers)

    def _to_page(self, name: str) -> None:
        self._leave_dialog()
        if isinstance(QApplication.focusWidget(), QLineEdit):
            self._window.setFocus()
        self._click(name)

    def _open_card(self, name: str) -> None:
        view = self._shown(QAbstractItemView, name)
        model = view.model() if view is not None else None
        if view is None or model is None or model.rowCount() == 0:
            return
        view.setCurrentIndex(model.index(self._chance.randrange(model.rowCount()), 0))
        QTest.keyClick(view, K.Key_Return)

    def _leave_dialog(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    def _click(self, name: str) -> None:
        button = self._button(name)
        if button is not None:
            button.click()

    def _button(self, name: str) -> QAbstractButton | None:
        return self._shown(QAbstractButton, name)

    def _shown(self, kind: type[Kind], name: str) -> Kind | None:
        for widget in self._window.findChildren(kind):
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if widget.isVisible() and name in (widget.accessibleName(), words):
                return widget
        return None
