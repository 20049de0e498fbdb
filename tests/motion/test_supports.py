"""What carries the body: each support keeps what it says, and one hands over to the other without a jolt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.motion.channels import all_channels
from trainer.motion.checks import measure
from trainer.motion.cycle import Cycle
from trainer.motion.geometry import distance, dot
from trainer.motion.move import Move, Step
from trainer.motion.pose import Pose
from trainer.motion.posture import Grip, HandPlace, LegSupport, Posture, RootSupport
from trainer.motion.root import ELBOW_HEIGHT
from trainer.motion.skeleton import FOREARM
from trainer.motion.solver import solve

angles = st.floats(-15.0, 15.0)
PLANK = {"pelvis.pitch": 84.0, "foot.l.x": -146.0, "foot.r.x": -146.0, "foot.l.heel": 66.0, "foot.r.heel": 66.0}
SQUAT_THRUST = {"root.x": -14.0, "root.z": 44.0, "pelvis.pitch": 78.0, "palm.l.x": 42.0, "palm.r.x": 42.0}


def posed(posture: Posture, **channels: float) -> Pose:
    return solve(all_channels() | {name.replace("_", "."): value for name, value in channels.items()}, posture)


def with_channels(posture: Posture, channels: dict[str, float]) -> Pose:
    return solve(all_channels() | channels, posture)


@given(angles, angles, st.floats(-40.0, 40.0))
def test_forearms_carry_the_body_and_lie_level(flex: float, pitch: float, x: float) -> None:
    posture = Posture("forearms", RootSupport.ELBOWS, {}, hands=HandPlace.FOREARM)
    arms = {f"shoulder.{side}.{name}": value for side in "lr" for name, value in (("raise", 88.0), ("plane", 90.0))}
    arms |= {"elbow.l.flex": 90.0, "elbow.r.flex": 90.0}
    pose = with_channels(posture, PLANK | arms | {"thorax.flex": flex, "pelvis.pitch": 84.0 + pitch, "root.x": x})
    for side in "lr":
        elbow, wrist = pose.origins[f"forearm.{side}"], pose.origins[f"hand.{side}"]
        assert elbow[2] == pytest.approx(ELBOW_HEIGHT, abs=1e-6)
        assert wrist[2] == pytest.approx(elbow[2], abs=1e-4)
        assert distance(elbow, wrist) == pytest.approx(FOREARM, abs=1e-3)
    middle = 0.5 * (pose.origins["forearm.l"][0] + pose.origins["forearm.r"][0])
    assert middle == pytest.approx(x / 100.0, abs=1e-6)


@given(st.floats(-50.0, 50.0), st.floats(-20.0, 20.0), st.floats(20.0, 90.0))
def test_a_placed_body_is_where_it_is_put(x: float, y: float, z: float) -> None:
    pose = posed(Posture("placed", RootSupport.PLACED, {}), root_x=x, root_y=y, root_z=z)
    assert pose.origins["pelvis"] == pytest.approx((x / 100.0, y / 100.0, z / 100.0))


@given(st.sampled_from([90.0, -90.0]), angles)
def test_a_flank_lies_on_the_floor(roll: float, bend: float) -> None:
    posture = Posture("side", RootSupport.SIDE, {}, legs=LegSupport.FREE)
    pose = posed(posture, pelvis_pitch=-90.0, pelvis_roll=roll, thorax_bend=bend)
    under = "r" if roll < 0.0 else "l"
    hip, other = pose.origins[f"thigh.{under}"][2], pose.origins["thigh.l" if under == "r" else "thigh.r"][2]
    assert 0.04 < hip < other
    assert 0.025 < pose.origins[f"upper_arm.{under}"][2] < 0.30


@given(st.floats(0.0, 28.0))
def test_a_bridge_stands_on_its_upper_back(lift: float) -> None:
    posture = Posture("bridge", RootSupport.SHOULDERS, {})
    feet = {"foot.l.x": 92.0, "foot.r.x": 92.0}
    flat, raised = (
        with_channels(posture, feet | {"pelvis.pitch": -88.0 - angle, "neck.flex": 6.0 + angle})
        for angle in (0.0, lift)
    )
    carrying = [pose.point("T2", (0.020, 0.070, 0.030)) for pose in (flat, raised)]
    assert carrying[0][0] == pytest.approx(carrying[1][0], abs=1e-6)
    assert carrying[0][2] == pytest.approx(carrying[1][2], abs=1e-4)
    assert raised.origins["pelvis"][2] >= flat.origins["pelvis"][2]


@given(angles, st.floats(-8.0, 8.0))
def test_the_small_of_the_back_presses_on_the_ball_wherever_it_has_rolled(flex: float, x: float) -> None:
    posture = Posture("ball", RootSupport.BACK_ON_BALL, {}, belly=0.2)
    pose = posed(posture, pelvis_pitch=-60.0, thorax_flex=flex, ball_x=x)
    assert pose.ball is not None
    assert pose.ball.centre == pytest.approx((x / 100.0, 0.0, posture.ball_radius))
    assert distance(pose.origins["L1"], pose.ball.centre) == pytest.approx(posture.ball_radius + posture.belly_depth)
    assert pose.ball.roll * posture.ball_radius == pytest.approx(x / 100.0)  # rolls, doesn't slide


@pytest.mark.parametrize("place", [HandPlace.WALL, HandPlace.FLOOR])
def test_a_palm_lies_on_its_surface(place: HandPlace) -> None:
    posture = Posture("stand", RootSupport.FEET, {}, hands=place)
    pose = with_channels(posture, {f"palm.{side}.{at}": v for side in "lr" for at, v in (("x", 40.0), ("z", 110.0))})
    assert pose.misses == []
    out_of_palm = pose.axes["hand.l"][1]  # the back of the left hand
    wall = place is HandPlace.WALL
    assert dot(out_of_palm, (-1.0, 0.0, 0.0) if wall else (0.0, 0.0, 1.0)) == pytest.approx(1.0)
    fingers = pose.axes["hand.l"][2]
    assert fingers[2] < -0.9 if wall else abs(fingers[2]) < 0.1


def test_one_hand_on_a_chair_and_the_other_on_its_own_foot() -> None:
    on_instep = Grip("foot", (0.06, 0.0, 0.03), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0), (-1.0, 0.5, 0.0), "own")
    posture = Posture(
        "stand",
        RootSupport.FEET,
        {},
        side_hands={"r": HandPlace.FLOOR, "l": HandPlace.OWN},
        grips={"l": on_instep},
    )
    behind = {"foot.l.free": 1.0, "hip.l.flex": -5.0, "knee.l.flex": 130.0, "grip.l.on": 1.0}
    behind |= {"palm.r.x": 30.0, "palm.r.z": 88.0, "palm.r.y": 20.0}
    pose = with_channels(posture, behind)
    assert distance(pose.origins["hand.l"], pose.point("foot.l", (0.06, 0.0, 0.03))) < 0.02 or pose.misses
    assert pose.origins["hand.r"][2] == pytest.approx(0.88 + 0.035, abs=1e-6)


def test_one_knee_kneels_while_the_other_foot_stands() -> None:
    posture = Posture("half", RootSupport.KNEES, {}, side_legs={"r": LegSupport.KNEELING})
    pose = posed(posture, knee_l_free=1.0, foot_l_x=42.0)
    assert pose.origins["shank.r"][2] == pytest.approx(0.052, abs=1e-6)
    assert pose.origins["foot.r"][2] == pytest.approx(0.050, abs=1e-4)
    assert pose.origins["foot.l"] == pytest.approx((0.42, 0.10, pose.origins["foot.l"][2]))


def thrust() -> Cycle:
    """From standing to hands on the floor, feet back, and up again."""
    base = all_channels()
    squat = base | SQUAT_THRUST | {"lumbar.flex": 12.0, "thorax.flex": 10.0, "foot.l.heel": 20.0, "foot.r.heel": 20.0}
    stand = base | {"palm.l.free": 1.0, "palm.r.free": 1.0, "root.z": -1.0}
    stand |= {"palm.l.x": 42.0, "palm.r.x": 42.0}
    back = squat | {f"foot.{side}.{at}": v for side in "lr" for at, v in (("x", -106.0), ("heel", 70.0))}
    back |= {"root.x": -16.0, "root.z": 44.0, "pelvis.pitch": 76.0, "lumbar.flex": 2.0, "thorax.flex": 0.0}
    posture = Posture("placed", RootSupport.PLACED, {}, hands=HandPlace.FLOOR)
    steps = tuple(Step(name, "cycle", 0.25) for name in ("squat", "back", "squat", "stand"))
    poses = {"stand": stand, "squat": squat, "back": back}
    return Cycle(Move("thrust", posture, poses, steps, supports={"stand": RootSupport.STEPS}), {"cycle": 4.0})


def test_one_support_hands_over_to_another_without_a_jolt() -> None:
    cycle = thrust()
    found = measure(cycle, 120)
    assert found.miss == 0.0
    assert found.speed_jump <= 0.01
    assert found.seam <= 0.0001
    assert found.slip <= 0.001
    assert cycle.pose_at(4.0 - 1e-9).origins["pelvis"][2] > 0.85
    assert cycle.pose_at(1.0).origins["pelvis"][2] == pytest.approx(0.44, abs=1e-6)


def test_feet_that_jump_back_are_lifted_on_the_way() -> None:
    cycle = thrust()
    on_the_way = cycle.pose_at(1.5)
    assert on_the_way.origins["toes.l"][2] > cycle.pose_at(2.0 - 1e-9).origins["toes.l"][2] + 0.03


def test_a_walking_hand_is_lifted_and_a_standing_one_is_not() -> None:
    posture = Posture("placed", RootSupport.PLACED, {}, hands=HandPlace.FLOOR)
    near = all_channels() | SQUAT_THRUST
    far = near | {"palm.l.x": 56.0}
    move = Move("walk", posture, {"a": near, "b": far}, (Step("b", "cycle", 0.5), Step("a", "cycle", 0.5)))
    pose = Cycle(move, {"cycle": 2.0}).pose_at(0.5)
    assert pose.origins["hand.l"][2] > pose.origins["hand.r"][2] + 0.02
