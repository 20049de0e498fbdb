"""Weeks and days of training, made to measure, for tests of charts and of Progress."""

from datetime import date, timedelta

from trainer.core.goals import Goals
from trainer.core.progress import Standing, Totals, Week
from trainer.core.routine import BlockKind

MONDAY = date(2026, 11, 16)  # of the present week in these tests
TODAY = date(2026, 11, 18)


def week(
    start: date = MONDAY,
    strength: float = 0.0,
    cardio: float = 0.0,
    mobility: float = 0.0,
    *,
    warm_up: float = 0.0,
    stretch: float = 0.0,
    vigorous: float = 0.0,
    kcal: float | None = None,
) -> Week:
    """A week of these minutes, at 4 kcal a minute unless said otherwise; no minutes, no session."""
    minutes = {
        BlockKind.WARM_UP: warm_up,
        BlockKind.STRENGTH: strength,
        BlockKind.CARDIO: cardio,
        BlockKind.MOBILITY: mobility,
        BlockKind.STRETCH: stretch,
    }
    total = sum(minutes.values())
    middle = 4 * total if kcal is None else kcal
    return Week(
        start=start,
        sessions=3 if total else 0,
        minutes=minutes,
        vigorous_minutes=vigorous,
        strength_days=2 if strength else 0,
        kcal_low=middle * 0.8,
        kcal_mid=middle,
        kcal_high=middle * 1.25,
    )


def this_week(strength: float, *, vigorous: float = 0.0, goals: Goals | None = None) -> Standing:
    """How the present week stands with so many minutes of strength."""
    return Standing(week(MONDAY, strength, vigorous=vigorous), goals or Goals())


def row_of_weeks(*strength: float, last: date = MONDAY) -> tuple[Week, ...]:
    """Weeks that follow each other up to `last`, of these minutes of strength."""
    first = last - timedelta(weeks=len(strength) - 1)
    return tuple(week(first + timedelta(weeks=n), minutes) for n, minutes in enumerate(strength))


def day(on: date, minutes: float, *, vigorous: float = 0.0) -> Totals:
    """A day with one session: a sixth of it warm-up, a sixth stretch, the rest strength."""
    seconds = dict.fromkeys(BlockKind, 0.0)
    seconds[BlockKind.WARM_UP] = seconds[BlockKind.STRETCH] = minutes * 10
    seconds[BlockKind.STRENGTH] = minutes * 40
    middle = 4 * minutes
    return Totals(on, 1, seconds, vigorous * 60, middle * 0.8, middle, middle * 1.25)
