"""Energy: kilocalories from MET, weight and active time, as a range, with every line that leads to it.

gross kcal = MET x 3.5 x kg / 200 x minutes, the oxygen equation of the ACSM's guidelines (1 MET = 3.5 ml O2 per kg
and minute, 5 kcal per litre O2). MET values are those of the 2024 Adult Compendium of Physical Activities (Herrmann
et al. 2024). A standard MET is never multiplied by the person's own resting rate, nothing is added for afterburn.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import ceil, floor
from typing import Final

from msgspec import Struct

from trainer.core.exercise import Met
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Span

METHOD: Final = "compendium-2024/1"  # kept with every workout; another number where any rule here changes

LOW_FACTOR, HIGH_FACTOR = 0.80, 1.25  # of the range around the estimate
SHOWN_STEP = 5  # kcal: the range is shown rounded outward to whole steps
LIGHTEST_KG, HEAVIEST_KG = 50.0, 91.0  # assumed at the low and the high end where no weight is known
LONG_REST_SECONDS = 60.0  # a visit to a rest, get-ready or switch counts at the step's MET up to this
LONG_REST = Met("", 1.5)  # and beyond it at this: standing or sitting quietly, no code of its own

LIGHT_EFFORT = 2  # CR-10: "easy" and below moves to the lighter code of the family
HARD_EFFORT = 8  # beyond "very hard" (7) moves to the more vigorous one

# Codes of the Compendium that say the same activity done lighter or harder, lightest first. Left out on purpose are
# families in which one step would more than double the estimate (02112 ball exercise 2.8 to 9.5, 02056 body-weight
# resistance 3.0 to 6.5): how hard a slow exercise felt doesn't vouch for so much oxygen.
FAMILIES: Final = (
    (Met("02024", 2.8), Met("02022", 3.8), Met("02020", 7.5)),  # calisthenics
    (Met("02054", 3.5), Met("02050", 6.0)),  # resistance training
    (Met("02034", 3.5), Met("02035", 5.0), Met("02040", 7.5)),  # circuit training
    (Met("02005", 4.8), Met("02006", 8.0)),  # aerobic dance
    (Met("02103", 1.8), Met("02105", 2.8)),  # Pilates
)
_PLACES: Final = {met.code: (family, place) for family in FAMILIES for place, met in enumerate(family)}

# The effort told afterwards is that of the training, not of its warm-up and stretch.
_TRAINING: Final = (BlockKind.STRENGTH, BlockKind.CARDIO)


class Basis(StrEnum):
    """Why a line counts with the MET it does."""

    OWN = "own"  # the exercise's
    LONG_REST = "long-rest"
    FELT_LIGHT = "felt-light"  # moved to the lighter code of its family
    FELT_HARD = "felt-hard"  # moved to the more vigorous code of its family


class Energy(Struct, frozen=True):
    """Gross kilocalories: the estimate and the range around it."""

    low: float
    mid: float
    high: float

    @property
    def shown_low(self) -> int:
        """The low end, rounded down to 5 kcal."""
        return floor(_settled(self.low / SHOWN_STEP)) * SHOWN_STEP

    @property
    def shown_high(self) -> int:
        """The high end, rounded up to 5 kcal."""
        return ceil(_settled(self.high / SHOWN_STEP)) * SHOWN_STEP


class LedgerLine(Struct, frozen=True):
    """One span and what it counts. `own` is the MET of the exercise, `used` the one counted with."""

    step: int
    part_of: int  # the step whose part of the session it is: of a rest the one that follows, else `step`
    block: BlockKind
    exercise: str
    variant: str
    kind: PhaseKind
    own: Met
    used: Met
    basis: Basis
    seconds: float
    kcal: float  # at `Ledger.assumed_kg`


class Ledger(Energy, frozen=True):
    """An estimate with all that leads to it. `weight_kg` None: not known; the range then spans 50 to 91 kg."""

    lines: tuple[LedgerLine, ...]
    weight_kg: float | None
    effort: int | None
    method: str = METHOD

    @property
    def assumed_kg(self) -> float:
        """The weight the lines and `mid` are counted with: the middle of the assumed ones if it isn't known."""
        return _mid_kg(self.weight_kg)


def estimate(spans: Iterable[Span], weight_kg: float | None, effort: int | None = None) -> Energy:
    """The energy of the spans, without the lines: additive over spans, so sessions may be summed.

    `effort` is CR-10, None where it wasn't told.
    """
    met_minutes = sum(_used(span, effort)[0].value * span.seconds / 60.0 for span in spans)
    per_kg = met_minutes * 3.5 / 200.0
    low_kg, high_kg = (LIGHTEST_KG, HEAVIEST_KG) if weight_kg is None else (weight_kg, weight_kg)
    return Energy(per_kg * low_kg * LOW_FACTOR, per_kg * _mid_kg(weight_kg), per_kg * high_kg * HIGH_FACTOR)


def ledger(spans: Iterable[Span], weight_kg: float | None, effort: int | None = None) -> Ledger:
    """The same with a line for each span."""
    spans = tuple(spans)
    total = estimate(spans, weight_kg, effort)
    kg = _mid_kg(weight_kg)
    lines = tuple(_line(span, part_of, kg, effort) for span, part_of in zip(spans, parts_of(spans), strict=True))
    return Ledger(total.low, total.mid, total.high, lines, weight_kg, effort)


def parts_of(spans: Sequence[Span]) -> tuple[int, ...]:
    """Of which step each span is a part: its own, or of a rest the one it led to.

    The rest counts with the MET of the step before it all the same. One that led nowhere stays with that step.
    """
    parts: list[int] = []
    following: int | None = None
    for span in reversed(spans):
        if span.kind is not PhaseKind.REST:
            following = span.step
        parts.append(span.step if following is None else following)
    return tuple(reversed(parts))


def gross_kcal(met: float, weight_kg: float, seconds: float) -> float:
    """Kilocalories of that many active seconds at that MET, resting metabolism included."""
    return met * 3.5 * weight_kg / 200.0 * seconds / 60.0


def _line(span: Span, part_of: int, weight_kg: float, effort: int | None) -> LedgerLine:
    used, basis = _used(span, effort)
    return LedgerLine(
        step=span.step,
        part_of=part_of,
        block=span.block,
        exercise=span.exercise,
        variant=span.variant,
        kind=span.kind,
        own=span.met,
        used=used,
        basis=basis,
        seconds=span.seconds,
        kcal=gross_kcal(used.value, weight_kg, span.seconds),
    )


def _used(span: Span, effort: int | None) -> tuple[Met, Basis]:
    """The MET a span counts with. Only work moves with the effort: it says nothing of the rests."""
    if span.kind is not PhaseKind.WORK:
        return (LONG_REST, Basis.LONG_REST) if span.seconds > LONG_REST_SECONDS else (span.met, Basis.OWN)
    if effort is None or LIGHT_EFFORT < effort < HARD_EFFORT or span.block not in _TRAINING:
        return span.met, Basis.OWN
    family, place = _PLACES.get(span.met.code, ((span.met,), 0))
    if effort <= LIGHT_EFFORT and place > 0:
        return family[place - 1], Basis.FELT_LIGHT
    if effort >= HARD_EFFORT and place + 1 < len(family):
        return family[place + 1], Basis.FELT_HARD
    return span.met, Basis.OWN


def _mid_kg(weight_kg: float | None) -> float:
    return (LIGHTEST_KG + HEAVIEST_KG) / 2 if weight_kg is None else weight_kg


def _settled(value: float) -> float:
    """Without the last digits, lest 135.00000000000003 be rounded up to 140."""
    return round(value, 9)
