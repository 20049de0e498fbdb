"""Text as people write it, brought to the one form that is searched."""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_QUOTES = {ord(c): "'" for c in "\u2018\u2019\u201b\u2032\u00b4`"} | {ord(c): '"' for c in "\u201c\u201d\u201f\u2033"}
_SIGNS = {ord("×"): "x", ord("\u2715"): "x", ord("\u2a2f"): "x", ord("\u2044"): "/", ord("\u00a0"): " "}
_PLAIN = _DASHES | _QUOTES | _SIGNS
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufffe\uffff\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_FRACTION = re.compile("(\\d+)?[ \u2009]?([\u00bc-\u00be\u2150-\u215e])")

# fmt: off
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_NUMBERS = {word: n for n, word in enumerate(_UNITS, start=1)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_WORD_NUMBER = rf"(?:(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_UNITS[:9])})|{'|'.join(sorted(_NUMBERS, key=len)[::-1])})"
_COUNTED = (
    r"x\b|sets?\b|reps?\b|repetitions?\b|rounds?\b|times\b|sec|min|laps?\b|circuits?\b|more\b|exercises\b|moves\b"
    r"|calories|kcal|slow\b|controlled\b|of each|each\b|per\b"
)
_NUMBER_WORD = re.compile(
    rf"\b({_WORD_NUMBER})\b(?=(?:[ ]?-[ ]?|[ ]to[ ]|[ ]or[ ])?(?:{_WORD_NUMBER}\b)?(?:[ -]?)(?:{_COUNTED}))",
    re.IGNORECASE,
)
_PHRASES = (
    (re.compile(r"\bhalf an? (hour)\b", re.IGNORECASE), "30 minutes"),
    (re.compile(r"\b(?:three[ -]quarters of an hour)\b", re.IGNORECASE), "45 minutes"),
    (re.compile(r"\b(?:a )?quarter of an hour\b", re.IGNORECASE), "15 minutes"),
    (re.compile(r"\b(?:an|one|1) hour\b", re.IGNORECASE), "60 minutes"),
    (re.compile(r"\bhalf an? minute\b", re.IGNORECASE), "30 seconds"),
    (re.compile(r"\b(?:a|one|1) minute and a half\b", re.IGNORECASE), "90 seconds"),
    (re.compile(r"\b(?:a|one full|a full) minute\b", re.IGNORECASE), "1 minute"),
    (re.compile(r"\ba dozen\b", re.IGNORECASE), "12"),
    (re.compile(r"\btwice more\b", re.IGNORECASE), "2 more times"),
    (re.compile(r"\btwice\b", re.IGNORECASE), "2 times"),
    (re.compile(r"\bthrice\b", re.IGNORECASE), "3 times"),
    (re.compile(r"\bonce more\b", re.IGNORECASE), "1 more time"),
)
_PHRASE = re.compile(r"half|quarter|hour|minute|dozen|twice|thrice|once more", re.IGNORECASE)
_MOST_REMEMBERED = 500  # characters
_OF_NUMBER = re.compile(rf"\b((?:sets?|rounds?|reps?) of|x) ({_WORD_NUMBER})\b", re.IGNORECASE)
_DO_NUMBER = re.compile(
    rf"\b(do|aim for|complete|perform|try) ({_WORD_NUMBER})(?: (to|or) ({_WORD_NUMBER}))?\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"')\]]{0,2}\s+(?=[\"'(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|approx|ca|vs|no|fig|dr|mr|mrs|st|incl)\.$", re.IGNORECASE)


def tidy(text: str) -> str:
    """The same words on one line: what can't be seen is gone, spaces are single."""
    return " ".join(_CONTROL.sub(" ", _UNSEEN.sub("", text)).split())


def plain(text: str) -> str:
    """`text` with one kind of dash and quote, and counts as digits: "three sets" is "3 sets", "1½ min" is "1.5 min"."""
    return _remembered(text) if len(text) <= _MOST_REMEMBERED else _plain(text)


def _plain(text: str) -> str:
    text = _FRACTION.sub(_decimal, text).translate(_PLAIN)
    if _PHRASE.search(text):
        for pattern, meant in _PHRASES:
            text = pattern.sub(meant, text)
    text = _OF_NUMBER.sub(lambda match: f"{match[1]} {_number(match[2])}", text)
    text = _DO_NUMBER.sub(_done, text)
    return _NUMBER_WORD.sub(lambda match: str(_number(match[1])), text)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; a line's end ends one too."""
    found: list[str] = []
    for line in text.split("\n"):
        start = 0
        for end in _SENTENCE_END.finditer(line):
            if not _ABBREVIATED.search(line, max(start, end.start() - 8), end.start()):
                found.append(line[start : end.end()].strip())
                start = end.end()
        found.append(line[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def shortened(text: str, longest: int) -> str:
    """At most `longest` characters of `text`, cut at a word, with an ellipsis where something is missing."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut).rstrip(" ,;:-–") + "…"


def without_markup(text: str) -> str:
    """`text` with other signs for < and >, which a routine's texts may not have."""
    return text.replace("<", "\u2039").replace(">", "\u203a")


def unaccented(text: str) -> str:
    """Letters without their accents: "plié" is "plie"."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_remembered = lru_cache(maxsize=16_384)(_plain)  # every reader asks for the same sentences


def _decimal(match: re.Match[str]) -> str:
    value = unicodedata.numeric(match[2]) + int(match[1] or 0)
    return f"{float(Fraction(value).limit_denominator(8)):g}"


def _done(match: re.Match[str]) -> str:
    least = f"{match[1]} {_number(match[2])}"
    return f"{least} {match[3]} {_number(match[4])}" if match[4] else least


def _number(words: str) -> int:
    return sum(_NUMBERS[word] for word in re.split("[ -]", words.casefold()))
