"""A true axis of time: days, months or years marked, as many as have room."""

from collections.abc import Iterator
from datetime import date, timedelta

from trainer.ui.charts.words import day_and_month, month_name

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100)

Tick = tuple[date, str]


def date_ticks(first: date, last: date, most: int) -> tuple[Tick, ...]:
    """The dates from `first` to `last` to be marked, at most `most`, at the finest distance that keeps to it."""
    for ticks in _candidates(first, last):
        found: list[Tick] = []
        for tick in ticks:
            if len(found) == max(1, most):
                break
            found.append(tick)
        else:
            if found:
                return tuple(found)
    return ()


def _candidates(first: date, last: date) -> Iterator[Iterator[Tick]]:
    yield from (_days(first, last, step) for step in _DAYS)
    yield from (_months(first, last, step) for step in _MONTHS)
    yield from (_years(first, last, step) for step in _YEARS)


def _days(first: date, last: date, step: int) -> Iterator[Tick]:
    """Counted back from the last, so that it has its mark."""
    count = (last - first).days
    for days in range(count % step, count + 1, step):
        day = first + timedelta(days=days)
        yield day, day_and_month(day)


def _months(first: date, last: date, step: int) -> Iterator[Tick]:
    """First days of months; January is told by its year."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0 and first <= day <= last:
            yield day, str(day.year) if day.month == 1 else month_name(day)


def _years(first: date, last: date, step: int) -> Iterator[Tick]:
    for year in range(first.year, last.year + 1):
        day = date(year, 1, 1)
        if year % step == 0 and first <= day:
            yield day, str(year)
