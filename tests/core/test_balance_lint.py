"""What the balance linter remarks, and what it leaves alone."""

from collections.abc import Mapping

import pytest
from msgspec import structs

from tests.core.samples import exercise
from trainer.core.balance import MuscleGroup
from trainer.core.balance_lint import Remark, remarks, side_seconds
from trainer.core.editing import Place
from trainer.core.exercise import Exercise, Impact, Met, Posture, Sides
from trainer.core.routine import Block, BlockKind, RemarkKind, Routine, Step, StepSet
from trainer.core.timeline import Side, compile_timeline

KNOWN: Mapping[str, Exercise] = {
    one.id: one
    for one in (
        exercise("row"),
        exercise("pull", primary=("rhomboids", "latissimus dorsi")),
        exercise("squat", primary=("quadriceps femoris",)),
        exercise("march", primary=("iliopsoas",), met=Met("1", 3.3)),
        exercise("turn", sides=Sides.ALTERNATING, primary=("external oblique",)),
        exercise("reach", sides=Sides.EACH, primary=("latissimus dorsi",), secondary=("rhomboids",)),
        exercise("hang", primary=("latissimus dorsi",), secondary=("rhomboids",), met=Met("1", 2.3)),
        exercise("jump", primary=("quadriceps femoris",), met=Met("1", 9.0), impact=Impact.HIGH),
        exercise("floor", primary=("gluteus maximus",), posture=Posture.SUPINE),
    )
}


def routine(*blocks: Block, **values: object) -> Routine:
    return structs.replace(Routine(1, "r", "R", blocks), **values)


def main(*steps: Step, kind: BlockKind = BlockKind.STRENGTH, rounds: int = 1) -> Block:
    return Block(kind, "Main", steps, rounds=rounds)


def kinds(of: Routine) -> list[RemarkKind]:
    return [remark.kind for remark in remarks(of, KNOWN)]


def test_a_short_plain_routine_has_nothing_to_remark() -> None:
    assert remarks(routine(main(Step("row", seconds=45), Step("squat", seconds=45))), KNOWN) == ()


@pytest.mark.parametrize(("reps", "found"), [(10, []), (11, [RemarkKind.SIDES])])
def test_repetitions_in_turn_must_be_even(reps: int, found: list[RemarkKind]) -> None:
    assert kinds(routine(main(Step("turn", reps=reps)))) == found


def test_an_open_one_sided_step_never_changes_sides() -> None:
    (remark,) = remarks(routine(main(Step("reach", open=True))), KNOWN)
    assert remark == Remark(RemarkKind.SIDES, Place(0, 0), waits=True)


def test_left_and_right_are_counted() -> None:
    plan = compile_timeline(routine(main(Step("reach", seconds=30), Step("turn", reps=3))), KNOWN)
    assert side_seconds(plan) == {Side.LEFT: 34.0, Side.RIGHT: 30.0}


def test_one_muscle_too_long() -> None:
    (remark,) = remarks(routine(main(Step("row", seconds=60), Step("pull", seconds=60))), KNOWN)
    assert remark == Remark(RemarkKind.SAME_MUSCLE, Place(0, 1), other=Place(0, 0), seconds=120.0, muscle="rhomboids")


@pytest.mark.parametrize(
    "steps",
    [
        (Step("row", seconds=60, rest=30), Step("pull", seconds=60)),  # rested
        (Step("row", seconds=50), Step("pull", seconds=50)),  # short
        (Step("row", seconds=60), Step("squat", seconds=20), Step("pull", seconds=60)),  # another between
        (Step("row", seconds=60), Step("pull", seconds=60, meant=(RemarkKind.SAME_MUSCLE,))),  # meant
    ],
)
def test_relief_of_every_kind(steps: tuple[Step, ...]) -> None:
    assert kinds(routine(main(*steps))) == []


def test_the_other_sides_turn_is_a_rest() -> None:
    assert kinds(routine(main(Step("reach", seconds=50), Step("reach", seconds=50), Step("reach", seconds=50)))) == []


def test_a_run_goes_on_over_rounds() -> None:
    assert kinds(routine(main(Step("row", seconds=60), rounds=2))) == [RemarkKind.SAME_MUSCLE]


def test_stretching_one_muscle_for_long_is_no_hammering() -> None:
    stretch = main(Step("row", seconds=60), Step("pull", seconds=60), kind=BlockKind.STRETCH)
    assert kinds(routine(stretch)) == []


def test_up_and_down_and_up_is_a_zigzag() -> None:
    steps = [Step(name, seconds=30) for name in ("march", "jump", "march", "jump")]
    block = main(*steps, kind=BlockKind.CARDIO)
    (remark,) = [one for one in remarks(routine(block), KNOWN) if one.kind is RemarkKind.ZIGZAG]
    assert (remark.place, remark.other) == (Place(0, 3), Place(0, 0))
    meant = routine(block, meant=(RemarkKind.ZIGZAG,))
    assert RemarkKind.ZIGZAG not in kinds(meant)


def test_a_cue_that_flashes_by() -> None:
    long = structs.replace(KNOWN["row"].cues[2], text="one two three four five six seven eight nine ten eleven")
    known = {**KNOWN, "row": structs.replace(KNOWN["row"], cues=(long,))}
    (remark,) = remarks(routine(main(Step("row", seconds=5))), known)
    assert (remark.kind, remark.seconds, remark.text) == (RemarkKind.CUE, 5.0, long.text)
    assert remarks(routine(main(Step("row", seconds=30))), known) == ()


LONG = tuple(Step(name, seconds=100) for name in ("row", "squat") * 4)


def test_a_long_main_part_wants_a_warm_up_and_a_stretch() -> None:
    assert kinds(routine(main(*LONG))) == [RemarkKind.WARM_UP, RemarkKind.STRETCH]


def test_a_warm_up_and_a_stretch_for_what_works_most() -> None:
    warm = Block(BlockKind.WARM_UP, "Warm-up", (Step("row", seconds=30), Step("squat", seconds=30)))
    for stretch, found in (("hang", [None]), ("floor", [MuscleGroup.UPPER_BACK])):
        end = Block(BlockKind.STRETCH, "Stretch", (Step(stretch, seconds=30),))
        of = routine(warm, main(*LONG, Step("row", seconds=60)), end)
        assert [one.group for one in remarks(of, KNOWN)] == [group for group in found if group]


def test_jumps_want_a_pulse() -> None:
    cold = Block(BlockKind.WARM_UP, "Warm-up", (Step("hang", seconds=30),))
    of = routine(cold, main(Step("jump", seconds=30), kind=BlockKind.CARDIO))
    (remark,) = remarks(of, KNOWN)
    assert (remark.kind, remark.place, remark.group) == (RemarkKind.WARM_UP, Place(0), None)


def test_an_easy_beginning_warms_up_by_itself() -> None:
    of = routine(main(Step("march", seconds=60), Step("jump", seconds=30), kind=BlockKind.CARDIO))
    assert RemarkKind.WARM_UP not in kinds(of)


def test_another_order_saves_getting_up() -> None:
    known = {**KNOWN, "curl": structs.replace(KNOWN["floor"], id="curl", primary=("rectus abdominis",))}
    steps = [Step(name, seconds=30) for name in ("floor", "row", "curl", "squat")]
    (remark,) = remarks(routine(main(*steps)), known)
    assert (remark.kind, remark.place, remark.other) == (RemarkKind.ORDER, Place(0, 1), Place(0, 2))
    assert remark.seconds == 10.0


def test_no_order_is_proposed_that_takes_a_step_out_of_its_set() -> None:
    known = {**KNOWN, "curl": structs.replace(KNOWN["floor"], id="curl", primary=("rectus abdominis",))}
    steps = [Step(name, seconds=30) for name in ("floor", "row", "curl", "squat")]
    superset = [structs.replace(step, set="A") for step in steps[:2]]
    block = structs.replace(main(*superset, *steps[2:]), sets=(StepSet("A"),))
    assert [one.kind for one in remarks(routine(block), known)] == []


def test_no_order_is_proposed_that_puts_like_on_like() -> None:
    known = {**KNOWN, "lie": structs.replace(KNOWN["row"], id="lie", posture=Posture.SUPINE)}
    steps = [Step(name, seconds=30) for name in ("lie", "squat", "lie", "squat")]
    assert [one.kind for one in remarks(routine(main(*steps)), known)] == []
