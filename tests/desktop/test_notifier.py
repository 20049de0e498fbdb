"""The tray: its icon comes with a sentence and goes with it, and where there is none it says so."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from tests.ui.listening import heard
from trainer.desktop import notifier
from trainer.desktop.notifier import TrayNotifier, tray_is_there


class Icon(QObject):
    """A tray icon on paper: the offscreen platform has no tray to put a real one into."""

    messageClicked = Signal()  # noqa: N815 - Qt's names
    activated = Signal(object)

    def __init__(self, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = icon
        self.shown = False
        self.said: list[str] = []

    def icon(self) -> QIcon:
        return self._icon

    def setToolTip(self, _words: str) -> None:
        pass

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False

    def showMessage(self, title: str, words: str, _icon: QIcon, _ms: int) -> None:
        self.said.append(f"{title}: {words}")


def test_the_offscreen_platform_has_none(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    assert not tray_is_there()
    assert not TrayNotifier(QIcon(), parent).say("Planned for today", "Core in Ten")


def test_the_icon_is_there_while_it_says_something(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notifier, "QSystemTrayIcon", Icon)
    monkeypatch.setattr(notifier, "tray_is_there", lambda: True)
    monkeypatch.setattr(notifier, "SETTLES_MS", 1)
    parent = QObject()
    tray = TrayNotifier(QIcon(), parent)
    icon = tray.findChildren(Icon)[0]
    assert not icon.shown
    assert tray.say("Planned for today", "Core in Ten")
    assert [icon.shown, *icon.said] == [True]
    qtbot.waitUntil(lambda: icon.said == ["Planned for today: Core in Ten"])
    clicks = heard(tray.clicked)
    icon.messageClicked.emit()
    assert [clicks, icon.shown] == [[()], False]
