"""Value scales: round ticks, and a top that one absurd value can't raise over all the others."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor, log10

from msgspec import Struct

OUTLIER_FACTOR = 2.5  # a value this many times the next lower one, and the floor, is cut with a break mark
OUTLIER_SHARE = 0.05  # at most this share of the values (and always one) may be cut; more is no exception but the data
HEADROOM = 1.08  # free room over the highest bar
CUT_HEADROOM = 1.25  # the same where a bar is cut: its figure stands over all others


class Scale(Struct, frozen=True):
    """An axis from 0 to `top`, ticks included. Values over `top` are drawn up to it, with a break."""

    top: float
    ticks: tuple[float, ...]


def value_scale(values: Sequence[float], floor_: float, intervals: int) -> Scale:
    """The scale for `values` (none negative), reaching at least to `floor_`, with at most `intervals` intervals."""
    highest = highest_kept(values, floor_)
    is_cut = max(values, default=0.0) > max(highest, floor_)
    top = max(floor_, highest * (CUT_HEADROOM if is_cut else HEADROOM))
    step = round_step(top, intervals)
    return Scale(top, tuple(step * n for n in range(floor(top / step) + 1)))


def highest_kept(values: Iterable[float], floor_: float) -> float:
    """The largest value that is no outlier; 0 without values."""
    ranked = [*sorted((value for value in values if value > 0), reverse=True), 0.0]
    allowed = max(1, int((len(ranked) - 1) * OUTLIER_SHARE))
    cuts = [
        n
        for n, (value, below) in enumerate(pairwise(ranked), start=1)
        if n <= allowed and value > OUTLIER_FACTOR * max(below, floor_)
    ]
    return ranked[cuts[-1]] if cuts else ranked[0]


def round_step(top: float, intervals: int) -> float:
    """The smallest of 1, 2, 4, 5 times a power of ten that divides 0..`top` into at most `intervals` intervals."""
    least = top / max(1, intervals)
    power = 10.0 ** floor(log10(least))
    return next((factor * power for factor in (1, 2, 4, 5) if factor * power >= least * (1 - 1e-9)), 10 * power)
