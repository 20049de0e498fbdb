"""What the week plan shows, worked out from the plan and the log. Pure: values in, values out."""

from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from trainer.core.streaks import Streak
from trainer.core.week_plan import Trained, Weekday, WeekPlan, planned_week, weekday_of
from trainer.language import ntr, tr
from trainer.ui.progress.wording import weekday_name, weekday_short


class PlanItem(Struct, frozen=True):
    """One routine on one day. `state`: what became of it, in words; empty: nothing so far."""

    routine: str  # id
    name: str
    done: bool = False
    state: str = ""


class PlanDay(Struct, frozen=True):
    """One day of the week that runs."""

    day: date
    weekday: Weekday
    heading: str
    name: str  # of the weekday, in full
    is_today: bool
    items: tuple[PlanItem, ...]


def plan_days(
    plan: WeekPlan, start: date, today: date, trained: Iterable[Trained], name_of: Callable[[str], str]
) -> tuple[PlanDay, ...]:
    """The seven days from `start` on. Nothing that is not done is called missed.

    `name_of`: the routine's name by its id; empty where there is no such routine any more.
    """
    by_day: dict[date, list[PlanItem]] = {date.fromordinal(start.toordinal() + n): [] for n in range(7)}
    for one in planned_week(plan, start, trained):
        state = ""
        if one.done_on is not None:
            on_its_day = one.done_on == one.day
            state = tr("done") if on_its_day else tr("done {weekday}").format(weekday=weekday_short(one.done_on))
        name = name_of(one.routine) or tr("A routine that is gone")
        by_day[one.day].append(PlanItem(one.routine, name, done=bool(state), state=state))
    return tuple(
        PlanDay(
            day=day,
            weekday=weekday_of(day),
            heading=_heading(day, today),
            name=weekday_name(day),
            is_today=day == today,
            items=tuple(items),
        )
        for day, items in by_day.items()
    )


def _heading(day: date, today: date) -> str:
    if day == today:
        return tr("Today")
    return tr("{weekday} {day}").format(weekday=weekday_short(day), day=day.day)


def streak_sentence(streak: Streak) -> str:
    """Weeks in a row with a workout; empty where there never was one."""
    if streak.longest == 0:
        return ""
    if streak.weeks == 0:
        return ntr("Longest streak: {n} week", "Longest streak: {n} weeks", streak.longest)
    now = ntr("{n} week in a row", "{n} weeks in a row", streak.weeks)
    if streak.weeks == streak.longest:
        return now
    return tr("{now}, the longest {longest}").format(now=now, longest=streak.longest)


def week_sentence(days: Iterable[PlanDay]) -> str:
    """How much of the week's plan is done, or what a plan is for."""
    items = [item for day in days for item in day.items]
    if not items:
        return tr("Give routines a day. What isn't done on its day can be done on another; nothing counts as missed.")
    done = sum(item.done for item in items)
    return tr("{done} of {n} done this week.").format(done=done, n=len(items))
