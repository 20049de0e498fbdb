"""MediaView: the person's own picture, animation or clip, looped and silent, standing while the session stands."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QMovie, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.language import tr
from trainer.library.media_checks import ANIMATIONS, PICTURES
from trainer.ui.jobs import Jobs
from trainer.ui.theme.look import Look
from trainer.ui.widgets.painting import painting
from trainer.ui.workout.media_file import MOST_CLIP_PIXELS, animation_flaw, clip_flaw, read_picture

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

_RADIUS = 16  # pixels at 100 %
_LONGEST_SILENCE = 5000  # ms until the first picture of a clip: a damaged one may be searched for it for ever


class MediaView(QWidget):
    """One file at a time. What can't be shown is told by `failed`, with the reason."""

    failed = Signal(str, str)  # the file, why

    def __init__(self, look: Look, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._jobs = look, jobs
        self._file = ""
        self._running = False
        self._moved = False  # the animation, since it last began
        self._image = QImage()
        self._movie: QMovie | None = None
        self._player: QMediaPlayer | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_LONGEST_SILENCE)
        self._silence.timeout.connect(lambda: self._fail(self._file, tr("it can't be played")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Your own picture of the move"))

    def show_file(self, file: str) -> None:
        """Show the file at that path; empty: nothing, and let go of what was shown."""
        if file == self._file:
            return
        self._let_go()
        self._file = file
        suffix = Path(file).suffix.casefold()
        if not file:
            return
        if not Path(file).is_file():
            self._fail(file, tr("there is no such file"))
        elif suffix in PICTURES:
            self._jobs.run(lambda: read_picture(file), lambda image: self._on_read(file, image))
        elif suffix in ANIMATIONS:
            self._begin_movie(file)
        else:
            self._begin_clip(file)

    def set_running(self, running: bool) -> None:
        """Move, or stand still."""
        if running == self._running:
            return
        self._running = running
        if self._movie is not None:
            self._movie.setPaused(not running)
        if self._player is not None:
            self._player.play() if running else self._player.pause()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        with painting(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, 0, 0)
            place.setSize(size)
            corners = QPainterPath()
            radius = self._look.px(_RADIUS)
            corners.addRoundedRect(place, radius, radius)
            painter.setClipPath(corners)
            painter.drawImage(place, self._image)

    def _begin_movie(self, file: str) -> None:
        flaw = animation_flaw(file)
        movie = QMovie(file, b"gif", self)
        movie.setCacheMode(QMovie.CacheMode.CacheNone)
        if flaw or not movie.isValid() or not movie.jumpToFrame(0) or movie.currentImage().isNull():
            movie.deleteLater()
            self._fail(file, flaw or tr("it can't be read as an animation"))
            return
        movie.frameChanged.connect(lambda _frame: self._on_movie_moved())
        movie.finished.connect(self._on_movie_ended)
        self._movie = movie
        self._show_image(movie.currentImage())
        movie.start()
        movie.setPaused(not self._running)

    def _on_movie_moved(self) -> None:
        self._moved = True
        if self._movie is not None and not self._movie.currentImage().isNull():
            self._show_image(self._movie.currentImage())

    def _on_movie_ended(self) -> None:
        """One that would end goes on; one that has nothing more to show stays as it is, or it would end for ever."""
        if self._movie is not None and self._moved:
            self._moved = False
            self._movie.start()

    def _begin_clip(self, file: str) -> None:
        flaw = clip_flaw(file)
        if flaw:
            self._fail(file, flaw)
            return
        # Imported when the first clip is shown: no launch pays for it.
        from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

        player, sink = QMediaPlayer(self), QVideoSink(self)
        player.setVideoSink(sink)  # no sound anywhere: there is no audio output
        player.setLoops(QMediaPlayer.Loops.Infinite.value)
        sink.videoFrameChanged.connect(self._on_frame)
        player.errorOccurred.connect(lambda _error, reason: self._on_clip_failed(player, file, reason))
        sink.setParent(player)
        self._player = player
        self._silence.start()
        player.setSource(QUrl.fromLocalFile(file))
        player.play() if self._running else player.pause()

    def _on_frame(self, frame: "QVideoFrame") -> None:
        if frame.width() * frame.height() > MOST_CLIP_PIXELS:
            self._fail(self._file, tr("its pictures are larger than 4096 × 2304; make it smaller"))
            return
        image = frame.toImage()
        if not image.isNull():
            self._silence.stop()
            self._show_image(image)

    def _on_read(self, file: str, image: QImage | str) -> None:
        if file != self._file:
            return
        if isinstance(image, str):
            self._fail(file, image)
        else:
            self._show_image(image)

    def _on_clip_failed(self, player: "QMediaPlayer", file: str, reason: str) -> None:
        if player is self._player:  # one that was let go of may have more to say
            self._fail(file, reason or tr("it can't be played"))

    def _show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _fail(self, file: str, reason: str) -> None:
        self._let_go()
        self.failed.emit(file, reason)

    def _let_go(self) -> None:
        self._image = QImage()
        self._silence.stop()
        if self._movie is not None:
            self._movie.stop()
            self._movie.deleteLater()
            self._movie = None
        if self._player is not None:
            self._player.stop()
            self._player.deleteLater()
            self._player = None
        self.update()
