"""What a long run is measured by: the process's memory, handles and threads, and how long its window was ever deaf."""

import gc
import os
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QAbstractAnimation, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

MB = 1e6
BEAT_MS = 5
DEAF_SECONDS = 0.050  # wanted: the GUI thread is never busy for longer


class VitalSigns(Struct, frozen=True):
    """One look at the running program. Sizes in MB (10^6 bytes)."""

    resident: float  # of the program itself, without its child processes
    in_children: float
    handles: int
    threads: int
    children: int
    widgets: int
    qobjects: int  # below every window and the application
    timers_running: int
    animations_running: int
    python_objects: int


def vital_signs() -> VitalSigns:
    """Of this process now, after a garbage collection. Linux only: it reads /proc."""
    gc.collect()
    application = QApplication.instance()
    roots: list[QObject] = [*QApplication.topLevelWidgets(), *([application] if application is not None else [])]
    below = {id(child): child for root in roots for child in root.findChildren(QObject) if isValid(child)}
    children = _children(os.getpid())
    tracked = gc.get_objects()
    return VitalSigns(
        resident=_resident(os.getpid()),
        in_children=sum(_resident(child) for child in children),
        handles=len(list(Path("/proc/self/fd").iterdir())) - 1,
        threads=len(list(Path("/proc/self/task").iterdir())),
        children=len(children),
        widgets=len(QApplication.allWidgets()),
        qobjects=len(below),
        timers_running=sum(isinstance(one, QTimer) and isValid(one) and one.isActive() for one in tracked),
        animations_running=sum(
            isinstance(one, QAbstractAnimation) and isValid(one) and one.state() is one.State.Running for one in tracked
        ),
        python_objects=len(tracked),
    )


def kinds_of_objects() -> Counter[str]:
    """How many of each type Python's collector knows."""
    gc.collect()
    return Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())


def _resident(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):  # ended meanwhile
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


def _children(process: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


class Deafness(Struct, frozen=True):
    """A time in which the window answered nothing, in seconds, and how it was spent."""

    at: float  # since the heart began to beat
    lasted: float
    computing: float  # on a core
    queueing: float  # ready to run, with no core free: the machine's load, not ours
    doing: str  # where the GUI thread was found, innermost first

    @property
    def ours(self) -> float:
        """Without the wait for a core."""
        return self.lasted - self.queueing


class Heartbeat(QObject):
    """A timer of the GUI thread that notes every beat that comes late, and a thread that looks what it is at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.deaf: list[Deafness] = []
        self.beats = 0
        self._thread = threading.get_ident()
        self._spent = os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
        self._began = self._last = time.perf_counter()
        self._last_spent = self._read_spent()
        self._doing = ""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="heartbeat-watcher", daemon=True)
        self._watcher.start()

    def forget(self) -> None:
        """Count from here on: the measuring itself took time."""
        self._last, self._last_spent, self._doing = time.perf_counter(), self._read_spent(), ""

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        self._over.set()
        self._watcher.join()
        os.close(self._spent)

    def _beat(self) -> None:
        now, spent = time.perf_counter(), self._read_spent()
        lasted = now - self._last - BEAT_MS / 1000
        if lasted > DEAF_SECONDS:
            computing, queueing = (after - before for after, before in zip(spent, self._last_spent, strict=True))
            self.deaf.append(Deafness(now - self._began, lasted, computing, queueing, self._doing))
        self.beats += 1
        self._last, self._last_spent, self._doing = now, spent, ""

    def _read_spent(self) -> tuple[float, float]:
        """Seconds this thread computed, and waited for a core, since it began."""
        computing, queueing, _ = os.pread(self._spent, 100, 0).split()
        return int(computing) / 1e9, int(queueing) / 1e9

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            if time.perf_counter() - self._last > DEAF_SECONDS and not self._doing:
                frame = sys._current_frames().get(self._thread)  # noqa: SLF001 - the one way to see another thread
                if frame is not None:
                    stack = traceback.extract_stack(frame)
                    self._doing = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in stack[::-1][:6])
