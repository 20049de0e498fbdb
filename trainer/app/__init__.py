"""The program with its window: every object made once, connected, run."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from trainer.language import tr

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Open the window and run until it closes. Returns the exit code."""
    if arguments.diagnose:
        from trainer.app import diagnosis

        code, ends = diagnosis.run(arguments, sys.stdout, display=has_display())
        if not ends:
            sys.stdout.flush()
            os._exit(code)
        return code
    if not has_display():
        said = tr(
            "There is no display to open the window on: start it from a desktop, or use `trainer routine list` and "
            "`trainer log` here."
        )
        sys.stderr.write(f"{said}\n")
        return 1
    # Qt paints large half-transparent shapes on its own thread pool, at ten times the cost (figure.md, section 8).
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    gc.disable()  # till the pages are there: what is made before lasts, and looking for litter costs 5 % of a launch
    from trainer.app.program import Program

    return Program(arguments).run()


def has_display() -> bool:
    """Whether a window could open; only X11 and Wayland have machines without one."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
