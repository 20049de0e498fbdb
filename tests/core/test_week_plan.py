"""The week plan: a wish that the log answers, in whatever order the week went."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.core.week_plan import (
    PlannedRoutine,
    Trained,
    Weekday,
    planned_between,
    planned_week,
    routines_on,
    weekday_of,
    with_routine,
    without_routine,
)

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 4))
PLAN = {Weekday.MONDAY: ["back"], Weekday.WEDNESDAY: ["back", "legs"], Weekday.FRIDAY: ["legs"]}

routines = st.sampled_from(["back", "legs", "core"])
plans = st.dictionaries(st.sampled_from(Weekday), st.lists(routines, max_size=4), max_size=7)
dates = st.dates(date(1990, 1, 1), date(2090, 1, 1))
trained_days = st.lists(st.builds(Trained, st.integers(-9, 16).map(lambda n: MONDAY + timedelta(days=n)), routines))


def done(*trained: Trained) -> list[tuple[date, str, date | None]]:
    return [(one.day, one.routine, one.done_on) for one in planned_week(PLAN, MONDAY, trained)]


def test_a_weekday_is_that_of_the_calendar() -> None:
    assert weekday_of(MONDAY) is Weekday.MONDAY
    assert weekday_of(date(2024, 2, 29)) is Weekday.THURSDAY


def test_nothing_trained_is_nothing_done() -> None:
    assert done() == [
        (MONDAY, "back", None),
        (WEDNESDAY, "back", None),
        (WEDNESDAY, "legs", None),
        (FRIDAY, "legs", None),
    ]


def test_a_workout_stands_for_the_plan_of_its_day_first() -> None:
    wednesday = done(Trained(WEDNESDAY, "back"))
    assert wednesday[0] == (MONDAY, "back", None)
    assert wednesday[1] == (WEDNESDAY, "back", WEDNESDAY)


def test_on_another_day_of_the_week_it_counts_for_the_earliest_left() -> None:
    twice = done(Trained(TUESDAY, "back"), Trained(WEDNESDAY, "back"))
    assert twice[0] == (MONDAY, "back", TUESDAY)
    assert twice[1] == (WEDNESDAY, "back", WEDNESDAY)


def test_a_week_may_begin_on_any_day() -> None:
    sunday = MONDAY - timedelta(days=1)
    plan = {Weekday.SUNDAY: ["core"], Weekday.SATURDAY: ["legs"]}
    week = planned_week(plan, sunday)
    assert [(one.day, one.routine) for one in week] == [(sunday, "core"), (sunday + timedelta(days=6), "legs")]


@given(plans, trained_days)
def test_every_workout_stands_for_at_most_one(plan: dict[Weekday, list[str]], trained: list[Trained]) -> None:
    week = planned_week(plan, MONDAY, trained)
    assert [PlannedRoutine(one.day, one.routine) for one in week] == list(planned_week(plan, MONDAY))
    used = [Trained(one.done_on, one.routine) for one in week if one.done_on is not None]
    pool = list(trained)
    for one in used:
        pool.remove(one)  # raises where a workout was counted twice
        assert MONDAY <= one.day < MONDAY + timedelta(days=7)
    undone = {one.routine for one in week if one.done_on is None}
    spare = {one.routine for one in pool if MONDAY <= one.day < MONDAY + timedelta(days=7)}
    assert not undone & spare  # nothing stays open that a workout of the week could stand for


@given(plans, dates, st.integers(0, 40))
def test_any_stretch_of_days_is_those_days(plan: dict[Weekday, list[str]], first: date, length: int) -> None:
    last = first + timedelta(days=length)
    meant = planned_between(plan, first, last)
    by_day = [(day, one) for n in range(length + 1) for day in [first + timedelta(n)] for one in routines_on(plan, day)]
    assert [(one.day, one.routine) for one in meant] == by_day
    assert all(one.done_on is None for one in meant)


@given(plans, st.sampled_from(Weekday), routines)
def test_added_and_taken_out(plan: dict[Weekday, list[str]], weekday: Weekday, routine: str) -> None:
    added = with_routine(plan, weekday, routine)
    assert routine in added[weekday]
    assert with_routine(added, weekday, routine) == added
    taken = without_routine(added, weekday, routine)
    assert routine not in taken.get(weekday, [])
    assert all(taken.values())
    for other in Weekday:
        if other is not weekday:
            assert list(taken.get(other, [])) == list(plan.get(other, []))
