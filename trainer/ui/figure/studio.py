"""Studio: a renderer in a process of its own.

Numbers by the million in a thread of this process would hold up the GUI thread time and again: each return from Qt to
Python waits for the interpreter, and loading numpy keeps it for tens of milliseconds on end.
"""

from __future__ import annotations

import pickle
import sys
import weakref
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING, Final, cast

from trainer import frozen
from trainer.core.preferences import FigureChoice
from trainer.ui.figure.take import Frame, Stage, Take

if TYPE_CHECKING:
    from subprocess import Popen

_BEGIN: Final = "import sys; sys.path[:] = sys.argv[1:]; from trainer.ui.figure.darkroom import serve; serve()"


class RenderingError(Exception):
    """The process could not be begun, ended unasked, or could not do what it was asked to."""


class Studio:
    """Begins its process when first asked for something, and asks it one thing at a time, from any thread."""

    def __init__(self) -> None:
        self._asking = Lock()
        self._process: Popen[bytes] | None = None
        self._end: weakref.finalize[..., Studio] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The id of the process while there is one."""
        process = self._process
        return None if process is None else process.pid

    def stage(self, take: Take) -> Stage:
        """What a take needs. Raises RenderingError."""
        return cast("Stage", self._ask("stage", take))

    def frame(self, take: Take, seconds: float, fine: bool) -> Frame:
        """The figure at a moment of its cycle. Raises RenderingError."""
        return cast("Frame", self._ask("frame", take, seconds, fine))

    def warm_up(self, figure: FigureChoice = FigureChoice.TOP_KNOT) -> None:
        """Begin the process, so that the first picture need not wait for it. Raises RenderingError."""
        self._ask("warm_up", figure)

    def close(self) -> None:
        """End the process; whatever is asked now or later fails."""
        self._closed = True
        if (process := self._process) is not None:
            process.kill()  # and no more: its pipes are closed by whoever waits for an answer through them
        with self._asking:
            self._let_go()

    def _ask(self, method: str, *arguments: object) -> object:
        with self._asking:
            try:
                done, answer = self._answer(method, arguments)
            except (OSError, EOFError, pickle.UnpicklingError):
                # It was ended from outside. It knows nothing by heart: another one can do as well.
                self._let_go()
                try:
                    done, answer = self._answer(method, arguments)
                except (OSError, EOFError, pickle.UnpicklingError) as error:
                    self._let_go()
                    raise RenderingError(f"the renderer ended: {error!r}") from error
        if not done:
            raise RenderingError(str(answer))
        return answer

    def _answer(self, method: str, arguments: tuple[object, ...]) -> tuple[bool, object]:
        process = self._running()
        asked, answered = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)  # both are pipes
        pickle.dump((method, arguments), asked, pickle.HIGHEST_PROTOCOL)
        asked.flush()
        done, answer = pickle.load(answered)  # noqa: S301 - written by our own other half
        return done, answer

    def _running(self) -> Popen[bytes]:
        if self._closed:
            raise RenderingError("the studio is closed")
        if self._process is None:
            self._process = _begun()
            self._end = weakref.finalize(self, _end, self._process)
        return self._process

    def _let_go(self) -> None:
        if self._end is not None:
            self._end()
        self._process = self._end = None


def _begun() -> Popen[bytes]:
    """A process that serves."""
    import subprocess

    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return subprocess.Popen(  # noqa: S603 - our own code, by the interpreter or program that runs
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
    )


def command() -> list[str]:
    """What begins the process: with this one's modules within reach and nothing else, neither site nor folder at hand.

    A frozen program has no interpreter beside it: it is begun a second time itself, and `__main__` knows the argument.
    """
    if frozen.is_frozen():
        return [sys.executable, frozen.RENDERER]
    path = [str(Path(entry).absolute()) for entry in sys.path]
    return [sys.executable, "-I", "-S", "-c", _BEGIN, *path]


def _end(process: Popen[bytes]) -> None:
    """End a process, and leave nothing of it behind: it has nothing to save."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
