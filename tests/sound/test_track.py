"""Tones and words at their samples, and nothing louder than full scale."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.tones import TimedTone, Tone
from trainer.sound.synthesis import RATE
from trainer.sound.track import TAIL, VOICE_PEAK, Track

SOUNDS = {tone: np.full(100, 0.5) for tone in Tone}


def heard(track: Track) -> np.ndarray:
    return np.frombuffer(b"".join(track.blocks()), dtype="<i2") / 32767


def test_a_tone_and_a_line_begin_at_their_moments() -> None:
    track = Track(SOUNDS, [TimedTone(1.5, Tone.START)], [(0.9, np.full(RATE // 5, 0.2))], 2.0)
    samples = heard(track)
    assert samples.size == round((2.0 + TAIL) * RATE)
    words, tone = round(0.9 * RATE), round(1.5 * RATE)
    assert list(np.flatnonzero(samples)) == [*range(words, words + RATE // 5), *range(tone, tone + 100)]
    assert np.isclose(samples[words], VOICE_PEAK, atol=1e-3), "as loud as the voice shall be, however it was written"


def test_without_words_there_are_the_tones() -> None:
    assert np.flatnonzero(heard(Track(SOUNDS, [TimedTone(0.0, Tone.END)], [], 1.0))).size == 100


@given(
    st.lists(st.tuples(st.floats(0, 3), st.integers(0, 3 * RATE // 2), st.floats(0.01, 30)), max_size=4),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_it_never_leaves_full_scale_and_lasts_as_told(
    lines: list[tuple[float, int, float]], tones: float, voice: float
) -> None:
    made = [(at, np.full(size, height)) for at, size, height in lines]
    track = Track(SOUNDS, [TimedTone(0.5, Tone.START)], made, 3.0, tones, voice)
    samples = heard(track)
    assert samples.size == math.ceil(track.seconds) * RATE
    assert np.abs(samples).max(initial=0.0) <= 1.0
