"""What is asked of the room where pictures are rendered, and what comes back. Without numpy and without Qt."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from trainer.core.preferences import FigureChoice
from trainer.ui.figure.palette import FigurePalette

Polygon = tuple[tuple[float, float], ...]


class Take(Struct, frozen=True):
    """A subject from one side, at one size, in its colours. Equal takes share everything that is prepared for them."""

    subject: bytes  # as `packed` gives it
    palette: FigurePalette
    view: tuple[float, float]  # degrees: from the front toward the figure's left, and up
    size: tuple[int, int]  # pixels
    portrait: float | None = None  # the only moment to be shown: it fills the picture alone


class Backdrop(Struct, frozen=True):
    """What stands behind the figure, in pixels."""

    mat: Polygon
    mat_edge: Polygon
    wall: Polygon = ()  # its first corner is at the floor, its last at the top, where it fades away


class Stage(Struct, frozen=True):
    """What a take needs: the backdrop, and the bytes that its largest frame may take."""

    backdrop: Backdrop
    largest: int


class Frame(Struct, frozen=True):
    """A part of the picture: premultiplied ARGB, 32 bits a pixel, row by row, over the backdrop."""

    left: int
    top: int
    width: int
    height: int
    pixels: bytes


class Renderer(Protocol):
    """Renders takes; every call blocks until it is done."""

    def warm_up(self, figure: FigureChoice) -> None:
        """Get ready to show that figure, so that the first picture comes soon."""
        ...

    def stage(self, take: Take) -> Stage: ...

    def frame(self, take: Take, seconds: float, fine: bool) -> Frame:
        """The figure at a moment of its cycle; not `fine`: quickly, with rough edges."""
        ...
