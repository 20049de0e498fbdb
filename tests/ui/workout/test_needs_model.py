"""What a routine needs, by what the person owns, in words."""

import pytest

from tests.ui.examples import catalogue, ready_values
from trainer.ui.widgets.tag import TagKind
from trainer.ui.workout.needs_model import NeedLine, handy, need_lines, stand_ins


def lines(owned: dict[str, int]) -> dict[str, NeedLine]:
    values = ready_values(catalogue(), owned, None)
    return {line.name: line for line in need_lines(values.fitting, values.plan, values.kit)}


def test_one_dumbbell_makes_a_variant_and_serves_for_the_medicine_ball() -> None:
    found = lines({"dumbbell": 1, "physio-ball": 1})
    assert found["Pair of dumbbells"].line == "You own one: Reverse Fly, one arm"
    assert (found["Pair of dumbbells"].tag, found["Pair of dumbbells"].kind) == ("Variant", TagKind.CHANGED)
    assert (found["Physio ball"].line, found["Physio ball"].tag) == ("Yours", "Have it")
    assert (found["Medicine ball"].line, found["Medicine ball"].tag) == ("One dumbbell held in both hands", "Swap")


def test_a_place_is_named_with_its_purpose_and_the_move() -> None:
    wall = lines({"dumbbell": 2})["Open wall"]
    assert (wall.line, wall.tag, wall.kind) == ("To brace your feet in move 7", "Check", TagKind.CHECK)


def test_a_pair_owned_is_counted() -> None:
    assert lines({"dumbbell": 4})["Pair of dumbbells"].line == "You own 4"


def test_nobody_asked_means_everything_is_to_be_checked() -> None:
    assert {line.tag for line in lines({}).values()} == {"Check"}


@pytest.mark.parametrize("owned", [{}, {"dumbbell": 1}, {"mat": 1}, {"band": 1, "step": 1}])
def test_no_line_is_left_without_words(owned: dict[str, int]) -> None:
    for line in lines(owned).values():
        assert line.name
        assert line.tag
        assert line.icon


def test_what_only_helps_is_one_sentence() -> None:
    values = ready_values(catalogue(), {"dumbbell": 2}, None)
    assert handy(values.fitting, values.kit).startswith("Good to have at hand: ")
    assert "soup cans" in stand_ins(values.fitting, values.kit)
