"""Film: the frames of one subject from one side, rendered off the GUI thread and kept within a budget of memory."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage

from trainer.motion.stills import Stills
from trainer.ui.figure.palette import FigurePalette
from trainer.ui.figure.subject import Subject
from trainer.ui.jobs import Jobs

if TYPE_CHECKING:
    from trainer.ui.figure.polygons import Backdrop
    from trainer.ui.figure.scene import Frame, Model, Scene

_RATES: Final = (30.0, 24.0, 20.0, 15.0, 12.0)  # pictures a second, the best that fits the budget
_SMALL: Final = 700 * 700  # pixels of a picture that has to do with the smaller budget
_BUDGETS: Final = (64_000_000, 128_000_000)  # bytes of frames, of small and of large pictures

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
    """A rendered frame: where it lies in the shot, in its pixels."""

    image: QImage
    rect: QRect


class _Opened(Struct, frozen=True):
    """A shot ready to be rendered."""

    model: Model
    scene: Scene
    backdrop: Backdrop
    stills: Stills
    scale: float  # pixels of the shot for each that is rendered
    first: Frame
    first_index: int


class Film(QObject):
    """Renders the frames of a shot: the one wanted now first, roughly; then evenly over the cycle, ever more."""

    opened = Signal()  # backdrop and first picture of another shot are there
    developed = Signal()  # one more picture is there

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shot: Shot | None = None  # wanted
        self._rendering: Shot | None = None  # being opened
        self._shown: _Opened | None = None
        self._model: tuple[Subject, Model] | None = None
        self._pictures: dict[int, Picture] = {}
        self._rough: set[int] = set()  # pictures to be rendered once more, finely
        self._seconds = 0.0
        self._busy = False

    @property
    def backdrop(self) -> Backdrop | None:
        """What stands behind the figure; None until a shot is open."""
        return self._shown.backdrop if self._shown else None

    @property
    def scale(self) -> float:
        """Pixels of the shot for each one rendered: more than 1 where memory is short."""
        return self._shown.scale if self._shown else 1.0

    @property
    def bytes_kept(self) -> int:
        """What the pictures take."""
        return sum(picture.image.sizeInBytes() for picture in self._pictures.values())

    @property
    def is_complete(self) -> bool:
        """Every frame of the shot is rendered."""
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
            model = self._model[1] if self._model is not None and self._model[0] is shot.subject else None
            seconds = self._seconds
            self._jobs.run(lambda: _opened(shot, model, seconds), self._on_opened, self._on_failed)
            return
        index = self._next_index()
        if index is not None and self._shown is not None:
            scene, moment = self._shown.scene, self._shown.stills.moments[index]
            self._busy = True
            self._jobs.run(lambda: (index, scene.frame(moment)), self._on_developed, self._on_failed)

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
        shot = self._rendering
        if shot is not None and self._shot is not None:
            self._model = (shot.subject, opened.model)
            self._shown = opened
            self._pictures = {opened.first_index: _picture(opened.first)}
            self._rough = {opened.first_index}
            self.opened.emit()
        self._work()

    def _on_developed(self, result: tuple[int, Frame]) -> None:
        self._busy = False
        if self._shot is self._rendering and self._shot is not None:
            self._pictures[result[0]] = _picture(result[1])
            self._rough.discard(result[0])
            self.developed.emit()
        self._work()

    def _on_failed(self, error: Exception) -> None:
        """The room stays empty: a session goes on without its figure."""
        self._busy = False
        self._shot = None
        _log.error("The figure can't be drawn: %r", error)


def _opened(shot: Shot, model: Model | None, seconds: float) -> _Opened:
    """Build the scene and render the frame wanted now. Runs off the GUI thread."""
    # One thread is enough for matrices this small, and more would take the machine from the session.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from trainer.ui.figure.scene import Model, Scene  # numpy: not before a window has been painted

    model = model if model is not None else Model(shot.subject)
    size = (max(shot.size[0] // 2, 1), max(shot.size[1] // 2, 1)) if shot.draft else shot.size
    scene = Scene(model, shot.palette, shot.view, size)
    if shot.key_poses:
        stills = Stills(shot.subject.cycle, 0.0)
    else:
        stills, fits = _fitting(shot, scene)
        if fits < 1.0:
            size = (max(round(size[0] * fits), 1), max(round(size[1] * fits), 1))
            scene = Scene(model, shot.palette, shot.view, size)
    index = stills.index_at(seconds)
    first = scene.frame(stills.moments[index], fine=False)
    return _Opened(model, scene, scene.backdrop(), stills, shot.size[0] / size[0], first, index)


def _fitting(shot: Shot, scene: Scene) -> tuple[Stills, float]:
    """The most stills that fit the budget, and how much smaller they have to be so that they do."""
    budget = _BUDGETS[0] if shot.size[0] * shot.size[1] <= _SMALL else _BUDGETS[1]
    room = budget / max(scene.most_bytes(), 1)
    stills = Stills(shot.subject.cycle, _RATES[0])
    for rate in _RATES:
        stills = Stills(shot.subject.cycle, rate)
        if len(stills) <= room:
            return stills, 1.0
    return stills, min(1.0, (room / len(stills)) ** 0.5)


def _picture(frame: Frame) -> Picture:
    image = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, QImage.Format.Format_ARGB32_Premultiplied)
    # The image only looks at the bytes: a copy owns them.
    return Picture(image.copy(), QRect(frame.left, frame.top, frame.width, frame.height))


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
