"""A second launch on the same data hands what it was asked for to the window that is open, and ends.

They talk through a local socket (a named pipe on Windows) that only the same person's programs may open; its name is
made of the data folder, so that windows on different data know nothing of each other.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MOST_BYTES: Final = 64_000  # of a request: a path is a few hundred
ANSWER_MS: Final = 3_000  # the window that is open may be busy with a large library
_TAKEN: Final = b"taken\n"
_FRONT: Final = "XDG_ACTIVATION_FRONT"  # what lets a Wayland window come to the front


class Request(msgspec.Struct, frozen=True):
    """What a launch was asked for."""

    routine: str = ""  # its id, or the absolute path of its file; empty: nothing but the window
    start: bool = False
    token: str = ""  # with which the desktop started it


class Reception(QObject):
    """In the window that is open: listens as long as it is not closed."""

    asked = Signal(object)  # Request

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Whoever makes it holds the folder's lock, so a socket left behind by a killed program is removed."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        name = _name_of(folder)
        QLocalServer.removeServer(name)
        self._server.listen(name)  # where that is refused a second launch says so in a sentence

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda one=socket: self._on_ready(one))
            socket.disconnected.connect(socket.deleteLater)
            self._on_ready(socket)

    def _on_ready(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            request = msgspec.json.decode(bytes(socket.readLine(MOST_BYTES).data()), type=Request)
        except (msgspec.DecodeError, UnicodeDecodeError):
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        if request.token:
            os.environ[_FRONT] = request.token
        self.asked.emit(request)


def hand_over(folder: Path, routine: str | None, *, start: bool) -> bool:
    """Whether the window that has the folder open took it. Needs an application; waits for the answer, not for ever."""
    if routine and (Path(routine).suffix or os.sep in routine):
        routine = str(Path(routine).absolute())  # the other window was started elsewhere
    socket = QLocalSocket()
    socket.connectToServer(_name_of(folder))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    request = Request(routine or "", start, os.environ.get(_FRONT, ""))
    socket.write(msgspec.json.encode(request) + b"\n")
    taken = False
    while not taken and socket.waitForReadyRead(ANSWER_MS):
        taken = bytes(socket.readAll().data()) == _TAKEN
    return taken


def _name_of(folder: Path) -> str:
    name = f"trainer-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")  # Linux' folder for it; elsewhere Qt knows the place
    return str(Path(runtime) / name) if runtime and Path(runtime).is_dir() else name
