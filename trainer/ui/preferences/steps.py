"""How the numbers of Settings are written and read."""

import re

from PySide6.QtCore import QLocale

from trainer.language import tr

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def metres(value: float) -> str:
    """How far away the person stands: "2.0 m away"."""
    return tr("{m} m away").format(m=QLocale().toString(value, "f", 1))


def percent(value: float) -> str:
    """Time to change position, as a share of the routine's: "as planned", "150 %"."""
    return tr("as planned") if round(value) == 100 else tr("{n} %").format(n=round(value))


def read_number(text: str) -> float | None:
    """The first number in what was typed, with a decimal point or comma."""
    found = _NUMBER.search(text)
    return None if found is None else float(found.group().replace(",", "."))


def read_percent(text: str) -> float | None:
    """A percentage, or the words for 100."""
    if text.strip().casefold() == tr("as planned").casefold():
        return 100.0
    return read_number(text)
