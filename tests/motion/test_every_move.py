"""Every move that comes with the program, at 240 moments of its cycle; and each check, that it can fail."""

from collections.abc import Callable

import msgspec
import pytest

from trainer.library.move_owners import Owner
from trainer.library.moves import Moves
from trainer.motion.capsules import lowest
from trainer.motion.checks import SAMPLES, Measures, measure
from trainer.motion.cycle import Cycle
from trainer.motion.move import Move
from trainer.motion.pose import Pose
from trainer.motion.prop_checks import entered
from trainer.resources import moves

SLIP = 0.001
SEAM = 0.0001
SPEED_JUMP = 0.01
ACCELERATION = 6.0
# Of what is done briskly: a foot lifted to a march of 110 steps a minute does 30 m/s2, a knee driven up 50,
BRISK = 60.0
FASTEST = 400.0
BONE_ERROR = 0.00001
MISS = 0.002
OVERLAP = 0.015
IMBALANCE = 0.010
LOWEST = -0.010  # metres: how far a soft body sinks into the mat

TEMPO = {"concentric": 2.0, "hold": 1.0, "eccentric": 2.0, "pause": 0.5, "cycle": 1.6}
FAST_GROUPS = {"cardio", "warm-up"}


@pytest.fixture(scope="module")
def measures(cycle: Cycle) -> Measures:
    return measure(cycle)


@pytest.fixture(scope="module")
def poses(cycle: Cycle) -> list[Pose]:
    return [cycle.pose_at(cycle.period * i / SAMPLES) for i in range(SAMPLES)]


def test_what_is_planted_stays(measures: Measures) -> None:
    assert measures.slip <= SLIP


def test_a_cycle_ends_where_it_began(measures: Measures) -> None:
    assert measures.seam <= SEAM


def test_nothing_jerks(measures: Measures, owner: Owner, cycle: Cycle) -> None:
    assert measures.speed_jump <= SPEED_JUMP
    limit = ACCELERATION if owner.tempo.seconds >= 4.0 or owner.is_held else BRISK
    if owner.exercise.group in FAST_GROUPS or cycle.flies:
        limit = FASTEST
    assert measures.acceleration <= limit


def test_bones_keep_their_length(measures: Measures) -> None:
    assert measures.bone_error <= BONE_ERROR


def test_every_goal_is_in_reach(measures: Measures) -> None:
    assert measures.miss <= MISS


def test_no_part_of_the_body_enters_another(measures: Measures) -> None:
    assert measures.overlap <= OVERLAP, measures.overlapping


def test_nothing_sinks_into_the_floor(poses: list[Pose]) -> None:
    assert min(lowest(pose) for pose in poses) >= (LOWEST, "")


def test_no_part_of_the_body_enters_a_prop(poses: list[Pose], move: Move) -> None:
    radius = move.posture.held_radius
    assert max((entered(pose, move.props, radius) for pose in poses), default=(0.0, ""))[0] <= OVERLAP


def test_whoever_stands_is_balanced(measures: Measures) -> None:
    assert (measures.imbalance or 0.0) <= IMBALANCE


def test_every_joint_keeps_within_its_range(measures: Measures) -> None:
    assert measures.beyond == {}


# Broken on purpose: a pose changed by one or two numbers.


def _with(move: Move, pose: str, **channels: float) -> Move:
    poses = {name: dict(values) for name, values in move.poses.items()}
    poses[pose].update({name.replace("_", "."): value for name, value in channels.items()})
    return msgspec.structs.replace(move, poses=poses)


@pytest.fixture(scope="module")
def broken() -> Callable[..., Measures]:
    shipped = Moves(moves())

    def measured(move_id: str, pose: str, **channels: float) -> Measures:
        return measure(Cycle(_with(shipped.move(move_id), pose, **channels), TEMPO), 120)

    return measured


def test_a_knee_that_slides_is_found(broken: Callable[..., Measures]) -> None:
    assert broken("kneeling_superman", "left", root_x=2.0).slip > SLIP


def test_a_head_under_the_floor_is_found() -> None:
    bridge = Cycle(_with(Moves(moves()).move("glute_bridge"), "up", neck_flex=0.0), TEMPO)
    assert lowest(bridge.pose_at(2.0)) < (LOWEST, "")


def test_a_back_in_the_wall_is_found() -> None:
    push = Moves(moves()).move("push_up_against_a_wall")
    through = Cycle(_with(push, "down", root_x=45.0), TEMPO)
    assert entered(through.pose_at(2.0), push.props, 0.0)[0] > OVERLAP


def test_a_foot_that_slides_is_found(broken: Callable[..., Measures]) -> None:
    assert broken("roll_down", "down", foot_l_heel=20.0, foot_l_y=10.4).slip > SLIP


def test_a_foot_that_slides_while_the_other_steps_is_found(broken: Callable[..., Measures]) -> None:
    assert broken("trunk_rotation", "left", foot_l_x=0.4).slip > SLIP


def test_a_hand_out_of_reach_is_found(broken: Callable[..., Measures]) -> None:
    assert broken("kneeling_superman", "table", palm_l_x=80.0, palm_r_x=80.0).miss > MISS


def test_an_arm_in_the_belly_is_found(broken: Callable[..., Measures]) -> None:
    found = broken("reverse_fly", "hang", shoulder_l_raise=5.0, shoulder_l_plane=-160.0, elbow_l_flex=5.0)
    assert found.overlap > OVERLAP


def test_an_elbow_bent_backward_is_found(broken: Callable[..., Measures]) -> None:
    assert "elbow.l.flex" in broken("reverse_fly", "open", elbow_l_flex=-30.0).beyond


@pytest.mark.parametrize(
    ("channel", "angle"),
    [
        ("lumbar_twist", 20.0),
        ("lumbar_flex", 70.0),
        ("thorax_bend", 40.0),
        ("neck_twist", 100.0),
        ("hip_l_rotation", 70.0),
        ("hip_l_abduct", 60.0),
        ("knee_l_flex", 160.0),
        ("ankle_l_dorsi", 60.0),
        ("shoulder_r_rotation", 140.0),
        ("forearm_r_pronate", 130.0),
        ("wrist_r_flex", 110.0),
    ],
)
def test_a_joint_beyond_its_range_is_found(broken: Callable[..., Measures], channel: str, angle: float) -> None:
    found = broken("pilates_swimmer", "left", **{channel: angle}).beyond
    part = channel.partition("_")[0].replace("thorax", "thoracic").replace("neck", "cervical")
    assert any(joint.startswith(part) for joint in found)


def test_an_arm_behind_the_body_is_found(broken: Callable[..., Measures]) -> None:
    assert "shoulder.r.plane" in broken("reverse_fly", "open", shoulder_r_plane=-80.0).beyond


def test_a_move_without_rests_between_its_poses_jerks() -> None:
    jerky = Moves(moves()).move("reverse_fly")
    found = measure(Cycle(jerky, {"concentric": 0.15, "eccentric": 0.15}), 120)
    assert found.acceleration > ACCELERATION


@pytest.mark.parametrize("move_id", ["reverse_fly", "hip_circles"])
def test_an_unbalanced_body_is_found(move_id: str) -> None:
    cycle = Cycle(Moves(moves()).move(move_id), TEMPO)
    solved = cycle.pose_at
    cycle.pose_at = lambda seconds: _leaning(solved(seconds))  # type: ignore[method-assign]
    assert (measure(cycle, 40).imbalance or 0.0) > IMBALANCE


def _leaning(pose: Pose) -> Pose:
    for name in ("T1", "T2", "head", "pelvis"):
        x, y, z = pose.origins[name]
        pose.origins[name] = (x + 0.1, y, z)
    return pose


def test_a_stretched_bone_is_found() -> None:
    cycle = Cycle(Moves(moves()).move("roll_down"), TEMPO)
    solved = cycle.pose_at
    cycle.pose_at = lambda seconds: _leaning(solved(seconds))  # type: ignore[method-assign]
    assert measure(cycle, 40).bone_error > BONE_ERROR
