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


class RemarkKind(StrEnum):
    """What the balance linter remarks; a file may say `meant = ["same-muscle"]` where it is so by intent."""

    SIDES = "sides"  # left and right don't work alike
    SAME_MUSCLE = "same-muscle"  # one muscle leads in steps that follow each other
    WARM_UP = "warm-up"  # none, or not for what the main block works
    STRETCH = "stretch"  # none, or not for what the main block works
    CUE = "cue"  # a cue that can't be read in the time it is shown
    ZIGZAG = "zigzag"  # the effort jumps up and down
    ORDER = "order"  # a hint: another order needs less setting up


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """What the page a routine comes from says of it. Shown as a claim, never blended with our numbers."""

    source: str
    minutes: int | None = None
    kcal_low: int | None = None
    kcal_high: int | None = None


class RoundChange(Struct, frozen=True, forbid_unknown_fields=True):
    """What a step does otherwise from round `round` (2 is the second) until another change says more.

    None: as before. The rounds are those of the step's set, or of its block where it is in none.
    """

    round: int
    seconds: int | None = None
    reps: int | None = None
    rest: int | None = None
    variant: str | None = None
    on: bool | None = None


class StepSet(Struct, frozen=True, forbid_unknown_fields=True):
    """Consecutive steps that name it (`set = "A"`) are done one after another, `rounds` times, before the next step.

    `rest_between_rounds` seconds stand before each round of it but the first, in place of the last step's rest.
    """

    id: str
    rounds: int = 2
    rest_between_rounds: int = 0


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
    set: str = ""  # id of a StepSet of the block
    media: str = ""  # a picture or clip beside the routine file, shown in place of the figure
    by_round: tuple[RoundChange, ...] = ()
    meant: tuple[RemarkKind, ...] = ()  # remarks of the linter on this step that are by intent


class Block(Struct, frozen=True, forbid_unknown_fields=True, rename={"steps": "step", "sets": "set"}):
    """Steps done `rounds` times, with `rest_between_rounds` seconds before each round but the first.

    A file says `[[block.step]]` and `[[block.set]]`, one table each, hence the singular names there.
    """

    kind: BlockKind
    name: str
    steps: tuple[Step, ...]
    rounds: int = 1
    rest_between_rounds: int = 0
    optional: bool = False  # a warm-up or stretch can be switched off on the Ready page
    sets: tuple[StepSet, ...] = ()


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
    link: str = ""  # the address of a page about it, opened only when asked for
    claim: Claim | None = None
    meant: tuple[RemarkKind, ...] = ()  # remarks of the linter on the whole that are by intent
