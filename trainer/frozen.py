"""Frozen: what differs where the program was made one of its own by PyInstaller, without a Python beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from typing import Final, TextIO

RENDERER: Final = "--renderer"  # the first argument of the process that draws the figure; no person types it

# PyInstaller's bootloader leads Linux and macOS to the libraries it brought, and keeps here what was there before.
_SEARCH_PATHS: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_AS_IT_WAS: Final = "_ORIG"


def is_frozen() -> bool:
    """Whether `sys.executable` is the program itself and no interpreter."""
    return bool(getattr(sys, "frozen", False))


def is_renderer(arguments: list[str]) -> bool:
    """Whether this process was begun to draw the figure."""
    return arguments[:1] == [RENDERER]


def give_streams() -> None:
    """Let what is printed go nowhere where there is no terminal: a window's program has no streams on Windows."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def restore_search_paths(environment: MutableMapping[str, str]) -> None:
    """Give the processes begun from here (a browser, the speech service) the system's own libraries again.

    This process has been loaded and isn't concerned any more.
    """
    for name in _SEARCH_PATHS:
        before = environment.pop(name + _AS_IT_WAS, None)
        if before:
            environment[name] = before
        elif is_frozen():
            environment.pop(name, None)
