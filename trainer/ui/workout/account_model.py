"""Calories by block, worded so that the blocks add up. Pure: values in, values out."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.apportioning import apportioned
from trainer.core.energy import HEAVIEST_KG, LIGHTEST_KG, Ledger
from trainer.core.preferences import WeightUnit
from trainer.language import tr
from trainer.ui.ledger.account import StepName
from trainer.ui.ledger.words import range_words
from trainer.ui.widgets.weight import weight_words
from trainer.ui.workout.wording import clock


class BlockShare(Struct, frozen=True):
    """A block's active time and its share of the estimate, or those of all of them."""

    name: str
    time: str
    kcal: str


def block_shares(ledger: Ledger, steps: Mapping[int, StepName]) -> tuple[BlockShare, ...]:
    """A share for each block, and their sum last. A rest belongs to the block it leads to."""
    seconds: dict[str, float] = {}
    kcal: dict[str, float] = {}
    for line in ledger.lines:
        block = steps[line.part_of].block
        seconds[block] = seconds.get(block, 0.0) + line.seconds
        kcal[block] = kcal.get(block, 0.0) + line.kcal
    times, shares = apportioned(list(seconds.values())), apportioned(list(kcal.values()))
    rows = [_share(*row) for row in zip(seconds, times, shares, strict=True)]
    return (*rows, _share(tr("Together"), sum(times), sum(shares)))


def conclusion(ledger: Ledger, unit: WeightUnit) -> str:
    """How the sum becomes the range, in short."""
    shown = range_words(ledger)
    if ledger.weight_kg is None:
        return tr("No weight is set: {range} spans {light} to {heavy}.").format(
            range=shown, light=weight_words(LIGHTEST_KG, unit), heavy=weight_words(HEAVIEST_KG, unit)
        )
    return tr("No two bodies spend the same, so it is shown as {range}.").format(range=shown)


def _share(name: str, seconds: int, kcal: int) -> BlockShare:
    return BlockShare(name, clock(seconds), tr("{n} kcal").format(n=kcal))
