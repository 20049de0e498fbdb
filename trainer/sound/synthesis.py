"""The tones' sounds, made from sines: nothing recorded, nothing copied.

Each has notes of its own (equal temperament, A4 = 440 Hz), so that it is known by its pitch as well as its rhythm:
lead-in E5, start A5, halfway G5 to B5, last seconds C5, end E5 to C5, finish the chord C5 E5 G5 C6. A second
partial, weaker by 12 dB, lets small loudspeakers carry them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from trainer.core.tones import TONE_SECONDS, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy import ndarray

RATE: Final = 48_000  # samples a second: what sound servers run at by themselves
ATTACK, RELEASE = 0.008, 0.03  # seconds a note takes to come and go: no click
PEAK: Final = 0.8  # of full scale at full volume
_OVERTONE: Final = 0.25  # -12 dB

C5, E5, G5, A5, B5, C6 = 523.25, 659.26, 783.99, 880.0, 987.77, 1046.5  # Hz


class Note(Struct, frozen=True):
    """One sine with its partial: hertz, and seconds of the sound at which it begins and ends."""

    pitch: float
    start: float
    end: float


def notes_of(tone: Tone) -> tuple[Note, ...]:
    """What a tone is made of; it fills exactly its length."""
    length = TONE_SECONDS[tone]
    match tone:
        case Tone.LEAD_IN:
            return (Note(E5, 0.0, length),)
        case Tone.START:
            return (Note(A5, 0.0, length),)
        case Tone.HALFWAY:
            return (Note(G5, 0.0, length / 2), Note(B5, length / 2, length))
        case Tone.LAST_SECONDS:
            return (Note(C5, 0.0, length),)
        case Tone.END:
            return (Note(E5, 0.0, length / 2), Note(C5, length / 2, length))
        case Tone.FINISH:
            return tuple(Note(pitch, 0.16 * n, length) for n, pitch in enumerate((C5, E5, G5, C6)))


def synthesize(tone: Tone) -> ndarray:
    """Samples of a tone, -PEAK .. PEAK, RATE a second. Imports numpy."""
    import numpy as np

    sound = np.zeros(round(TONE_SECONDS[tone] * RATE))
    for note in notes_of(tone):
        first, last = round(note.start * RATE), round(note.end * RATE)
        time = np.arange(last - first) / RATE
        wave = np.sin(2 * np.pi * note.pitch * time) + _OVERTONE * np.sin(4 * np.pi * note.pitch * time)
        length = note.end - note.start
        rise = np.clip(time / ATTACK, 0.0, 1.0)
        fall = np.clip((length - time) / RELEASE, 0.0, 1.0)
        shape = np.sin(rise * np.pi / 2) ** 2 * np.sin(fall * np.pi / 2) ** 2 * np.exp(-1.2 * time / length)
        sound[first:last] += wave * shape
    highest = float(np.abs(sound).max())
    return sound * (PEAK / highest)


def all_sounds() -> Mapping[Tone, ndarray]:
    """Every tone's samples."""
    return {tone: synthesize(tone) for tone in Tone}
