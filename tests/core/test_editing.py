"""Editing a routine: each operation by example, the history by property."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.core.samples import EXERCISES
from trainer.core.editing import (
    Edited,
    History,
    Place,
    change_block,
    change_step,
    duplicate,
    insert_block,
    insert_step,
    move_block,
    move_step,
    places,
    remove,
    shift,
    step_at,
)
from trainer.core.routine import Block, BlockKind, RoundChange, Routine, Step, StepSet
from trainer.core.step_times import routine_times

A, B, C = Step("a", seconds=10), Step("b", seconds=20), Step("c", reps=5)
MAIN, END = Block(BlockKind.STRENGTH, "Main", (A, B)), Block(BlockKind.STRETCH, "End", (C,))
ROUTINE = Routine(1, "r", "R", (MAIN, END))


def names_of(routine: Routine) -> list[str]:
    return ["".join(step.exercise for step in block.steps) for block in routine.blocks]


def test_a_step_is_inserted_before_another_and_at_the_end_of_a_block() -> None:
    new = Step("n", open=True)
    assert names_of(insert_step(ROUTINE, Place(0, 1), new).routine) == ["anb", "c"]
    assert insert_step(ROUTINE, Place(0, 1), new).place == Place(0, 1)
    assert names_of(insert_step(ROUTINE, Place(1), new).routine) == ["ab", "cn"]


def test_removing_leaves_one_at_what_follows() -> None:
    assert remove(ROUTINE, Place(0, 0)) == Edited(
        structs.replace(ROUTINE, blocks=(structs.replace(MAIN, steps=(B,)), END)), Place(0, 0)
    )
    assert remove(ROUTINE, Place(0, 1)).place == Place(0, 0)
    assert remove(ROUTINE, Place(1, 0)).place == Place(1)
    assert remove(ROUTINE, Place(1)).place == Place(0)
    assert remove(structs.replace(ROUTINE, blocks=(END,)), Place(0)).place is None


def test_duplicates_follow_what_they_copy_and_blocks_keep_their_own_names() -> None:
    assert names_of(duplicate(ROUTINE, Place(0, 0)).routine) == ["aab", "c"]
    copied = duplicate(ROUTINE, Place(0)).routine
    assert [block.name for block in copied.blocks] == ["Main", "Main 2", "End"]


def test_steps_move_up_and_down_and_over_into_the_next_block() -> None:
    assert names_of(shift(ROUTINE, Place(0, 0), 1).routine) == ["ba", "c"]
    over = shift(ROUTINE, Place(0, 1), 1)
    assert (names_of(over.routine), over.place) == (["a", "bc"], Place(1, 0))
    back = shift(over.routine, Place(1, 0), -1)
    assert (back.routine, back.place) == (ROUTINE, Place(0, 1))
    assert shift(ROUTINE, Place(0, 0), -1) == Edited(ROUTINE, Place(0, 0))
    assert shift(ROUTINE, Place(1, 0), 1).routine == ROUTINE


def test_a_step_is_dropped_before_another() -> None:
    assert names_of(move_step(ROUTINE, Place(0, 0), Place(0, 2)).routine) == ["ba", "c"]
    assert names_of(move_step(ROUTINE, Place(1, 0), Place(0, 1)).routine) == ["acb", ""]
    assert names_of(move_step(ROUTINE, Place(0, 0), Place(1)).routine) == ["b", "ca"]


def test_blocks_move() -> None:
    assert [block.name for block in move_block(ROUTINE, 1, 0).routine.blocks] == ["End", "Main"]
    assert [block.name for block in shift(ROUTINE, Place(0), 1).routine.blocks] == ["End", "Main"]
    assert shift(ROUTINE, Place(1), 1).routine == ROUTINE


def test_fields_change() -> None:
    assert step_at(change_step(ROUTINE, Place(0, 1), rest=7).routine, Place(0, 1)) == structs.replace(B, rest=7)
    assert change_block(ROUTINE, 0, rounds=3).routine.blocks[0].rounds == 3
    assert insert_block(ROUTINE, 9, MAIN).routine.blocks[2].name == "Main 2"


def test_every_place_in_order() -> None:
    assert places(ROUTINE) == (Place(0), Place(0, 0), Place(0, 1), Place(1), Place(1, 0))


def test_letters_typed_into_one_field_are_undone_as_one() -> None:
    history = History(Edited(ROUTINE, None))
    for name in ("R1", "R12", "R123"):
        history = history.changed(Edited(structs.replace(ROUTINE, name=name), None), "name")
    assert history.undone().now.routine == ROUTINE
    history = history.at(None).changed(Edited(structs.replace(ROUTINE, name="R4"), None), "name")
    assert history.undone().now.routine.name == "R123"


NAMES = sorted(EXERCISES)
any_step = st.builds(
    Step, st.sampled_from(NAMES), seconds=st.integers(5, 90), rest=st.integers(0, 30), get_ready=st.integers(0, 20)
)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A history of some edits, taken back here and there."""
    history = History(Edited(Routine(1, "r", "R", (Block(BlockKind.STRENGTH, "Main", (draw(any_step),)),)), None))
    for _ in range(draw(st.integers(0, 12))):
        routine = history.now.routine
        block = draw(st.integers(0, len(routine.blocks) - 1))
        there = len(routine.blocks[block].steps)
        place = Place(block, draw(st.integers(0, there - 1))) if there else Place(block)
        match draw(st.sampled_from(["insert", "remove", "duplicate", "shift", "block", "undo", "redo"])):
            case "insert":
                history = history.changed(insert_step(routine, place, draw(any_step)))
            case "remove" if place.step is not None:
                history = history.changed(remove(routine, place))
            case "duplicate":
                history = history.changed(duplicate(routine, place))
            case "shift":
                history = history.changed(shift(routine, place, draw(st.sampled_from([-1, 1]))))
            case "block":
                history = history.changed(change_block(routine, block, rounds=draw(st.integers(1, 4))))
            case "undo":
                history = history.undone()
            case "redo":
                history = history.redone()
    return history


@given(histories())
def test_undo_then_redo_is_identity(history: History) -> None:
    if history.past:
        assert history.undone().redone() == structs.replace(history, field="")
    if history.future:
        assert history.redone().undone() == structs.replace(history, field="")


@given(histories())
def test_everything_can_be_undone_and_done_again(history: History) -> None:
    back = history
    for _ in range(len(history.past)):
        back = back.undone()
    assert back.past == ()
    for _ in range(len(history.past)):
        back = back.redone()
    assert back.now == history.now


@given(histories())
def test_seconds_add_up(history: History) -> None:
    routine = history.now.routine
    times = routine_times(routine, EXERCISES)
    assert times.seconds == sum(times.blocks)
    assert times.seconds == times.plan.expected_seconds
    assert set(times.steps) == {place for place in places(routine) if place.step is not None}


@given(histories(), any_step)
def test_a_longer_step_lengthens_its_block_by_its_rounds(history: History, step: Step) -> None:
    edited = insert_step(history.now.routine, Place(0), step)
    assert edited.place is not None
    before = routine_times(edited.routine, EXERCISES)
    longer = change_step(edited.routine, edited.place, seconds=(step.seconds or 0) + 7).routine
    after = routine_times(longer, EXERCISES)
    sides = 2 if EXERCISES[step.exercise].sides == "each" else 1
    assert after.blocks[0] - before.blocks[0] == 7 * sides * edited.routine.blocks[0].rounds
    assert after.blocks[1:] == before.blocks[1:]


def test_sets_stay_whole() -> None:
    in_set = structs.replace(B, set="S", by_round=(RoundChange(3, rest=5),))
    pair = Block(
        BlockKind.STRENGTH, "Main", (A, in_set, structs.replace(in_set, exercise="c")), sets=(StepSet("S", 3),)
    )
    routine = structs.replace(ROUTINE, blocks=(pair, END))
    joined = move_step(routine, Place(0, 0), Place(0, 2)).routine
    assert [step.set for step in joined.blocks[0].steps] == ["S", "S", "S"]
    left = move_step(routine, Place(0, 1), Place(0, 0)).routine
    assert [step.set for step in left.blocks[0].steps] == ["", "", "S"]
    assert left.blocks[0].steps[0].by_round == ()
    away = move_step(routine, Place(0, 1), Place(1)).routine
    assert away.blocks[1].steps[1].set == ""
    gone = remove(remove(routine, Place(0, 2)).routine, Place(0, 1)).routine
    assert gone.blocks[0].sets == ()


def test_changes_for_rounds_that_are_no_more_go() -> None:
    step = structs.replace(A, by_round=(RoundChange(2, seconds=20), RoundChange(4, seconds=30)))
    routine = structs.replace(ROUTINE, blocks=(Block(BlockKind.STRENGTH, "Main", (step,), rounds=4),))
    assert change_block(routine, 0, rounds=3).routine.blocks[0].steps[0].by_round == (RoundChange(2, seconds=20),)
