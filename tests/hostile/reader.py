"""Every reader of a file that may come from anybody: what it is fed, and what it may do with it.

A reader ends, soon, in a value or in the error it names, whose sentence is one line that shows what was written and
nothing else: no control characters, no characters that turn the direction of a line round.
"""

import tempfile
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from msgspec import Struct


class Reader(Struct, frozen=True):
    """`seeds`: whole files as they should be. `feed`: reads such a file; raises where the reader did wrong."""

    name: str
    seeds: Callable[[], tuple[bytes, ...]]
    feed: Callable[[bytes], None]
    by_hand: bool = False  # too slow for every run of the tests


def check_sentence(sentence: str) -> None:
    """One line, that can be shown as it is."""
    assert sentence.strip()
    odd = {char for char in sentence if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert not odd, f"{odd!r} in {sentence!r}"
    assert len(sentence) < 2000, sentence


@cache
def scratch() -> Path:
    """A folder that goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="hostile-")
    scratch_folders.append(folder)
    return Path(folder.name).resolve()


scratch_folders: list[tempfile.TemporaryDirectory[str]] = []


def put(name: str, content: bytes) -> Path:
    """A file of that name in the scratch folder."""
    path = scratch() / name
    path.write_bytes(content)
    return path
