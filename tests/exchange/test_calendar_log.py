import io
from datetime import UTC, date, datetime

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.workouts import example_workout, workouts
from trainer.core.progress import LoggedWorkout, ledger_of
from trainer.core.week_plan import Weekday
from trainer.core.workout import Workout
from trainer.exchange.calendar_log import WeeklyRoutine, weekly_routines, write_calendar

WEDNESDAY = date(2026, 1, 7)


def calendar_of(*exported: Workout, plan: tuple[WeeklyRoutine, ...] = ()) -> Calendar:
    out = io.BytesIO()
    write_calendar((LoggedWorkout(workout, ledger_of(workout)) for workout in exported), out, plan)
    (calendar,) = Calendar.from_ical(out.getvalue(), multiple=True)
    assert isinstance(calendar, Calendar)
    assert not calendar.errors
    return calendar


def test_a_workout_is_an_event_at_its_time() -> None:
    workout = msgspec.structs.replace(example_workout(), note="Fine; slept, well")
    (event,) = calendar_of(workout).events
    assert event["uid"] == f"{workout.id}@trainer"
    assert event.start == datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
    assert event.end == workout.ended
    assert event["summary"] == "Upper and Lower Back"
    assert event["description"] == "30 active minutes, 105 to 175 kcal\n2 of 3 moves done\nFine; slept, well"


def test_the_plan_comes_again_every_week_and_takes_no_time() -> None:
    plan = {Weekday.MONDAY: ["a", "b"], Weekday.WEDNESDAY: ["a"]}
    weekly = weekly_routines(plan, {"a": "Morning"}, WEDNESDAY)
    assert [(one.first, one.name) for one in weekly] == [
        (WEDNESDAY, "Morning"), (date(2026, 1, 12), "Morning"), (date(2026, 1, 12), "b"),
    ]  # fmt: skip
    events = calendar_of(plan=weekly).events
    assert [event["uid"] for event in events] == ["plan-wednesday-a@trainer", "plan-monday-a@trainer",
                                                  "plan-monday-b@trainer"]  # fmt: skip
    assert [event.start for event in events] == [WEDNESDAY, date(2026, 1, 12), date(2026, 1, 12)]
    assert all(event["rrule"] == {"FREQ": ["WEEKLY"]} and event["transp"] == "TRANSPARENT" for event in events)


@settings(max_examples=40, deadline=None)
@given(exported=st.lists(workouts, max_size=3))
def test_any_log_is_read_back(exported: list[Workout]) -> None:
    events = calendar_of(*exported).events
    assert [event["uid"] for event in events] == [f"{workout.id}@trainer" for workout in exported]
    assert [event.start for event in events] == [workout.started.replace(microsecond=0) for workout in exported]
