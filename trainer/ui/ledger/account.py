"""The account behind a figure in kilocalories: its rows, worded so that what is shown adds up. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, structs

from trainer.core.apportioning import apportioned
from trainer.core.energy import METHOD, Energy, Ledger, LedgerLine, ledger
from trainer.core.preferences import WeightUnit
from trainer.core.progress import ledger_of
from trainer.core.routine import Claim
from trainer.core.tally import planned_spans
from trainer.core.timeline import PhaseKind, Timeline
from trainer.core.workout import Span, Workout
from trainer.language import tr
from trainer.ui.ledger.words import (
    basis_sentence,
    claim_sentence,
    counted_sentence,
    decimal,
    phase_words,
    range_words,
    weight_text,
    whole,
)
from trainer.ui.widgets.step_words import move_name
from trainer.ui.widgets.weight import weight_words

_NO_FORMS: Mapping[str, str] = {}


class StepName(Struct, frozen=True):
    """What a step is called, the block it stands in, and its forms: variant id -> name."""

    block: str
    name: str
    forms: Mapping[str, str] = _NO_FORMS

    def in_form(self, variant: str) -> str:
        """The exercise in that form: "Reverse Fly, one arm"."""
        return move_name(self.name, self.forms.get(variant, variant) if variant else "")


Names = Mapping[int, StepName]


class AccountRow(Struct, frozen=True):
    """A row of the table. Of a group's heading and of the sum there are neither code nor MET nor weight."""

    name: str
    seconds: str
    kcal: str
    code: str = ""
    met: str = ""
    kg: str = ""
    reason: str = ""  # why it counts otherwise than its exercise does
    is_heading: bool = False
    is_work: bool = False


class Account(Struct, frozen=True):
    """A figure and all that leads to it."""

    title: str
    figure: str  # the range
    whose: str
    rows: tuple[AccountRow, ...]  # the sum last
    reasons: tuple[str, str]  # where the range comes from; why a page's claim may differ
    claim: str = ""  # the page's figures, empty where it makes no claim


class _Entry(Struct, frozen=True):
    part: int  # entries of one heading but of another part stand apart
    group: str
    name: str
    line: LedgerLine
    kg: float


def account_of_workout(workout: Workout, unit: WeightUnit = WeightUnit.KG) -> Account:
    """The account of a workout in the log, by the present method and with the weight it was counted with.

    Where the log has it by another method, it says so: the figure there may be another until it is recounted.
    """
    counted = ledger_of(workout)
    account = _account(
        workout.routine_name,
        counted,
        _entries(counted, names_of_workout(workout)),
        workout.weight_kg,
        unit,
        workout.claim,
    )
    if workout.energy_method == METHOD:
        return account
    said = tr("{whose}, by the newest method; the log has it by {method} until it is recounted")
    return structs.replace(account, whose=said.format(whose=account.whose, method=workout.energy_method))


def account_of_plan(
    plan: Timeline, off: Collection[str], weight_kg: float | None, unit: WeightUnit, claim: Claim | None
) -> Account:
    """The account of a session that is still to come, without the blocks `off`, if all goes as planned."""
    counted = ledger(spans_without(plan, off), weight_kg)
    return _account(plan.name, counted, _entries(counted, names_of_plan(plan)), weight_kg, unit, claim)


def account_of_workouts(
    title: str, workouts: Sequence[Workout], heading: Callable[[Workout], str], unit: WeightUnit = WeightUnit.KG
) -> Account:
    """The account of several workouts, of a week say: a group of rows for each, under its `heading`."""
    entries: list[_Entry] = []
    low = mid = high = 0.0
    for part, workout in enumerate(workouts):
        counted = ledger_of(workout)
        low, mid, high = low + counted.low, mid + counted.mid, high + counted.high
        entries += _entries(counted, names_of_workout(workout), heading(workout), part)
    weights = {workout.weight_kg for workout in workouts}
    known = None not in weights
    own_weights = tr("likely, each workout with its own weight")
    whose = _whose(weights.pop(), unit) if len(weights) == 1 else own_weights
    rows = _rows(entries)
    energy = Energy(low, mid, high)
    reasons = (counted_sentence(mid, weight_known=known, unit=unit), claim_sentence(None))
    return Account(title, range_words(energy), whose, rows, reasons)


def names_of_workout(workout: Workout) -> dict[int, StepName]:
    """What the steps of a workout are called."""
    return {
        step.index: StepName(step.block_name, step.name, {step.variant: step.variant_name} if step.variant else {})
        for step in workout.steps
    }


def names_of_plan(plan: Timeline) -> dict[int, StepName]:
    """What the steps of a plan are called."""
    return {
        step.index: StepName(
            plan.blocks[step.block].name, step.name, {rung.variant: rung.name for rung in step.ladder if rung.variant}
        )
        for step in plan.steps
    }


def _account(
    title: str, counted: Ledger, entries: Sequence[_Entry], kg: float | None, unit: WeightUnit, claim: Claim | None
) -> Account:
    claimed = claim if claim is not None and claim.kcal_high is not None else None
    reasons = (counted_sentence(counted.mid, weight_known=kg is not None, unit=unit), claim_sentence(claimed))
    words = ""
    if claimed is not None and claimed.kcal_low is not None and claimed.kcal_high is not None:
        words = tr("the page claims {low}\N{EN DASH}{high}").format(
            low=whole(claimed.kcal_low), high=whole(claimed.kcal_high)
        )
    return Account(title, range_words(counted), _whose(kg, unit), _rows(entries), reasons, words)


def _entries(counted: Ledger, names: Names, group: str | None = None, part: int = 0) -> list[_Entry]:
    """An entry for each line; `group` None: the block the line is part of."""
    entries = []
    for line in counted.lines:
        own = names.get(line.step) or StepName("", line.exercise)
        block = group if group is not None else names.get(line.part_of, own).block
        entries.append(_Entry(part, block, phase_words(line, own.in_form(line.variant)), line, counted.assumed_kg))
    return entries


def _rows(entries: Sequence[_Entry]) -> tuple[AccountRow, ...]:
    """Every group with its heading, then the sum. Seconds are whole, kilocalories have a decimal, and all add up."""
    begins = {(entry.part, entry.group): n for n, entry in reversed(list(enumerate(entries)))}
    entries = sorted(entries, key=lambda entry: begins[entry.part, entry.group])
    seconds = apportioned([entry.line.seconds for entry in entries])
    tenths = apportioned([entry.line.kcal for entry in entries], 1)
    rows: list[AccountRow] = []
    for (_, group), members in groupby(range(len(entries)), key=lambda n: (entries[n].part, entries[n].group)):
        places = list(members)
        rows.append(_sum(group, [seconds[n] for n in places], [tenths[n] for n in places]))
        rows += (_row(entries[n], seconds[n], tenths[n]) for n in places)
    return (*rows, _sum(tr("Together"), seconds, tenths))


def _row(entry: _Entry, seconds: int, tenths: int) -> AccountRow:
    line = entry.line
    return AccountRow(
        name=entry.name,
        seconds=whole(seconds),
        kcal=decimal(tenths / 10),
        code=line.used.code or tr("none"),
        met=decimal(line.used.value),
        kg=decimal(entry.kg),
        reason=basis_sentence(line),
        is_work=line.kind is PhaseKind.WORK,
    )


def _sum(name: str, seconds: Sequence[int], tenths: Sequence[int]) -> AccountRow:
    return AccountRow(name, whole(sum(seconds)), decimal(sum(tenths) / 10), is_heading=True)


def _whose(kg: float | None, unit: WeightUnit) -> str:
    if kg is None:
        return tr("likely, no weight known: for {weights}").format(weights=weight_text(None, unit))
    return tr("likely, for {weight}").format(weight=weight_words(kg, unit))


def spans_without(plan: Timeline, off: Collection[str]) -> tuple[Span, ...]:
    """The planned spans of every block not in `off`: a rest goes with the block it leads to."""
    spans = zip(plan.phases, planned_spans(plan), strict=True)
    return tuple(span for phase, span in spans if plan.blocks[plan.steps[phase.step].block].name not in off)
