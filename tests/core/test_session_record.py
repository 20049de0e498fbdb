"""What the log keeps of a session."""

from datetime import UTC, date, datetime

from tests.core.samples import BOW_LUNGE_FLY, Person
from trainer.core.energy import METHOD
from trainer.core.events import StepOutcome
from trainer.core.routine import BlockKind, Claim, Step
from trainer.core.session_record import WorkoutHeader, to_workout
from trainer.core.workout import WorkoutState, WorkoutStep

HEADER = WorkoutHeader(
    id="8e0cf5f2-4a4f-4a4e-9ad1-1f2f0f8f7c11",
    started=datetime(2026, 1, 5, 23, 30, tzinfo=UTC),
    utc_offset_minutes=60,
    local_date=date(2026, 1, 6),
    weight_kg=70.0,
    claim=Claim("a page", 25, 165, 210),
)
ENDED = datetime(2026, 1, 5, 23, 35, tzinfo=UTC)


def test_a_whole_session() -> None:
    person = Person.starting()
    person.wait(20.0)
    person.give("pause")
    person.wait(60.0)
    person.give("resume")
    person.wait(500.0)
    workout = to_workout(person.engine, HEADER, ENDED)
    assert (workout.state, workout.started, workout.ended) == (WorkoutState.COMPLETE, HEADER.started, ENDED)
    assert (workout.active_seconds, workout.paused_seconds, workout.away_seconds) == (140.0, 63.0, 0.0)
    assert (workout.routine, workout.local_date, workout.weight_kg) == ("sample", date(2026, 1, 6), 70.0)
    assert (workout.energy_method, workout.claim, workout.effort) == (METHOD, HEADER.claim, None)
    assert workout.spans == person.engine.spans
    assert workout.steps[1] == WorkoutStep(
        index=1,
        block=BlockKind.STRENGTH,
        block_name="Main",
        round=0,
        place=1,
        exercise="lunge",
        name="Lunge",
        variant="",
        variant_name="",
        outcome=StepOutcome.DONE,
        planned_seconds=40.0,
        worked_seconds=40.0,
    )


def test_one_ended_early_in_another_form() -> None:
    person = Person.starting(*BOW_LUNGE_FLY)
    person.give("jump", 2)
    person.give("harder")
    person.wait(15.0)
    person.give("finish")
    workout = to_workout(person.engine, HEADER, ENDED)
    assert workout.state is WorkoutState.PARTIAL
    assert [step.outcome for step in workout.steps] == [
        StepOutcome.SKIPPED,
        StepOutcome.SKIPPED,
        StepOutcome.PARTIAL,
    ]
    fly = workout.steps[2]
    assert (fly.variant, fly.variant_name, fly.planned_seconds, fly.worked_seconds) == ("slow", "slow", 40.0, 10.0)


def test_one_still_going_on_is_open() -> None:
    person = Person.starting(Step("fly", reps=10, get_ready=5))
    person.wait(12.0)
    workout = to_workout(person.engine, HEADER)
    assert (workout.state, workout.ended) == (WorkoutState.OPEN, None)
    step = workout.steps[0]
    assert (step.outcome, step.reps) == (StepOutcome.CURRENT, 10)
    assert (step.planned_seconds, step.worked_seconds) == (40.0, 7.0)
