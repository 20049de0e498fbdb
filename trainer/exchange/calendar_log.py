"""The log and the week plan as iCalendar (RFC 5545), for any calendar.

An event for each workout, at the time it was done, and one for each routine that the week plan means for a day: an
all-day event that comes again every week and leaves the day free. Each has a lasting UID, so that a calendar which
takes the file in again has nothing twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO

from msgspec import Struct

from trainer.core.events import StepOutcome
from trainer.core.progress import LoggedWorkout
from trainer.core.week_plan import Weekday, WeekPlan, routines_on
from trainer.exchange.laps import laid_out
from trainer.language import ntr, tr

_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Trainer//Workout log//EN\r\nCALSCALE:GREGORIAN\r\n"
_TAIL = b"END:VCALENDAR\r\n"


class WeeklyRoutine(Struct, frozen=True):
    """A routine meant for one day of every week from `first` on."""

    first: date
    weekday: Weekday
    routine: str  # id
    name: str


def weekly_routines(plan: WeekPlan, names: Mapping[str, str], today: date) -> tuple[WeeklyRoutine, ...]:
    """What the plan means, from today on. `names`: routine id -> name; one that is not there goes by its id."""
    days = (today + timedelta(days=n) for n in range(7))
    return tuple(
        WeeklyRoutine(day, tuple(Weekday)[day.weekday()], routine, names.get(routine, routine))
        for day in days
        for routine in routines_on(plan, day)
    )


def write_calendar(workouts: Iterable[LoggedWorkout], out: BinaryIO, plan: Sequence[WeeklyRoutine] = ()) -> None:
    """Write the calendar, UTF-8, taking the workouts one by one."""
    out.write(_HEAD)
    out.writelines(_done(logged) for logged in workouts)
    out.writelines(_meant(one) for one in plan)
    out.write(_TAIL)


def _done(logged: LoggedWorkout) -> bytes:
    from icalendar import Event  # 60 ms that only this format needs

    workout, ended = logged.workout, laid_out(logged).ended
    event = Event()
    event.add("uid", f"{workout.id}@trainer")
    event.add("dtstamp", ended.astimezone(UTC))
    event.add("dtstart", workout.started.astimezone(UTC))
    event.add("dtend", ended.astimezone(UTC))
    event.add("summary", workout.routine_name)
    event.add("description", "\n".join(_told(logged)))
    event.add("categories", [tr("Workout")])
    return bytes(event.to_ical())


def _meant(one: WeeklyRoutine) -> bytes:
    from icalendar import Event

    event = Event()
    event.add("uid", f"plan-{one.weekday}-{one.routine}@trainer")
    event.add("dtstamp", datetime.combine(one.first, time(), UTC))
    event.add("dtstart", one.first)
    event.add("dtend", one.first + timedelta(days=1))
    event.add("rrule", {"freq": "weekly"})
    event.add("summary", one.name)
    event.add("transp", "TRANSPARENT")
    event.add("categories", [tr("Planned workout")])
    return bytes(event.to_ical())


def _told(logged: LoggedWorkout) -> Iterable[str]:
    workout, energy = logged.workout, logged.energy
    minutes = ntr("{n} active minute", "{n} active minutes", round(workout.active_seconds / 60))
    yield tr("{minutes}, {low} to {high} kcal").format(minutes=minutes, low=energy.shown_low, high=energy.shown_high)
    if workout.steps:
        done = sum(step.outcome is StepOutcome.DONE for step in workout.steps)
        moves = ntr("{n} move", "{n} moves", len(workout.steps))
        yield tr("{done} of {moves} done").format(done=done, moves=moves)
    if workout.note:
        yield workout.note
