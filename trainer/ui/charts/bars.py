"""Bars: what a chart shows of the log.

A bar is a day, a week or, where weeks would be hairlines, the average week of a month or year, so that the weekly goal
lines stay true at every range.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from trainer.core.progress import Totals, Week
from trainer.core.routine import BlockKind

LEGIBLE_PITCH = 4.0  # pixels from bar to bar, below which weeks are gathered into months and months into years


class BarUnit(StrEnum):
    """The stretch of time one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bar(Struct, frozen=True):
    """A day, a week, or the average over `weeks` weeks: minutes, kcal and load are then per week.

    `sessions` and `unrated` are sums.
    """

    start: date  # its first day
    end: date  # its last
    weeks: int  # 0 of a day
    warm_up: float  # minutes
    strength: float  # minutes, toning included
    cardio: float  # minutes
    mobility: float  # minutes, stretching included
    goal_minutes: float  # moderate minutes, a vigorous one counted double
    kcal_low: float
    kcal_mid: float
    kcal_high: float
    sessions: int
    load: float = 0.0  # effort times minutes, of the sessions with an effort
    unrated: int = 0  # sessions without one

    @property
    def total(self) -> float:
        """All minutes of the (average) week, or of the day."""
        return self.warm_up + self.strength + self.cardio + self.mobility

    @property
    def parts(self) -> tuple[float, float, float, float]:
        """Its minutes by kind, in the order they lie upon each other: KINDS."""
        return self.warm_up, self.strength, self.cardio, self.mobility


#: The kinds of minutes by the names of their colours, lowest first: the order of a session.
KINDS = ("warm_up", "strength", "cardio", "mobility")


def bars_of(weeks: Sequence[Week], unit: BarUnit) -> tuple[Bar, ...]:
    """`weeks` (oldest first, without holes) as bars. A week belongs to the month and year in which it starts."""
    key = _KEYS[unit]
    return tuple(_average(list(group)) for _, group in groupby(weeks, key=lambda week: key(week.start)))


def day_bars(totals: Iterable[Totals], first: date, last: date) -> tuple[Bar, ...]:
    """A bar for each day from `first` to `last`, empty or not."""
    by_day: dict[date, list[Totals]] = {}
    for one in totals:
        if first <= one.day <= last:
            by_day.setdefault(one.day, []).append(one)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(_day(day, by_day.get(day, ())) for day in days)


def unit_for(weeks: int, width: float) -> BarUnit:
    """The smallest unit whose bars stay legible when `weeks` weeks share `width` pixels."""
    if weeks * LEGIBLE_PITCH <= width:
        return BarUnit.WEEK
    if weeks * LEGIBLE_PITCH * 12 / 52 <= width:
        return BarUnit.MONTH
    return BarUnit.YEAR


_KEYS: Mapping[BarUnit, Callable[[date], object]] = {
    BarUnit.WEEK: lambda start: start,
    BarUnit.MONTH: lambda start: (start.year, start.month),
    BarUnit.YEAR: lambda start: start.year,
}
_PARTS = (
    (BlockKind.WARM_UP,),
    (BlockKind.STRENGTH,),
    (BlockKind.CARDIO,),
    (BlockKind.MOBILITY, BlockKind.STRETCH),
)


def _average(weeks: Sequence[Week]) -> Bar:
    n = len(weeks)
    warm_up, strength, cardio, mobility = (
        sum(week.minutes.get(kind, 0.0) for week in weeks for kind in kinds) / n for kinds in _PARTS
    )
    return Bar(
        start=weeks[0].start,
        end=weeks[-1].start + timedelta(days=6),
        weeks=n,
        warm_up=warm_up,
        strength=strength,
        cardio=cardio,
        mobility=mobility,
        goal_minutes=sum(week.moderate_minutes for week in weeks) / n,
        kcal_low=sum(week.kcal_low for week in weeks) / n,
        kcal_mid=sum(week.kcal_mid for week in weeks) / n,
        kcal_high=sum(week.kcal_high for week in weeks) / n,
        sessions=sum(week.sessions for week in weeks),
        load=sum(week.load for week in weeks) / n,
        unrated=sum(week.unrated for week in weeks),
    )


def _day(day: date, totals: Sequence[Totals]) -> Bar:
    warm_up, strength, cardio, mobility = (
        sum(one.seconds.get(kind, 0.0) for one in totals for kind in kinds) / 60 for kinds in _PARTS
    )
    return Bar(
        start=day,
        end=day,
        weeks=0,
        warm_up=warm_up,
        strength=strength,
        cardio=cardio,
        mobility=mobility,
        goal_minutes=warm_up + strength + cardio + mobility + sum(one.vigorous_seconds for one in totals) / 60,
        kcal_low=sum(one.kcal_low for one in totals),
        kcal_mid=sum(one.kcal_mid for one in totals),
        kcal_high=sum(one.kcal_high for one in totals),
        sessions=sum(one.sessions for one in totals),
        load=sum(one.load for one in totals),
        unrated=sum(one.unrated for one in totals),
    )
