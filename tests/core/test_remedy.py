"""The routine for a forgotten group of muscles is the one that trains it most."""

from tests.core.samples import exercise
from trainer.core.balance import MuscleGroup
from trainer.core.exercise import Sides
from trainer.core.remedy import remedy
from trainer.core.routine import Block, BlockKind, Routine, Step

POOL = {
    "row": exercise("row", primary=("rhomboids",), secondary=("biceps brachii",)),
    "curl": exercise("curl", primary=("biceps brachii",)),
    "bird": exercise("bird", primary=("multifidus",), sides=Sides.EACH),
}


def routine(name: str, *steps: Step, kind: BlockKind = BlockKind.STRENGTH) -> Routine:
    return Routine(1, name, name, (Block(kind, "Main", steps),))


ROWS = routine("rows", Step("row", seconds=60))
MIXED = routine("mixed", Step("row", seconds=60), Step("curl", seconds=60))
CURLS = routine("curls", Step("curl", seconds=60))


def test_the_largest_share_wins_and_helpers_count_half() -> None:
    assert remedy(MuscleGroup.ARMS_FRONT, (ROWS, MIXED, CURLS), POOL) is CURLS
    assert remedy(MuscleGroup.ARMS_FRONT, (ROWS, MIXED), POOL) is MIXED
    assert remedy(MuscleGroup.UPPER_BACK, (MIXED, ROWS, CURLS), POOL) is ROWS


def test_two_sides_take_twice_the_time() -> None:
    once = routine("once", Step("bird", seconds=30), Step("curl", seconds=60))
    less = routine("less", Step("bird", seconds=30), Step("curl", seconds=90))
    assert remedy(MuscleGroup.LOWER_BACK, (less, once), POOL) is once


def test_a_stretch_trains_nothing_and_where_nothing_does_there_is_no_remedy() -> None:
    stretch = routine("stretch", Step("bird", seconds=60), kind=BlockKind.STRETCH)
    assert remedy(MuscleGroup.LOWER_BACK, (stretch, ROWS), POOL) is None
    assert remedy(MuscleGroup.CALVES, (), POOL) is None


def test_an_exercise_that_is_gone_counts_nothing() -> None:
    assert remedy(MuscleGroup.CALVES, (routine("gone", Step("gone", seconds=60)),), POOL) is None
