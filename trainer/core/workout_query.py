"""WorkoutQuery: which of the workouts in the log are wanted."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from trainer.core.progress import WorkoutSummary
from trainer.core.workout import WorkoutSource, WorkoutState


class Origin(StrEnum):
    """Where a workout comes from, as one asks for it."""

    FOLLOWED = "followed"
    BY_HAND = "by-hand"
    IMPORTED = "imported"


SOURCES = {
    Origin.FOLLOWED: (WorkoutSource.FOLLOWED,),
    Origin.BY_HAND: (WorkoutSource.BY_HAND,),
    Origin.IMPORTED: tuple(one for one in WorkoutSource if one not in (WorkoutSource.FOLLOWED, WorkoutSource.BY_HAND)),
}


class WorkoutQuery(Struct, frozen=True):
    """All of it must hold; what is empty or None lets everything through."""

    words: str = ""  # each in the name of the routine, in the note, or in the name of an exercise
    since: date | None = None  # the first local date
    until: date | None = None  # the last
    state: WorkoutState | None = None
    routines: tuple[str, ...] | None = None  # ids
    origin: Origin | None = None

    @property
    def is_everything(self) -> bool:
        """Whether it lets the whole log through."""
        return self == WorkoutQuery() or (not self.words.strip() and self == WorkoutQuery(words=self.words))


class FoundWorkouts(Struct, frozen=True):
    """The newest of what was found, and how many there are altogether."""

    newest: tuple[WorkoutSummary, ...]
    total: int
