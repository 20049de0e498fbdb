"""How fields, values and likely meanings are worded in a problem's sentence."""

from collections.abc import Iterable

from trainer.language import tr
from trainer.library.problem import printable
from trainer.library.toml_places import FieldPath

# fmt: off
_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on
_NUMBER_WORDS = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SECONDS_IN = {"": 1, "s": 1, "sec": 1, "second": 1, "seconds": 1, "min": 60, "minute": 60, "minutes": 60}


def field_name(data: object, path: FieldPath) -> str:
    """A field of `data` as a person would say it: 'block 2 "Main", step 3, seconds'."""
    parts: list[str] = []
    value = data
    rest = path
    while rest:
        value = value_at(value, rest[:1])
        if len(rest) > 1 and isinstance(rest[1], int):
            value = value_at(value, rest[1:2])
            parts.append(_numbered(str(rest[0]), rest[1] + 1, value))
            rest = rest[2:]
        else:
            parts.append(printable(str(rest[0])))
            rest = rest[1:]
    return ", ".join(parts)


def value_at(data: object, path: FieldPath) -> object:
    """What stands at `path` in parsed TOML, None where nothing does."""
    for key in path:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data


def described(value: object) -> str:
    """A value of a TOML file, short and safe to show: 'a word, "forty"'."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        # Python refuses to write out a number of more than 4300 digits.
        return str(value) if abs(value) < 10**12 else tr("a number of more than twelve digits")
    if isinstance(value, float):
        return str(value)
    if isinstance(value, str):
        return (
            tr("text, {text}").format(text=quoted(value))
            if len(value.split()) != 1
            else tr("a word, {text}").format(text=quoted(value))
        )
    if isinstance(value, list):
        return tr("a list")
    if isinstance(value, dict):
        return tr("a table")
    return tr("a date or time")


def quoted(text: str) -> str:
    """A text of a TOML file between quotes, short and safe to show."""
    return f'"{printable(text)}"'


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, None if none is like it."""
    from difflib import get_close_matches  # on the way to a problem only: the launch is timed

    def plain(text: str) -> str:
        return "".join(char for char in text.casefold() if char.isalnum())

    by_form = {plain(candidate): candidate for candidate in known}
    found = get_close_matches(plain(word[:100]), by_form, n=1, cutoff=0.6)
    return by_form[found[0]] if found else None


def whole_number_meant(text: str) -> int | None:
    """The number of seconds or repetitions that `text` spells: "forty", "forty-five", "40", "40 s", "2 min"."""
    words = text.casefold().replace("-", " ").split()[:3]
    numbers = [_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS]
    if numbers and len(numbers) == len(words):
        tens_and_units = len(numbers) == 2 and numbers[0] >= 20 and 1 <= numbers[1] <= 9
        return sum(numbers) if tens_and_units else numbers[0] if len(numbers) == 1 else None
    joined = "".join(words)
    digits = joined.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = _SECONDS_IN.get(joined[len(digits) :])
    if unit is None or not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        return None
    return int(digits) * unit


def _numbered(key: str, n: int, value: object) -> str:
    nouns = {
        "block": tr("block {n}"),
        "step": tr("step {n}"),
        "cues": tr("cue {n}"),
        "need": tr("need {n}"),
        "substitutes": tr("substitute {n}"),
        "variant": tr("variant {n}"),
        "equipment": tr("equipment {n}"),
    }
    said = nouns.get(key, tr("{key}, entry {n}").replace("{key}", printable(key))).format(n=n)
    name = value.get("name") if key == "block" and isinstance(value, dict) else None
    return f'{said} "{printable(name, 30)}"' if isinstance(name, str) and name else said
