"""The Ready page's calories, worded: ours for the main part and for all of it, a page's claim beside them."""

from collections.abc import Collection

from trainer.core.energy import Energy, estimate
from trainer.core.preferences import WeightUnit
from trainer.core.routine import Claim
from trainer.core.timeline import Timeline
from trainer.language import tr
from trainer.ui.ledger.account import spans_without
from trainer.ui.ledger.words import range_words, weight_text
from trainer.ui.widgets.range_bars import RangeBar, RangeKind
from trainer.ui.workout.amounts import range_text, whole_minutes


def calorie_bars(
    plan: Timeline,
    optional: Collection[str],
    off: Collection[str],
    weight_kg: float | None,
    unit: WeightUnit,
    claim: Claim | None,
) -> tuple[RangeBar, ...]:
    """The main part alone, then with what of the `optional` blocks isn't `off`, then the claim."""
    main = spans_without(plan, optional)
    bars = []
    if main:
        minutes = whole_minutes(sum(span.seconds for span in main))
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


def _bar(label: str, energy: Energy, kind: RangeKind) -> RangeBar:
    words = range_words(energy)
    return RangeBar(label, energy.shown_low, energy.shown_high, words, kind)
