"""The weeks of a log, summed by SQLite: what ten years of days would take Python four times as long for."""

import sqlite3
from datetime import date
from typing import Any

from trainer.core.progress import STRENGTH_DAY_SECONDS, Week
from trainer.core.routine import BlockKind

# Each begins with the number of the week: julianday() less 1721424.5 is `date.toordinal()`, less the first weekday.
_WEEKS = """
SELECT (CAST(julianday(local_date) - 1721424.5 AS INTEGER) - 1 - ?) / 7, count(*), sum(warm_up_seconds),
    sum(strength_seconds), sum(cardio_seconds), sum(mobility_seconds), sum(stretch_seconds), sum(vigorous_seconds),
    sum(kcal_low), sum(kcal_mid), sum(kcal_high),
    coalesce(sum(effort * (
        warm_up_seconds + strength_seconds + cardio_seconds + mobility_seconds + stretch_seconds
    )), 0) / 60.0, count(*) - count(effort)
FROM workout
WHERE deleted_utc IS NULL AND state <> 'open'
GROUP BY 1 ORDER BY 1"""

# Two short sessions make a day of strength too, so these are grouped by day first; the index has the days in order.
_STRENGTH_DAYS = """
SELECT (CAST(julianday(local_date) - 1721424.5 AS INTEGER) - 1 - ?) / 7, count(*)
FROM (
    SELECT local_date FROM workout
    WHERE deleted_utc IS NULL AND state <> 'open'
    GROUP BY local_date HAVING sum(strength_seconds) >= ?
)
GROUP BY 1"""


def select_weeks(connection: sqlite3.Connection, first_weekday: int) -> tuple[Week, ...]:
    """Every week that has a workout, oldest first; weekdays as `date.weekday()` counts them, Monday 0."""
    strength = dict(connection.execute(_STRENGTH_DAYS, (first_weekday, STRENGTH_DAY_SECONDS)))
    rows = connection.execute(_WEEKS, (first_weekday,))
    return tuple(_week(row, strength.get(row[0], 0), first_weekday) for row in rows)


def _week(row: tuple[Any, ...], strength_days: int, first_weekday: int) -> Week:
    (number, sessions, warm_up, strength, cardio, mobility, stretch, vigorous, low, mid, high, load, unrated) = row
    return Week(
        start=date.fromordinal(7 * number + 1 + first_weekday),
        sessions=sessions,
        minutes={
            BlockKind.WARM_UP: warm_up / 60,
            BlockKind.STRENGTH: strength / 60,
            BlockKind.CARDIO: cardio / 60,
            BlockKind.MOBILITY: mobility / 60,
            BlockKind.STRETCH: stretch / 60,
        },
        vigorous_minutes=vigorous / 60,
        strength_days=strength_days,
        kcal_low=low,
        kcal_mid=mid,
        kcal_high=high,
        load=load,
        unrated=unrated,
    )
