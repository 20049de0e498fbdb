"""What the wall card says is what Start would run."""

from tests.ui.examples import KIT, catalogue, ready_values
from trainer.ui.workout.wall_card_model import wall_card


def test_each_block_stands_once_with_the_forms_really_done() -> None:
    values = ready_values(catalogue(), KIT, 70.0)
    card = wall_card(values.plan, (), values.kit.exercises)
    assert [block.title for block in card.blocks] == ["Warm-up, 6 min", "Main, 2 rounds, 25 min", "Stretch, 5 min"]
    fly = next(move for move in card.blocks[1].moves if move.picture[0] == "reverse_fly")
    assert (fly.name, fly.amount) == ("Reverse Fly, one arm", "2 \N{MULTIPLICATION SIGN} 30 s")
    assert fly.cues[0].startswith("One arm opens at a time")
    assert (card.title, card.line) == ("Upper and Lower Back", "36 min in all, 19 moves")


def test_a_block_switched_off_is_not_on_it() -> None:
    values = ready_values(catalogue(), KIT, 70.0)
    card = wall_card(values.plan, {"Warm-up"}, values.kit.exercises)
    assert [block.title for block in card.blocks] == ["Main, 2 rounds, 25 min", "Stretch, 5 min"]
