"""Routine: blocks of steps, as its file says them, before anybody's kit, time or level."""

from enum import StrEnum

from msgspec import Struct


class BlockKind(StrEnum):
    """What a block is for; the weekly chart stacks minutes by it."""

    WARM_UP = "warm-up"
    STRENGTH = "strength"
    CARDIO = "cardio"
    MOBILITY = "mobility"
    STRETCH = "stretch"


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """What the page a routine comes from says of it. Shown as a claim, never blended with our numbers."""

    source: str
    minutes: int | None = None
    kcal_low: int | None = None
    kcal_high: int | None = None


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """An exercise for `seconds`, for `reps`, or `open`-ended (exactly one of the three).

    A unilateral exercise gets the full `seconds` (or `reps`) on EACH side.
    `get_ready` None: by the change of posture and equipment. `rest` follows the step.
    """

    exercise: str
    seconds: int | None = None
    reps: int | None = None
    open: bool = False
    variant: str = ""
    get_ready: int | None = None
    rest: int = 0
    on: bool = True
    note: str = ""


class Block(Struct, frozen=True, forbid_unknown_fields=True, rename={"steps": "step"}):
    """Steps done `rounds` times, with `rest_between_rounds` seconds before each round but the first.

    A file says `[[block.step]]`, one table a step, hence the singular name there.
    """

    kind: BlockKind
    name: str
    steps: tuple[Step, ...]
    rounds: int = 1
    rest_between_rounds: int = 0
    optional: bool = False  # a warm-up or stretch can be switched off on the Ready page


class Routine(Struct, frozen=True, forbid_unknown_fields=True, rename={"blocks": "block"}):
    """A routine as its file under resources/routines or in the person's folder says it."""

    format: int
    id: str
    name: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    overview: str = ""
    done: str = ""  # the Summary's heading: "That's your back done"
    focus: tuple[str, ...] = ()  # "upper body", "core"
    type: tuple[str, ...] = ()  # "low impact", "toning"
    difficulty: int = 0  # 1 easiest .. 5 hardest, 0 not rated
    allocation: str = ""  # whose the seconds are, when a page gave none
    claim: Claim | None = None
