"""ExchangeError: why something could not be taken out or in, in one sentence a person can act on."""

from collections.abc import Callable

Watch = Callable[[int, int], None]  # how many of how many are done; raises StoppedError to stop


def unwatched(_done: int, _all: int) -> None:
    """Nobody looks."""


class ExchangeError(Exception):
    """`sentence` names the file (and the line, where there is one), what is wrong and what would be right."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class StoppedError(Exception):
    """The person wants no more of it; what was begun is undone."""


def shown(text: str, longest: int = 60) -> str:
    """`text` of a file safe for a window or a terminal: control characters escaped, cut to `longest` characters."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in cut)
