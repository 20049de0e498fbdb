"""SetRow: one set as the programs for strength training write it, a row each, whatever their columns are called."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

KG_PER_POUND: Final = 0.45359237  # exactly (international yard and pound agreement, 1959)

Local = Callable[[datetime], datetime]


class LoadUnit(StrEnum):
    """What the loads of a file are in."""

    KG = "kg"
    LB = "lb"


class SetRow(Struct, frozen=True):
    """One set. A row that is not a set but says how long was rested has `rest` alone."""

    line: int
    workout: str  # name
    started: datetime  # aware
    exercise: str  # name as in the file
    reps: int = 0  # 0: not given
    load_kg: float = 0.0
    seconds: float = 0.0
    distance: str = ""  # in words: "5 km"
    warm_up: bool = False
    cardio: bool = False
    ended: datetime | None = None
    length: float = 0.0  # of the whole workout in seconds, 0: not given
    rest: float = 0.0
    note: str = ""
    workout_note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was done."""
        return not (self.reps or self.seconds or self.distance)
