"""TonePlayer: whatever can sound the tones at their moments. One that sounds none stands in where nobody listens."""

from collections.abc import Sequence
from typing import Protocol

from trainer.core.tones import TimedTone


class TonePlayer(Protocol):
    """Plays tones that are planned ahead, each at its moment. No call waits for the sound."""

    @property
    def problem(self) -> str:
        """One sentence: why nothing can be heard and what would help. Empty while nothing is wrong."""

    def set_volume(self, volume: float) -> None:
        """0 .. 1, from the next tone on."""

    def begin(self) -> None:
        """Open the sound output and keep it awake with silence: a Bluetooth headset swallows what wakes it."""

    def plan(self, tones: Sequence[TimedTone]) -> None:
        """These, in seconds from now, in place of all that were planned and have not begun.

        One that has begun already is not begun again; one whose moment has just gone by is begun at once.
        """

    def end(self) -> None:
        """Close the sound output when what has begun is out."""

    def close(self) -> None:
        """Close it now, for good."""


class SilentTones:
    """Plays nothing: for a clock that runs too fast to listen to, and for tests."""

    problem = ""

    def set_volume(self, volume: float) -> None:
        """All the same to it."""

    def begin(self) -> None:
        """Nothing to open."""

    def plan(self, tones: Sequence[TimedTone]) -> None:
        """Drop them."""

    def end(self) -> None:
        """Nothing to close."""

    def close(self) -> None:
        """Nothing to close."""
