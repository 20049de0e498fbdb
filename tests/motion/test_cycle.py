"""Cycles and stills: time in, pose out, and no picture drawn twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.library.moves import Moves
from trainer.motion.cycle import Cycle
from trainer.motion.geometry import distance
from trainer.motion.stills import Stills
from trainer.resources import moves

SHIPPED = Moves(moves())
TEMPO = {"concentric": 2.0, "hold": 1.0, "eccentric": 2.0, "pause": 0.5, "cycle": 1.6}


def test_the_parts_of_the_tempo_last_as_long_as_the_exercise_says() -> None:
    cycle = Cycle(SHIPPED.move("reverse_fly"), TEMPO)
    assert cycle.period == pytest.approx(5.5)
    assert [segment.seconds for segment in cycle.segments] == [2.0, 1.0, 2.0, 0.5]
    # Both sides of an alternating move are one cycle; what has no time is left out.
    assert Cycle(SHIPPED.move("russian_twist"), TEMPO).period == pytest.approx(11.0)
    brisk = Cycle(SHIPPED.move("russian_twist"), {"concentric": 1.0, "eccentric": 1.0})
    assert [segment.step.part for segment in brisk.segments] == ["concentric", "eccentric"] * 2


def test_a_step_without_time_takes_a_second_rather_than_none() -> None:
    assert Cycle(SHIPPED.move("reverse_fly"), {}).period == pytest.approx(2.0)


def test_poses_are_reached_when_their_step_ends() -> None:
    cycle = Cycle(SHIPPED.move("reverse_fly"), TEMPO)
    open_pose = cycle.move.poses["open"]
    assert cycle.channels_at(2.5) == open_pose
    assert cycle.effort_at(2.5) == 1.0
    assert cycle.effort_at(0.0) == 0.0
    assert 0.0 < cycle.effort_at(1.0) < 1.0


def test_a_cascade_moves_one_part_after_another() -> None:
    cycle = Cycle(SHIPPED.move("roll_down"), TEMPO)
    early = cycle.channels_at(0.5)
    assert early["head.flex"] > 0.0
    assert early["pelvis.pitch"] == 0.0
    late = cycle.channels_at(1.6)
    assert late["head.flex"] == cycle.move.poses["down"]["head.flex"]
    assert 0.0 < late["pelvis.pitch"] < cycle.move.poses["down"]["pelvis.pitch"]


def test_the_second_half_of_an_alternating_move_mirrors_the_first() -> None:
    cycle = Cycle(SHIPPED.move("kneeling_superman"), TEMPO)
    for moment in (0.4, 1.0, 2.5, 3.9):
        left, right = cycle.pose_at(moment).origins, cycle.pose_at(moment + 5.5).origins
        for name, (x, y, z) in left.items():
            other = name[:-1] + {"l": "r", "r": "l"}[name[-1]] if name[-2:] in {".l", ".r"} else name
            assert distance((x, -y, z), right[other]) < 1e-9


@settings(max_examples=60)
@given(st.sampled_from(SHIPPED.ids()), st.floats(0.0, 3000.0))
def test_a_still_shows_nearly_the_moment_it_stands_for(move_id: str, seconds: float) -> None:
    cycle = Cycle(SHIPPED.move(move_id), TEMPO)
    stills = Stills(cycle, 30.0)
    shown = cycle.pose_at(stills.moments[stills.index_at(seconds)]).origins
    meant = cycle.pose_at(seconds).origins
    assert max(distance(shown[name], place) for name, place in meant.items()) < 0.08


def test_there_and_back_share_their_stills_and_a_hold_is_one() -> None:
    stills = Stills(Cycle(SHIPPED.move("reverse_fly"), TEMPO), 30.0)
    assert len(stills) == 61
    assert stills.index_at(0.5) == stills.index_at(5.0 - 0.5)
    assert stills.index_at(2.1) == stills.index_at(2.9) == stills.index_at(2.0)


def test_at_a_rate_of_nothing_only_the_poses_are_left() -> None:
    stills = Stills(Cycle(SHIPPED.move("russian_twist"), TEMPO), 0.0)
    assert len(stills) == 3
    assert len(Stills(Cycle(SHIPPED.move("pilates_swimmer"), TEMPO), 0.0)) == 2
