"""Dates, times and lengths of time as other programs write them, in English or in figures."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TIME = (
    r"(?:(?:[ ,T]+(?:at )?)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?)?(?: ?(?P<zone>z|[+-]\d{2}:?\d{2}))?$"
)
_FORMS: Final = tuple(
    re.compile(date + _TIME, re.IGNORECASE)
    for date in (
        r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",  # 2019-01-11
        r"^(?P<day>\d{1,2})\.? (?P<name>[a-z]{3,9})\.?,? (?P<year>\d{4})",  # 11 Jan 2019
        r"^(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})",  # Jan 11, 2019
    )
)
_FIGURES: Final = re.compile(
    r"^(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})[/.-](?P<year>\d{4})" + _TIME, re.IGNORECASE
)
_LONGEST = 60  # characters of a date


def month_first(dates: Iterable[str]) -> bool | None:
    """Whether dates like 1/11/2019 have the month first, by those of the file in which it shows; None: in none."""
    for text in dates:
        found = _FIGURES.match(_plain(text))
        if found is None or found["mark"] == ".":  # with points the day comes first, wherever that is written
            continue
        if int(found["one"]) > 12:
            return False
        if int(found["two"]) > 12:
            return True
    return None


def ambiguous(text: str) -> bool:
    """Whether the date is of a kind that can be read both ways."""
    found = _FIGURES.match(_plain(text))
    return found is not None and found["mark"] != "."


def moment(text: str, *, month_first: bool = False) -> datetime | None:
    """The moment that is meant, without a time midnight; naive where no offset is given. None: it is none."""
    plain = _plain(text)
    found = next((match for form in _FORMS if (match := form.match(plain))), None)
    parts = {} if found is None else found.groupdict()
    if found is None:
        found = _FIGURES.match(plain)
        if found is None:
            return None
        parts = found.groupdict()
        swapped = month_first and found["mark"] != "."
        parts["day"], parts["month"] = (found["two"], found["one"]) if swapped else (found["one"], found["two"])
    try:
        month = _MONTHS.index(parts["name"][:3].lower()) + 1 if parts.get("name") else int(parts["month"] or 0)
        hour = _hour(int(parts["hour"] or 0), parts["half"])
        second = int(parts["second"] or 0)
        zone = _zone(parts["zone"])
        return datetime(
            int(parts["year"]), month, int(parts["day"]), hour, int(parts["minute"] or 0), second, tzinfo=zone
        )
    except ValueError:
        return None


_LENGTH = re.compile(
    r"^(?:(?P<h>\d{1,5}) ?h(?:ours?|rs?)?)?"
    r" ?(?:(?P<m>\d{1,6}) ?m(?:in(?:utes?|s)?)?)?"
    r" ?(?:(?P<s>\d{1,8}) ?s(?:ec(?:onds?|s)?)?)?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$")


def length(text: str) -> float | None:
    """Seconds of "1h 5m", "45min", "0:01:30", "1:30" or "90"; 0 for nothing, None where it is none of these."""
    plain = _plain(text)
    if not plain:
        return 0.0
    if found := _CLOCK.match(plain):
        return int(found[1] or 0) * 3600.0 + int(found[2]) * 60 + int(found[3])
    if found := _LENGTH.match(plain):
        return int(found["h"] or 0) * 3600.0 + int(found["m"] or 0) * 60 + int(found["s"] or 0)
    return number(plain)


_NUMBER = re.compile(r"^\d{1,12}(?:[.,]\d{1,12})?$")
_THOUSANDS = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?$")


def number(text: str) -> float | None:
    """A number not below 0, with a point or a comma before the decimals; 0 for nothing, None where it is none."""
    plain = _plain(text)
    if not plain:
        return 0.0
    if _THOUSANDS.match(plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", ".")) if _NUMBER.match(plain) else None


def _plain(text: str) -> str:
    """With ordinary spaces: some phones put narrow ones before AM and PM."""
    return " ".join(text[: _LONGEST + 1].split())[:_LONGEST]


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("no hour of half a day")
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text.lower() == "z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
