"""Tones at their samples in the stream."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.tones import Tone
from trainer.sound.mixer import Mixer
from trainer.sound.synthesis import RATE

SOUNDS = {tone: np.full(100, 0.5) for tone in Tone}


def samples(mixer: Mixer, *blocks: int) -> np.ndarray:
    return np.frombuffer(b"".join(mixer.block(block) for block in blocks), dtype="<i2")


@given(st.integers(0, 500), st.lists(st.integers(1, 300), min_size=4, max_size=12))
def test_a_tone_begins_at_its_sample_in_whatever_blocks_it_is_given(at: int, blocks: list[int]) -> None:
    mixer = Mixer(SOUNDS)
    mixer.plan([(at, Tone.START)])
    heard = samples(mixer, *blocks, 700)
    assert list(np.nonzero(heard)[0]) == list(range(at, at + 100))


def test_what_has_not_begun_is_replaced_and_what_has_goes_on() -> None:
    mixer = Mixer(SOUNDS)
    mixer.plan([(10, Tone.LEAD_IN), (300, Tone.START)])
    first = samples(mixer, 50)
    mixer.plan([(200, Tone.END)])
    heard = np.concatenate([first, samples(mixer, 600)])
    assert list(np.nonzero(heard)[0]) == [*range(10, 110), *range(200, 300)]


def test_one_that_has_begun_is_not_begun_again() -> None:
    """At a boundary the tone is planned once from before it and once from after it."""
    mixer = Mixer(SOUNDS)
    mixer.plan([(10, Tone.START)])
    first = samples(mixer, 50)
    mixer.plan([(12, Tone.START), (RATE, Tone.START)])
    heard = np.concatenate([first, samples(mixer, RATE + 200)])
    assert list(np.nonzero(heard)[0]) == [*range(10, 110), *range(RATE, RATE + 100)]


def test_one_just_missed_begins_at_once() -> None:
    mixer = Mixer(SOUNDS)
    samples(mixer, 500)
    mixer.plan([(400, Tone.START)])
    assert list(np.nonzero(samples(mixer, 200))[0]) == list(range(100))


def test_volume_and_two_at_once_stay_in_range() -> None:
    mixer = Mixer({tone: np.full(100, 0.8) for tone in Tone})
    mixer.plan([(0, Tone.START), (0, Tone.END)])
    assert samples(mixer, 50).max() == 32767
    mixer.volume = 0.25
    assert samples(mixer, 50).max() == round(0.4 * 32767 - 0.5)
    mixer.volume = 0.0
    mixer.plan([(200, Tone.FINISH)])
    assert not samples(mixer, 500).any()


def test_it_tells_whether_a_tone_still_sounds() -> None:
    mixer = Mixer(SOUNDS)
    mixer.plan([(10, Tone.START)])
    told = []
    for block in (50, 60, 2 * RATE, 1):
        samples(mixer, block)
        told.append((mixer.sounding, mixer.recent))
    assert told == [(True, True), (False, True), (False, True), (False, False)]
