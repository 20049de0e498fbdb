"""What an exercise's history says: each workout it was done in, and the bests. Values in, values out."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct


class Measure(StrEnum):
    """What of an exercise is looked at."""

    SECONDS = "seconds"  # of work in the whole workout
    REPS = "reps"  # the most in one set
    LOAD = "load"  # the heaviest, kg


class Performance(Struct, frozen=True):
    """An exercise in one workout: the sets that were done, taken together."""

    workout: str  # UUID
    day: date
    sets: int
    seconds: float  # of work, all sets together
    longest: float  # seconds of work of the longest set
    reps: int | None  # the most in one set; None where none were counted
    load_kg: float | None  # the heaviest; None: none, or not known
    variants: tuple[str, ...]  # names of the forms it was done in, "" the exercise itself

    def value(self, measure: Measure) -> float | None:
        """The figure of a measure, None where there is none."""
        match measure:
            case Measure.SECONDS:
                return self.seconds
            case Measure.REPS:
                return None if self.reps is None else float(self.reps)
            case Measure.LOAD:
                return self.load_kg


class Best(Struct, frozen=True):
    """The highest a measure has ever been, and the day it first was."""

    measure: Measure
    value: float
    day: date


class ExerciseHistory(Struct, frozen=True):
    """The newest performances, oldest first, how many there are altogether, and the bests of all."""

    exercise: str
    performances: tuple[Performance, ...]
    total: int
    bests: tuple[Best, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What there are figures of."""
        return tuple(best.measure for best in self.bests)

    def best(self, measure: Measure) -> Best | None:
        """The best of a measure."""
        return next((best for best in self.bests if best.measure is measure), None)


def forms_of(performances: Sequence[Performance]) -> tuple[tuple[str, ...], ...]:
    """The combinations of forms that occur, the exercise itself first, then as they come."""
    found = dict.fromkeys(one.variants for one in performances)
    return tuple(sorted(found, key=lambda variants: variants != ("",)))
