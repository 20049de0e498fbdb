"""What stretches and steps need: feet in turn, a pivoting foot, hands on one's own limbs, a breath, overhead arms."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.library.moves import Moves
from trainer.motion.angles import angles_of
from trainer.motion.channels import all_channels, mirrored_channels
from trainer.motion.checks import measure
from trainer.motion.cycle import Cycle
from trainer.motion.geometry import add, closest_points, distance, rotate, unrotate
from trainer.motion.legs import planted_foot
from trainer.motion.move import Move, Step
from trainer.motion.pose import Pose
from trainer.motion.posture import HandPlace, LegSupport, Posture, RootSupport
from trainer.motion.root import BALANCE_FORWARD
from trainer.motion.skeleton import BALL_DOWN, BALL_FORWARD
from trainer.motion.solver import solve
from trainer.resources import moves

SHIPPED = Moves(moves())
ON_FEET = 0.025  # metres: a ball of the foot no higher stands on the floor
degrees = st.floats(-40.0, 40.0)


def ball_height(pose: Pose, side: str) -> float:
    return pose.origins[f"toes.{side}"][2]


def posed(posture: Posture, **channels: float) -> Pose:
    return solve(all_channels() | {name.replace("_", "."): value for name, value in channels.items()}, posture)


@pytest.mark.parametrize("move_id", ["march_in_place", "step_touch"])
def test_one_foot_always_stands_and_each_is_lifted(move_id: str) -> None:
    cycle = Cycle(SHIPPED.move(move_id), {"cycle": 1.2})
    poses = [cycle.pose_at(cycle.period * i / 120) for i in range(120)]
    assert all(min(ball_height(pose, "l"), ball_height(pose, "r")) < ON_FEET for pose in poses)
    for side in "lr":
        assert max(ball_height(pose, side) for pose in poses) > 0.05


def test_a_step_carries_the_body_on_without_a_stop() -> None:
    cycle = Cycle(SHIPPED.move("step_touch"), {"cycle": 1.2})
    passing = cycle.segments[0].start + cycle.segments[0].seconds  # both feet apart, halfway
    before, after = (cycle.pose_at(passing + shift).origins["pelvis"] for shift in (-0.01, 0.01))
    assert abs(after[1] - before[1]) / 0.02 > 0.3


@given(st.floats(-20.0, 20.0), st.floats(-5.0, 5.0), st.floats(-12.0, -4.0))
def test_who_steps_carries_the_weight_where_told(aside: float, forward: float, height: float) -> None:
    pose = posed(Posture("steps", RootSupport.STEPS, {}), weight_x=forward, weight_y=aside, root_z=height)
    mass = pose.centre_of_mass()
    assert hypot(mass[0] - BALANCE_FORWARD - forward / 100.0, mass[1] - aside / 100.0) < 0.01
    lower = posed(Posture("steps", RootSupport.STEPS, {}), weight_x=forward, weight_y=aside, root_z=height - 3.0)
    assert pose.origins["pelvis"][2] - lower.origins["pelvis"][2] == pytest.approx(0.03)


def test_balance_is_measured_while_feet_step_and_wherever_they_stand() -> None:
    stepping = Cycle(SHIPPED.move("step_touch"), {"cycle": 1.2})
    assert all(segment.stance == "lr" for segment in stepping.segments)
    assert (measure(stepping, 24).imbalance or 1.0) < 0.01
    ahead = all_channels() | {"foot.l.x": 30.0, "foot.r.x": 30.0, "foot.l.y": 30.0, "knee.l.flex": 20.0}
    poses = {"a": ahead, "b": ahead | {"thorax.flex": 20.0}}
    move = Move("bow", Posture("stand", RootSupport.FEET, {}), poses, (Step("b", "cycle"), Step("a", "cycle")))
    assert (measure(Cycle(move, {"cycle": 2.0}), 24).imbalance or 1.0) < 0.01


@given(degrees, st.floats(0.0, 40.0), st.sampled_from("lr"))
def test_a_foot_pivots_about_its_ball(pivot: float, heel: float, side: str) -> None:
    channels = all_channels()
    turned = channels | {f"foot.{side}.pivot": pivot, f"foot.{side}.heel": heel}
    balls = []
    for given_channels in (channels, turned):
        ankle, axes = planted_foot(given_channels, side)
        balls.append(add(ankle, rotate(axes, (BALL_FORWARD, 0.0, BALL_DOWN))))
    assert distance(*balls) < 1e-9


def test_a_pivoted_heel_turns_outward() -> None:
    for side, sign in (("l", 1.0), ("r", -1.0)):
        straight, _ = planted_foot(all_channels(), side)
        turned, _ = planted_foot(all_channels() | {f"foot.{side}.pivot": 20.0}, side)
        assert (turned[1] - straight[1]) * sign > 0.02


@given(st.floats(-60.0, 60.0), st.floats(-95.0, 20.0))
def test_the_pelvis_rolls_about_its_own_long_axis(roll: float, pitch: float) -> None:
    posture = Posture("lying", RootSupport.BACK, {}, LegSupport.FREE)
    flat, rolled = (posed(posture, pelvis_pitch=pitch, pelvis_roll=angle) for angle in (0.0, roll))
    assert distance(flat.axes["pelvis"][2], rolled.axes["pelvis"][2]) < 1e-9
    assert unrotate(flat.axes["pelvis"], rolled.axes["pelvis"][0])[1] * roll >= 0.0
    assert mirrored_channels({"pelvis.roll": roll}) == {"pelvis.roll": -roll}


def test_hands_stay_behind_the_thigh_they_hold() -> None:
    cycle = Cycle(SHIPPED.move("hamstring_stretch"), {"hold": 30.0})
    places = []
    for i in range(24):
        pose = cycle.pose_at(cycle.period * i / 24)
        thigh = pose.axes["thigh.l"]
        places.append(unrotate(thigh, _from(pose, "thigh.l", "hand.l")))
    assert max(distance(place, places[0]) for place in places) < 1e-6


def test_the_helping_hand_goes_with_the_arm_it_hugs() -> None:
    cycle = Cycle(SHIPPED.move("cross_body_shoulder"), {"hold": 20.0})
    first, last = cycle.pose_at(0.0), cycle.pose_at(2.0)
    assert distance(first.origins["forearm.l"], last.origins["forearm.l"]) > 0.01
    held = [unrotate(p.axes["upper_arm.l"], _from(p, "upper_arm.l", "hand.r")) for p in (first, last)]
    assert distance(*held) < 1e-6


def test_a_hand_grips_either_other_arm() -> None:
    posture = Posture("stand", RootSupport.FEET, {}, hands=HandPlace.OTHER_ARM)
    crossed = {"shoulder_{}_raise": 80.0, "shoulder_{}_plane": 125.0, "elbow_{}_flex": 10.0}
    poses = []
    for arm, hand in (("l", "r"), ("r", "l")):
        channels = {name.format(arm): value for name, value in crossed.items()}
        poses.append(posed(posture, **channels, **{f"grip_{hand}_on": 1.0}))
    left, right = poses[0].origins["hand.r"], poses[1].origins["hand.l"]
    assert distance((left[0], -left[1], left[2]), right) < 1e-9


def test_the_crossed_shin_rests_on_the_other_thigh() -> None:
    cycle = Cycle(SHIPPED.move("figure_four"), {"hold": 30.0})
    for moment in (0.0, 2.0, 3.5):
        at = cycle.pose_at(moment).origins
        thigh, shin = (at["thigh.r"], at["shank.r"]), (at["shank.l"], at["foot.l"])
        along_thigh, along_shin, gap = closest_points(thigh, shin)
        assert along_thigh > 0.5
        assert along_shin > 0.6  # nearer the ankle than the knee
        assert gap == pytest.approx(0.095, abs=0.015)  # centre to centre: the flesh of both touches


@pytest.mark.parametrize("move_id", ["hamstring_stretch", "figure_four", "supine_twist"])
def test_the_head_rests_on_the_floor_on_the_back(move_id: str) -> None:
    cycle = Cycle(SHIPPED.move(move_id), {"hold": 30.0})
    for moment in (0.0, 2.0, 3.5):
        head = cycle.pose_at(moment).point("head", (0.005, 0.0, 0.062))  # the middle of the skull
        assert 0.08 < head[2] < 0.125


def test_a_breath_is_as_slow_at_any_tempo() -> None:
    stretch = SHIPPED.move("childs_pose")
    assert Cycle(stretch, {"hold": 20.0}).period == Cycle(stretch, {"hold": 45.0}).period == pytest.approx(5.0)


def test_a_lifted_foot_comes_down_where_the_next_pose_has_it() -> None:
    poses = {"a": all_channels() | {"root.z": -8.0}, "b": all_channels() | {"root.z": -8.0, "foot.l.x": 20.0}}
    move = Move("step", Posture("steps", RootSupport.STEPS, {}), poses, (Step("b", "cycle"), Step("a", "cycle")))
    cycle = Cycle(move, {"cycle": 1.0})
    heights = [ball_height(cycle.pose_at(i / 50), "l") for i in range(50)]
    assert heights[0] == pytest.approx(min(heights))
    assert max(heights) - heights[0] == pytest.approx(0.045, abs=0.001)
    assert cycle.pose_at(1.0).origins["toes.l"][0] - cycle.pose_at(0.0).origins["toes.l"][0] == pytest.approx(0.2)


@given(st.floats(60.0, 120.0), st.floats(-40.0, 40.0))
def test_an_overhead_arm_has_one_rotation_whatever_plane_it_was_raised_in(plane: float, rotation: float) -> None:
    posture = Posture("stand", RootSupport.FEET, {})
    front = posed(posture, shoulder_l_raise=176.0, shoulder_l_plane=90.0, shoulder_l_rotation=rotation)
    assert angles_of(front)["shoulder.l.rotation"] == pytest.approx(rotation, abs=1e-6)
    # Raised to nearly the same place in another plane, the arm has to turn twice as far as the planes differ.
    turned = rotation + 2.0 * (90.0 - plane)
    aside = posed(posture, shoulder_l_raise=176.0, shoulder_l_plane=plane, shoulder_l_rotation=turned)
    assert distance(front.axes["upper_arm.l"][0], aside.axes["upper_arm.l"][0]) < 0.1
    assert angles_of(aside)["shoulder.l.rotation"] == pytest.approx(rotation, abs=5.0)


def _from(pose: Pose, frame: str, other: str) -> tuple[float, float, float]:
    a, b = pose.origins[frame], pose.origins[other]
    return b[0] - a[0], b[1] - a[1], b[2] - a[2]
