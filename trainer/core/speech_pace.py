"""SpeechPace: how long the voice takes to say a line, from stated rates and from what the engine has reported."""

from typing import Final, Protocol

# Fitted to 184 names, cues and phrases of the shipped exercises as espeak-ng 1.51 says them at its usual 175 words a
# minute (standard deviation 0.11 s), a tenth added so that nineteen lines of twenty take no longer than estimated.
ONSET: Final = 0.27  # seconds before and after the words
PER_CHARACTER: Final = 0.049
PER_PAUSE: Final = 0.36  # of a comma, colon, semicolon, stop or dash
_PAUSES: Final = frozenset(",:;.\N{EN DASH}\N{EM DASH}")

FASTEST, SLOWEST = 0.4, 2.5  # what engines and their settings amount to, as multiples of the estimate
WEIGHT: Final = 0.4  # of one report against all before it


class Pace(Protocol):
    """Knows how long lines take."""

    def seconds(self, text: str) -> float:
        """How long a line takes; 0 of an empty one."""


class SpeechPace:
    """Begins with the stated rates and follows the voice that is heard: four lines and it knows it."""

    def __init__(self, factor: float = 1.0) -> None:
        self._factor = min(max(factor, FASTEST), SLOWEST)

    @property
    def factor(self) -> float:
        """Seconds of the voice per second of the stated rates."""
        return self._factor

    def seconds(self, text: str) -> float:
        """How long a line takes; 0 of an empty one."""
        return self._factor * stated_seconds(text)

    def heard(self, text: str, seconds: float) -> None:
        """The engine has said the whole line, in that time."""
        stated = stated_seconds(text)
        if stated <= 0 or seconds <= 0:
            return
        measured = min(max(seconds / stated, FASTEST), SLOWEST)
        self._factor += WEIGHT * (measured - self._factor)


def stated_seconds(text: str) -> float:
    """Seconds at the stated rates; a pause at the very end costs nothing."""
    words = text.strip().rstrip("".join(_PAUSES))
    if not words:
        return 0.0
    return ONSET + PER_CHARACTER * len(words) + PER_PAUSE * sum(character in _PAUSES for character in words)
