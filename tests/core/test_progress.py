from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workouts import TONING, WARM_UP, example_workout, workouts
from trainer.core.energy import estimate
from trainer.core.events import StepOutcome
from trainer.core.exercise import Met
from trainer.core.goals import Goals
from trainer.core.progress import (
    Period,
    Totals,
    counted_spans,
    first_day,
    shown_days,
    this_week,
    totals_of,
    week_start,
    weeks,
)
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Span, Workout

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
TODAY = date(2026, 1, 8)  # a Thursday


def totals(day: date, *, strength: float = 0.0, cardio: float = 0.0, vigorous: float = 0.0) -> Totals:
    """Minutes of one workout."""
    seconds = dict.fromkeys(BlockKind, 0.0)
    seconds[BlockKind.STRENGTH], seconds[BlockKind.CARDIO] = strength * 60, cardio * 60
    return Totals(day, 1, seconds, vigorous * 60, 80.0, 100.0, 125.0)


def workout_of(*spans: Span) -> Workout:
    return msgspec.structs.replace(example_workout(), spans=spans)


def span(kind: PhaseKind, seconds: float, met: Met = TONING, block: BlockKind = BlockKind.STRENGTH) -> Span:
    return Span(2, kind, block, "russian-twist", "", met, seconds)


class TestTotals:
    def test_minutes_go_to_their_blocks(self) -> None:
        of_it = totals_of(example_workout())
        assert of_it.day == date(2026, 1, 5)
        assert of_it.sessions == 1
        assert {kind: value for kind, value in of_it.seconds.items() if value} == {
            BlockKind.WARM_UP: 300.0,
            BlockKind.STRENGTH: 1500.0,
        }
        assert set(of_it.seconds) == set(BlockKind)

    def test_energy_is_that_of_the_energy_rules(self) -> None:
        workout = example_workout()
        expected = estimate(workout.spans, workout.weight_kg)
        of_it = totals_of(workout)
        assert (of_it.kcal_low, of_it.kcal_mid, of_it.kcal_high) == (expected.low, expected.mid, expected.high)

    @pytest.mark.parametrize("kind", [PhaseKind.REST, PhaseKind.GET_READY, PhaseKind.SWITCH_SIDES])
    def test_a_change_counts_up_to_a_minute(self, kind: PhaseKind) -> None:
        assert totals_of(workout_of(span(kind, 60.0))).seconds[BlockKind.STRENGTH] == 60.0
        assert totals_of(workout_of(span(kind, 60.5))).seconds[BlockKind.STRENGTH] == 0.0

    def test_work_counts_however_long(self) -> None:
        assert totals_of(workout_of(span(PhaseKind.WORK, 600.0))).seconds[BlockKind.STRENGTH] == 600.0

    @pytest.mark.parametrize(("met", "vigorous"), [(5.9, 0.0), (6.0, 90.0), (8.0, 90.0)])
    def test_vigorous_is_six_met_and_more(self, met: float, vigorous: float) -> None:
        assert totals_of(workout_of(span(PhaseKind.WORK, 90.0, Met("x", met)))).vigorous_seconds == vigorous

    def test_vigorous_follows_the_effort_as_the_energy_does(self) -> None:
        workout = workout_of(span(PhaseKind.WORK, 90.0, Met("02022", 3.8)))  # its family goes on at 7.5
        assert totals_of(workout).vigorous_seconds == 0.0
        assert totals_of(msgspec.structs.replace(workout, effort=9)).vigorous_seconds == 90.0

    def test_work_said_not_to_have_been_done_counts_nothing(self) -> None:
        workout = example_workout()
        steps = tuple(msgspec.structs.replace(step, outcome=StepOutcome.SKIPPED) for step in workout.steps)
        corrected = msgspec.structs.replace(workout, steps=steps)
        assert counted_spans(corrected) == ()
        assert sum(totals_of(corrected).seconds.values()) == 0.0
        assert totals_of(corrected).kcal_high == 0.0

    def test_the_rest_after_it_still_counts(self) -> None:
        workout = workout_of(span(PhaseKind.WORK, 60.0), span(PhaseKind.REST, 20.0))
        steps = tuple(msgspec.structs.replace(step, outcome=StepOutcome.SKIPPED) for step in workout.steps)
        assert totals_of(msgspec.structs.replace(workout, steps=steps)).seconds[BlockKind.STRENGTH] == 20.0

    @settings(max_examples=100, deadline=None)
    @given(workout=workouts)
    def test_no_time_is_counted_twice(self, workout: Workout) -> None:
        of_it = totals_of(workout)
        counted = sum(of_it.seconds.values())
        assert counted <= sum(span.seconds for span in workout.spans) + 1e-6
        assert 0 <= of_it.vigorous_seconds <= counted + 1e-6
        assert 0 <= of_it.kcal_low <= of_it.kcal_mid <= of_it.kcal_high


class TestLoad:
    def test_it_is_effort_times_active_minutes(self) -> None:
        rated = totals_of(msgspec.structs.replace(example_workout(), effort=4))
        assert (rated.load, rated.unrated) == (4 * 30.0, 0)

    def test_without_an_effort_nothing_is_guessed(self) -> None:
        assert (totals_of(example_workout()).load, totals_of(example_workout()).unrated) == (0.0, 1)

    def test_a_week_has_the_sum_and_how_many_it_lacks(self) -> None:
        rated = totals_of(msgspec.structs.replace(example_workout(), effort=4))
        (found,) = weeks([rated, rated, totals_of(example_workout())], TODAY, MONDAY, Period.WEEK)
        assert (found.load, found.unrated, found.sessions) == (240.0, 1, 3)


class TestShownDays:
    @pytest.mark.parametrize(("first", "day"), [(MONDAY, 5), (SATURDAY, 3), (SUNDAY, 4)])
    def test_a_week_begins_where_the_person_s_does(self, first: int, day: int) -> None:
        assert shown_days(TODAY, first, Period.WEEK) == (date(2026, 1, day), date(2026, 1, day + 6))

    def test_a_month_is_thirty_days_up_to_today(self) -> None:
        assert shown_days(TODAY, MONDAY, Period.MONTH) == (date(2025, 12, 10), TODAY)

    @pytest.mark.parametrize("period", [Period.TWELVE_WEEKS, Period.YEAR, Period.ALL])
    def test_the_rest_is_shown_in_weeks(self, period: Period) -> None:
        assert shown_days(TODAY, MONDAY, period) is None


class TestWeekStart:
    @pytest.mark.parametrize(
        ("first_weekday", "start"),
        [(MONDAY, date(2026, 1, 5)), (SATURDAY, date(2026, 1, 3)), (SUNDAY, date(2026, 1, 4))],
    )
    def test_it_is_as_the_person_has_it(self, first_weekday: int, start: date) -> None:
        assert week_start(TODAY, first_weekday) == start

    @given(day=st.dates(date(1900, 1, 1)), first_weekday=st.integers(0, 6))
    def test_it_is_that_weekday_at_most_six_days_before(self, day: date, first_weekday: int) -> None:
        start = week_start(day, first_weekday)
        assert start.weekday() == first_weekday
        assert timedelta(0) <= day - start <= timedelta(days=6)


class TestWeeks:
    def test_without_workouts_there_are_twelve_empty_weeks(self) -> None:
        found = weeks((), TODAY, MONDAY, Period.TWELVE_WEEKS)
        assert len(found) == 12
        assert found[-1].start == date(2026, 1, 5)
        assert found[0].start == date(2025, 10, 20)
        assert all(week.sessions == week.active_minutes == week.kcal_high == 0 for week in found)

    def test_a_gap_is_weeks_of_nothing(self) -> None:
        found = weeks(
            [totals(date(2025, 12, 15), strength=25), totals(TODAY, strength=25)], TODAY, MONDAY, Period.TWELVE_WEEKS
        )
        assert [week.active_minutes for week in found[-4:]] == [25, 0, 0, 25]

    def test_a_week_adds_up(self) -> None:
        days = [
            totals(date(2026, 1, 5), strength=25, cardio=5),
            totals(date(2026, 1, 5), strength=10),
            totals(date(2026, 1, 8), cardio=20, vigorous=15),
        ]
        week = weeks(days, TODAY, MONDAY, Period.TWELVE_WEEKS)[-1]
        assert week.sessions == 3
        assert week.minutes == dict.fromkeys(BlockKind, 0.0) | {BlockKind.STRENGTH: 35, BlockKind.CARDIO: 25}
        assert week.active_minutes == 60
        assert week.vigorous_minutes == 15
        assert week.moderate_minutes == 75
        assert week.strength_days == 1  # two workouts of one day are one day
        assert (week.kcal_low, week.kcal_mid, week.kcal_high) == (240, 300, 375)

    def test_the_weeks_edge_is_where_the_person_has_it(self) -> None:
        sunday = [totals(date(2026, 1, 4), strength=25)]
        assert weeks(sunday, TODAY, SUNDAY, Period.TWELVE_WEEKS)[-1].active_minutes == 25
        assert weeks(sunday, TODAY, MONDAY, Period.TWELVE_WEEKS)[-1].active_minutes == 0

    @pytest.mark.parametrize(("seconds", "days"), [(59, 0), (60, 1)])
    def test_a_look_at_a_session_is_no_strength_day(self, seconds: float, days: int) -> None:
        assert this_week([totals(TODAY, strength=seconds / 60)], TODAY, MONDAY).week.strength_days == days

    def test_a_year_is_52_weeks(self) -> None:
        assert len(weeks((), TODAY, MONDAY, Period.YEAR)) == 52

    def test_all_begins_with_the_first_workout(self) -> None:
        found = weeks([totals(date(2024, 2, 29), strength=1)], TODAY, MONDAY, Period.ALL)
        assert found[0].start == date(2024, 2, 26)
        assert found[0].active_minutes == 1
        assert found[-1].start == date(2026, 1, 5)

    def test_all_is_twelve_weeks_at_least(self) -> None:
        assert len(weeks([totals(TODAY)], TODAY, MONDAY, Period.ALL)) == 12

    def test_a_workout_of_a_day_to_come_shows_in_all(self) -> None:
        ahead = [totals(TODAY + timedelta(weeks=3), strength=9)]
        assert weeks(ahead, TODAY, MONDAY, Period.ALL)[-1].active_minutes == 9
        assert sum(week.sessions for week in weeks(ahead, TODAY, MONDAY, Period.TWELVE_WEEKS)) == 0

    @settings(max_examples=100, deadline=None)
    @given(
        days=st.lists(st.dates(date(2015, 1, 1), date(2030, 1, 1)), max_size=20),
        first_weekday=st.integers(0, 6),
        period=st.sampled_from(Period),
    )
    def test_weeks_are_without_holes_and_lose_nothing(
        self, days: list[date], first_weekday: int, period: Period
    ) -> None:
        found = weeks([totals(day, strength=7) for day in days], TODAY, first_weekday, period)
        starts = [week.start for week in found]
        assert starts == [starts[0] + timedelta(weeks=n) for n in range(len(starts))]
        assert all(start.weekday() == first_weekday for start in starts)
        shown = [day for day in days if starts[0] <= day < starts[-1] + timedelta(weeks=1)]
        assert sum(week.sessions for week in found) == len(shown)
        assert sum(week.active_minutes for week in found) == pytest.approx(7 * len(shown))
        if period is Period.ALL:
            assert len(shown) == len(days)
        since = first_day(TODAY, first_weekday, period)
        assert since is None or since == starts[0]


class TestGoals:
    def test_nothing_done(self) -> None:
        standing = this_week((), TODAY, MONDAY)
        assert (standing.fraction, standing.minutes_left, standing.strength_days_left) == (0.0, 150.0, 2)

    def test_a_vigorous_minute_counts_twice(self) -> None:
        standing = this_week([totals(TODAY, cardio=50, vigorous=25)], TODAY, MONDAY)
        assert standing.fraction == 0.5
        assert standing.minutes_left == 75.0

    def test_more_than_the_goal_leaves_nothing(self) -> None:
        days = [totals(date(2026, 1, 5) + timedelta(days=n), strength=60) for n in range(3)]
        standing = this_week(days, TODAY, MONDAY)
        assert (standing.fraction, standing.minutes_left, standing.strength_days_left) == (1.2, 0.0, 0)

    def test_other_weeks_count_nothing(self) -> None:
        days = [totals(TODAY - timedelta(days=4), strength=30), totals(TODAY + timedelta(days=4), strength=30)]
        assert this_week(days, TODAY, MONDAY).week.sessions == 0

    def test_own_goals_are_taken(self) -> None:
        standing = this_week([totals(TODAY, strength=30)], TODAY, MONDAY, Goals(60, 120, 1))
        assert (standing.fraction, standing.strength_days_left) == (0.5, 0)


def test_the_example_counts_as_behaviour_says() -> None:
    # 5 min at 4.8 and 25 at 3.5, 70 kg: 29.4 + 107.2 kcal.
    assert WARM_UP.value == 4.8
    assert totals_of(example_workout()).kcal_mid == pytest.approx(29.4 + 107.1875)
