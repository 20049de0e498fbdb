"""How calories were counted, worded: every exercise with its time, MET and share. Pure: values in, values out."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from trainer.core.energy import (
    HEAVIEST_KG,
    HIGH_FACTOR,
    LIGHTEST_KG,
    LOW_FACTOR,
    SHOWN_STEP,
    Basis,
    Ledger,
    LedgerLine,
)
from trainer.core.preferences import WeightUnit
from trainer.core.routine import Claim
from trainer.language import tr
from trainer.ui.widgets.weight import weight_words
from trainer.ui.workout.amounts import capitalised, range_text
from trainer.ui.workout.wording import clock


class LedgerRow(Struct, frozen=True):
    """One exercise of one block: its active time, the MET it counts with, its share of the estimate."""

    name: str
    time: str
    met: str
    kcal: str
    why: str = ""  # why the MET is not the exercise's own


class LedgerBlock(Struct, frozen=True):
    """The rows of a block."""

    name: str
    rows: tuple[LedgerRow, ...]


class LedgerWords(Struct, frozen=True):
    """The whole account."""

    blocks: tuple[LedgerBlock, ...]
    total: LedgerRow
    notes: tuple[str, ...]


class StepName(Struct, frozen=True):
    """What a step is called, and the block it stands in."""

    block: str
    name: str


def ledger_words(
    ledger: Ledger, steps: Mapping[int, StepName], claim: Claim | None, unit: WeightUnit = WeightUnit.KG
) -> LedgerWords:
    """Word a ledger. `steps` names every step its lines speak of."""
    blocks: dict[str, dict[tuple[str, float, Basis], list[LedgerLine]]] = {}
    for line in ledger.lines:
        named = steps[line.step]
        rows = blocks.setdefault(named.block, {})
        rows.setdefault((named.name, line.used.value, line.basis), []).append(line)
    return LedgerWords(
        blocks=tuple(
            LedgerBlock(block, tuple(_row(key[0], key[2], lines) for key, lines in rows.items()))
            for block, rows in blocks.items()
        ),
        total=_sum(tr("Together"), ledger.lines),
        notes=_notes(ledger, claim, unit),
    )


def block_rows(ledger: Ledger, steps: Mapping[int, StepName]) -> tuple[LedgerRow, ...]:
    """A row for each block, and their sum last."""
    blocks: dict[str, list[LedgerLine]] = {}
    for line in ledger.lines:
        blocks.setdefault(steps[line.step].block, []).append(line)
    rows = [_sum(name, lines) for name, lines in blocks.items()]
    return (*rows, _sum(tr("Together"), ledger.lines))


def conclusion(ledger: Ledger, unit: WeightUnit) -> str:
    """How the sum becomes the range, in short."""
    shown = range_text(ledger.shown_low, ledger.shown_high)
    if ledger.weight_kg is None:
        return tr("No weight is set: {range} spans {light} to {heavy}.").format(
            range=shown, light=weight_words(LIGHTEST_KG, unit), heavy=weight_words(HEAVIEST_KG, unit)
        )
    return tr("No two bodies spend the same, so it is shown as {range}.").format(range=shown)


def weight_text(kg: float | None, unit: WeightUnit) -> str:
    """Whose weight a range is for: "70 kg", or "50 kg to 91 kg" where none is known."""
    if kg is None:
        return tr("{low} to {high}").format(low=weight_words(LIGHTEST_KG, unit), high=weight_words(HEAVIEST_KG, unit))
    return weight_words(kg, unit)


def _row(name: str, basis: Basis, lines: Sequence[LedgerLine]) -> LedgerRow:
    used = lines[0].used
    met = tr("{value} MET").format(value=f"{used.value:.1f}")
    return LedgerRow(
        name=name,
        time=clock(sum(line.seconds for line in lines)),
        met=met,
        kcal=str(round(sum(line.kcal for line in lines))),
        why=_why(basis, used.code),
    )


def _sum(name: str, lines: Sequence[LedgerLine]) -> LedgerRow:
    kcal = round(sum(line.kcal for line in lines))
    return LedgerRow(name, clock(sum(line.seconds for line in lines)), "", tr("{n} kcal").format(n=kcal))


def _why(basis: Basis, code: str) -> str:
    match basis:
        case Basis.LONG_REST:
            return tr("a rest of over a minute")
        case Basis.FELT_LIGHT:
            return tr("it felt easy: code {code}").format(code=code)
        case Basis.FELT_HARD:
            return tr("it felt hard: code {code}").format(code=code)
        case Basis.OWN:
            return ""


def _notes(ledger: Ledger, claim: Claim | None, unit: WeightUnit) -> tuple[str, ...]:
    shown = range_text(ledger.shown_low, ledger.shown_high)
    if ledger.weight_kg is None:
        ends = tr(
            "No weight is set, so the range runs from {light} at the low end to {heavy} at the high end, "
            "rounded outward to {step}: {range} kcal."
        ).format(
            light=weight_words(LIGHTEST_KG, unit), heavy=weight_words(HEAVIEST_KG, unit), step=SHOWN_STEP, range=shown
        )
    else:
        ends = tr(
            "No two bodies spend the same, so it is shown as a range: {low} to {high} times the sum, "
            "rounded outward to {step}: {range} kcal."
        ).format(low=f"{LOW_FACTOR:.2f}", high=f"{HIGH_FACTOR:.2f}", step=SHOWN_STEP, range=shown)
    notes = [
        tr(
            "Each line is MET \N{MULTIPLICATION SIGN} 3.5 \N{MULTIPLICATION SIGN} kg \N{DIVISION SLASH} 200 "
            "\N{MULTIPLICATION SIGN} minutes of active time. One MET is what a body spends at rest; the values are "
            "those of the 2024 Adult Compendium. Pauses count nothing, and nothing is added for an afterburn."
        ),
        ends,
    ]
    if claim is not None and claim.kcal_low is not None and claim.kcal_high is not None:
        notes.append(
            tr(
                "{source} claims {range} kcal without saying for whom or how it was counted. "
                "It stands beside ours and is never mixed in."
            ).format(
                source=capitalised(claim.source),
                range=range_text(claim.kcal_low, claim.kcal_high),
            )
        )
    return tuple(notes)
