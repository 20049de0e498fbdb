"""Film: the pictures of one subject from one side, rendered off the GUI thread and kept within a budget of memory."""

from __future__ import annotations

import logging
import pickle
from functools import partial
from typing import Final

from msgspec import Struct, structs
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from trainer.motion.stills import Stills
from trainer.ui.figure.palette import FigurePalette
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Backdrop, Frame, Renderer, Take
from trainer.ui.jobs import Jobs

_RATES: Final = (30.0, 24.0, 20.0, 15.0, 12.0)  # pictures a second, the best that fits the budget
_SMALL: Final = 700 * 700  # pixels of a picture that has to do with the smaller budget
_BUDGETS: Final = (64_000_000, 128_000_000)  # bytes of pictures, of small and of large ones
_SURE: Final = 1.1  # times what the largest picture is foretold to take
_PREVIEW: Final = 200  # pixels of the longer side of the first picture, which is to be there at once
_DRAFT: Final = 2  # pixels of the shot for each one of a draft

_log = logging.getLogger(__name__)


class Shot(Struct, frozen=True):
    """What a film shows, and how: degrees from the front toward the figure's left and up, pixels, colours."""

    subject: Subject
    palette: FigurePalette
    view: tuple[float, float]
    size: tuple[int, int]
    draft: bool = False  # quickly, while it is being turned
    key_poses: bool = False  # only the poses, nothing between


class Picture(Struct, frozen=True):
    """A rendered frame, and the place it fills in the shot, in the shot's pixels."""

    image: QImage
    place: QRectF


class _Opened(Struct, frozen=True):
    """A shot ready to be rendered."""

    take: Take
    backdrop: Backdrop  # in the shot's pixels
    stills: Stills
    first: Picture
    first_index: int


class Film(QObject):
    """Renders the pictures of a shot: the one wanted now first, roughly; then evenly over the cycle, ever more."""

    opened = Signal()  # backdrop and first picture of another shot are there
    developed = Signal()  # one more picture is there

    def __init__(self, jobs: Jobs, renderer: Renderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._renderer = renderer
        self._shot: Shot | None = None  # wanted
        self._rendering: Shot | None = None  # being opened
        self._shown: _Opened | None = None
        self._pictures: dict[int, Picture] = {}
        self._rough: set[int] = set()  # pictures to be rendered once more, finely
        self._seconds = 0.0
        self._busy = False

    @property
    def backdrop(self) -> Backdrop | None:
        """What stands behind the figure; None until a shot is open."""
        return self._shown.backdrop if self._shown else None

    @property
    def bytes_kept(self) -> int:
        """What the pictures take."""
        return sum(picture.image.sizeInBytes() for picture in self._pictures.values())

    @property
    def is_complete(self) -> bool:
        """Every picture of the shot is rendered."""
        shown = self._shown
        return shown is not None and len(self._pictures) == len(shown.stills) and not self._rough and not self._busy

    def open(self, shot: Shot | None) -> None:
        """Take another shot; what was shown stays until the first picture of the new one is there."""
        if shot == self._shot:
            return
        self._shot = shot
        if shot is None:
            self._shown = None
            self._pictures = {}
        else:
            self._work()

    def picture_at(self, seconds: float) -> Picture | None:
        """The picture of a moment since the start of the cycle, or the nearest there is."""
        self._seconds = seconds
        shown = self._shown
        if shown is None or not self._pictures:
            return None
        wanted = shown.stills.index_at(seconds)
        found = self._pictures.get(wanted)
        if found is None:
            nearest = min(self._pictures, key=lambda index: abs(index - wanted))
            found = self._pictures[nearest]
        return found

    def _work(self) -> None:
        """Have the next thing rendered, unless something is."""
        shot = self._shot
        if self._busy or shot is None:
            return
        if shot is not self._rendering:
            self._rendering = shot
            self._busy = True
            self._jobs.run(partial(_opened, self._renderer, shot, self._seconds), self._on_opened, self._on_failed)
            return
        index = self._next_index()
        if index is not None and self._shown is not None:
            self._busy = True
            work = partial(_developed, self._renderer, self._shown, shot.size, index)
            self._jobs.run(work, partial(self._on_developed, index), self._on_failed)

    def _next_index(self) -> int | None:
        shown, shot = self._shown, self._shot
        if shown is None or shot is None or shot.draft:
            return None
        wanted = shown.stills.index_at(self._seconds)
        missing = [index for index in _ever_finer(len(shown.stills)) if index not in self._pictures]
        missing += self._rough
        return wanted if wanted in missing else next(iter(missing), None)

    def _on_opened(self, opened: _Opened) -> None:
        self._busy = False
        if self._shot is not None:
            self._shown = opened
            self._pictures = {opened.first_index: opened.first}
            self._rough = {opened.first_index}
            self.opened.emit()
        self._work()

    def _on_developed(self, index: int, picture: Picture) -> None:
        self._busy = False
        if self._shot is self._rendering and self._shot is not None:
            self._pictures[index] = picture
            self._rough.discard(index)
            self.developed.emit()
        self._work()

    def _on_failed(self, error: Exception) -> None:
        """The room stays empty: a session goes on without its figure."""
        self._busy = False
        self._shot = None
        _log.error("The figure can't be drawn: %r", error)


def _opened(renderer: Renderer, shot: Shot, seconds: float) -> _Opened:
    """Prepare a shot and render the picture wanted now. Runs off the GUI thread."""
    width, height = shot.size
    take = Take(packed(shot.subject), shot.palette, shot.view, shot.size)
    stage = renderer.stage(take)
    stills, fits = (Stills(shot.subject.cycle, 0.0), 1.0) if shot.key_poses else fitting(shot, stage.largest)
    index = stills.index_at(seconds)
    smaller = _DRAFT if shot.draft else max(1.0, max(width, height) / _PREVIEW)
    preview = renderer.frame(_resized(take, 1.0 / smaller), stills.moments[index], False)
    first = _picture(preview, shot.size, _resized(take, 1.0 / smaller).size)
    return _Opened(_resized(take, fits), stage.backdrop, stills, first, index)


def _developed(renderer: Renderer, shown: _Opened, size: tuple[int, int], index: int) -> Picture:
    """Render one picture. Runs off the GUI thread."""
    return _picture(renderer.frame(shown.take, shown.stills.moments[index], True), size, shown.take.size)


def fitting(shot: Shot, largest: int) -> tuple[Stills, float]:
    """The most stills that fit the budget, and how much smaller they have to be so that they do.

    `largest`: the bytes of the largest picture at full size.
    """
    budget = _BUDGETS[0] if shot.size[0] * shot.size[1] <= _SMALL else _BUDGETS[1]
    room = budget / max(_SURE * largest, 1.0)
    stills = Stills(shot.subject.cycle, _RATES[0])
    for rate in _RATES:
        stills = Stills(shot.subject.cycle, rate)
        if len(stills) <= room:
            return stills, 1.0
    return stills, min(1.0, (room / len(stills)) ** 0.5)


def packed(subject: Subject) -> bytes:
    """A subject as a take carries it."""
    return pickle.dumps(subject, pickle.HIGHEST_PROTOCOL)


def image_of(frame: Frame) -> QImage:
    """A frame as an image that owns its bytes."""
    looks = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    return looks.copy()


def _resized(take: Take, scale: float) -> Take:
    width, height = take.size
    return structs.replace(take, size=(max(round(width * scale), 1), max(round(height * scale), 1)))


def _picture(frame: Frame, shot: tuple[int, int], rendered: tuple[int, int]) -> Picture:
    """The frame of a picture rendered at one size, to be shown at the shot's."""
    x, y = shot[0] / rendered[0], shot[1] / rendered[1]
    return Picture(image_of(frame), QRectF(frame.left * x, frame.top * y, frame.width * x, frame.height * y))


def _ever_finer(count: int) -> list[int]:
    """0 .. count - 1 so that every beginning is spread over the whole."""
    step = 1
    while step < count:
        step *= 2
    order: dict[int, None] = {}
    while step:
        order.update(dict.fromkeys(range(0, count, step)))
        step //= 2
    return list(order)
