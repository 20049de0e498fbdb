"""Cue lines: what the coach may say in a phase, when each may begin and by when it must be over.

The moments are behaviour.md's ("Cues"). Lines are values; whoever speaks words them.
"""

from collections.abc import Iterator
from enum import IntEnum, StrEnum, auto
from typing import Final

from msgspec import Struct

from trainer.core.exercise import Cue, CueKind, Exercise, Posture
from trainer.core.fitting import Gear
from trainer.core.routine import BlockKind
from trainer.core.timeline import Side

LONGEST_LINE: Final = 2.5  # seconds, behaviour.md
SETTLED: Final = 8.0  # seconds before work by which the wait's lines are out, behaviour.md
TECHNIQUE: Final = (3.0, 6.0)  # seconds into work: earliest, latest beginning; behaviour.md
SAFETY: Final = (12.0, 15.0)  # behaviour.md
OFFER: Final = (27.0, 33.0)  # "about 30 s", behaviour.md
OFFERS_FROM: Final = 45.0  # a shorter work has no room for an offer beside its half and its last ten seconds
LAST_SECONDS: Final = 10.0  # behaviour.md
TEN_LEFT_FROM: Final = 20.0  # seconds of work of which ten are half or less
GRACE: Final = 1.0  # seconds a line that tells the time may come late


class Verbosity(StrEnum):
    """How much is heard."""

    FULL = "full"
    NAMES = "names"  # and sides
    TONES = "tones"  # no words
    SILENT = "silent"


class Detail(IntEnum):
    """How much a line about the step to come tells, the fullest first."""

    POSITION = auto()  # name, form, side, position
    FORM = auto()  # name, form, side
    NAME = auto()  # name and side, as what comes next
    BRIEF = auto()  # name and side alone


class Next(Struct, frozen=True, tag=True):
    """The step to come, or in its BRIEF form the one that has begun."""

    exercise: str
    variant: str
    side: Side | None
    posture: Posture
    detail: Detail = Detail.POSITION


class SwitchSides(Struct, frozen=True, tag=True):
    """The other side's turn."""

    side: Side
    brief: bool = False


class Fetch(Struct, frozen=True, tag=True):
    """What to pick up before the step."""

    gear: tuple[Gear, ...]


class CueLine(Struct, frozen=True, tag=True):
    """A cue in its own words."""

    text: str


class Halfway(Struct, frozen=True, tag=True):
    """Half of the work has passed."""


class TenSecondsLeft(Struct, frozen=True, tag=True):
    """Ten seconds of work to go."""


class Encouragement(Struct, frozen=True, tag=True):
    """A good word. `number` goes round the ways to say it; `calm` for a stretch."""

    number: int
    calm: bool = False


Line = Next | SwitchSides | Fetch | CueLine | Halfway | TenSecondsLeft | Encouragement


class Part(IntEnum):
    """What a line is for, the most important first; each is said once a visit to its phase."""

    NAME = auto()
    SIDE = auto()
    OTHER_SIDE = auto()  # half time of a form done side by side in one window
    SAFETY = auto()
    TECHNIQUE = auto()
    FETCH = auto()
    TEN_LEFT = auto()
    HALF = auto()
    OFFER = auto()

    @property
    def essential(self) -> bool:
        """Names and sides are never dropped for others."""
        return self <= Part.OTHER_SIDE


class Window(Struct, frozen=True):
    """Seconds into the work between which a line may begin, and by when it is over."""

    start: float
    latest: float
    until: float


class WorkLine(Struct, frozen=True):
    """A line of a work phase; `forms`: ways to say it, the fullest first."""

    part: Part
    window: Window
    forms: tuple[Line, ...]


def next_forms(exercise: str, variant: str, side: Side | None, posture: Posture) -> tuple[Line, ...]:
    """The step to come, from all there is to say of it to what is never left out."""
    return tuple(Next(exercise, variant, side, posture, detail) for detail in Detail)


def side_forms(side: Side) -> tuple[Line, ...]:
    """The other side's turn, in a sentence or in a word."""
    return (SwitchSides(side), SwitchSides(side, brief=True))


def work_lines(
    exercise: Exercise, variant: str, length: float | None, step: int, block: BlockKind, other_side: Side | None
) -> Iterator[WorkLine]:
    """What may be said in a work phase of `length` seconds (None: it waits for the person).

    `other_side`: the side whose turn comes at half of it, None where nothing changes. `step` makes good words differ
    from one step to the next.
    """
    technique = _spoken(
        *_variant_cues(exercise, variant), *exercise.cues_of(CueKind.DO), *exercise.cues_of(CueKind.BREATHE)
    )
    safety = _spoken(*exercise.cues_of(CueKind.SAFETY))
    if technique:
        yield WorkLine(Part.TECHNIQUE, _window(*TECHNIQUE), technique)
    if safety:
        yield WorkLine(Part.SAFETY, _window(*SAFETY), safety)
    if length is None:
        return
    half = _window(length / 2, length / 2 + GRACE)
    if other_side is not None:
        yield WorkLine(Part.OTHER_SIDE, Window(length / 2, length, length), side_forms(other_side))
    elif length >= TEN_LEFT_FROM:
        yield WorkLine(Part.HALF, half, (Halfway(),))
    if length >= TEN_LEFT_FROM:
        ten_left = length - LAST_SECONDS
        yield WorkLine(Part.TEN_LEFT, _window(ten_left, ten_left + GRACE), (TenSecondsLeft(),))
    if length >= OFFERS_FROM:
        yield WorkLine(Part.OFFER, _window(*OFFER), _offer(exercise, variant, step, block))


def _window(start: float, latest: float) -> Window:
    return Window(start, latest, latest + LONGEST_LINE)


def _offer(exercise: Exercise, variant_id: str, step: int, block: BlockKind) -> tuple[Line, ...]:
    """In turn: the easier form, a good word, the harder form, a good word. A variant does not offer its own way."""
    calm = block is BlockKind.STRETCH
    good_word = Encouragement(step // 2, calm)
    variant = exercise.variant(variant_id)
    level = variant.level if variant else 0
    offered: tuple[Line, ...] = ()
    if step % 4 == 0 and level >= 0:
        offered = _spoken(*exercise.cues_of(CueKind.EASIER))
    elif step % 4 == 2 and level <= 0:
        offered = _spoken(*exercise.cues_of(CueKind.HARDER))
    return (*offered, good_word)


def _variant_cues(exercise: Exercise, variant_id: str) -> tuple[Cue, ...]:
    variant = exercise.variant(variant_id)
    return (Cue(CueKind.DO, variant.cue),) if variant is not None and variant.cue else ()


def _spoken(*cues: Cue) -> tuple[CueLine, ...]:
    """The cues meant to be spoken, each in full and then in its short form."""
    return tuple(CueLine(text) for cue in cues if cue.spoken for text in (cue.text, cue.short) if text)
