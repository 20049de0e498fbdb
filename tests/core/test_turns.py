"""Sets are done round after round, and a step may change from one round to the next."""

from hypothesis import given
from hypothesis import strategies as st

from tests.core.samples import EXERCISES
from trainer.core.routine import Block, BlockKind, RoundChange, Routine, Step, StepSet
from trainer.core.timeline import PhaseKind, compile_timeline
from trainer.core.turns import in_round, turns, turns_of_block


def block(*steps: Step, rounds: int = 1, rest: int = 0, sets: tuple[StepSet, ...] = ()) -> Block:
    return Block(BlockKind.STRENGTH, "Main", steps, rounds, rest, sets=sets)


def named(block_: Block, round_: int = 0) -> list[str]:
    return [turn.step.exercise for turn in turns(block_, round_)]


SUPERSET = block(
    Step("bow", seconds=30),
    Step("fly", seconds=30, rest=10, set="A"),
    Step("swim", seconds=30, rest=15, set="A"),
    Step("lunge", seconds=30),
    sets=(StepSet("A", 3, 45),),
)


def test_a_set_is_repeated_before_the_next_step() -> None:
    assert named(SUPERSET) == ["bow", *["fly", "swim"] * 3, "lunge"]


def test_its_own_rest_stands_between_its_rounds_and_nowhere_else() -> None:
    assert [turn.rest_before for turn in turns(SUPERSET, 0)] == [None, None, None, 45, None, 45, None, None]
    plan = compile_timeline(Routine(1, "x", "X", (SUPERSET,)), EXERCISES)
    rests = [phase.seconds for phase in plan.phases if phase.kind is PhaseKind.REST]
    assert rests == [10, 45, 10, 45, 10, 15]


def test_two_runs_of_one_set_are_two_sets() -> None:
    split = block(
        *(Step(name, seconds=30, set=of) for name, of in (("bow", "A"), ("fly", ""), ("swim", "A"))),
        sets=(StepSet("A", 2),),
    )
    assert named(split) == ["bow", "bow", "fly", "swim", "swim"]


def test_a_change_holds_from_its_round_on() -> None:
    ladder = Step("bow", seconds=40, rest=20, by_round=(RoundChange(2, seconds=30), RoundChange(4, reps=8, rest=0)))
    done = [in_round(ladder, round_) for round_ in range(5)]
    assert [(step.seconds, step.reps, step.rest) for step in done] == [
        (40, None, 20),
        (30, None, 20),
        (30, None, 20),
        (None, 8, 0),
        (None, 8, 0),
    ]


def test_a_step_may_come_or_go_in_a_round() -> None:
    last = block(
        Step("bow", seconds=30), Step("fly", seconds=30, on=False, by_round=(RoundChange(3, on=True),)), rounds=3
    )
    assert [named(last, round_) for round_ in range(3)] == [["bow"], ["bow"], ["bow", "fly"]]


def test_in_a_set_the_rounds_are_the_set_s() -> None:
    pyramid = block(
        Step("bow", seconds=30, set="A", by_round=(RoundChange(2, seconds=20),)), rounds=2, sets=(StepSet("A", 2),)
    )
    assert [turn.step.seconds for turn in turns_of_block(pyramid)] == [30, 20, 30, 20]


def test_where_the_first_of_a_set_is_off_the_rest_stands_before_the_second() -> None:
    one = block(
        Step("bow", seconds=30, on=False, set="A"), Step("fly", seconds=30, set="A"), sets=(StepSet("A", 2, 45),)
    )
    assert [turn.rest_before for turn in turns(one, 0)] == [None, 45]


def test_another_form_in_a_later_round_is_planned_as_that_form() -> None:
    harder = block(Step("fly", seconds=30, by_round=(RoundChange(2, variant="slow"),)), rounds=2)
    plan = compile_timeline(Routine(1, "x", "X", (harder,)), EXERCISES)
    assert [step.ladder[step.rung].variant for step in plan.steps] == ["", "slow"]


@given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 4))
def test_rounds_multiply(rounds: int, of_set: int, steps: int) -> None:
    many = block(*(Step("bow", seconds=30, set="A") for _ in range(steps)), rounds=rounds, sets=(StepSet("A", of_set),))
    assert len(turns_of_block(many)) == rounds * of_set * steps
    plan = compile_timeline(Routine(1, "x", "X", (many,)), EXERCISES)
    assert len(plan.steps) == rounds * of_set * steps
