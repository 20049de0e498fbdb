"""Progress: what workouts add up to, week by week, against the goals. `today` is always a parameter.

A workout belongs to the local date on which it began. Its minutes are active time: work, the changes
between, and rests of up to a minute; longer rests, pauses and away time count nothing.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from trainer.core.energy import Basis, Energy, Ledger, ledger
from trainer.core.events import StepOutcome
from trainer.core.goals import Goals
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Span, Workout, WorkoutSource, WorkoutState

# WHO guidelines on physical activity (2020): a vigorous minute is worth two, vigorous is 6 MET and more.
VIGOROUS_MET = 6.0

# A session opened, looked at and left again is no day of strength work.
STRENGTH_DAY_SECONDS = 60.0


class Period(StrEnum):
    """How far back the charts look."""

    WEEK = "week"  # the present one, day by day
    MONTH = "month"  # the thirty days up to today, day by day
    TWELVE_WEEKS = "twelve-weeks"
    YEAR = "year"  # 52 weeks
    ALL = "all"  # from the first workout, twelve weeks at least


_WEEKS_OF = {Period.WEEK: 1, Period.MONTH: 5, Period.TWELVE_WEEKS: 12, Period.YEAR: 52, Period.ALL: 12}
_DAYS_OF_MONTH = 30


class Totals(Struct, frozen=True):
    """What one workout, or all the workouts of one day, add to their week."""

    day: date
    sessions: int
    seconds: dict[BlockKind, float]  # active, every kind present
    vigorous_seconds: float  # of all of these, at VIGOROUS_MET and more
    kcal_low: float
    kcal_mid: float
    kcal_high: float
    load: float = 0.0  # effort (CR-10) times active minutes, of the sessions whose effort is known
    unrated: int = 0  # sessions whose effort nobody said: none of the load is theirs


class Week(Struct, frozen=True):
    """One week, empty or not: an empty one is zero minutes, never left out of the row."""

    start: date
    sessions: int
    minutes: dict[BlockKind, float]  # active, every kind present
    vigorous_minutes: float
    strength_days: int
    kcal_low: float
    kcal_mid: float
    kcal_high: float
    load: float = 0.0
    unrated: int = 0

    @property
    def active_minutes(self) -> float:
        """Active minutes of every kind."""
        return sum(self.minutes.values())

    @property
    def moderate_minutes(self) -> float:
        """Minutes toward the goal: the active ones, the vigorous of them twice."""
        return self.active_minutes + self.vigorous_minutes


class Standing(Struct, frozen=True):
    """How a week stands against the goals."""

    week: Week
    goals: Goals

    @property
    def fraction(self) -> float:
        """Share of the goal's minutes done; above 1 when there are more."""
        return self.week.moderate_minutes / self.goals.minutes

    @property
    def minutes_left(self) -> float:
        """Moderate minutes still to the goal, 0 once it is reached."""
        return max(0.0, self.goals.minutes - self.week.moderate_minutes)

    @property
    def strength_days_left(self) -> int:
        """Days of strength work still to the goal, 0 once it is reached."""
        return max(0, self.goals.strength_days - self.week.strength_days)


class WorkoutSummary(Struct, frozen=True):
    """A workout as the list of sessions shows it."""

    id: str
    routine: str
    routine_name: str
    state: WorkoutState
    started: datetime  # aware, at the offset in force then
    local_date: date
    active_seconds: float  # as the weeks count them
    weight_kg: float | None
    kcal_low: float
    kcal_mid: float
    kcal_high: float
    effort: int | None
    note: str
    steps_done: int
    steps_planned: int
    source: WorkoutSource = WorkoutSource.FOLLOWED

    @property
    def energy(self) -> Energy:
        """The energy it was logged with."""
        return Energy(self.kcal_low, self.kcal_mid, self.kcal_high)


class LoggedWorkout(Struct, frozen=True):
    """A workout with the energy it was logged with, by `workout.energy_method`."""

    workout: Workout
    energy: Energy


def counted_spans(workout: Workout) -> tuple[Span, ...]:
    """The spans that minutes and energy are counted from: none of a step that is said not to have been done.

    Correcting a step to skipped takes its time out of the sums and leaves it in the log.
    """
    skipped = {step.index for step in workout.steps if step.outcome is StepOutcome.SKIPPED}
    return tuple(s for s in workout.spans if not (s.kind is PhaseKind.WORK and s.step in skipped))


def ledger_of(workout: Workout) -> Ledger:
    """The energy of a workout by the present method, line by line."""
    return ledger(counted_spans(workout), workout.weight_kg, workout.effort)


def totals_of(workout: Workout) -> Totals:
    """What a workout adds to its week, by the present method."""
    seconds = dict.fromkeys(BlockKind, 0.0)
    vigorous = 0.0
    counted = ledger_of(workout)
    for line in counted.lines:
        if line.basis is Basis.LONG_REST:
            continue
        seconds[line.block] += line.seconds
        if line.used.value >= VIGOROUS_MET:
            vigorous += line.seconds
    return Totals(
        workout.local_date,
        1,
        seconds,
        vigorous,
        counted.low,
        counted.mid,
        counted.high,
        load=(workout.effort or 0) * sum(seconds.values()) / 60,
        unrated=int(workout.effort is None),
    )


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week that `day` lies in; weekdays as `date.weekday()` counts them, Monday 0."""
    return date.fromordinal(_start(day, first_weekday))


def weeks(totals: Iterable[Totals], today: date, first_weekday: int, period: Period) -> tuple[Week, ...]:
    """Every week of the period up to this one, oldest first, the empty ones included.

    `totals` may be of workouts or of days, in any order; those outside the period are left out.
    A workout dated after today (a clock was set back) shows in ALL only.
    """
    by_week: dict[int, list[Totals]] = {}
    for one in totals:
        by_week.setdefault(_start(one.day, first_weekday), []).append(one)
    return every_week((_week(start, of_week) for start, of_week in by_week.items()), today, first_weekday, period)


def every_week(found: Iterable[Week], today: date, first_weekday: int, period: Period) -> tuple[Week, ...]:
    """The weeks of the period up to this one, oldest first: those `found`, in any order, and the empty ones."""
    by_start = {week.start.toordinal(): week for week in found}
    last = _start(today, first_weekday)
    first = last - 7 * (_WEEKS_OF[period] - 1)
    if period is Period.ALL and by_start:
        first, last = min(first, *by_start), max(last, *by_start)
    return tuple(by_start.get(start) or _week(start, ()) for start in range(first, last + 1, 7))


def first_day(today: date, first_weekday: int, period: Period) -> date | None:
    """The first day whose workouts show in the period, None for all there are."""
    if period is Period.ALL:
        return None
    return week_start(today, first_weekday) - timedelta(weeks=_WEEKS_OF[period] - 1)


def shown_days(today: date, first_weekday: int, period: Period) -> tuple[date, date] | None:
    """The first and the last day of a period that is shown day by day, None of one that is shown in weeks."""
    if period is Period.WEEK:
        start = week_start(today, first_weekday)
        return start, start + timedelta(days=6)
    if period is Period.MONTH:
        return today - timedelta(days=_DAYS_OF_MONTH - 1), today
    return None


def this_week(totals: Iterable[Totals], today: date, first_weekday: int, goals: Goals | None = None) -> Standing:
    """How the week of `today` stands against the goals (None: the WHO's)."""
    start = _start(today, first_weekday)
    of_week = [one for one in totals if _start(one.day, first_weekday) == start]
    return Standing(_week(start, of_week), goals or Goals())


def _start(day: date, first_weekday: int) -> int:
    """Ordinal of the first day of the week that `day` lies in: ten years of days go through here at once."""
    ordinal = day.toordinal()  # 1 was a Monday
    return ordinal - (ordinal - 1 - first_weekday) % 7


def _week(start: int, totals: Iterable[Totals]) -> Week:
    seconds = dict.fromkeys(BlockKind, 0.0)
    strength: dict[date, float] = {}
    sessions = unrated = 0
    load = vigorous = low = mid = high = 0.0
    for one in totals:
        sessions += one.sessions
        unrated += one.unrated
        load += one.load
        vigorous += one.vigorous_seconds
        low += one.kcal_low
        mid += one.kcal_mid
        high += one.kcal_high
        for kind, value in one.seconds.items():
            seconds[kind] += value
        strength[one.day] = strength.get(one.day, 0.0) + one.seconds[BlockKind.STRENGTH]
    return Week(
        start=date.fromordinal(start),
        sessions=sessions,
        minutes={kind: value / 60 for kind, value in seconds.items()},
        vigorous_minutes=vigorous / 60,
        strength_days=sum(value >= STRENGTH_DAY_SECONDS for value in strength.values()),
        kcal_low=low,
        kcal_mid=mid,
        kcal_high=high,
        load=load,
        unrated=unrated,
    )
