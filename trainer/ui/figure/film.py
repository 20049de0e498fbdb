"""Film: the pictures of one subject from one side, rendered off the GUI thread and kept within a budget of memory."""

from __future__ import annotations

import logging
import pickle
import zlib
from functools import partial
from typing import Final

from msgspec import Struct, structs
from PySide6.QtCore import QObject, QRectF, Qt, Signal
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
_SMALLER: Final = 5.0  # times, that a picture is compressed: more than six times, but never sure
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
    share: float = 1.0  # of the budget of memory: the rest is for the shot beside it
    packed: bool = False  # its pictures are kept compressed: a little slower to show, a fifth of the memory


class Picture(Struct, frozen=True):
    """A rendered frame, and the place it fills in the shot, in the shot's pixels."""

    image: QImage
    place: QRectF
    mirrored: bool = False

    def turned_round(self, width: int) -> Picture:
        """Left and right exchanged, in a shot that wide."""
        place = self.place.translated(width - self.place.right() - self.place.left(), 0.0)
        return Picture(self.image.flipped(Qt.Orientation.Horizontal), place, not self.mirrored)


class _Packed(Struct, frozen=True):
    """A picture, compressed."""

    pixels: bytes
    width: int
    height: int
    place: QRectF

    def picture(self) -> Picture:
        """As it was. Takes a few milliseconds."""
        return Picture(_image(zlib.decompress(self.pixels), self.width, self.height), self.place)


class _Opened(Struct, frozen=True):
    """A shot ready to be rendered."""

    take: Take
    backdrop: Backdrop  # in the shot's pixels
    stills: Stills
    first: Picture
    first_index: int


class _Reel:
    """The pictures of one shot."""

    def __init__(self, shot: Shot, opened: _Opened) -> None:
        self.shot, self.opened = shot, opened
        self.pictures: dict[int, Picture | _Packed] = {opened.first_index: opened.first}
        self._unpacked: tuple[int, Picture] | None = None  # the one shown last
        self.rough = {opened.first_index}  # to be rendered once more, finely

    def picture_at(self, seconds: float, mirrored: bool) -> Picture:
        """The picture of a moment, or the nearest there is.

        It is turned round once, and kept so: to paint it mirrored takes six times as long, each time.
        """
        index = self.opened.stills.index_at(seconds)
        if index not in self.pictures:
            wanted = index
            index = min(self.pictures, key=lambda index: abs(index - wanted))
        found = self.pictures[index]
        if isinstance(found, Picture):
            if found.mirrored != mirrored:
                found = self.pictures[index] = found.turned_round(self.shot.size[0])
            return found
        if self._unpacked is None or self._unpacked[0] != index:
            self._unpacked = index, found.picture()
        if self._unpacked[1].mirrored != mirrored:
            self._unpacked = index, self._unpacked[1].turned_round(self.shot.size[0])
        return self._unpacked[1]

    def next_index(self, seconds: float) -> int | None:
        """The picture to be rendered next: the one wanted now, then evenly over the cycle. None: all are there."""
        if self.shot.draft:
            return None
        wanted = self.opened.stills.index_at(seconds)
        missing = [index for index in _ever_finer(len(self.opened.stills)) if index not in self.pictures]
        missing += self.rough
        return wanted if wanted in missing else next(iter(missing), None)

    def take(self, index: int, picture: Picture | _Packed) -> None:
        """Keep a picture finely rendered."""
        self.pictures[index] = picture
        self.rough.discard(index)
        if self._unpacked is not None and self._unpacked[0] == index:
            self._unpacked = None

    def thin_out(self, seconds: float) -> None:
        """Keep the picture of a moment alone."""
        wanted = self.opened.stills.index_at(seconds)
        kept = min(self.pictures, key=lambda index: abs(index - wanted))
        self.pictures = {kept: self.pictures[kept]}
        self.rough &= set(self.pictures)

    @property
    def size(self) -> int:
        """Bytes of its pictures."""
        return sum(
            picture.image.sizeInBytes() if isinstance(picture, Picture) else len(picture.pixels)
            for picture in self.pictures.values()
        )


class Film(QObject):
    """Renders the pictures of a shot: the one wanted now first, roughly; then evenly over the cycle, ever more.

    Another shot may be kept beside it, so that a change to it is a change at once.
    """

    opened = Signal()  # backdrop and first picture of another shot are there
    developed = Signal()  # one more picture is there

    def __init__(self, jobs: Jobs, renderer: Renderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._renderer = renderer
        self._shot: Shot | None = None  # wanted
        self._beside: Shot | None = None  # to be ready
        self._shown: _Reel | None = None
        self._ready: _Reel | None = None  # of the shot beside
        self._seconds = 0.0
        self._busy = False
        self._resting = False

    @property
    def backdrop(self) -> Backdrop | None:
        """What stands behind the figure; None until a shot is open."""
        return self._shown.opened.backdrop if self._shown else None

    @property
    def subject(self) -> Subject | None:
        """Whom the pictures show that are there; None until a shot is open."""
        return self._shown.shot.subject if self._shown else None

    @property
    def bytes_kept(self) -> int:
        """What the pictures take."""
        return sum(reel.size for reel in (self._shown, self._ready) if reel is not None)

    @property
    def is_complete(self) -> bool:
        """Every picture is rendered, of the shot beside as well."""
        idle = not self._busy and not self._resting
        return self._shown is not None and idle and self._next_work() is None

    def open(self, shot: Shot | None, beside: Shot | None = None) -> None:
        """Take another shot; what was shown stays until the first picture of the new one is there.

        `beside`: to be rendered after it, and kept. The two together fill what their shares say of the budget.
        """
        if (shot, beside) == (self._shot, self._beside):
            return
        self._shot, self._beside = shot, beside
        if shot is None:
            self._shown = self._ready = None
            return
        before, kept = self._shown, self._ready
        if kept is not None and kept.shot == shot:
            self._shown = kept
        self._ready = next((reel for reel in (before, kept) if reel is not None and reel.shot == beside), None)
        if self._shown is not before:
            self.opened.emit()
        self._work()

    def rest(self) -> None:
        """Nobody looks: render nothing more, and keep one picture to begin with again."""
        self._resting = True
        self._ready = None
        if self._shown is not None:
            self._shown.thin_out(self._seconds)

    def wake(self) -> None:
        """Somebody looks again."""
        self._resting = False
        self._work()

    def picture_at(self, seconds: float, mirrored: bool = False) -> Picture | None:
        """The picture of a moment since the start of the cycle, or the nearest there is."""
        self._seconds = seconds
        return None if self._shown is None else self._shown.picture_at(seconds, mirrored)

    def _work(self) -> None:
        """Have the next thing rendered, unless something is."""
        work = None if self._busy or self._resting else self._next_work()
        if work is None:
            return
        self._busy = True
        shot, reel, index = work
        if reel is None:
            self._jobs.run(
                partial(_opened, self._renderer, shot, self._seconds),
                partial(self._on_opened, shot, shot == self._shot),
                self._on_failed,
            )
        else:
            self._jobs.run(
                partial(_developed, self._renderer, reel.opened, shot, index),
                partial(self._on_developed, reel, index),
                self._on_failed,
            )

    def _next_work(self) -> tuple[Shot, _Reel | None, int] | None:
        """The shot to open (no reel yet), or the reel and its picture to develop: what is shown goes first."""
        for shot in (self._shot, self._beside):
            if shot is None:
                continue
            reel = next((r for r in (self._shown, self._ready) if r is not None and r.shot == shot), None)
            if reel is None:
                return shot, None, 0
            index = reel.next_index(self._seconds)
            if index is not None:
                return shot, reel, index
        return None

    def _on_opened(self, shot: Shot, was_wanted: bool, opened: _Opened) -> None:
        self._busy = False
        if shot == self._beside:
            self._ready = _Reel(shot, opened)
        elif self._shot is not None and (was_wanted or shot == self._shot):
            self._shown = _Reel(shot, opened)  # while it is turned, a little late: better than nothing
            self.opened.emit()
        self._work()

    def _on_developed(self, reel: _Reel, index: int, picture: Picture | _Packed) -> None:
        self._busy = False
        if not self._resting:
            reel.take(index, picture)
        if reel is self._shown and reel.shot == self._shot:
            self.developed.emit()
        self._work()

    def _on_failed(self, error: Exception) -> None:
        """The room stays empty: a session goes on without its figure."""
        self._busy = False
        self._shot = self._beside = None
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


def _developed(renderer: Renderer, opened: _Opened, shot: Shot, index: int) -> Picture | _Packed:
    """Render one picture. Runs off the GUI thread."""
    frame = renderer.frame(opened.take, opened.stills.moments[index], True)
    if not shot.packed:
        return _picture(frame, shot.size, opened.take.size)
    place = _place(frame, shot.size, opened.take.size)
    return _Packed(zlib.compress(frame.pixels, 1), frame.width, frame.height, place)


def fitting(shot: Shot, largest: int) -> tuple[Stills, float]:
    """The most stills that fit the budget, and how much smaller they have to be so that they do.

    `largest`: the bytes of the largest picture at full size.
    """
    budget = shot.share * (_BUDGETS[0] if shot.size[0] * shot.size[1] <= _SMALL else _BUDGETS[1])
    room = budget / max(_SURE * largest / (_SMALLER if shot.packed else 1.0), 1.0)
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
    return _image(frame.pixels, frame.width, frame.height)


def _image(pixels: bytes, width: int, height: int) -> QImage:
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _resized(take: Take, scale: float) -> Take:
    width, height = take.size
    return structs.replace(take, size=(max(round(width * scale), 1), max(round(height * scale), 1)))


def _picture(frame: Frame, shot: tuple[int, int], rendered: tuple[int, int]) -> Picture:
    return Picture(image_of(frame), _place(frame, shot, rendered))


def _place(frame: Frame, shot: tuple[int, int], rendered: tuple[int, int]) -> QRectF:
    """Where a frame of a picture rendered at one size belongs in the shot."""
    x, y = shot[0] / rendered[0], shot[1] / rendered[1]
    return QRectF(frame.left * x, frame.top * y, frame.width * x, frame.height * y)


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
