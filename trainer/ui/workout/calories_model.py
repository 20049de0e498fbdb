"""The Ready page's calories, worded: ours for the main part and for all of it, a page's claim beside them."""

from collections.abc import Collection

from trainer.core.energy import Energy, Ledger, estimate, ledger
from trainer.core.preferences import WeightUnit
from trainer.core.routine import Claim
from trainer.core.tally import planned_spans
from trainer.core.timeline import Timeline
from trainer.core.workout import Span
from trainer.language import tr
from trainer.ui.widgets.range_bars import RangeBar, RangeKind
from trainer.ui.workout.amounts import range_text, whole_minutes
from trainer.ui.workout.ledger_model import StepName, weight_text


def calorie_bars(
    plan: Timeline,
    optional: Collection[str],
    off: Collection[str],
    weight_kg: float | None,
    unit: WeightUnit,
    claim: Claim | None,
) -> tuple[RangeBar, ...]:
    """The main part alone, then with what of the `optional` blocks isn't `off`, then the claim."""
    main = [span for span in planned_spans(plan) if _block(plan, span) not in optional]
    bars = []
    if main:
        # As long as the page says it is: a rest counts with the step it leads to, though it burns with the one before.
        seconds = (plan.expected(p) for p in plan.phases if plan.blocks[plan.steps[p.step].block].name not in optional)
        minutes = whole_minutes(sum(seconds))
        label = (
            tr("You at {weight}, {minutes} min main")
            if weight_kg is not None
            else tr("At {weight}, {minutes} min main")
        )
        label = label.format(weight=weight_text(weight_kg, unit), minutes=minutes)
        bars.append(_bar(label, estimate(main, weight_kg), RangeKind.OURS))
    besides = [block.name for block in plan.blocks if block.name in optional and block.name not in off]
    if besides:
        names = tr(" and ").join(name[:1].lower() + name[1:] for name in besides)
        label = (tr("You, with {blocks}") if weight_kg is not None else tr("With {blocks}")).format(blocks=names)
        bars.append(_bar(label, estimate(spans_without(plan, off), weight_kg), RangeKind.OURS_WIDER))
    if claim is not None and claim.kcal_low is not None and claim.kcal_high is not None:
        words = range_text(claim.kcal_low, claim.kcal_high)
        bars.append(RangeBar(tr("What the page claims"), claim.kcal_low, claim.kcal_high, words, RangeKind.CLAIM))
    return tuple(bars)


def planned_ledger(plan: Timeline, off: Collection[str], weight_kg: float | None) -> Ledger:
    """The ledger of the session as planned, the blocks `off` left out."""
    return ledger(spans_without(plan, off), weight_kg)


def planned_names(plan: Timeline) -> dict[int, StepName]:
    """What the ledger's lines are called."""
    return {step.index: StepName(plan.blocks[step.block].name, step.name) for step in plan.steps}


def spans_without(plan: Timeline, off: Collection[str]) -> tuple[Span, ...]:
    """The planned spans of every block not in `off`."""
    return tuple(span for span in planned_spans(plan) if _block(plan, span) not in off)


def _block(plan: Timeline, span: Span) -> str:
    return plan.blocks[plan.steps[span.step].block].name


def _bar(label: str, energy: Energy, kind: RangeKind) -> RangeBar:
    words = range_text(energy.shown_low, energy.shown_high)
    return RangeBar(label, energy.shown_low, energy.shown_high, words, kind)
