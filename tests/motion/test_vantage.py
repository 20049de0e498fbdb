"""The second view: it shows what the first hides, and never through a wall."""

from math import cos, radians

import pytest

from trainer.library.moves import Moves
from trainer.motion.cycle import Cycle
from trainer.motion.prop import PropKind
from trainer.motion.vantage import second_turn
from trainer.resources import moves

SHIPPED = Moves(moves())
TEMPO = {"concentric": 2.0, "hold": 1.0, "eccentric": 2.0, "pause": 0.5, "cycle": 2.4}


@pytest.mark.parametrize("move_id", SHIPPED.ids())
def test_it_is_far_enough_to_differ_and_never_behind_a_wall(move_id: str) -> None:
    move = SHIPPED.move(move_id)
    turn = second_turn(Cycle(move, TEMPO))
    assert 60.0 <= abs(turn) <= 90.0
    if move.prop(PropKind.WALL) is not None:
        assert cos(radians(move.view[0] + turn)) > -0.3


def test_what_is_seen_from_behind_is_then_seen_from_the_front() -> None:
    move = SHIPPED.move("roll_down")
    assert move.view[0] > 90.0
    assert abs(move.view[0] + second_turn(Cycle(move, TEMPO))) < 90.0
