"""Mixer: which samples come next. Tones lie at sample numbers of an endless stream of silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.sound.synthesis import RATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy import ndarray

    from trainer.core.tones import Tone

KEPT: Final = 1.1  # seconds a tone that has begun is remembered: a count and a little
SAME: Final = 0.4  # seconds within which the same tone planned again is the one that has begun


class Mixer:
    """Mixes planned tones into blocks of 16-bit samples. Begun tones play on whatever is planned anew."""

    def __init__(self, sounds: Mapping[Tone, ndarray]) -> None:
        self._sounds = sounds
        self._planned: list[tuple[int, Tone]] = []
        self._begun: list[tuple[int, Tone]] = []  # those that still sound, and the last of each kind
        self.written = 0  # samples given out
        self.volume = 1.0

    def plan(self, tones: list[tuple[int, Tone]]) -> None:
        """These sample numbers in place of what has not begun. What lies in the past begins with the next block."""
        self._planned = sorted((max(at, self.written), tone) for at, tone in tones if not self._is_under_way(at, tone))

    @property
    def sounding(self) -> bool:
        """Whether a tone that has begun is not out yet."""
        return any(at + len(self._sounds[tone]) > self.written for at, tone in self._begun)

    @property
    def recent(self) -> bool:
        """Whether a tone began in the last second."""
        return bool(self._begun)

    def block(self, samples: int) -> bytes:
        """The next samples, mono, 16 bits each."""
        import numpy as np

        first, last = self.written, self.written + samples
        for one in [planned for planned in self._planned if planned[0] < last]:
            self._planned.remove(one)
            self._begun.append(one)
        self.written = last
        out = None
        for at, tone in self._begun:
            sound = self._sounds[tone]
            begin, end = max(at, first), min(at + len(sound), last)
            if begin < end:
                out = np.zeros(samples) if out is None else out
                out[begin - first : end - first] += sound[begin - at : end - at]
        self._begun = [(at, tone) for at, tone in self._begun if at + max(len(self._sounds[tone]), KEPT * RATE) > first]
        if out is None:
            return bytes(2 * samples)
        return (np.clip(out * self.volume, -1.0, 1.0) * 32767).astype("<i2").tobytes()

    def _is_under_way(self, at: int, tone: Tone) -> bool:
        return any(tone is other and abs(at - begun) < SAME * RATE for begun, other in self._begun)
