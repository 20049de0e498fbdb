"""Repetitions: counted as a person counts them, each part named by the way it goes."""

import pytest

from trainer.library.moves import Moves
from trainer.motion.cycle import Cycle
from trainer.motion.move import Move, Step
from trainer.motion.repetition import Part, Repetitions, Way
from trainer.resources import moves

SHIPPED = Moves(moves())
TEMPO = {"concentric": 2.0, "hold": 1.0, "eccentric": 3.0, "pause": 0.5, "cycle": 6.0}


def repetitions(move_id: str) -> Repetitions:
    return Repetitions(Cycle(SHIPPED.move(move_id), TEMPO))


@pytest.mark.parametrize(
    ("move_id", "ways"),
    [
        ("reverse_fly", [Way.UP, Way.HOLD, Way.DOWN, Way.PAUSE]),
        ("back_bow", [Way.UP, Way.HOLD, Way.DOWN, Way.PAUSE]),
        ("ball_back_extension", [Way.UP, Way.HOLD, Way.DOWN, Way.PAUSE]),
        ("roll_down", [Way.DOWN, Way.HOLD, Way.UP, Way.PAUSE]),
        ("clamshell", [Way.UP, Way.HOLD, Way.DOWN, Way.PAUSE]),  # the knee
        ("cat_cow", [Way.UP, Way.DOWN]),  # the back, whatever the head does
        ("kneeling_superman", [Way.LEFT, Way.HOLD, Way.BACK, Way.PAUSE]),
        ("childs_pose", [Way.BREATHE_IN, Way.BREATHE_OUT]),
    ],
)
def test_each_part_is_named_by_the_way_it_goes(move_id: str, ways: list[Way]) -> None:
    assert [part.way for part in repetitions(move_id).each[0].parts] == ways


def test_an_alternating_move_has_a_repetition_for_each_side() -> None:
    found = repetitions("russian_twist")
    left, right = found.each
    assert left.seconds == right.seconds == 6.5
    assert right.parts[0] == Part(Way.RIGHT, 0.0, 2.0)
    assert found.period == 13.0


def test_a_part_that_comes_twice_begins_no_other_repetition() -> None:
    hydrant = repetitions("fire_hydrant_leg_straight")
    assert len(hydrant.each) == 1


def test_the_repetition_under_way_is_known_at_any_moment() -> None:
    found = repetitions("russian_twist")
    assert found.at(0.0) == (0, found.each[0], 0.0)
    assert found.at(6.5) == (1, found.each[1], 0.0)
    index, one, into = found.at(13.0 + 6.5 + 2.5)
    assert (index, one) == (3, found.each[1])
    assert one.part_at(into).way is Way.HOLD
    assert one.part_at(99.0).way is Way.PAUSE


def test_the_tempo_says_how_long_a_part_is() -> None:
    (one,) = repetitions("reverse_fly").each
    assert [(part.start, part.seconds) for part in one.parts] == [(0.0, 2.0), (2.0, 1.0), (3.0, 3.0), (6.0, 0.5)]


def test_neighbours_that_go_the_same_way_are_one_part() -> None:
    fly = SHIPPED.move("reverse_fly")
    poses = {**fly.poses, "half": {name: (v + fly.poses["open"][name]) / 2 for name, v in fly.poses["hang"].items()}}
    steps = (Step("half", "concentric", 0.5), Step("open", "concentric", 0.5), Step("hang", "eccentric"))
    move = Move("fly", fly.posture, poses, steps, rest="hang")
    (one,) = Repetitions(Cycle(move, TEMPO)).each
    assert [(part.way, part.seconds) for part in one.parts] == [(Way.UP, 2.0), (Way.DOWN, 3.0)]


def test_what_goes_neither_up_nor_down_goes_out_and_back() -> None:
    stand = SHIPPED.move("roll_down")
    near, far = (dict(stand.poses["tall"]) for _ in range(2))
    for side in "lr":
        near[f"shoulder.{side}.raise"] = far[f"shoulder.{side}.raise"] = 85.0
        near[f"shoulder.{side}.plane"], far[f"shoulder.{side}.plane"] = 90.0, 0.0
    steps = (Step("far", "concentric"), Step("near", "eccentric"))
    (one,) = Repetitions(Cycle(Move("open", stand.posture, {"near": near, "far": far}, steps), TEMPO)).each
    assert [part.way for part in one.parts] == [Way.OUT, Way.BACK]


def test_a_single_pose_is_held_and_nothing_is_counted() -> None:
    bow = SHIPPED.move("back_bow")
    for step in (Step("bow", "hold"), Step("bow", "breath")):
        assert Repetitions(Cycle(Move("bow", bow.posture, bow.poses, (step,)), TEMPO)).is_still
    assert not repetitions("back_bow").is_still


@pytest.mark.parametrize("move_id", SHIPPED.ids())
def test_the_repetitions_fill_the_cycle_and_their_parts_fill_them(move_id: str) -> None:
    found = repetitions(move_id)
    assert sum(one.seconds for one in found.each) == pytest.approx(found.period)
    for one in found.each:
        assert sum(part.seconds for part in one.parts) == pytest.approx(one.seconds)


@pytest.mark.parametrize("move_id", SHIPPED.ids())
def test_whoever_alternates_begins_on_the_left(move_id: str) -> None:
    """The room shows the right side first by exchanging sides; a move that began there would be shown wrong."""
    names = [segment.target for segment in Cycle(SHIPPED.move(move_id), TEMPO).segments]
    sides = [name.partition("_")[0] for name in names if name.partition("_")[0] in {"left", "right"}]
    assert sides[:1] in (["left"], [])
