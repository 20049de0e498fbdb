"""What the fingers do: said by the move, else as it follows from what the hand is at."""

import pytest

from trainer.motion.angles import angles_of
from trainer.motion.channels import all_channels
from trainer.motion.geometry import distance, dot, subtract
from trainer.motion.hand_shape import HandShape, gripped_by, usual_shape
from trainer.motion.limits import beyond_limits
from trainer.motion.move import MoveText, build_move
from trainer.motion.pose_language import read_pose
from trainer.motion.posture import HandPlace, Posture, RootSupport
from trainer.motion.prop import read_prop
from trainer.motion.solver import solve

GOBLET = Posture("goblet", RootSupport.FEET, all_channels(), hands=HandPlace.GOBLET)


def standing(place: HandPlace = HandPlace.FREE) -> Posture:
    return Posture("stand", RootSupport.FEET, all_channels(), hands=place)


@pytest.mark.parametrize(
    ("place", "prop", "shape"),
    [
        (HandPlace.FREE, "", HandShape.RELAXED),
        (HandPlace.FREE, "dumbbells", HandShape.GRIP),
        (HandPlace.FREE, "cans", HandShape.GRIP),
        (HandPlace.FREE, "dumbbell left", HandShape.GRIP),
        (HandPlace.OWN, "dumbbell", HandShape.CUPPED),
        (HandPlace.GOBLET, "dumbbell", HandShape.CUPPED),
        (HandPlace.HELD, "medicine-ball", HandShape.CUPPED),
        (HandPlace.FLOOR, "step x 40", HandShape.FLAT),
        (HandPlace.WALL, "wall x 40 turn 180", HandShape.FLAT),
        (HandPlace.HIPS, "", HandShape.OPEN),
    ],
)
def test_the_shape_follows_from_what_the_hand_is_at(place: HandPlace, prop: str, shape: HandShape) -> None:
    assert usual_shape(standing(place), (read_prop(prop),) if prop else (), "l") is shape


def test_only_the_hand_of_a_dumbbell_grips_it() -> None:
    props = (read_prop("dumbbell left"),)
    assert (gripped_by(props[0]), usual_shape(standing(), props, "r")) == ("l", HandShape.RELAXED)


def test_a_move_may_say_it_for_both_hands_or_for_one() -> None:
    text = MoveText(format=1, posture="stand", pose={"a": "elbows 9"}, cycle=("a cycle",), hand_shape=HandShape.FIST)
    boxing = build_move("made-up", text, {"stand": standing()})
    assert [boxing.hand_shape(side) for side in "lr"] == [HandShape.FIST, HandShape.FIST]
    text = MoveText(
        format=1, posture="stand", pose={"a": "elbows 9"}, cycle=("a cycle",), right_hand_shape=HandShape.FLAT
    )
    one = build_move("made-up", text, {"stand": standing()})
    assert [one.hand_shape(side) for side in "lr"] == [HandShape.RELAXED, HandShape.FLAT]


@pytest.mark.parametrize("hold", ["hold x 22 z 3", "hold x 4 z 66", "hold x 56 z 22 pitch 77"])
def test_a_goblet_is_held_from_both_sides_within_the_wrists_range(hold: str) -> None:
    neutral = {**all_channels(), "grip.l.on": 1.0, "grip.r.on": 1.0}
    pose = solve(read_pose(hold, {}, neutral), GOBLET)
    assert pose.misses == []
    assert [found.joint for found in beyond_limits(angles_of(pose)) if found.joint.startswith("wrist")] == []
    held = pose.held
    assert held is not None
    palms = [pose.point(f"hand.{side}", (0.0, 0.0, -0.05)) for side in "lr"]
    assert distance(palms[0], held.centre) == pytest.approx(distance(palms[1], held.centre), abs=1e-6)
    for palm in palms:  # under the bell, beside the handle
        assert -0.07 < dot(subtract(palm, held.centre), held.axes[2]) < 0.0
        assert 0.04 < distance(palm, held.centre) < 0.09
