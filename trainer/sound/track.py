"""A track: all that is heard of a session, mixed into one stream of samples ahead of time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from trainer.sound.mixer import Mixer
from trainer.sound.synthesis import RATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy import ndarray

    from trainer.core.tones import TimedTone, Tone

TAIL: Final = 2.0  # seconds after the last phase: the chord takes 1.2
VOICE_PEAK: Final = 0.9  # of full scale: engines differ in how loud they write


class Track:
    """`lines` are the moments at which their samples begin: floats at RATE, mono, of any height."""

    def __init__(
        self,
        sounds: Mapping[Tone, ndarray],
        tones: Sequence[TimedTone],
        lines: Sequence[tuple[float, ndarray]],
        seconds: float,
        tone_volume: float = 1.0,
        voice_volume: float = 1.0,
    ) -> None:
        """Volumes 0 .. 1. Moments and `seconds` are on the session's clock."""
        self.seconds = seconds + TAIL
        self._mixer = Mixer(sounds)
        self._mixer.volume = tone_volume
        self._mixer.plan([(round(one.at * RATE), one.tone) for one in tones])
        self._lines = sorted(((round(at * RATE), samples) for at, samples in lines), key=lambda line: line[0])
        self._voice_volume = voice_volume

    def blocks(self) -> Iterator[bytes]:
        """A second each, 16 bits, mono, to the end. Once only."""
        import numpy as np

        loudest = max((float(np.abs(samples).max()) for _, samples in self._lines if samples.size), default=0.0)
        gain = self._voice_volume * VOICE_PEAK / loudest if loudest else 0.0
        for second in range(math.ceil(self.seconds)):
            first = second * RATE
            block = np.frombuffer(self._mixer.block(RATE), dtype="<i2").astype(float) / 32767
            while self._lines and self._lines[0][0] + self._lines[0][1].size <= first:
                self._lines.pop(0)
            for at, samples in self._lines:
                if at >= first + RATE:
                    break
                begin, end = max(at, first), min(at + samples.size, first + RATE)
                if begin < end:
                    block[begin - first : end - first] += gain * samples[begin - at : end - at]
            yield (np.clip(block, -1.0, 1.0) * 32767).astype("<i2").tobytes()
