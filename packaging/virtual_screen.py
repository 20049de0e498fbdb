"""A virtual screen with a window manager, and somebody before it: waits for a window, closes it, takes a picture."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from typing import Self

from shell import BootstrapError

TOOLS = ("Xvfb", "openbox", "xdotool")
_BETWEEN_LOOKS = 0.004  # seconds


class VirtualScreen:
    """1280 by 800 pixels; as a context, taken down at its end."""

    def __enter__(self) -> Self:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"]
        self._server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        number = self._server.stdout.readline().strip() if self._server.stdout else ""
        if not number:
            raise BootstrapError("Xvfb opened no screen.")
        self.display = f":{number}"
        self._manager = subprocess.Popen(
            ["openbox"], env=self._environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

    def wait_for_window(self, title: str, patience: float = 60.0) -> str:
        """The id of the first window that shows `title`. Raises BootstrapError after `patience` seconds."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            if found := self._xdotool("search", "--onlyvisible", "--name", title):
                return found.split()[0]
            time.sleep(_BETWEEN_LOOKS)
        raise BootstrapError(f"no window called {title} appeared in {patience:.0f} s.")

    def close(self, window: str) -> None:
        """Close a window as its title bar would."""
        self._xdotool("windowactivate", "--sync", window)
        self._xdotool("key", "--clearmodifiers", "alt+F4")

    def picture(self, file: Path) -> None:
        """Save what is seen. Needs imagemagick's `import`."""
        subprocess.run(["import", "-window", "root", str(file)], env=self._environment(), check=False)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment(), capture_output=True, text=True, check=False)
        return done.stdout

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}
