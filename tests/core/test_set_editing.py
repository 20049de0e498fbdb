"""A step repeated, or in turn with the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.core.editing import Place
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.set_editing import USUAL_ROUNDS, Repeats, join_next, repeat, repeats
from trainer.core.turns import turns_of_block

FIRST, SECOND, THIRD = Place(0, 0), Place(0, 1), Place(0, 2)


def plain() -> Routine:
    steps = tuple(Step(name, seconds=30) for name in "abc")
    return Routine(1, "r", "R", (Block(BlockKind.STRENGTH, "Main", steps),))


def done(routine: Routine) -> str:
    return "".join(turn.step.exercise for turn in turns_of_block(routine.blocks[0]))


def test_a_step_is_repeated_and_once_is_none() -> None:
    three = repeat(plain(), SECOND, 3, 20).routine
    assert done(three) == "abbbc"
    assert repeats(three, SECOND) == Repeats(3, 20, with_next=False)
    assert repeats(three, FIRST) == Repeats(1, 0, with_next=False)
    once = repeat(three, SECOND, 1, 0).routine
    assert once == plain()


def test_two_are_done_in_turn_and_apart_again() -> None:
    pair = join_next(plain(), FIRST, joined=True).routine
    assert done(pair) == "ab" * USUAL_ROUNDS + "c"
    assert repeats(pair, FIRST).with_next is True
    assert repeats(pair, THIRD).with_next is None
    whole = join_next(pair, SECOND, joined=True).routine
    assert done(whole) == "abc" * USUAL_ROUNDS
    parted = join_next(whole, FIRST, joined=False).routine
    assert done(parted) == "a" * USUAL_ROUNDS + "bc"


def test_a_step_joins_the_set_that_is_there() -> None:
    later = repeat(plain(), SECOND, 4, 10).routine
    joined = join_next(later, FIRST, joined=True).routine
    assert done(joined) == "ab" * 4 + "c"
    assert len(joined.blocks[0].sets) == 1


def test_repeats_of_a_pair_are_of_both() -> None:
    pair = join_next(plain(), FIRST, joined=True).routine
    assert done(repeat(pair, SECOND, 2, 30).routine) == "ababc"
    assert done(repeat(pair, SECOND, 1, 0).routine) == "abc"


def test_what_changes_nothing_is_the_same() -> None:
    assert join_next(plain(), THIRD, joined=True).routine == plain()
    assert join_next(plain(), FIRST, joined=False).routine == plain()
    with pytest.raises(IndexError):
        repeat(plain(), Place(0), 2, 0)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4), st.booleans(), st.booleans()), max_size=8))
def test_whatever_is_done_every_step_stays_and_every_set_is_used(acts: list[tuple[int, int, bool, bool]]) -> None:
    routine = plain()
    for at, times, joined, repeating in acts:
        place = Place(0, at)
        edited = repeat(routine, place, times, 5) if repeating else join_next(routine, place, joined=joined)
        routine = edited.routine
        block = routine.blocks[0]
        assert [step.exercise for step in block.steps] == ["a", "b", "c"]
        assert {one.id for one in block.sets} == {step.set for step in block.steps if step.set}
        assert len({one.id for one in block.sets}) == len(block.sets)
