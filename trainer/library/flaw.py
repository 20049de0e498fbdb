"""Flaw: something in a file of the right types that won't do all the same."""

from collections.abc import Iterator

from msgspec import Struct

from trainer.library.fields import BOUNDS, wanted
from trainer.library.toml_places import FieldPath
from trainer.library.wording import described


class Flaw(Struct, frozen=True):
    """What it is and what is wanted, with the path of its field."""

    path: FieldPath
    what: str
    wanted: str
    fix: str | None = None
    at_key: bool = False


def number_flaws(path: FieldPath, value: int | None) -> Iterator[Flaw]:
    """Whether the number is within the bounds of its field; None is."""
    if value is None:
        return
    field = str(path[-1])
    least, most, _ = BOUNDS[field]
    if not least <= value <= most:
        likely = -value if least <= -value <= most else None
        fix = str(likely) if likely is not None else None
        yield Flaw(path, described(value), wanted(field, int), fix)
