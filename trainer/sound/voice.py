"""Voice: whatever can say a line aloud. One that says nothing stands in where there is nothing to hear."""

from typing import Protocol


class Voice(Protocol):
    """Says one line at a time. No call waits for the sound, nor for the system's speech service."""

    @property
    def available(self) -> bool:
        """Whether a line given now is heard. False until `open` has got through."""

    @property
    def speaking(self) -> bool:
        """Whether a line is being said."""

    @property
    def problem(self) -> str:
        """One sentence: why nothing can be heard and what would help. Empty while nothing is wrong."""

    def open(self) -> None:
        """Get ready to speak, in the background. Tries anew where it failed before; else does nothing."""

    def say(self, text: str) -> None:
        """Say a line, in place of the one being said. Without a voice the line is dropped."""

    def stop(self) -> None:
        """Fall silent at once."""

    def close(self) -> None:
        """Let go of the speech service, for good."""


class SilentVoice:
    """Says nothing and misses nothing: for a clock that runs faster than anybody can speak, and for tests."""

    available = False
    speaking = False
    problem = ""

    def open(self) -> None:
        """Nothing to open."""

    def say(self, text: str) -> None:
        """Drop the line."""

    def stop(self) -> None:
        """Silent already."""

    def close(self) -> None:
        """Nothing to let go."""
