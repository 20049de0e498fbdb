"""The screen kept awake: a screen saver on a bus of the test's own, and who asks it when."""

import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher
from pytestqt.qtbot import QtBot

from trainer.desktop.keep_awake import BusInhibitor, Caffeinate, ExecutionState, LetSleep, keep_awake

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="no D-Bus daemon here"
)


class ScreenSaver:
    """org.freedesktop.ScreenSaver on a bus, as desktops offer it: who asks stays awake until they are gone."""

    def __init__(self, address: str) -> None:
        from jeepney import DBusAddress, message_bus, new_method_call
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self.asked: list[tuple[str, ...]] = []
        self.holding: set[str] = set()
        self._connection = open_dbus_connection(address)
        Proxy(message_bus, self._connection).RequestName("org.freedesktop.ScreenSaver")
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        rule = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"
        self._connection.send_and_get_reply(new_method_call(bus, "AddMatch", "s", (rule,)))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._ended = True
        self._thread.join(timeout=5)
        self._connection.close()

    _ended = False

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return

        while not self._ended:
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            fields: dict[Any, Any] = message.header.fields
            member = fields.get(HeaderFields.member)
            if message.header.message_type is MessageType.method_call and member == "Inhibit":
                self.asked.append(message.body)
                self.holding.add(fields[HeaderFields.sender])
                self._connection.send(new_method_return(message, "u", (7,)))
            elif member == "NameOwnerChanged" and not message.body[2]:
                self.holding.discard(message.body[0])


@pytest.fixture
def saver(address: str) -> Iterator[ScreenSaver]:
    service = ScreenSaver(address)
    yield service
    service.close()


@needs_bus
def test_it_asks_the_screen_saver_and_takes_it_back(qtbot: QtBot, address: str, saver: ScreenSaver) -> None:
    awake = BusInhibitor(address=address)
    awake.hold("A workout is running.")
    awake.hold("A workout is running.")
    qtbot.waitUntil(lambda: awake.held)
    assert saver.asked == [("trainer", "A workout is running.")]
    assert len(saver.holding) == 1
    awake.release()
    awake.release()
    assert not awake.held
    qtbot.waitUntil(lambda: not saver.holding)
    awake.hold("Again.")
    qtbot.waitUntil(lambda: awake.held)
    assert saver.asked[-1] == ("trainer", "Again.")
    awake.release()


@needs_bus
def test_released_before_the_answer_nothing_is_held(qtbot: QtBot, address: str, saver: ScreenSaver) -> None:
    awake = BusInhibitor(address=address)
    awake.hold("A workout is running.")
    awake.release()
    qtbot.wait(200)
    assert not awake.held
    qtbot.waitUntil(lambda: not saver.holding)


@needs_bus
def test_a_desktop_without_a_screen_saver_is_let_be(qtbot: QtBot, address: str) -> None:
    awake = BusInhibitor(address=address)
    awake.hold("A workout is running.")
    qtbot.wait(200)
    awake.release()
    assert not awake.held


def test_a_system_without_a_bus_is_let_be(qtbot: QtBot) -> None:
    awake = BusInhibitor(address="unix:path=/nowhere/at/all")
    awake.hold("A workout is running.")
    qtbot.wait(50)
    awake.release()
    assert not awake.held


def test_windows_is_told_and_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    told: list[int] = []

    class Kernel:
        @staticmethod
        def SetThreadExecutionState(state: Any) -> None:
            told.append(state.value)

    class Windll:
        kernel32 = Kernel()

    monkeypatch.setattr(ctypes, "windll", Windll(), raising=False)
    awake = ExecutionState()
    awake.hold("A workout is running.")
    awake.release()
    assert told == [0x80000003, 0x80000000]


def test_the_command_of_macos_runs_while_it_is_held() -> None:
    awake = Caffeinate((sys.executable, "-c", "import time; time.sleep(60)"))
    awake.hold("A workout is running.")
    process = awake._process  # noqa: SLF001 - it shows nowhere else
    assert process is not None
    awake.hold("A workout is running.")
    assert awake._process is process  # noqa: SLF001
    awake.release()
    assert process.returncode is not None
    awake.release()


def test_a_command_that_is_missing_is_let_be() -> None:
    awake = Caffeinate(("/nowhere/caffeinate",))
    awake.hold("A workout is running.")
    awake.release()


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", BusInhibitor), ("win32", ExecutionState), ("darwin", Caffeinate)]
)
def test_each_system_has_its_own(platform: str, kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert isinstance(keep_awake(), kind)


def test_nothing_to_ask_takes_everything() -> None:
    LetSleep().hold("A workout is running.")
    LetSleep().release()


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
def test_a_bus_that_is_not_there_is_passed_over_and_nothing_waits_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nobody = QDBusConnection("nobody")
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: nobody)
    awake = BusInhibitor(address=f"unix:path={tmp_path}/no-bus")
    awake.hold("A workout is running.")
    assert awake.findChildren(QDBusPendingCallWatcher) == []
    assert not awake.held
    awake.release()
