import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workouts import STARTED, example_workout, workouts
from trainer.core.energy import METHOD
from trainer.core.events import StepOutcome
from trainer.core.progress import Totals, counted_spans, totals_of
from trainer.core.routine import BlockKind
from trainer.core.timeline import PhaseKind
from trainer.core.workout import Workout, WorkoutState
from trainer.paths import DataPaths
from trainer.storage import workout_log
from trainer.storage.errors import StorageError
from trainer.storage.workout_log import WorkoutLog

ANY_LOG = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def nth(number: int, *, days: int = 0) -> Workout:
    return example_workout(number, STARTED + timedelta(days=days))


def emptied(log: WorkoutLog) -> WorkoutLog:
    """The log without what an earlier example of the same test put in."""
    for logged in [*log.all_workouts()]:
        log.delete(logged.workout.id, STARTED)
    log.purge(STARTED + timedelta(seconds=1))
    return log


def test_a_new_log_is_empty(log: WorkoutLog) -> None:
    assert log.count() == 0
    assert log.newest() == ()
    assert log.days() == ()
    assert list(log.all_workouts()) == []
    assert log.get(nth(1).id) is None
    assert log.open_session() is None


def test_what_is_added_is_read_back(log: WorkoutLog) -> None:
    log.add(nth(1))
    assert log.get(nth(1).id) == nth(1)


@ANY_LOG
@given(workout=workouts)
def test_any_workout_is_read_back(log: WorkoutLog, workout: Workout) -> None:
    emptied(log).add(workout)
    assert log.get(workout.id) == workout


def test_it_outlives_the_program(paths: DataPaths) -> None:
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        log.add(nth(1))
    with closing(WorkoutLog.open(paths.database, paths.backups)) as log:
        assert [logged.workout for logged in log.all_workouts()] == [nth(1)]


def test_the_list_is_newest_first_and_paged(log: WorkoutLog) -> None:
    for number in (3, 1, 5, 2, 4):
        log.add(nth(number, days=number // 2))  # 2 and 3, 4 and 5 began at the same moment
    first = log.newest(2)
    second = log.newest(2, before=first[-1])
    third = log.newest(2, before=second[-1])
    listed = [*first, *second, *third]
    assert [one.local_date for one in listed] == sorted((one.local_date for one in listed), reverse=True)
    assert {one.id for one in listed} == {nth(number).id for number in range(1, 6)}
    assert len(listed) == log.count() == 5
    assert log.newest(2, before=third[-1]) == ()


def test_a_summary_says_what_the_list_shows(log: WorkoutLog) -> None:
    log.add(nth(1))
    (one,) = log.newest()
    assert one.routine_name == "Upper and Lower Back"
    assert one.state is WorkoutState.PARTIAL
    assert one.started.isoformat() == "2026-01-05T08:00:00+01:00"
    assert one.local_date == date(2026, 1, 5)
    assert one.active_seconds == 1800
    assert (one.steps_done, one.steps_planned) == (2, 3)
    assert one.weight_kg == 70
    totals = totals_of(nth(1))
    assert (one.kcal_low, one.kcal_mid, one.kcal_high) == (totals.kcal_low, totals.kcal_mid, totals.kcal_high)


def test_days_add_up_what_began_on_them(log: WorkoutLog) -> None:
    for workout in (nth(1), nth(2), nth(3, days=2)):
        log.add(workout)
    monday, wednesday = log.days()
    assert (monday.day, monday.sessions) == (date(2026, 1, 5), 2)
    assert monday.seconds[BlockKind.WARM_UP] == 600
    assert monday.seconds[BlockKind.STRENGTH] == 3000
    assert monday.kcal_mid == pytest.approx(2 * totals_of(nth(1)).kcal_mid)
    assert (wednesday.day, wednesday.sessions) == (date(2026, 1, 7), 1)
    assert log.days(since=date(2026, 1, 6)) == (wednesday,)


@ANY_LOG
@given(added=st.lists(workouts, max_size=8, unique_by=lambda one: one.id))
def test_sql_adds_up_what_the_pure_rule_does(log: WorkoutLog, added: list[Workout]) -> None:
    emptied(log)
    for workout in added:
        log.add(workout)
    expected: dict[date, list[Totals]] = {}
    for workout in added:
        expected.setdefault(workout.local_date, []).append(totals_of(workout))
    days = log.days()
    assert [one.day for one in days] == sorted(expected)
    for one in days:
        of_day = expected[one.day]
        assert one.sessions == len(of_day)
        for kind in BlockKind:
            assert one.seconds[kind] == pytest.approx(sum(t.seconds[kind] for t in of_day))
        assert one.vigorous_seconds == pytest.approx(sum(t.vigorous_seconds for t in of_day))
        assert one.kcal_low == pytest.approx(sum(t.kcal_low for t in of_day))
        assert one.kcal_high == pytest.approx(sum(t.kcal_high for t in of_day))


@ANY_LOG
@given(added=st.lists(workouts, max_size=3, unique_by=lambda workout: workout.id))
def test_work_of_each_exercise_is_what_the_counted_spans_say(log: WorkoutLog, added: list[Workout]) -> None:
    emptied(log)
    expected: dict[str, float] = {}
    since = min((workout.local_date for workout in added), default=date.min) + timedelta(days=1)
    for workout in added:
        log.add(workout)
        for span in counted_spans(workout) if workout.local_date >= since else ():
            if span.kind is PhaseKind.WORK and span.block in {BlockKind.STRENGTH, BlockKind.CARDIO}:
                expected[span.exercise] = expected.get(span.exercise, 0.0) + span.seconds
    assert log.worked(since) == pytest.approx(expected)


def test_effort_is_kept_and_counted_anew(log: WorkoutLog) -> None:
    log.add(msgspec.structs.replace(nth(1), energy_method="long ago"))
    after = log.set_effort(nth(1).id, 7)
    assert after is not None
    assert (after.effort, after.energy_method) == (7, METHOD)
    assert log.get(nth(1).id) == after
    assert log.newest()[0].effort == 7
    assert log.days()[0].kcal_mid == pytest.approx(totals_of(after).kcal_mid)
    assert log.set_effort("nobody", 7) is None


def test_a_note_is_kept(log: WorkoutLog) -> None:
    log.add(nth(1))
    log.set_note(nth(1).id, "Shoulder fine; 'heavier' next time")
    assert log.newest()[0].note == "Shoulder fine; 'heavier' next time"


@ANY_LOG
@given(note=st.text())
def test_any_note_is_kept(log: WorkoutLog, note: str) -> None:
    if log.get(nth(1).id) is None:
        log.add(nth(1))
    log.set_note(nth(1).id, note)
    found = log.get(nth(1).id)
    assert found is not None
    assert found.note == note.encode(errors="replace").decode()


def test_a_step_marked_not_done_no_longer_counts(log: WorkoutLog) -> None:
    log.add(nth(1))
    after = log.mark_step(nth(1).id, 2, done=False)
    assert after is not None
    assert after.steps[2].outcome is StepOutcome.SKIPPED
    assert log.get(nth(1).id) == after
    (day,) = log.days()
    assert day.seconds[BlockKind.STRENGTH] == 0
    assert day.seconds[BlockKind.WARM_UP] == 300
    assert after.spans == nth(1).spans  # what was measured stays


@pytest.mark.parametrize("measured", [StepOutcome.DONE, StepOutcome.PARTIAL, StepOutcome.SKIPPED, StepOutcome.PENDING])
def test_a_correction_can_be_taken_back(log: WorkoutLog, measured: StepOutcome) -> None:
    workout = nth(1)
    steps = tuple(msgspec.structs.replace(step, outcome=measured) for step in workout.steps)
    workout = msgspec.structs.replace(workout, steps=steps)
    log.add(workout)
    was_done = measured is StepOutcome.DONE
    there = log.mark_step(workout.id, 1, done=not was_done)
    assert there is not None
    assert there.steps[1].outcome is (StepOutcome.SKIPPED if was_done else StepOutcome.DONE)
    log.mark_step(workout.id, 1, done=was_done)
    assert log.get(workout.id) == workout
    assert log.days()[0].seconds == totals_of(workout).seconds


def test_a_step_that_is_not_there_is_not_marked(log: WorkoutLog) -> None:
    log.add(nth(1))
    assert log.mark_step(nth(1).id, 99, done=True) is None
    assert log.get(nth(1).id) == nth(1)


def test_a_deletion_can_be_taken_back(log: WorkoutLog) -> None:
    log.add(nth(1))
    log.add(nth(2))
    before = log.newest(), log.days()
    log.delete(nth(1).id, STARTED)
    assert [one.id for one in log.newest()] == [nth(2).id]
    assert log.count() == log.days()[0].sessions == 1
    log.undelete(nth(1).id)
    assert (log.newest(), log.days()) == before


def test_only_what_was_deleted_long_ago_is_purged(log: WorkoutLog) -> None:
    for number in (1, 2, 3):
        log.add(nth(number))
    log.delete(nth(1).id, datetime(2026, 1, 1, tzinfo=UTC))
    log.delete(nth(2).id, datetime(2026, 2, 1, tzinfo=UTC))
    assert log.purge(datetime(2026, 1, 15, tzinfo=UTC)) == 1
    assert log.get(nth(1).id) is None
    log.undelete(nth(2).id)
    assert log.count() == 2


def test_the_same_workout_is_not_added_twice(log: WorkoutLog) -> None:
    log.add(nth(1))
    with pytest.raises(StorageError):
        log.add(nth(1))
    assert log.count() == 1


def test_weeks_are_summed_from_an_index_alone(log: WorkoutLog, paths: DataPaths) -> None:
    log.add(nth(1))
    with closing(sqlite3.connect(paths.database)) as connection:
        plans = {
            query: connection.execute(f"EXPLAIN QUERY PLAN {query}", arguments).fetchall()
            for query, arguments in ((workout_log.DAYS, ("2026",)), (workout_log.NEWEST, ("9", "", 10)))
        }
    assert "COVERING INDEX workout_by_day" in str(plans[workout_log.DAYS])
    assert "workout_newest_first" in str(plans[workout_log.NEWEST])
    assert "TEMP B-TREE" not in str(plans)


def test_bouts_are_what_was_done_in_strength_and_cardio_newest_first(log: WorkoutLog) -> None:
    for number, effort in ((1, None), (2, 2), (3, 7)):
        log.add(msgspec.structs.replace(nth(number), effort=effort))
    bouts = log.bouts()
    done = [step for step in nth(1).steps if step.outcome is StepOutcome.DONE]
    trained = {step.exercise: step.variant for step in done if step.block in {BlockKind.STRENGTH, BlockKind.CARDIO}}
    assert trained, "the example trains something"
    assert [bout.effort for bout in bouts] == [effort for effort in (7, 2, None) for _ in trained]
    for bout in bouts:
        assert trained[bout.exercise] == bout.variant
    assert log.bouts(1) == bouts[: len(trained)]


def test_a_bout_is_of_the_form_the_exercise_ended_in(log: WorkoutLog) -> None:
    step = next(step for step in nth(1).steps if step.block is BlockKind.STRENGTH)
    last = msgspec.structs.replace(
        step, index=len(nth(1).steps), variant="harder", variant_name="harder", outcome=StepOutcome.DONE
    )
    log.add(msgspec.structs.replace(nth(1), steps=(*nth(1).steps, last)))
    (bout,) = [bout for bout in log.bouts() if bout.exercise == step.exercise]
    assert bout.variant == "harder"


def test_the_workouts_of_some_days_are_read_whole_oldest_first(log: WorkoutLog) -> None:
    for number in (3, 1, 2):
        log.add(nth(number, days=number))
    log.delete(nth(3).id, STARTED)
    days = [nth(number, days=number).local_date for number in (1, 3)]
    assert log.of_days(*days) == (nth(1, days=1), nth(2, days=2))


def test_the_last_day_of_every_exercise_and_who_trained_what(log: WorkoutLog) -> None:
    for n in range(3):
        log.add(example_workout(n + 1, STARTED + timedelta(days=n)))
    log.delete(example_workout(3).id, STARTED)
    last = log.last_worked(STARTED.date())
    assert set(last.values()) == {STARTED.date() + timedelta(days=1)}
    assert last.keys() == log.worked(STARTED.date()).keys()  # strength and cardio alone
    assert log.last_worked(STARTED.date() + timedelta(days=2)) == {}
    trained = log.trained(STARTED.date(), 60.0)
    assert [one.day for one in trained] == [STARTED.date(), STARTED.date() + timedelta(days=1)]
    assert log.trained(STARTED.date(), 24 * 3600.0) == ()
