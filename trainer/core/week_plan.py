"""Week plan: which routines are meant for which day of the week, and what of it the log says is done.

A plan is a wish, not a debt: what was not done on its day may be done on another day of that week, and nothing is
ever called missed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

# A workout opened, looked at and left again is none: neither for the plan nor for a streak. Ours.
LEAST_SECONDS = 60.0


class Weekday(StrEnum):
    """The days of the week, in the order of `date.weekday()`."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


#: Routine ids by the day they are meant for, in the order they are meant; a day without any may be left out.
WeekPlan = Mapping[Weekday, Sequence[str]]


class Trained(Struct, frozen=True):
    """A workout in the log, as far as a plan needs it."""

    day: date  # the local date it began on
    routine: str  # id


class PlannedRoutine(Struct, frozen=True):
    """One routine on one day of one week. `done_on`: the day of that week it was done on, None: not so far."""

    day: date
    routine: str  # id
    done_on: date | None = None


def weekday_of(day: date) -> Weekday:
    """The day of the week of a date."""
    return tuple(Weekday)[day.weekday()]


def routines_on(plan: WeekPlan, day: date) -> tuple[str, ...]:
    """The ids of the routines that are meant for that day; one that stands there twice counts once."""
    return tuple(dict.fromkeys(plan.get(weekday_of(day), ())))


def planned_week(plan: WeekPlan, start: date, trained: Iterable[Trained] = ()) -> tuple[PlannedRoutine, ...]:
    """What is meant for the seven days from `start` on, in order, and what of it was done.

    A workout stands for one planned routine: first for that of its own day, then, of what is left, for the earliest
    of the same routine in that week. Workouts of other weeks are left out.
    """
    days = [start + timedelta(days=n) for n in range(7)]
    meant = [PlannedRoutine(day, routine) for day in days for routine in routines_on(plan, day)]
    done = Counter(trained)
    kept = [_done_on_its_day(one, done) for one in meant]
    left = sorted((one for one in done.elements() if one.day in days), key=lambda one: one.day)
    for place, one in enumerate(kept):
        if one.done_on is None:
            other = next((spare for spare in left if spare.routine == one.routine), None)
            if other is not None:
                left.remove(other)
                kept[place] = PlannedRoutine(one.day, one.routine, other.day)
    return tuple(kept)


def _done_on_its_day(one: PlannedRoutine, done: Counter[Trained]) -> PlannedRoutine:
    """The planned routine, done if there is a workout of it on its day, which is then used up."""
    workout = Trained(one.day, one.routine)
    if not done[workout]:
        return one
    done[workout] -= 1
    return PlannedRoutine(one.day, one.routine, one.day)


def planned_between(plan: WeekPlan, first: date, last: date) -> tuple[PlannedRoutine, ...]:
    """What is meant for every day from `first` to `last`, both included."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(PlannedRoutine(day, routine) for day in days for routine in routines_on(plan, day))


def with_routine(plan: WeekPlan, weekday: Weekday, routine: str) -> dict[Weekday, list[str]]:
    """The plan with a routine meant for one more day; as it was if it is there already."""
    changed = {day: list(routines) for day, routines in plan.items()}
    on_day = changed.setdefault(weekday, [])
    if routine not in on_day:
        on_day.append(routine)
    return _in_order(changed)


def without_routine(plan: WeekPlan, weekday: Weekday, routine: str) -> dict[Weekday, list[str]]:
    """The plan with a routine no longer meant for that day."""
    changed = {day: list(routines) for day, routines in plan.items()}
    changed[weekday] = [one for one in changed.get(weekday, []) if one != routine]
    return _in_order(changed)


def _in_order(plan: Mapping[Weekday, list[str]]) -> dict[Weekday, list[str]]:
    """Monday first, days without a routine left out."""
    return {day: plan[day] for day in Weekday if plan.get(day)}
