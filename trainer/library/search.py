"""Search as one types: every word has to be found, whatever its accents and capitals."""

import re
import unicodedata
from collections.abc import Mapping
from enum import IntEnum

from msgspec import Struct

# Letters that Unicode does not take apart into a plain one and a mark, as they are typed on other keyboards.
_DOTLESS_I = "\N{LATIN SMALL LETTER DOTLESS I}"
_LETTERS = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", _DOTLESS_I: "i", "æ": "ae", "œ": "oe", "þ": "th"}
_TYPED_AS = str.maketrans({**_LETTERS, "'": None, "’": None})
_WORD = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_INSIDE_FROM = 5  # letters of a word that may also stand inside another: "beuge" in "kniebeuge"
_PLURAL_FROM = 4  # letters of a word that may have an s more than what is found: "squats"


class Rank(IntEnum):
    """How well something was found; the least first."""

    START = 0  # its name begins with the first word, and has the others
    NAME = 1  # by its name alone
    REST = 2


class Searchable(Struct, frozen=True):
    """What something is found by: texts as `searchable` makes them."""

    name: str
    rest: str = ""


def fold(text: str) -> str:
    """The text as it is compared: without capitals, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_TYPED_AS)


def words_of(text: str) -> tuple[str, ...]:
    """The words of what was typed, folded."""
    return tuple(_WORD.findall(fold(text)))


def searchable(*texts: str) -> str:
    """Texts as words, each after a space; "push-up" also as one word."""
    folded = fold(" ".join(texts))
    compounds = (compound.replace("-", "") for compound in _COMPOUND.findall(folded))
    return "".join(f" {word}" for word in (*_WORD.findall(folded), *compounds))


def has_word(text: str, word: str) -> bool:
    """Whether a word of a `searchable` text begins with the folded `word`, or a long one holds it."""
    if f" {word}" in text or (len(word) >= _INSIDE_FROM and word in text):
        return True
    return len(word) >= _PLURAL_FROM and word.endswith("s") and f" {word[:-1]}" in text


def rank_of(entry: Searchable, words: tuple[str, ...]) -> Rank | None:
    """How well the words are found in it; None where one of them is not."""
    if all(has_word(entry.name, word) for word in words):
        return name_rank(entry.name, words)
    return Rank.REST if all(has_word(entry.name, word) or has_word(entry.rest, word) for word in words) else None


def name_rank(name: str, words: tuple[str, ...]) -> Rank:
    """The rank of something whose name has all the words."""
    joined = name.replace(" ", "")  # "pushup" begins a push-up too
    return Rank.START if not words or joined.startswith((words[0], words[0].removesuffix("s"))) else Rank.NAME


def ranked(entries: Mapping[str, Searchable], query: str) -> dict[str, Rank]:
    """Every entry in which each word of the query is found, with its rank; all of them for an empty query."""
    words = words_of(query)
    found = {}
    for key, entry in entries.items():
        rank = rank_of(entry, words)
        if rank is not None:
            found[key] = rank
    return found
