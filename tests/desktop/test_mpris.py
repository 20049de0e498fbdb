"""The session as a media player, asked and driven by a client of the bus."""

import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.core.samples import BOW_LUNGE_FLY, timeline
from tests.fakes import FakeClock
from tests.ui.listening import heard
from trainer.app.remote import Remote
from trainer.core.session import SessionEngine
from trainer.core.snapshot import SessionState
from trainer.desktop.mpris import Mpris, Playing
from trainer.ui.workout.session_driver import SessionDriver

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="no D-Bus daemon here"
)

PLAYER = "org.mpris.MediaPlayer2.Player"
SERVICE = "org.mpris.MediaPlayer2.trainer"
Ask = Callable[..., Any]


@pytest.fixture
def owner() -> Iterator[QObject]:
    """Of what is on the bus: deleted here and now, since a client's thread must not find it among its rubbish."""
    made = QObject()
    yield made
    delete(made)


@pytest.fixture
def ask(qtbot: QtBot, address: str) -> Iterator[Ask]:
    """Call a method of the player from a client of its own, while the program goes on; gives the answer's body."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    connection = open_dbus_connection(address)

    def called(interface: str, method: str, signature: str = "", *arguments: object) -> Any:
        where = DBusAddress("/org/mpris/MediaPlayer2", SERVICE, interface)
        message = new_method_call(where, method, signature or None, arguments)
        answer = pool.submit(connection.send_and_get_reply, message, timeout=5)
        qtbot.waitUntil(answer.done)
        return answer.result().body

    with ThreadPoolExecutor(1) as pool:
        yield called
    connection.close()


def properties(ask: Ask) -> dict[str, Any]:
    (found,) = ask("org.freedesktop.DBus.Properties", "GetAll", "s", PLAYER)
    return {name: value for name, (_signature, value) in found.items()}


def test_it_says_what_is_done_and_for_how_long(address: str, ask: Ask, owner: QObject) -> None:
    mpris = Mpris(lambda: 12.5, owner, address=address)
    mpris.show(Playing("Back Bow", "Trainer", "Upper and Lower Back", running=True, phase=3, length=60.0))
    told = properties(ask)
    assert (told["PlaybackStatus"], told["Position"], told["CanSeek"]) == ("Playing", 12_500_000, False)
    metadata = {name: value for name, (_signature, value) in told["Metadata"].items()}
    assert metadata["xesam:title"] == "Back Bow"
    assert metadata["xesam:album"] == "Upper and Lower Back"
    assert metadata["xesam:artist"] == ["Trainer"]
    assert metadata["mpris:length"] == 60_000_000
    assert told["Metadata"]["mpris:trackid"] == ("o", "/trainer/phase/3")
    mpris.leave()


def test_every_control_is_passed_on(address: str, ask: Ask, owner: QObject) -> None:
    mpris = Mpris(lambda: 0.0, owner, address=address)
    mpris.show(Playing("Back Bow"))
    signals = {
        "PlayPause": mpris.play_pause_asked,
        "Play": mpris.play_asked,
        "Pause": mpris.pause_asked,
        "Stop": mpris.pause_asked,
        "Next": mpris.next_asked,
        "Previous": mpris.previous_asked,
    }
    for method, signal in signals.items():
        asked = heard(signal)
        ask(PLAYER, method)
        assert asked == [()], method
    raised = heard(mpris.raise_asked)
    ask("org.mpris.MediaPlayer2", "Raise")
    assert raised == [()]
    mpris.leave()


def test_a_session_is_driven_from_there_and_leaves_the_bus_when_it_ends(
    address: str, ask: Ask, clock: FakeClock, owner: QObject
) -> None:
    driver = SessionDriver(SessionEngine(timeline(*BOW_LUNGE_FLY)), clock, owner)
    driver.primary()
    remote = Remote(owner, address=address)
    remote.follow(driver)
    assert properties(ask)["PlaybackStatus"] == "Playing"
    ask(PLAYER, "Pause")
    assert driver.snapshot().state is SessionState.PAUSED
    assert properties(ask)["PlaybackStatus"] == "Paused"
    ask(PLAYER, "Next")
    assert driver.snapshot().phase.index > 0
    driver.finish()
    (error,) = ask("org.freedesktop.DBus.Peer", "Ping")
    assert "trainer" in error or "disconnected" in error, "nobody has the name any more"
    driver.stop()


@pytest.mark.usefixtures("qtbot")
def test_without_a_bus_nothing_happens(owner: QObject) -> None:
    mpris = Mpris(lambda: 0.0, owner, address="unix:path=/nowhere/at/all")
    mpris.show(Playing("Back Bow"))
    mpris.show(Playing("Back Bow", running=True))
    mpris.leave()
