"""Timeline: a routine compiled for this person, now: a flat tuple of phases with exact seconds."""

from enum import StrEnum

from msgspec import Struct

from trainer.core.exercise import Met, Sides
from trainer.core.routine import BlockKind


class PhaseKind(StrEnum):
    """What the person does in a phase."""

    REST = "rest"
    GET_READY = "get-ready"
    WORK = "work"
    SWITCH_SIDES = "switch-sides"


class Side(StrEnum):
    """The person's own left or right."""

    LEFT = "left"
    RIGHT = "right"


class Rung(Struct, frozen=True):
    """One form of a step's exercise on the ladder from easiest to hardest; `variant` empty: as written."""

    variant: str
    name: str  # "one arm"; empty for the exercise as written
    level: int
    met: Met


class PlannedStep(Struct, frozen=True):
    """One performance of an exercise: step s of block b in round r is one planned step."""

    index: int  # into Timeline.steps
    block: int  # into Timeline.blocks
    round: int  # 0-based
    place: int  # 0-based among the steps of its round
    exercise: str
    name: str
    sides: Sides
    ladder: tuple[Rung, ...]  # easiest first, never empty
    rung: int  # the form planned: index into ladder
    seconds: float | None = None  # of each side; None where it waits for the person
    reps: int | None = None
    note: str = ""
    estimate: float = 0.0  # seconds one side is expected to take; equals `seconds` where timed


class Phase(Struct, frozen=True):
    """An interval of the session. All phases of a planned step are contiguous: rest, get ready, work (switch, work)."""

    index: int  # into Timeline.phases
    kind: PhaseKind
    step: int  # the planned step it leads to or does
    seconds: float | None  # None: waits for the person
    side: Side | None = None
    rests_from: int | None = None  # of a rest: the planned step before it, whose MET counts


class PlannedBlock(Struct, frozen=True):
    """A block as it stands in the timeline."""

    kind: BlockKind
    name: str
    rounds: int


class Timeline(Struct, frozen=True):
    """Everything a session runs through."""

    routine: str  # id
    name: str
    blocks: tuple[PlannedBlock, ...]
    steps: tuple[PlannedStep, ...]
    phases: tuple[Phase, ...]
