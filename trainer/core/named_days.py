"""Spans of days one asks for by name: the last 28, this year."""

from datetime import date, timedelta
from enum import StrEnum

from trainer.core.progress import week_start


class NamedDays(StrEnum):
    """OTHER is the person's to say."""

    ALL = "all"
    THIS_WEEK = "this-week"
    MONTH = "28-days"
    QUARTER = "90-days"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    OTHER = "other"


def span_of(days: NamedDays, today: date, first_weekday: int = 0) -> tuple[date | None, date | None]:
    """The first and the last day; None: no end, as of ALL and OTHER. Weekdays as `date.weekday()` counts them."""
    match days:
        case NamedDays.THIS_WEEK:
            start = week_start(today, first_weekday)
            return start, start + timedelta(days=6)
        case NamedDays.MONTH:
            return today - timedelta(days=27), None
        case NamedDays.QUARTER:
            return today - timedelta(days=89), None
        case NamedDays.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case NamedDays.LAST_YEAR:
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        case NamedDays.ALL | NamedDays.OTHER:
            return None, None
