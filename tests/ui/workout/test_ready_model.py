"""What the Ready page says of a routine."""

from tests.ui.workout.timelines import timeline
from trainer.core.exercise import Equipment, EquipmentKind
from trainer.ui.workout.ready_model import (
    block_seconds,
    equipment_names,
    first_main_step,
    has_ladder,
    length,
    preview,
    seconds_with,
    variants_for_level,
)

OPTIONAL = ("Warm-up", "Stretch")


def test_the_length_says_its_arithmetic() -> None:
    span = length(timeline(), ())
    assert (span.parts, span.minutes) == ("2 warm-up + 10 main + 1 stretch", 13)


def test_blocks_switched_off_are_not_counted() -> None:
    assert block_seconds(timeline()) == (125, 620, 50)
    assert seconds_with(timeline(), OPTIONAL) == 620
    span = length(timeline(), OPTIONAL)
    assert (span.minutes, span.parts) == (10, "")


def test_the_page_begins_with_the_first_move_no_switch_takes_away() -> None:
    assert first_main_step(timeline(), OPTIONAL) == 2
    assert preview(timeline(), 3, {}).place == "Main, move 2 of 3"


def test_a_level_chooses_the_nearest_form_of_every_move_that_has_one() -> None:
    assert variants_for_level(timeline(), -1) == {"russian-twist": "feet-down"}
    assert variants_for_level(timeline(), 1) == {}
    assert variants_for_level(timeline(), 0) == {}
    assert has_ladder(timeline())


def test_equipment_leaves_out_places_and_what_is_unknown() -> None:
    wall = Equipment(id="wall", name="wall", plural="walls", icon="wall", kind=EquipmentKind.SPACE)
    assert equipment_names(timeline().steps, {}, {"wall": wall}) == ()
