"""Screens: those there are besides the one a window is on."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from trainer.language import tr
from trainer.ui.widgets.screen_scale import screen_key


class OtherScreen(Struct, frozen=True):
    """A screen another window may fill."""

    key: str  # as screen_key: what it is remembered by
    name: str  # as the system calls it, with its size
    place: QRect  # on the desktop, in logical pixels


def other_screens(window: QWidget) -> tuple[OtherScreen, ...]:
    """The screens the window is not on, in the system's order."""
    mine = window.screen()
    found = []
    for screen in QGuiApplication.screens():
        if screen is mine or screen.geometry() == mine.geometry():  # a mirrored screen shows the same
            continue
        size = screen.size() * screen.devicePixelRatio()
        words = " ".join(part for part in (screen.manufacturer(), screen.model()) if part) or screen.name()
        name = tr("{screen}, {width} × {height}").format(screen=words, width=size.width(), height=size.height())
        found.append(OtherScreen(screen_key(screen), name, screen.geometry()))
    return tuple(found)


def chosen_screen(screens: Sequence[OtherScreen], remembered: str) -> OtherScreen | None:
    """The one remembered by its key, else the first there is."""
    return next((screen for screen in screens if screen.key == remembered), screens[0] if screens else None)
