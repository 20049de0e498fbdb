"""Activities: what a workout done elsewhere may have been, from resources/activities.toml."""

from pathlib import Path

from msgspec import Struct

from trainer.core.by_hand import Activity
from trainer.library.decoding import decode
from trainer.library.toml_file import read_toml


class ActivityList(Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    format: int
    activity: tuple[Activity, ...]


def read_activities(path: Path) -> tuple[Activity, ...]:
    """Every activity, in the order of the file. Raises LibraryError."""
    return decode(read_toml(path), ActivityList).activity
