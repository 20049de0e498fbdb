"""Reading: whether a cue can be read in the time it is shown, from where the person stands."""

from math import inf
from typing import Final

from msgspec import Struct

from trainer.core.coaching import work_turns
from trainer.core.exercise import Cue, Exercise, Variant

# Ours: half the speed of silent reading at a desk (238 words a minute: Brysbaert 2019, Journal of Memory and
# Language 109), since the eyes leave the screen with each repetition; and a moment to find the line.
WORDS_A_SECOND: Final = 2.0
FINDING: Final = 1.0  # seconds


class CueReading(Struct, frozen=True):
    """A cue of a step's work, when it comes and how long it stays, in seconds; `stays` inf where work waits."""

    cue: Cue
    start: float
    stays: float

    @property
    def words(self) -> int:
        """How many words it has where it is shortest: the form for distance mode, if there is one."""
        return len((self.cue.short or self.cue.text).split())

    @property
    def readable(self) -> bool:
        """Whether it can be read in that time three metres away."""
        return self.words <= WORDS_A_SECOND * (self.stays - FINDING) + 1e-9


def cue_readings(exercise: Exercise, variant: Variant | None, seconds: float | None) -> tuple[CueReading, ...]:
    """The cues of `seconds` of work, each when it first comes; None: it waits for the person, a minute is told."""
    told = 60.0 if seconds is None else seconds
    turns = work_turns(exercise, variant, seconds, told)
    ends = [*(turn.start for turn in turns[1:]), inf if seconds is None else seconds]
    readings: dict[str, CueReading] = {}
    for turn, end in zip(turns, ends, strict=False):
        reading = CueReading(turn.cue, turn.start, end - turn.start)
        known = readings.setdefault(turn.cue.text, reading)
        if reading.stays > known.stays:
            readings[turn.cue.text] = CueReading(turn.cue, known.start, reading.stays)
    return tuple(readings.values())
