"""What holds for every test: no real screen, no real home, nothing left running behind it."""

import gc
import gettext
import os
import threading
import weakref
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QThread, QTimer
from shiboken6 import isValid

from tests.fakes import FakeClock
from tests.pseudo import PseudoTranslations
from trainer.language import use_catalogue

Startable = TypeVar("Startable", QTimer, QAbstractAnimation, QThread)

_HOMES = count(1)
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of end_to_end/ and benchmarks/ by their folder, so that none is run by mistake."""
    for item in items:
        room = item.path.relative_to(_HERE).parts[0] if item.path.is_relative_to(_HERE) else ""
        if room == "end_to_end":
            item.add_marker(pytest.mark.end_to_end)
        elif room == "benchmarks":
            item.add_marker(pytest.mark.benchmark)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands until the test moves it."""
    return FakeClock()


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of the test's own (not made until something writes there), in English."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(folder))
    for variable, place in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
        ("APPDATA", "AppData/Roaming"),
        ("LOCALAPPDATA", "AppData/Local"),
    ):
        monkeypatch.setenv(variable, str(folder / place))
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "C.UTF-8" if variable == "LANG" else "")
    return folder


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Whatever language a test takes, the next one reads English."""
    yield
    use_catalogue(gettext.NullTranslations())


@pytest.fixture
def pseudo_language() -> None:
    """Every sentence twice as long, accented and bracketed: what overflows or stays English shows."""
    use_catalogue(PseudoTranslations())


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a timer, an animation or a thread running once its widgets are closed."""
    before = set(threading.enumerate())
    with pytest.MonkeyPatch.context() as patch:
        timers: weakref.WeakSet[QTimer] = _started(patch, QTimer)
        animations: weakref.WeakSet[QAbstractAnimation] = _started(patch, QAbstractAnimation)
        qthreads: weakref.WeakSet[QThread] = _started(patch, QThread)
        yield

    def running() -> list[str]:
        return [
            *(f"timer {_named(t)}" for t in timers if isValid(t) and t.isActive()),
            *(f"animation {_named(a)}" for a in animations if isValid(a) and a.state() == a.State.Running),
            *(f"Qt thread {_named(t)}" for t in qthreads if isValid(t) and t.isRunning()),
        ]

    if running():  # perhaps only what is done with has not been taken out yet
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # None: everything
        gc.collect()
        for qthread in qthreads:
            if isValid(qthread):
                qthread.wait(1000)
    # Python's name for a thread that Qt started says nothing of whether it still runs.
    threads = [t for t in threading.enumerate() if t not in before and not t.name.startswith("Dummy-")]
    for thread in threads:
        thread.join(timeout=1)
    leaked = [*running(), *(f"thread {t.name}" for t in threads if t.is_alive())]
    if leaked:
        pytest.fail(f"left running after the test: {', '.join(leaked)}", pytrace=False)


def _started(patch: pytest.MonkeyPatch, kind: type[Startable]) -> weakref.WeakSet[Startable]:
    """The objects of `kind` on which Python calls `start` from here on."""
    noted: weakref.WeakSet[Startable] = weakref.WeakSet()
    start = kind.start

    def noting(self: Startable, *arguments: Any) -> None:
        noted.add(self)
        start(self, *arguments)

    patch.setattr(kind, "start", noting)
    return noted


def _named(thing: QObject) -> str:
    parent = thing.parent()
    return f"{thing.objectName() or 'without a name'} of {type(parent).__name__ if parent else 'nobody'}"
