"""The person's weight over time: weighings, the newest of them, and the one that held on a day."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from msgspec import Struct

LEAST_KG: Final = 20.0  # what a hand-edited file or an imported weighing may say; the fields offer less
MOST_KG: Final = 400.0

_NOON = time(12)


class Weighing(Struct, frozen=True):
    """One weighing. It belongs to the local date on which it was made, as a workout does."""

    id: str  # UUID
    weighed: datetime  # aware, UTC
    utc_offset_minutes: int  # in force then
    local_date: date
    kg: float


def in_order(weighings: Sequence[Weighing]) -> tuple[Weighing, ...]:
    """Oldest first; of those of one moment the order stays."""
    return tuple(sorted(weighings, key=lambda weighing: weighing.weighed))


def weight_on(weighings: Sequence[Weighing], day: date) -> float | None:
    """Kilograms on that local date: the last weighing up to it, before the first that one; None without any.

    `weighings` oldest first.
    """
    if not weighings:
        return None
    place = bisect_right(weighings, day, key=lambda weighing: weighing.local_date)
    return weighings[max(0, place - 1)].kg


def noon_of(day: date) -> datetime:
    """When a weighing was made of which only the day is known: naive, as the clock on the wall said."""
    return datetime.combine(day, _NOON)
