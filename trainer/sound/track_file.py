"""TrackFile: writes a track as a compressed sound file with Qt's own encoders, without holding up the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal

from trainer.language import tr
from trainer.sound.qt_voice import keep_quiet
from trainer.sound.synthesis import RATE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioBufferInput, QMediaFormat, QMediaRecorder

ENDINGS: Final = (".m4a", ".flac", ".wav")
BIT_RATE: Final = 64_000  # of .m4a: speech and tones need no more
STALL: Final = 1_000  # ms in which the encoder takes nothing, where it needs about one for a second of sound
_NUDGES: Final = 30  # so many in a row that changed nothing, and it is given up


class TrackFile(QObject):
    """One file. Nothing stands at its path until it is whole; what stood there before is replaced only then."""

    progressed = Signal(int)  # seconds of it that are encoded
    finished = Signal()
    failed = Signal(str)  # a sentence without its path: why not

    def __init__(self, path: Path, blocks: Iterator[bytes], parent: QObject | None = None) -> None:
        """`blocks` as Track.blocks. The path's ending, one of ENDINGS, says the format."""
        super().__init__(parent)
        self._path, self._blocks = path, blocks
        self._partial = path.with_name(f".{path.stem}.part{path.suffix}")
        self._waiting: bytes | None = None
        self._sent, self._ended, self._done = 0, False, False
        self._nudges = 0
        self._stalled = QTimer(self, interval=STALL)
        self._stalled.timeout.connect(self._nudge)
        self._recorder: QMediaRecorder | None = None
        self._input: QAudioBufferInput | None = None

    def start(self) -> None:
        """Begin; `finished` or `failed` tells in time."""
        keep_quiet()
        try:
            from PySide6.QtMultimedia import QAudioBufferInput, QAudioFormat, QMediaCaptureSession, QMediaRecorder
        except ImportError:  # a system library it needs is missing: libpulse0
            self._end(tr("Qt's sound library can't be loaded"))
            return
        try:
            self._partial.touch()  # a folder that can't be written to is known now, and why
        except OSError as error:
            self._end(error.strerror or str(error))
            return
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._form = form
        self._input = QAudioBufferInput(form, self)
        self._recorder = QMediaRecorder(self)
        self._session = QMediaCaptureSession(self)
        self._session.setRecorder(self._recorder)
        self._session.setAudioBufferInput(self._input)
        self._recorder.setMediaFormat(_format_of(self._path.suffix.lower()))
        self._recorder.setAudioBitRate(BIT_RATE)
        self._recorder.setOutputLocation(QUrl.fromLocalFile(str(self._partial)))
        self._recorder.setAutoStop(True)
        self._input.readyToSendAudioBuffer.connect(self._send)
        self._recorder.errorOccurred.connect(self._on_error)
        self._recorder.recorderStateChanged.connect(self._on_state_changed)
        self._recorder.record()
        self._stalled.start()

    def cancel(self) -> None:
        """Leave nothing behind."""
        self._end(None)

    def _nudge(self) -> None:
        """Have the encoder say anew whether it has room.

        Qt 6.11 works that out under a lock and notes it after: of two threads that do so at once the older answer may
        be noted last, and nobody asks again (EncoderThread::lockLoopData). A pause and its end make it ask; one that
        has had everything and is closing its file crashes on them.
        """
        self._nudges += 1
        if self._nudges > _NUDGES:
            self._end(tr("the encoder failed"))
        elif self._recorder is not None and not self._ended:
            self._recorder.pause()
            self._recorder.record()

    def _send(self) -> None:
        """One more second; Qt asks again when it has room."""
        from PySide6.QtMultimedia import QAudioBuffer

        if self._done or self._input is None:
            return
        if self._waiting is None:
            self._waiting = next(self._blocks, b"")
        buffer = QAudioBuffer(QByteArray(self._waiting), self._form) if self._waiting else QAudioBuffer()
        if self._input.sendAudioBuffer(buffer):
            self._nudges = 0
            self._stalled.start()
            if self._waiting:
                self._sent += 1
                self.progressed.emit(self._sent)
            else:
                self._ended = True
            self._waiting = None if self._waiting else b""

    def _on_state_changed(self) -> None:
        from PySide6.QtMultimedia import QMediaRecorder

        recorder = self._recorder
        if self._done or recorder is None or recorder.recorderState() is not QMediaRecorder.RecorderState.StoppedState:
            return
        if recorder.error() is not QMediaRecorder.Error.NoError:
            return  # told by its own signal
        try:
            self._partial.replace(self._path)
        except OSError as error:
            self._end(error.strerror or str(error))
            return
        self._done = True
        self._stalled.stop()
        self.finished.emit()

    def _on_error(self, _error: object, text: str) -> None:
        self._end(text or tr("the encoder failed"))

    def _end(self, reason: str | None) -> None:
        if self._done:
            return
        self._done = True
        self._stalled.stop()
        if self._recorder is not None:
            self._recorder.stop()
        self._partial.unlink(missing_ok=True)
        if reason is not None:
            self.failed.emit(reason)


def _format_of(ending: str) -> QMediaFormat:
    from PySide6.QtMultimedia import QMediaFormat

    kind, codec = {
        ".flac": (QMediaFormat.FileFormat.FLAC, QMediaFormat.AudioCodec.FLAC),
        ".wav": (QMediaFormat.FileFormat.Wave, QMediaFormat.AudioCodec.Wave),
    }.get(ending, (QMediaFormat.FileFormat.Mpeg4Audio, QMediaFormat.AudioCodec.AAC))
    form = QMediaFormat(kind)
    form.setAudioCodec(codec)
    return form
