"""FigureView: the moving coach. It moves in time with whoever tells it the moment, and can be turned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.ui.figure.film import Film, Picture, Shot
from trainer.ui.figure.palette import FigurePalette, figure_palette
from trainer.ui.figure.room import Room
from trainer.ui.figure.studio import Studio
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Renderer
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look

TURN: Final = 15.0  # degrees of one press of [ or ]
_FRAME_MS: Final = 33
_DRAG: Final = 0.45  # degrees a pixel
_SETTLE_MS: Final = 160  # after the last turn, the fine pictures are rendered
_DIMMED: Final = 0.52  # of the ground over a figure that rests
_TINTED: Final = 0.07  # of a flooded stage over a figure that moves
_SHARES: Final = (0.85, 0.15)  # of the budget of memory, of the move's own side and of the second, which is packed


class FigureView(QWidget):
    """Shows a subject on a ground of one colour. Drag, `[` and `]` turn it; a double click turns it back."""

    turned = Signal(float)  # degrees from the view the move was made for
    opened = Signal()  # the first picture of another subject or side is there

    def __init__(
        self,
        look: Look,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        renderer: Renderer | None = None,
        two_sided: bool = False,
    ) -> None:
        """`jobs` should be the figure's own: rendering keeps it busy. No renderer: a studio of its own.

        `two_sided`: memory is left for the pictures from a second side, see `set_second_side`.
        """
        super().__init__(parent)
        self._look = look
        if renderer is None:
            renderer = studio = Studio()
            self.destroyed.connect(studio.close)
        self._film = Film(jobs, renderer, self)
        self._film.opened.connect(self._on_opened)
        self._film.developed.connect(self._on_developed)
        self._subject: Subject | None = None
        self._seconds = 0.0
        self._turn = 0.0  # the person's own
        self._shares = _SHARES if two_sided else (1.0, 1.0)
        self._second: float | None = None
        self._from_second = False
        self._mirrored = self._to_be_mirrored = False
        self._dimmed = False
        self._ground: QColor | None = None
        self._moment: Callable[[], float] | None = None
        self._painted_room: Room | None = None
        self._shown: Picture | None = None
        self._dragged_from: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_frame)
        self._settling = QTimer(self)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._open)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Figure"))
        self.setAccessibleDescription(tr("Shows how the exercise is done. [ and ] turn it."))
        look.changed.connect(self._open)

    # what it shows

    def set_subject(self, subject: Subject | None) -> None:
        """Show another subject from the side its move was made for; None: an empty room."""
        if subject is not self._subject:
            self._subject = subject
            self._turn = 0.0
            self._second, self._from_second = None, False
            self._open()

    def set_second_side(self, degrees: float | None) -> None:
        """Have the pictures from another side ready, turned so far from the move's own view; None: no more."""
        if degrees != self._second:
            self._second = degrees
            self._from_second = self._from_second and degrees is not None
            self._open()

    def look_from_second(self, on: bool) -> None:
        """Look from the second side, or from the move's own. Whoever has turned the figure goes on seeing it so."""
        if on != self._from_second:
            self._from_second = on and self._second is not None
            self._open()

    def show_at(self, seconds: float) -> None:
        """Show the moment `seconds` since the first repetition began. Told nothing more, it stands still."""
        self._seconds = seconds
        picture = self._film.picture_at(seconds, self._mirrored)
        if picture is not None and picture is not self._shown:
            place = picture.place
            self.update(self._on_widget(place.united(self._shown.place) if self._shown is not None else place))
            self._shown = picture

    def follow(self, moment: Callable[[], float] | None) -> None:
        """Show, while visible, the moment the function tells, thirty times a second; None: stand still."""
        self._moment = moment
        self._run_timer()

    def set_mirrored(self, mirrored: bool) -> None:
        """Exchange left and right: for the other side, or to be followed like a mirror.

        Of another subject with its first picture: what still shows until then is not turned round.
        """
        self._to_be_mirrored = mirrored
        if self._film.subject in (self._subject, None):
            self._mirror()

    def set_dimmed(self, dimmed: bool) -> None:
        """Fade the figure into its ground while a session is paused."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def set_background(self, color: QColor | None) -> None:
        """The colour of the stage it stands on, which tints it a little; None: see through, no tint."""
        ground = QColor(color) if color is not None else None
        if ground != self._ground:
            self._ground = ground
            self._repaint_room()

    def turn_by(self, degrees: float) -> None:
        """Walk around it, from the side it is seen from now; positive: to the right of what one sees."""
        if self._subject is None:
            return
        way = -degrees if self._mirrored else degrees
        self._turn = (self._turned() + way + 180.0) % 360.0 - 180.0
        self.turned.emit(self._turn)
        self._open(draft=True)
        self._settling.start()

    def reset_view(self) -> None:
        """Look from where the move was made to be seen."""
        if self._turn:
            self._turn = 0.0
            self.turned.emit(0.0)
            self._open()

    @property
    def is_complete(self) -> bool:
        """Every picture of the cycle is rendered."""
        return self._film.is_complete

    @property
    def bytes_kept(self) -> int:
        """What its pictures take in memory."""
        return self._film.bytes_kept

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter, event.rect())
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._painted_room = None
        self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._film.wake()
        self._open()
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._film.rest()
        self._run_timer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "[":
            self.turn_by(-TURN)
        elif event.text() == "]":
            self.turn_by(TURN)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged_from = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            x = event.position().x()
            way = self._dragged_from - x
            self._dragged_from = x
            self.turn_by(way * _DRAG)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset_view()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._open()

    # inside

    def _open(self, draft: bool = False) -> None:
        subject = self._subject
        if subject is None:
            self._film.open(None)
            self._repaint_room()
            return
        if not self.isVisible() or self.width() < 8 or self.height() < 8:
            return
        if self._turn or self._second is None or draft:
            self._film.open(self._shot(subject, self._turned(), draft=draft))
            return
        shots = [self._shot(subject, 0.0), self._shot(subject, self._second, second=True)]
        self._film.open(*(reversed(shots) if self._from_second else shots))

    def _shot(self, subject: Subject, turn: float, *, draft: bool = False, second: bool = False) -> Shot:
        ratio = self.devicePixelRatioF()
        view = subject.cycle.move.view
        return Shot(
            subject=subject,
            palette=self._palette(),
            view=(view[0] + turn, view[1]),
            size=(round(self.width() * ratio), round(self.height() * ratio)),
            draft=draft,
            key_poses=self._look.reduce_motion,
            share=self._shares[second],
            packed=second,
        )

    def _palette(self) -> FigurePalette:
        return figure_palette(self._look.is_dark, self._look.is_high_contrast, self._look.figure)

    def _turned(self) -> float:
        """Degrees from the move's own view to where it is looked at from."""
        return self._turn or (self._second if self._from_second and self._second is not None else 0.0)

    def _mirror(self) -> None:
        if self._mirrored != self._to_be_mirrored:
            self._mirrored = self._to_be_mirrored
            self._repaint_room()

    def _on_opened(self) -> None:
        self._shown = None
        if self._film.subject is self._subject:
            self._mirror()
        self._repaint_room()
        self.opened.emit()

    def _on_developed(self) -> None:
        self.show_at(self._seconds)  # perhaps a better one

    def _on_frame(self) -> None:
        if self._moment is not None:
            self.show_at(self._moment())

    def _run_timer(self) -> None:
        if self._moment is not None and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        picture = self._film.picture_at(self._seconds, self._mirrored)
        room = self._room() if picture is not None else None
        if self._ground is not None and (room is None or not room.place.contains(exposed)):
            painter.fillRect(exposed, self._ground)
        if picture is None or room is None:
            return
        painter.save()
        if self._ground is None and self._dimmed:
            painter.setOpacity(1.0 - _DIMMED)
        ratio = self.devicePixelRatioF()
        room.paint(painter, exposed, ratio)
        painter.scale(1.0 / ratio, 1.0 / ratio)
        scaled = abs(picture.place.width() - picture.image.width()) > 0.5
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scaled)
        painter.drawImage(picture.place, picture.image)
        painter.restore()
        if self._ground is not None:
            veil = QColor(self._ground)
            veil.setAlphaF(_DIMMED if self._dimmed else _TINTED)
            # Over the ground alone it would change nothing.
            painter.fillRect(exposed & room.place.united(self._on_widget(picture.place)), veil)

    def _room(self) -> Room:
        """Mat and wall on their ground, painted once: a frame then copies what is behind it."""
        if self._painted_room is None:
            backdrop, size, ratio = self._film.backdrop, self.size(), self.devicePixelRatioF()
            self._painted_room = Room.of(backdrop, self._palette(), self._ground, size, ratio, self._mirrored)
        return self._painted_room

    def _repaint_room(self) -> None:
        self._painted_room = None
        self.update()

    def _on_widget(self, place: QRectF) -> QRect:
        """A place in the shot, on the widget."""
        scale = 1.0 / self.devicePixelRatioF()
        return QRectF(place.topLeft() * scale, place.size() * scale).toAlignedRect().adjusted(-1, -1, 1, 1)
