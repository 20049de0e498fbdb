"""Keeping the screen awake: a protocol, one that lets it sleep, and what each system offers.

Linux: org.freedesktop.ScreenSaver.Inhibit (KDE, GNOME, XFCE and most others), else logind's Inhibit of idleness.
PySide can't send D-Bus's unsigned integers, which UnInhibit and the portal's Inhibit want; so the asking is done on a
connection of its own, and closing it takes the wish back, as that interface says. Windows: SetThreadExecutionState.
macOS: `caffeinate`, which ends with this process. What can't be asked is let be: a screen that darkens is no reason to
stop a workout.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED, _ES_DISPLAY_REQUIRED = 0x80000000, 0x00000001, 0x00000002  # winbase.h
_SCREEN_SAVER: Final = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
_LOGIND: Final = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_PATIENCE_MS: Final = 5_000  # for an answer


_Answered = Callable[[QDBusPendingCallWatcher], None]


class KeepAwake(Protocol):
    """Holds the screen awake, or lets it sleep. Neither call waits for the system."""

    def hold(self, reason: str) -> None:
        """From now on; `reason` is a sentence the desktop may show. Held already: nothing."""

    def release(self) -> None:
        """No more. Not held: nothing."""


class LetSleep:
    """Nothing to ask: for a system that offers nothing, and for tests."""

    def hold(self, reason: str) -> None:
        """Let it sleep."""

    def release(self) -> None:
        """It may sleep anyway."""


class BusInhibitor(QObject):
    """Asks over D-Bus without waiting. `address`: another session bus, for tests."""

    def __init__(self, parent: QObject | None = None, *, address: str = "") -> None:
        super().__init__(parent)
        self._address = address
        self._name = f"trainer-keep-awake-{id(self):x}"
        self._wanted = self._held = False
        self._reason = ""
        self._lock: QDBusUnixFileDescriptor | None = None  # logind's: held as long as it is open

    @property
    def held(self) -> bool:
        """Whether the desktop has said that it stays awake."""
        return self._held

    def hold(self, reason: str) -> None:
        if self._wanted:
            return
        self._wanted, self._reason = True, reason
        bus = self._connect() if self._address or _has_session_bus() else None
        if bus is not None and bus.isConnected():
            screen_saver = _call(_SCREEN_SAVER, "Inhibit", "trainer", reason)
            self._ask(bus, screen_saver, self._on_screen_saver_answered)
        else:
            self._ask_logind()

    def release(self) -> None:
        if self._wanted:
            self._wanted = self._held = False
            self._lock = None
            QDBusConnection.disconnectFromBus(self._name)

    def _connect(self) -> QDBusConnection:
        if self._address:
            return QDBusConnection.connectToBus(self._address, self._name)
        return QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._name)

    def _ask(self, bus: QDBusConnection, message: QDBusMessage, answered: _Answered) -> None:
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _PATIENCE_MS), self)
        watcher.finished.connect(lambda: answered(watcher))

    def _on_screen_saver_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = self._taken(watcher)
        if not self._wanted:
            return
        if answer:
            self._held = True
            return
        self._ask_logind()

    def _ask_logind(self) -> None:
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():  # a question asked there would wait for ever
            return
        what = ("idle", "Trainer", self._reason, "block")
        self._ask(bus, _call(_LOGIND, "Inhibit", *what), self._on_logind_answered)

    def _on_logind_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        answer = self._taken(watcher)
        if self._wanted and answer and isinstance(answer[0], QDBusUnixFileDescriptor):
            self._held, self._lock = True, answer[0]

    def _taken(self, watcher: QDBusPendingCallWatcher) -> list[Any]:
        watcher.deleteLater()
        reply = watcher.reply()
        return list(reply.arguments()) if reply.type() is QDBusMessage.MessageType.ReplyMessage else []


class ExecutionState:
    """Windows: this thread asks for the display until it says otherwise, or ends."""

    def hold(self, reason: str) -> None:  # noqa: ARG002 - Windows shows none
        """Windows shows no reason."""
        self._set(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED)

    def release(self) -> None:
        self._set(_ES_CONTINUOUS)

    def _set(self, state: int) -> None:
        windll = getattr(ctypes, "windll", None)
        if windll is not None:
            windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state))


class Caffeinate:
    """MacOS: its own command, for as long as it runs; it watches this process and ends with it."""

    def __init__(self, command: tuple[str, ...] = ("/usr/bin/caffeinate", "-di", "-w")) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str) -> None:  # noqa: ARG002 - macOS shows none
        """MacOS shows no reason."""
        if self._process is not None:
            return
        try:
            self._process = subprocess.Popen([*self._command, str(os.getpid())])  # noqa: S603 - our own words
        except OSError:
            self._process = None

    def release(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait()


def keep_awake(parent: QObject | None = None) -> KeepAwake:
    """What this system offers."""
    if sys.platform == "win32":
        return ExecutionState()
    if sys.platform == "darwin":
        return Caffeinate()
    return BusInhibitor(parent)


def _has_session_bus() -> bool:
    """Whether there is one to connect to; else the library would launch one, which takes its time."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(runtime) and Path(runtime, "bus").exists())


def _call(where: tuple[str, str, str], method: str, *arguments: str) -> QDBusMessage:
    message = QDBusMessage.createMethodCall(*where, method)
    message.setArguments(list(arguments))
    return message
