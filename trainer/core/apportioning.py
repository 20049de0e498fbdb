"""Apportioning: rounding the parts of a sum so that what is shown adds up to the sum that is shown."""

from collections.abc import Sequence
from math import floor


def apportioned(values: Sequence[float], places: int = 0, total: int | None = None) -> tuple[int, ...]:
    """The values in whole units of 10 ** -places; together they are `total`, or their sum rounded half up.

    Each is rounded down; what is then missing goes, a unit each, to those that lost most (the method of largest
    remainders, Hamilton 1792), the earlier first where they lost the same. None is off by a whole unit. The values
    must not be negative.
    """
    scale = 10.0**places
    exact = [round(value * scale, 6) for value in values]  # lest 0.3 - 0.1 be taken for less than 0.2
    down = [floor(value) for value in exact]
    missing = (floor(round(sum(exact), 6) + 0.5) if total is None else total) - sum(down)
    by_loss = sorted(range(len(exact)), key=lambda place: round(down[place] - exact[place], 6))
    up = set(by_loss[: max(0, missing)])
    return tuple(value + (place in up) for place, value in enumerate(down))
