"""MPRIS: the session as a media player on the session bus, so that the desktop's own controls and headphones reach it.

The interface is freedesktop.org's "MPRIS D-Bus Interface Specification", version 2.2. A session is the one track there
is: its title the exercise, its album the routine, its position the time into the phase.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import ClassInfo, Property, QObject, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage, QDBusObjectPath

from trainer import APP_ID, NAME

_PATH: Final = "/org/mpris/MediaPlayer2"
_SERVICE: Final = "org.mpris.MediaPlayer2.trainer"
_PLAYER: Final = "org.mpris.MediaPlayer2.Player"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_MICROSECONDS: Final = 1_000_000

# The stubs of PySide know neither the dictionary of ClassInfo nor the C++ type names that Property takes.
_interface: Any = ClassInfo
_property: Any = Property


class Playing(Struct, frozen=True):
    """What the desktop is told. `length`: seconds of the phase, 0 where it waits for the person."""

    title: str = ""
    artist: str = ""
    album: str = ""
    running: bool = False
    phase: int = 0  # a number of its own for each phase: another one is another track
    length: float = 0.0


class Mpris(QObject):
    """On the bus from `show` until `leave`. `address`: another session bus, for tests."""

    play_pause_asked = Signal()
    play_asked = Signal()
    pause_asked = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    raise_asked = Signal()

    def __init__(self, position: Callable[[], float], parent: QObject | None = None, *, address: str = "") -> None:
        """`position` gives the seconds into the phase at this moment."""
        super().__init__(parent)
        self._address = address
        self._name = f"trainer-mpris-{id(self):x}"
        self._there = False
        self.playing = Playing()
        self.position = position
        self._root, self._player = _Root(self), _Player(self)

    def show(self, playing: Playing) -> None:
        """Tell the desktop; the first time, come onto the bus. A bus that isn't there is let be."""
        before, self.playing = self.playing, playing
        if not self._there:
            self._there = True
            bus = self._bus()
            bus.registerObject(_PATH, self, QDBusConnection.RegisterOption.ExportAdaptors)
            if not bus.registerService(_SERVICE):  # another window has the name
                bus.registerService(f"{_SERVICE}.instance{os.getpid()}")
        elif playing != before:
            changed = {"PlaybackStatus": self._player.status(), "Metadata": self._player.metadata()}
            said = QDBusMessage.createSignal(_PATH, _PROPERTIES, "PropertiesChanged")
            said.setArguments([_PLAYER, changed, []])
            self._bus().send(said)

    def leave(self) -> None:
        """No session: no player."""
        if self._there:
            self._there = False
            QDBusConnection.disconnectFromBus(self._name)

    def _bus(self) -> QDBusConnection:
        if self._address:
            return QDBusConnection.connectToBus(self._address, self._name)
        return QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._name)


@_interface({"D-Bus Interface": "org.mpris.MediaPlayer2"})
class _Root(QDBusAbstractAdaptor):
    """What the program is."""

    def __init__(self, mpris: Mpris) -> None:
        super().__init__(mpris)
        self._mpris = mpris

    @Slot()
    def Raise(self) -> None:  # noqa: N802 - the specification's name
        self._mpris.raise_asked.emit()

    @Slot()
    def Quit(self) -> None:  # noqa: N802
        """A player need not allow it, and a session must not end so."""

    CanQuit = _property(bool, lambda _self: False)
    CanRaise = _property(bool, lambda _self: True)
    HasTrackList = _property(bool, lambda _self: False)
    Identity = _property(str, lambda _self: NAME)
    DesktopEntry = _property(str, lambda _self: APP_ID)
    SupportedUriSchemes = _property("QStringList", lambda _self: [])
    SupportedMimeTypes = _property("QStringList", lambda _self: [])


@_interface({"D-Bus Interface": _PLAYER})
class _Player(QDBusAbstractAdaptor):
    """What it plays, and what can be done."""

    def __init__(self, mpris: Mpris) -> None:
        super().__init__(mpris)
        self._mpris = mpris

    def status(self) -> str:
        return "Playing" if self._mpris.playing.running else "Paused"

    def metadata(self) -> dict[str, object]:
        playing = self._mpris.playing
        told: dict[str, object] = {
            "mpris:trackid": QDBusObjectPath(f"/trainer/phase/{playing.phase}"),
            "xesam:title": playing.title,
            "xesam:artist": [playing.artist],
            "xesam:album": playing.album,
        }
        if playing.length:
            told["mpris:length"] = round(playing.length * _MICROSECONDS)
        return told

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802
        self._mpris.play_pause_asked.emit()

    @Slot()
    def Play(self) -> None:  # noqa: N802
        self._mpris.play_asked.emit()

    @Slot()
    def Pause(self) -> None:  # noqa: N802
        self._mpris.pause_asked.emit()

    @Slot()
    def Stop(self) -> None:  # noqa: N802
        """Never ends a session: it pauses."""
        self._mpris.pause_asked.emit()

    @Slot()
    def Next(self) -> None:  # noqa: N802
        self._mpris.next_asked.emit()

    @Slot()
    def Previous(self) -> None:  # noqa: N802
        self._mpris.previous_asked.emit()

    PlaybackStatus = _property(str, status)
    Metadata = _property("QVariantMap", metadata)
    Position = _property("qlonglong", lambda self: round(self._mpris.position() * _MICROSECONDS))
    Rate = _property(float, lambda _self: 1.0)
    MinimumRate = _property(float, lambda _self: 1.0)
    MaximumRate = _property(float, lambda _self: 1.0)
    Volume = _property(float, lambda _self: 1.0)
    CanGoNext = _property(bool, lambda _self: True)
    CanGoPrevious = _property(bool, lambda _self: True)
    CanPlay = _property(bool, lambda _self: True)
    CanPause = _property(bool, lambda _self: True)
    CanSeek = _property(bool, lambda _self: False)
    CanControl = _property(bool, lambda _self: True)
