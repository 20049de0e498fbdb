"""A desktop of its own for a test: virtual screen, window manager, session bus, accessibility; keys and clicks."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from tests.end_to_end.assistive import Assistive, Element, UnreachableError

TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
REGISTRY_DAEMONS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 30.0  # seconds a busy machine may take over anything

Found = TypeVar("Found")


def missing_tools() -> list[str]:
    """What this machine lacks for real windows; empty where the tests can run."""
    if sys.platform != "linux":
        return ["an X11 desktop (Linux only)"]
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not any(Path(place).exists() for place in REGISTRY_DAEMONS):
        lacking.append("at-spi2-core")
    return lacking


def until(condition: Callable[[], Found | None], what: str, patience: float = PATIENCE) -> Found:
    """Ask again and again until the answer is true; fail with `what` after `patience` seconds."""
    end = time.perf_counter() + patience
    while True:
        found = condition()
        if found:
            return found
        if time.perf_counter() > end:
            raise AssertionError(f"waited {patience:.0f} s in vain: {what}")
        time.sleep(0.02)


class Desktop:
    """Xvfb, openbox and a session bus with accessibility switched on."""

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self._stack = ExitStack()
        screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
        display = self._start_reading(["Xvfb", "-displayfd", "1", *screen])
        self.environment = {
            **{key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")},
            "DISPLAY": f":{display}",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "en",
        }
        bus = self._start_reading(["dbus-daemon", "--session", "--print-address=1", "--nofork"])
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        self._start(["openbox"])
        self.assistive = Assistive(bus)

    def close(self) -> None:
        """Take everything down again."""
        self.assistive.close()
        self._stack.close()

    def keys(self, *names: str) -> None:
        """Press keys one after another, as xdotool names them: space, Right, ctrl+z."""
        for name in names:
            self._xdotool("key", "--clearmodifiers", name)

    def type(self, text: str) -> None:
        """Type text."""
        self._xdotool("type", "--delay", "15", text)

    def click(self, element: Element) -> None:
        """Click the middle of an element."""
        x, y = until(lambda: _settled(element), "the element to stand still")
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def menu_is_open(self) -> bool:
        """Whether a menu has the screen: menus are windows that stand in no tree."""
        command = ["xdotool", "search", "--onlyvisible", "--class", "."]
        done = subprocess.run(command, env=self.environment, check=False, timeout=PATIENCE, capture_output=True)
        return len(done.stdout.split()) > 1

    def drag(self, element: Element, to: Element, below: int = 0) -> None:
        """Drag the middle of an element to `below` pixels under the middle of another, as slowly as a hand."""
        x, y = until(lambda: _settled(element), "the element to stand still")
        there, down = to.centre
        self._xdotool("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, 11):
            left, top = x + (there - x) * step // 10, y + (down + below - y) * step // 10
            self._xdotool("mousemove", str(left), str(top))
            time.sleep(0.03)
        self._xdotool("mouseup", "1")

    def close_window(self) -> None:
        """Close the active window as its title bar would."""
        self._xdotool("key", "--clearmodifiers", "alt+F4")

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, timeout=PATIENCE, capture_output=True)

    def _start_reading(self, command: list[str]) -> str:
        process = self._start(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        return process.stdout.readline().decode().strip()

    def _start(self, command: list[str], stdout: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        environment = getattr(self, "environment", None)
        process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL, env=environment)
        self._stack.callback(_end, process)
        return process


class Program:
    """Trainer, started as a person would start it, on a desktop."""

    def __init__(
        self,
        desktop: Desktop,
        data: Path,
        *arguments: str,
        environment: Mapping[str, str] = MappingProxyType({}),
        watcher: Sequence[str] = (),
    ) -> None:
        """`environment` is what it finds there beside the desktop's, `watcher` the command that starts it."""
        self.desktop = desktop
        self.data = data
        command = [*watcher, sys.executable, "-m", "trainer", "--data-dir", str(data), *arguments]
        around = {**desktop.environment, **environment}
        self._process = subprocess.Popen(command, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def window(self, name: str = "Trainer") -> Element:
        """The window, once it is there."""
        return until(lambda: self.desktop.assistive.window(name) if self._alive() else None, f"the window {name!r}")

    def find(self, name: str, role: str | None = None) -> Element:
        """The showing element of that accessible name (and role)."""
        return until(lambda: self.seek(name, role), f"an element named {name!r}")

    def seek(self, name: str, role: str | None = None) -> Element | None:
        """As `find`, but None at once where there is none showing."""
        if not self._alive():
            return None
        for window in self.desktop.assistive.windows():
            try:
                for element in window.walk():
                    if element.name == name and (role is None or element.role == role) and element.showing:
                        return element
            except UnreachableError:  # the tree changed under our hands: ask again
                continue
        return None

    def description(self, name: str) -> str:
        """What the value element of that name says now."""
        element = self.seek(name)
        try:
            return element.description if element is not None else ""
        except UnreachableError:
            return ""

    def press(self, name: str) -> None:
        """Click the button of that name, as soon as it can be clicked."""
        element = self.find(name)
        until(lambda: element.enabled, f"{name!r} to be usable")
        self.desktop.click(element)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate(timeout=PATIENCE)

    def wait(self) -> tuple[int, str, str]:
        """Wait for its end: exit code, stdout, stderr."""
        out, err = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, out, err

    def end(self) -> None:
        """Make sure it is gone."""
        if self._process.poll() is None:
            self.kill()

    def _alive(self) -> bool:
        if self._process.poll() is not None:
            _, error = self._process.communicate()
            raise AssertionError(f"the program ended with {self._process.returncode}: {error}")
        return True


def _settled(element: Element) -> tuple[int, int] | None:
    before = element.centre
    time.sleep(0.05)
    return before if element.centre == before and before != (0, 0) else None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=5)
    if process.stdout is not None:
        process.stdout.close()
