"""What a file of another program holds for the log, before any of it is taken in."""

from enum import StrEnum

from msgspec import Struct

from trainer.core.weighing import Weighing
from trainer.core.workout import Workout

MOST_SENTENCES = 200  # of what was not understood: more is counted, a person reads no further


class ImportKind(StrEnum):
    """Whose file it is."""

    TRAINER = "trainer"
    STRONG = "strong"
    HEVY = "hevy"
    FITNOTES = "fitnotes"


class Incoming(Struct, frozen=True):
    """What was understood, oldest first, and a sentence for what was not."""

    kind: ImportKind
    workouts: tuple[Workout, ...]
    problems: tuple[str, ...] = ()  # at most MOST_SENTENCES, each with its line
    more_problems: int = 0  # beyond those
    matched: tuple[tuple[str, str], ...] = ()  # a name in the file, the exercise of ours that it is
    kept: tuple[str, ...] = ()  # names that are none of our exercises: kept as they are
    recounted: int = 0  # workouts whose energy an older version had counted: counted anew
    assumed: tuple[str, ...] = ()  # sentences: what the file leaves open, and how it was read
    unit_open: bool = False  # the file doesn't say what its loads are in
    dates_open: bool = False  # its dates can be read with the day or the month first
    weighings: tuple[Weighing, ...] = ()  # of our own files
