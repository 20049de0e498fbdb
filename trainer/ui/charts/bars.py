"""Bars: what a chart shows of the log.

A bar is a week or, where weeks would be hairlines, the average week of a month or year, so that the weekly goal lines
stay true at every range.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from trainer.core.progress import Week
from trainer.core.routine import BlockKind

LEGIBLE_PITCH = 4.0  # pixels from bar to bar, below which weeks are gathered into months and months into years


class BarUnit(StrEnum):
    """The stretch of time one bar stands for."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bar(Struct, frozen=True):
    """A week, or the average over `weeks` weeks. Minutes and kcal are per week; `sessions` is the sum."""

    start: date  # first day of its first week
    weeks: int
    strength: float  # minutes, toning included
    cardio: float  # minutes, warm-up included
    mobility: float  # minutes, stretching included
    goal_minutes: float  # moderate minutes, a vigorous one counted double
    kcal_low: float
    kcal_mid: float
    kcal_high: float
    sessions: int

    @property
    def total(self) -> float:
        """All minutes of the (average) week."""
        return self.strength + self.cardio + self.mobility


def bars_of(weeks: Sequence[Week], unit: BarUnit) -> tuple[Bar, ...]:
    """`weeks` (oldest first, without holes) as bars. A week belongs to the month and year in which it starts."""
    key = _KEYS[unit]
    return tuple(_average(list(group)) for _, group in groupby(weeks, key=lambda week: key(week.start)))


def unit_for(weeks: int, width: float) -> BarUnit:
    """The smallest unit whose bars stay legible when `weeks` weeks share `width` pixels."""
    if weeks * LEGIBLE_PITCH <= width:
        return BarUnit.WEEK
    if weeks * LEGIBLE_PITCH * 12 / 52 <= width:
        return BarUnit.MONTH
    return BarUnit.YEAR


def last_day(bar: Bar) -> date:
    """The day on which the last week of `bar` ends, if its weeks follow each other."""
    return bar.start + timedelta(days=7 * bar.weeks - 1)


_KEYS: Mapping[BarUnit, Callable[[date], object]] = {
    BarUnit.WEEK: lambda start: start,
    BarUnit.MONTH: lambda start: (start.year, start.month),
    BarUnit.YEAR: lambda start: start.year,
}
_STRENGTH = (BlockKind.STRENGTH,)
_CARDIO = (BlockKind.WARM_UP, BlockKind.CARDIO)
_MOBILITY = (BlockKind.MOBILITY, BlockKind.STRETCH)


def _average(weeks: Sequence[Week]) -> Bar:
    n = len(weeks)

    def minutes(kinds: tuple[BlockKind, ...]) -> float:
        return sum(week.minutes.get(kind, 0.0) for week in weeks for kind in kinds) / n

    return Bar(
        start=weeks[0].start,
        weeks=n,
        strength=minutes(_STRENGTH),
        cardio=minutes(_CARDIO),
        mobility=minutes(_MOBILITY),
        goal_minutes=sum(week.moderate_minutes for week in weeks) / n,
        kcal_low=sum(week.kcal_low for week in weeks) / n,
        kcal_mid=sum(week.kcal_mid for week in weeks) / n,
        kcal_high=sum(week.kcal_high for week in weeks) / n,
        sessions=sum(week.sessions for week in weeks),
    )
