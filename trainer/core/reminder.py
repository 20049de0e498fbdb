"""Reminder: when the person is reminded of what is planned: once a day, at one time, of what is not done yet."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from trainer.core.progress import week_start
from trainer.core.week_plan import Trained, WeekPlan, planned_week, routines_on


def still_planned(plan: WeekPlan, day: date, first_weekday: int, trained: Iterable[Trained]) -> tuple[str, ...]:
    """Ids of the routines that are meant for that day and not done in its week so far."""
    week = planned_week(plan, week_start(day, first_weekday), trained)
    return tuple(one.routine for one in week if one.day == day and one.done_on is None)


def is_time(plan: WeekPlan, minute_of_day: int, before: datetime, now: datetime) -> bool:
    """Whether the time to be reminded has come since `before`; both moments local, naive.

    A moment that was slept through counts as long as its day lasts; that of another day is past.
    """
    moment = datetime.combine(now.date(), time()) + timedelta(minutes=minute_of_day)
    return before < moment <= now and bool(routines_on(plan, now.date()))
