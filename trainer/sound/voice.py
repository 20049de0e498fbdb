"""Voice: whatever can say a line aloud. One that says nothing stands in where there is nothing to hear."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct


class VoiceChoice(Struct, frozen=True):
    """Which voice, and how. Empty names leave the choice to the system."""

    engine: str = ""  # Qt's name of it
    voice: str = ""  # as the engine calls it
    rate: float = 0.0  # -1 slowest .. 1 fastest, 0 the engine's own
    volume: float = 1.0  # 0 .. 1, of ours alone: other programs' sound is left as it is


class Report(Struct, frozen=True):
    """A line said to its end, and the seconds that took from the call on."""

    text: str
    seconds: float


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

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines there are, those that make no sound left out. Empty until `open` was called."""

    @property
    def voices(self) -> tuple[str, ...]:
        """The voices of the engine in use for the language of the lines. Empty until it is available."""

    def choose(self, choice: VoiceChoice) -> None:
        """Speak like that from the next line on; another engine is opened in the background."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Have it told when `available`, `problem`, `voices` or `speaking` change."""

    def open(self) -> None:
        """Get ready to speak, in the background. Tries anew where it failed before; else does nothing."""

    def say(self, text: str) -> None:
        """Say a line, in place of the one being said. Without a voice the line is dropped."""

    def stop(self) -> None:
        """Fall silent at once."""

    def take_reports(self) -> tuple[Report, ...]:
        """The lines said to their end since this was last asked."""

    def close(self) -> bool:
        """Let go of the speech service, for good.

        False where it can't be let go of safely: then the process must end without clearing up after it.
        """


class SilentVoice:
    """Says nothing and misses nothing: for a clock that runs faster than anybody can speak, and for tests."""

    available = False
    speaking = False
    problem = ""
    engines: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    def choose(self, choice: VoiceChoice) -> None:
        """All the same to it."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Nothing ever changes."""

    def open(self) -> None:
        """Nothing to open."""

    def say(self, text: str) -> None:
        """Drop the line."""

    def stop(self) -> None:
        """Silent already."""

    def take_reports(self) -> tuple[Report, ...]:
        """None, ever."""
        return ()

    def close(self) -> bool:
        """Nothing to let go."""
        return True
