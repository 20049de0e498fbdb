"""Two-bone reach: bones keep their length, the goal is met, the middle joint bends the way it should."""

from hypothesis import assume, given
from hypothesis import strategies as st

from trainer.motion.geometry import Vector, across, distance, dot, length, subtract, unit
from trainer.motion.reach import reach

BONES = (0.40, 0.42)
places = st.tuples(*[st.floats(-0.5, 0.5)] * 3)
poles = st.tuples(*[st.floats(-1.0, 1.0)] * 3).filter(lambda v: length(v) > 0.2)


@given(places, places, poles)
def test_bones_keep_their_length(start: Vector, goal: Vector, pole: Vector) -> None:
    assume(distance(start, goal) > 0.05)
    limb = reach(start, goal, BONES, pole, 1.0)
    assert abs(distance(start, limb.middle) - BONES[0]) < 1e-9
    assert abs(distance(limb.middle, limb.end) - BONES[1]) < 1e-9


@given(places, places, poles)
def test_a_goal_in_reach_is_met_and_one_beyond_is_said(start: Vector, goal: Vector, pole: Vector) -> None:
    gap = distance(start, goal)
    assume(gap > 0.05)
    limb = reach(start, goal, BONES, pole, 1.0)
    if gap < 0.81:
        assert limb.miss == 0.0
        assert distance(limb.end, goal) < 1e-9
    assert abs(distance(limb.end, goal) - limb.miss) < 1e-9


@given(places, places, poles)
def test_the_middle_joint_points_at_its_pole(start: Vector, goal: Vector, pole: Vector) -> None:
    assume(0.3 < distance(start, goal) < 0.78)
    direction = unit(subtract(goal, start))
    side = across(pole, direction)
    assume(length(side) > 0.1)
    limb = reach(start, goal, BONES, pole, 1.0)
    assert dot(subtract(limb.middle, start), side) > 0.0
    # Knees bend about the frame's y: both bones share it.
    assert distance(limb.upper[1], limb.lower[1]) < 1e-9
    assert dot(limb.upper[0], side) > 0.0
