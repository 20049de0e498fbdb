"""Search as one types: every word has to be found, whatever its accents and capitals."""

import re
import unicodedata
from collections.abc import Callable, Mapping
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
    if text.isascii():  # nearly everything: ten times as fast
        return text.lower().replace("'", "")
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


def seeker(word: str) -> Callable[[str], object]:
    """What looks for the folded `word` in `searchable` texts; truthy where it is found.

    It is found where a word begins with it, a long one inside of words too, and with an s too many.
    """
    inside = "" if len(word) >= _INSIDE_FROM else " "
    forms = [inside + re.escape(word)]
    if len(word) >= _PLURAL_FROM and word.endswith("s"):
        forms.append(" " + re.escape(word[:-1]))
    return re.compile("|".join(forms)).search


def has_word(text: str, word: str) -> bool:
    """Whether the folded `word` is found in a `searchable` text."""
    return bool(seeker(word)(text))


def rank_of(entry: Searchable, words: tuple[str, ...]) -> Rank | None:
    """How well the words are found in it; None where one of them is not."""
    return next(iter(_ranked({"": entry}, words).values()), None)


def name_rank(name: str, words: tuple[str, ...]) -> Rank:
    """The rank of something whose name has all the words."""
    joined = name.replace(" ", "")  # "pushup" begins a push-up too
    return Rank.START if not words or joined.startswith((words[0], words[0].removesuffix("s"))) else Rank.NAME


def ranked(entries: Mapping[str, Searchable], query: str) -> dict[str, Rank]:
    """Every entry in which each word of the query is found, with its rank; all of them for an empty query."""
    return _ranked(entries, words_of(query))


def _ranked(entries: Mapping[str, Searchable], words: tuple[str, ...]) -> dict[str, Rank]:
    seekers = [seeker(word) for word in words]
    found = {}
    for key, entry in entries.items():
        by_name = True
        for seek in seekers:
            if not seek(entry.name):
                by_name = False
                if not seek(entry.rest):
                    break
        else:
            found[key] = name_rank(entry.name, words) if by_name else Rank.REST
    return found
