"""The tones' sounds: soft at both ends, never too loud, and each unlike the others."""

import itertools

import numpy as np
import pytest

from trainer.core.tones import TONE_SECONDS, Tone
from trainer.sound.synthesis import PEAK, RATE, all_sounds, notes_of, synthesize


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_has_its_length_and_its_loudness(tone: Tone) -> None:
    sound = synthesize(tone)
    assert len(sound) == round(TONE_SECONDS[tone] * RATE)
    assert np.abs(sound).max() == pytest.approx(PEAK)
    assert abs(sound.mean()) < 0.01


@pytest.mark.parametrize("tone", Tone)
def test_it_comes_and_goes_softly(tone: Tone) -> None:
    sound = synthesize(tone)
    milli = RATE // 1000
    assert np.abs(sound[:milli]).max() < 0.1
    assert np.abs(sound[-milli:]).max() < 0.02
    highest = max(note.pitch for note in notes_of(tone))
    steepest = 2 * np.pi * highest / RATE * 1.6 * 3  # of the notes' own sines, three at once: no click beside them
    assert np.abs(np.diff(sound)).max() < steepest


@pytest.mark.parametrize("tone", Tone)
def test_its_notes_are_what_is_heard(tone: Tone) -> None:
    sound = synthesize(tone)
    for note in notes_of(tone):
        part = sound[round(note.start * RATE) : round(note.end * RATE)]
        power = np.abs(np.fft.rfft(part * np.hanning(len(part)), RATE))
        near = power[round(note.pitch) - 20 : round(note.pitch) + 20].max()
        assert near > power.max() / 4, note


def test_every_tone_is_unlike_every_other() -> None:
    kinds = {tone: (tuple(note.pitch for note in notes_of(tone)), TONE_SECONDS[tone]) for tone in Tone}
    for one, other in itertools.combinations(kinds.values(), 2):
        assert one[0] != other[0]
    assert set(all_sounds()) == set(Tone)
