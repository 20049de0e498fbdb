"""ArticleDraft: what was read from a page, every value with the sentence it came from and whether it is inferred."""

from typing import Generic, TypeVar

from msgspec import Struct

from trainer.core.routine import BlockKind
from trainer.library.article.equipment import Thing
from trainer.library.article.facts import Calories, Said
from trainer.library.article.lines import Line
from trainer.library.article.names import Match

T = TypeVar("T")


class Read(Struct, Generic[T], frozen=True):
    """A value. `sentence`: where the page says it, empty where it doesn't. `inferred`: our reading, and `why`."""

    value: T
    sentence: str = ""
    inferred: bool = False
    why: str = ""


class DraftStep(Struct, frozen=True):
    """One exercise of the page. Exactly one of `seconds`, `reps` and `open` is there once the minutes are shared out.

    `gap`: seconds from the work before it to its own. `match` None: the catalogue has no such exercise.
    """

    name: str
    heading: str  # the words its name stands in
    match: Match | None = None
    lines: tuple[Line, ...] = ()
    things: tuple[Thing, ...] = ()
    sets: Read[int] | None = None
    reps: Read[int] | None = None
    seconds: Read[int] | None = None
    open: Read[bool] | None = None
    rest: Read[int] | None = None  # after it, where the page says so
    gap: Read[int] | None = None
    each_side: Read[bool] | None = None
    note: str = ""
    group: str = ""

    @property
    def has_length(self) -> bool:
        return self.seconds is not None or self.reps is not None or self.open is not None


class DraftBlock(Struct, frozen=True):
    """Steps that belong together. `rounds` None: the page doesn't say."""

    kind: BlockKind
    name: str
    steps: tuple[DraftStep, ...]
    rounds: Read[int] | None = None
    rest_between: Read[int] | None = None

    @property
    def is_main(self) -> bool:
        return self.kind not in {BlockKind.WARM_UP, BlockKind.STRETCH}


class Minutes(Struct, frozen=True):
    """How long a page says the workout is; `value` is what the minutes are shared out by."""

    value: int
    least: int
    most: int
    sentence: str
    inferred: bool = False


class ArticleDraft(Struct, frozen=True):
    """A page about a workout, understood."""

    title: Read[str]
    blocks: tuple[DraftBlock, ...]
    minutes: Minutes | None = None
    calories: Calories | None = None
    focus: tuple[Said, ...] = ()
    types: tuple[Said, ...] = ()
    level: Read[int] | None = None
    equipment: tuple[Thing, ...] = ()
    overview: str = ""
    warm_up: tuple[str, ...] = ()
    stretch: tuple[str, ...] = ()
    allocation: str = ""
    not_understood: tuple[str, ...] = ()
    left_out: int = 0  # characters of the page that are not the article's

    @property
    def steps(self) -> tuple[DraftStep, ...]:
        return tuple(step for block in self.blocks for step in block.steps)
