"""QtTones: tones through QtMultimedia, to the sample.

The output plays an endless stream that is fed a tenth of a second ahead. What has been given to it and what it has
played tell which sample sounds when; a tone planned ahead is mixed in at its very sample, so that timers and a busy
window move nothing. With PulseAudio's null sink the error is 14 ms, its own buffer's.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QIODevice, QLibraryInfo, QLoggingCategory, QObject, QPluginLoader, Qt, QTimer

from trainer.core.tones import RECENT, TimedTone, Tone
from trainer.language import tr
from trainer.sound.mixer import Mixer
from trainer.sound.qt_voice import QUIET
from trainer.sound.sound_server import has_sound_server
from trainer.sound.synthesis import RATE, all_sounds

if TYPE_CHECKING:
    from numpy import ndarray
    from PySide6.QtMultimedia import QAudioSink

AHEAD: Final = 0.2  # seconds given to the output before they sound: a window may be busy so long
FEED_MS: Final = 25
MEASURED: Final = 40  # feeds over which the output's own pace is averaged: a second
DRIFT: Final = 0.008  # seconds the measured moment of a sample may differ from the one reckoned with
_BYTES: Final = 2  # of a sample


class QtTones(QObject):
    """A TonePlayer. `now` is a monotonic clock in seconds. It opens once `preload`, run in the background, is done."""

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._sounds: Mapping[Tone, ndarray] | None = None
        self._volume = 1.0
        self._problem = ""
        self._sink: QAudioSink | None = None
        self._pipe: QIODevice | None = None
        self._mixer: Mixer | None = None
        self._wanted: list[tuple[float, Tone]] = []  # moments on `now`
        self._origin = 0.0  # when the stream's sample 0 sounds, on `now`
        self._measured: deque[float] = deque(maxlen=MEASURED)
        self._wanted_open = self._ending = False
        self._feeding = QTimer(self)
        self._feeding.setTimerType(Qt.TimerType.PreciseTimer)
        self._feeding.setInterval(FEED_MS)
        self._feeding.timeout.connect(self._feed)

    @property
    def problem(self) -> str:
        return self._problem

    def set_sounds(self, sounds: Mapping[Tone, ndarray]) -> None:
        """What `preload` made: from here on it can open."""
        self._sounds = sounds
        if self._wanted_open:
            self.begin()

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        if self._mixer is not None:
            self._mixer.volume = volume

    def begin(self) -> None:
        self._wanted_open, self._ending = True, False
        if self._sink is not None or self._sounds is None:
            return
        if not has_sound_server():
            self._problem = no_output_sentence()
            return
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
        except ImportError:  # a system library it needs is missing: libpulse0
            self._problem = no_sound_sentence()
            return
        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            self._problem = no_output_sentence()
            return
        shape = QAudioFormat()
        shape.setSampleRate(RATE)
        shape.setChannelCount(1)
        shape.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._mixer = Mixer(self._sounds)
        self._mixer.volume = self._volume
        self._sink = QAudioSink(output, shape, self)
        self._sink.setBufferSize(round(AHEAD * RATE) * _BYTES)
        self._pipe = self._sink.start()
        self._problem = ""
        self._measured.clear()
        self._origin = self._now() + AHEAD
        self._feed()
        self._feeding.start()
        self._place()

    def plan(self, tones: Sequence[TimedTone]) -> None:
        now = self._now()
        self._wanted = [(now + one.at, one.tone) for one in tones if one.at > -RECENT]
        self._place()

    def end(self) -> None:
        self._wanted_open, self._ending = False, self._sink is not None

    def close(self) -> None:
        self._wanted_open = False
        self._feeding.stop()
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink = self._pipe = self._mixer = None
        self._wanted = []

    def _place(self) -> None:
        if self._mixer is not None:
            self._mixer.plan([(round((at - self._origin) * RATE), tone) for at, tone in self._wanted])

    def _feed(self) -> None:
        if self._sink is None or self._pipe is None or self._mixer is None:
            return
        room = self._sink.bytesFree() // _BYTES
        if room >= round(AHEAD * RATE):  # it ran dry: from here on its samples sound later
            self._measured.clear()
        if room > 0:
            self._pipe.write(self._mixer.block(room))
        self._measure(self._sink.processedUSecs() / 1e6)
        if self._ending and not self._mixer.sounding and not self._due_soon():
            self.close()

    def _measure(self, played: float) -> None:
        """When does the stream's sample 0 sound? The output tells how much it has played, in steps of its own."""
        if played <= 0.0:
            return
        counting = self._mixer is not None and self._mixer.recent  # three, two, one stay a second apart
        self._measured.append(self._now() - played)
        origin = sum(self._measured) / len(self._measured)
        if abs(origin - self._origin) > DRIFT * (3 if counting else 1):
            self._origin = origin
            self._place()

    def _due_soon(self) -> bool:
        return any(at > self._now() - AHEAD for at, _ in self._wanted)


def preload() -> Mapping[Tone, ndarray]:
    """Import what the first `begin` needs and make the sounds, on whatever thread: 60 to 200 ms."""
    QLoggingCategory.setFilterRules(QUIET)
    if has_sound_server():
        with suppress(ImportError):  # `begin` says what it means
            import PySide6.QtMultimedia  # noqa: F401

            # The outputs are asked for on the window's thread, which their timers live on: 3 ms with this, else 20.
            plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
            for plugin in Path(plugins, "multimedia").glob("*"):
                QPluginLoader(str(plugin)).load()
    return all_sounds()


def no_sound_sentence() -> str:
    """What to do about a system Qt can't sound through."""
    if sys.platform in {"win32", "darwin"}:
        return tr("The tones can't be heard on this system: Qt's sound library does not load.")
    return tr("The tones can't be heard on this system: install libpulse0, and start Trainer again.")


def no_output_sentence() -> str:
    """What to do about a system that sounds nowhere."""
    return tr("No sound output was found: connect one to hear the tones.")
