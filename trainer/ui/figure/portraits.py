"""Portraits: stills of subjects for lists and cards, rendered in the background; the latest are kept."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Final

from msgspec import Struct, structs
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap

from trainer.motion.cycle import Cycle
from trainer.ui.figure.backdrop import paint_backdrop
from trainer.ui.figure.film import image_of, packed
from trainer.ui.figure.palette import FigurePalette, figure_palette
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Renderer, Take
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

_MOST_BYTES: Final = 12_000_000  # of portraits kept: a thousand for lists, or a dozen large ones
_SMALL: Final = 160  # pixels: a portrait no larger is rendered at twice its size, so that thin things stay whole

#: A small picture of an exercise: id, size in logical pixels, ground. None where there is none (yet).
Thumbnails = Callable[[str, QSize, QColor], QPixmap | None]

_MAP_ELEVATION: Final = 4.0  # degrees: nearly level, as charts of muscles are drawn

_log = logging.getLogger(__name__)


class _Order(Struct, frozen=True):
    """A portrait somebody asked for: all it depends on."""

    move: str  # its id
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    left_only: bool
    palette: FigurePalette
    size: tuple[int, int]  # pixels of the screen
    levels: tuple[tuple[str, float], ...] = ()  # of a body map
    view: tuple[float, float] | None = None  # of a body map; None: the move's own, on its mat


class Portraits(QObject):
    """Gives the portraits that are ready, and has the others rendered."""

    rendered = Signal()  # one more is ready: ask again

    def __init__(self, look: Look, jobs: Jobs, renderer: Renderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._jobs = jobs
        self._renderer = renderer
        self._ready: OrderedDict[_Order, QPixmap] = OrderedDict()
        self._begun: set[_Order] = set()  # being rendered, or found impossible

    def thumbnail(self, subject: Subject, size: QSize, ratio: float = 0.0) -> QPixmap | None:
        """The subject at its most telling moment, on a clear ground; None until `rendered` is told.

        `size`: logical pixels. `ratio`: of the screen's pixels to them; 0: that of the sharpest screen.
        """
        return self._picture(subject, size, ratio, None)

    def body_map(self, subject: Subject, size: QSize, *, from_behind: bool) -> QPixmap | None:
        """The subject at its first moment from the front or the back, without a mat, its muscles by their levels."""
        return self._picture(subject, size, 0.0, (180.0 if from_behind else 0.0, _MAP_ELEVATION))

    def _picture(self, subject: Subject, size: QSize, ratio: float, view: tuple[float, float] | None) -> QPixmap | None:
        ratio = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
        palette = figure_palette(self._look.is_dark, self._look.is_high_contrast, self._look.figure)
        pixels = (round(size.width() * ratio), round(size.height() * ratio))
        order = _Order(
            subject.cycle.move.id,
            subject.primary,
            subject.secondary,
            subject.left_only,
            palette,
            pixels,
            subject.levels,
            view,
        )
        portrait = self._ready.get(order)
        if portrait is not None:
            self._ready.move_to_end(order)
        elif order not in self._begun and min(order.size) > 0:
            self._begun.add(order)
            self._jobs.run(
                partial(_rendered, self._renderer, subject, order),
                partial(self._on_rendered, order, ratio),
                partial(self._on_failed, order),
            )
        return portrait

    def of_exercises(self, subject_of: Callable[[str], Subject | None]) -> Thumbnails:
        """Thumbnails by the id of an exercise, for the routine list."""

        def thumbnail(exercise_id: str, size: QSize, _ground: QColor) -> QPixmap | None:
            subject = subject_of(exercise_id)
            return None if subject is None else self.thumbnail(subject, size)

        return thumbnail

    @property
    def bytes_kept(self) -> int:
        """What the portraits take in memory."""
        return sum(4 * portrait.width() * portrait.height() for portrait in self._ready.values())

    def _on_rendered(self, order: _Order, ratio: float, image: QImage) -> None:
        self._begun.discard(order)
        portrait = QPixmap.fromImage(image)
        portrait.setDevicePixelRatio(ratio)
        self._ready[order] = portrait
        while self.bytes_kept > _MOST_BYTES and len(self._ready) > 1:
            self._ready.popitem(last=False)
        self.rendered.emit()

    def _on_failed(self, order: _Order, error: Exception) -> None:
        """It is not tried again: a list would ask at every paint."""
        _log.error("The portrait of %s can't be drawn: %r", order.move, error)


def telling_moment(cycle: Cycle) -> float:
    """When the muscles work hardest: the end of a step, in seconds since the start of the cycle."""
    ends = [segment.start + segment.seconds * (1.0 - 1e-9) for segment in cycle.segments]
    return max(ends, key=cycle.effort_at)


def still(renderer: Renderer, subject: Subject, palette: FigurePalette, size: tuple[int, int]) -> QImage:
    """The subject at its most telling moment in so many pixels, on a clear ground. Blocks until it is rendered."""
    move = subject.cycle.move.id
    return _rendered(
        renderer, subject, _Order(move, subject.primary, subject.secondary, subject.left_only, palette, size)
    )


def _rendered(renderer: Renderer, subject: Subject, order: _Order) -> QImage:
    """Render what was asked for. Runs off the GUI thread."""
    palette, size = order.palette, order.size
    width, height = size
    finer = 2 if max(size) <= _SMALL else 1
    moment = telling_moment(subject.cycle) if order.view is None else 0.0
    take = Take(
        packed(subject),
        palette if order.view is None else structs.replace(palette, shadow=0.0),
        order.view or subject.cycle.move.view,
        (width * finer, height * finer),
        portrait=moment,
    )
    image = QImage(width * finer, height * finer, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    frame = renderer.frame(take, moment, True)
    painter = QPainter(image)
    try:
        if order.view is None:
            paint_backdrop(painter, renderer.stage(take).backdrop, palette)
        painter.drawImage(frame.left, frame.top, image_of(frame))
    finally:
        painter.end()
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
