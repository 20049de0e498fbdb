"""What somebody looks for: filters of routines and exercises, and the orders they can be put in."""

from enum import StrEnum

from msgspec import Struct

from trainer.core.balance import MuscleGroup
from trainer.core.exercise import Impact, Posture
from trainer.library.exercise_facts import ExerciseFacts
from trainer.library.routine_facts import Region, RoutineFacts


class Kit(StrEnum):
    """What may be needed."""

    NONE = "none"  # nothing that has to be owned
    OWNED = "owned"  # what the person owns
    STAND_INS = "stand-ins"  # that, and whatever serves instead


class Level(StrEnum):
    """Three steps of the five dots."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


_DOTS = {Level.EASY: (1, 2), Level.MEDIUM: (3,), Level.HARD: (4, 5)}


class Jumps(StrEnum):
    """How the feet meet the floor."""

    LOW = "low"  # one foot always down
    HIGH = "high"


class RoutineFilters(Struct, frozen=True):
    """None: any."""

    minutes: int | None = None  # at most, of the main part
    region: Region | None = None
    type: str | None = None  # folded
    kit: Kit | None = None
    level: Level | None = None
    jumps: Jumps | None = None
    favourites: bool = False  # those alone

    @property
    def any_set(self) -> bool:
        """Whether they leave anything out."""
        return self != RoutineFilters()


class ExerciseFilters(Struct, frozen=True):
    """None: any. `kit` is a Kit or the id of a thing."""

    muscles: MuscleGroup | None = None
    kit: Kit | str | None = None
    level: Level | None = None
    posture: Posture | None = None

    @property
    def any_set(self) -> bool:
        """Whether they leave anything out."""
        return self != ExerciseFilters()


class RoutineOrder(StrEnum):
    """Orders of routines."""

    RECOMMENDED = "recommended"  # favourites, then what can be done whole, each as the catalogue has them
    LONGEST_AGO = "longest-ago"  # those never done first
    LAST_DONE = "last-done"  # those never done last
    NAME = "name"
    MINUTES = "minutes"
    DIFFICULTY = "difficulty"  # those not rated last


def routine_passes(facts: RoutineFacts, wanted: RoutineFilters, *, favourite: bool) -> bool:
    """Whether a routine is among what is looked for."""
    return (
        (wanted.minutes is None or facts.minutes <= wanted.minutes)
        and (wanted.region is None or wanted.region in facts.regions)
        and (wanted.type is None or wanted.type in facts.types)
        and (wanted.kit is None or _kit_passes(facts, wanted.kit))
        and (wanted.level is None or facts.difficulty in _DOTS[wanted.level])
        and (wanted.jumps is None or (facts.impact is Impact.HIGH) is (wanted.jumps is Jumps.HIGH))
        and (favourite or not wanted.favourites)
    )


def exercise_passes(facts: ExerciseFacts, wanted: ExerciseFilters) -> bool:
    """Whether an exercise is among what is looked for."""
    return (
        (wanted.muscles is None or wanted.muscles in facts.muscles)
        and (wanted.kit is None or _thing_passes(facts, wanted.kit))
        and (wanted.level is None or facts.difficulty in _DOTS[wanted.level])
        and (wanted.posture is None or facts.posture is wanted.posture)
    )


def _kit_passes(facts: RoutineFacts | ExerciseFacts, kit: Kit) -> bool:
    return {Kit.NONE: facts.free, Kit.OWNED: facts.owned, Kit.STAND_INS: facts.possible}[kit]


def _thing_passes(facts: ExerciseFacts, kit: Kit | str) -> bool:
    return _kit_passes(facts, kit) if isinstance(kit, Kit) else kit in facts.items
