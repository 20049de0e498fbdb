"""Streaks: weeks in a row with a workout. Weeks, not days: a day of rest breaks nothing."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from trainer.core.progress import week_start


class Streak(Struct, frozen=True):
    """Weeks in a row with at least one workout: those that lead up to now, and the most there ever were.

    The week that runs counts as soon as it has a workout, and until its last day it breaks nothing.
    """

    weeks: int
    longest: int
    this_week: bool  # whether the week that runs has a workout


def streak(days: Iterable[date], today: date, first_weekday: int) -> Streak:
    """The streak of the days with a workout, in any order. Weekdays as `date.weekday()` counts them, Monday 0.

    A day after today (a clock was set back) counts nothing.
    """
    now = week_start(today, first_weekday).toordinal()
    starts = {week_start(day, first_weekday).toordinal() for day in days if day <= today}
    longest = 0
    for start in starts:
        if start - 7 not in starts:
            longest = max(longest, _run(starts, start, 7))
    last = now if now in starts else now - 7
    return Streak(_run(starts, last, -7), longest, now in starts)


def _run(starts: set[int], start: int, step: int) -> int:
    """How many weeks follow each other from `start` on, that one included."""
    weeks = 0
    while start + weeks * step in starts:
        weeks += 1
    return weeks
