"""The body against its props: each check finds the fault it is for, and lets be what belongs there."""

import pytest

from trainer.motion.capsules import capsules, feet, lowest
from trainer.motion.channels import all_channels
from trainer.motion.geometry import IDENTITY, Vector, distance
from trainer.motion.pose import Ball, Held, Pose
from trainer.motion.pose_language import read_pose
from trainer.motion.posture import HandPlace, LegSupport, Posture, RootSupport
from trainer.motion.prop import read_prop
from trainer.motion.prop_checks import depth_of, entered
from trainer.motion.prop_solids import Box, Face, Rod, solids_of
from trainer.motion.solver import solve
from trainer.motion.strung import ROPE_RADIUS, band_path, band_radius, grasp, rope_path, towel_path

BOUND = 0.015  # metres
STAND = Posture("stand", RootSupport.FEET, all_channels())
LYING = Posture("lying", RootSupport.BACK, all_channels(), legs=LegSupport.FREE)
HOLDING = Posture("holding", RootSupport.FEET, all_channels(), hands=HandPlace.HELD, held_radius=0.05)
PLACED = Posture("placed", RootSupport.PLACED, all_channels())


def posed(sentence: str, posture: Posture = STAND) -> Pose:
    neutral = read_pose("feet apart 10 out 6", {}, all_channels())
    if posture.hands is HandPlace.HELD:
        neutral.update({"grip.l.on": 1.0, "grip.r.on": 1.0})
    return solve(read_pose(sentence, {}, neutral), posture)


def depth(sentence: str, prop: str, posture: Posture = STAND) -> tuple[float, str]:
    return entered(posed(sentence, posture), (read_prop(prop),), posture.held_radius)


ARMS = "shoulders raise 10 plane 20; elbows 10"


@pytest.mark.parametrize(
    ("prop", "sentence", "part"),
    [
        ("chair x 0", ARMS, "shank"),
        ("chair x -18 turn 30", ARMS, "shank"),
        ("step x 0", ARMS, "shank"),
        ("step x 30", ARMS, "toes"),
        ("door-frame x 4", "shoulders raise 90 plane 0; elbows 5", "arm"),
        ("wall x 8 turn 180", ARMS, "toes"),
        ("wall x 60 turn 180", "shoulders raise 85 plane 90; elbows 5", "hand"),
        ("wall y 30 turn -90", "shoulders raise 90 plane 0", "hand"),
        ("physio-ball x 20 radius 30", ARMS, "shank"),
        ("cushion x 0 z 10 height 25", ARMS, "shank"),
        ("band", "shoulders raise 75 plane 5; elbows 5; forearms pronate 60", "chest"),
        ("dumbbells", "shoulders raise 80 plane 90; elbows 140; forearms supinate 80", "dumbbells"),
    ],
)
def test_a_body_in_a_prop_is_found(prop: str, sentence: str, part: str) -> None:
    found, where = depth(sentence, prop)
    assert found > BOUND
    assert part in where


@pytest.mark.parametrize(
    ("prop", "sentence", "posture"),
    [
        ("chair x -60", ARMS, STAND),
        ("wall x 40 turn 180", ARMS, STAND),
        ("wall x -40", ARMS, STAND),
        ("cushion x 40", ARMS, STAND),
        ("wall", ARMS, STAND),
        ("mat", "pelvis -88; hips 2; shoulders raise 20 plane 5", LYING),
        ("dumbbells", ARMS, STAND),
        ("dumbbell left", ARMS, STAND),
        ("dumbbell", "hold x 30 z 0", HOLDING),
        ("band", "shoulders raise 85 plane 60; elbows 5", STAND),
        ("band feet", "elbows 90; forearms supinate 60", STAND),
        ("band feet left", "elbows 90; forearms supinate 60", STAND),
        ("towel left", "pelvis -88; left hip 85; shoulders raise 70 plane 85; elbows 20", LYING),
        ("step x 45", "left foot x 32 z 20; root z 82 x 10; " + ARMS, PLACED),
    ],
)
def test_what_belongs_there_is_let_be(prop: str, sentence: str, posture: Posture) -> None:
    found, where = depth(sentence, prop, posture)
    assert found <= 0.005, where


def test_a_foot_sinks_into_a_step_only_as_far_as_it_is_put_too_low() -> None:
    on, below = (depth(f"left foot x 32 z {z}; root z 82 x 10; {ARMS}", "step x 45", PLACED)[0] for z in (20, 16))
    assert on == 0.0
    assert 0.02 < below < 0.045


def test_a_belly_may_press_a_ball_in_and_a_head_may_not() -> None:
    pose = posed(ARMS)
    for part, allowed in (("belly", 0.040), ("head", 0.0)):
        start, end, first, _ = capsules(pose)[part]
        ahead: Vector = (start[0] + 0.30 + first - 0.060, start[1], start[2])
        pose.ball = Ball(ahead, 0.0)
        found, where = entered(pose, (read_prop("physio-ball radius 30"),), 0.0)
        assert where.startswith(part)
        assert distance(start, end) > 0.0
        assert found == pytest.approx(0.060 - allowed, abs=0.008)


def test_only_the_hand_that_holds_a_dumbbell_is_let_be() -> None:
    pose = posed("shoulders raise 60 plane 90; elbows 10")
    assert entered(pose, (read_prop("dumbbell left"),), 0.0)[0] == 0.0
    pose.origins["hand.r"] = pose.point("hand.l", (0.082, -0.027, -0.090))  # in a bell
    assert entered(pose, (read_prop("dumbbell left"),), 0.0)[1].endswith(".r, dumbbell")


def test_a_medicine_ball_knows_its_size_and_where_it_is() -> None:
    pose = posed(ARMS)
    pose.held = Held(capsules(pose)["belly"][0], IDENTITY)
    small, large = (entered(pose, (read_prop("medicine-ball"),), radius)[0] for radius in (0.05, 0.12))
    assert small > BOUND
    assert large == pytest.approx(small + 0.07, abs=1e-6)


def test_distances_to_solids() -> None:
    rod, box = Rod((0, 0, 0), (0, 0, 1), 0.1), Box((0, 0, 0), IDENTITY, (1, 2, 3))
    assert rod.distance((0.5, 0, 0.5)) == pytest.approx(0.4)
    assert rod.distance((0, 0, 2)) == pytest.approx(0.9)
    assert rod.distance((0, 0, 0.5)) == pytest.approx(-0.1)
    assert box.distance((2, 0, 0)) == pytest.approx(1.0)
    assert box.distance((2, 3, 0)) == pytest.approx(2**0.5)
    assert box.distance((0.9, 0, 0)) == pytest.approx(-0.1)
    assert Face((1, 0, 0), (-1, 0, 0)).distance((0.2, 5, 5)) == pytest.approx(0.8)
    assert depth_of(((0.05, 0, 5), (0.05, 0, 0.5), 0.01, 0.02), rod) == pytest.approx(0.07)
    assert depth_of(((5, 0, 5), (6, 0, 5), 0.01, 0.02), rod) < 0.0


def test_a_chair_turns_about_its_place() -> None:
    pose = posed(ARMS)
    backs = [
        max(solids_of(read_prop(f"chair x 100 turn {turn}"), pose, 0.0), key=_height).distance((0.75, 0.0, 0.83))
        for turn in (0, 180)
    ]
    assert backs[0] < 0.05
    assert backs[1] > 0.3


def _height(solid: object) -> float:
    if isinstance(solid, Box):
        return solid.middle[2]
    return 0.0


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("pelvis -88; hips 2; neck extend 35; head extend 30", "head"),
        ("pelvis -88; hips 2; shoulders raise 20 plane -70", "hand"),
        ("pelvis -88; hips extend 20", "foot"),
    ],
)
def test_the_lowest_point_is_found_below_the_floor(sentence: str, frame: str) -> None:
    height, where = lowest(posed(sentence, LYING))
    assert height < -0.010
    assert where.startswith(frame)


def test_who_stands_stands_on_the_floor_and_fists_are_no_longer_than_fingers() -> None:
    height, where = lowest(posed(ARMS))
    assert -0.003 < height < 0.005
    assert where.startswith(("foot", "toes"))
    pose = posed(ARMS)
    pose.origins["hand.l"] = (0.0, 0.5, 0.10)
    assert lowest(pose)[1] == "hand.l"
    assert lowest(pose, closed="l")[0] > lowest(pose)[0] + 0.02
    assert set(feet(pose)) == {"foot.l", "foot.r", "toes.l", "toes.r"}


def test_a_rope_turns_once_and_passes_under_the_feet_at_half_of_the_cycle() -> None:
    pose = posed("shoulders raise 20 plane 20; elbows 60; forearms supinate 70")
    middles = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        pose.share = share
        path, _ = rope_path(0.0, pose)
        assert min(point[2] for point in path) >= ROPE_RADIUS - 1e-9
        middles.append(path[len(path) // 2])
    assert middles[0][2] > 1.9  # overhead
    assert middles[1][0] > 0.8  # on its way down in front
    assert middles[2][2] < 0.03  # under the feet
    assert middles[3][0] < -0.5  # behind
    assert distance(middles[0], middles[4]) < 1e-6
    pose.share = 0.5
    later = rope_path(90.0, pose)[0]
    assert later[len(later) // 2][0] > 0.8


def test_a_rope_bends_softly_onto_the_floor() -> None:
    pose = posed("shoulders raise 20 plane 20; elbows 60; forearms supinate 70")
    pose.share = 0.5
    heights = [point[2] for point in rope_path(0.0, pose)[0]]
    bends = [abs(a - 2.0 * b + c) for a, b, c in zip(heights[:-2], heights[1:-1], heights[2:], strict=True)]
    assert max(bends[10:-10]) < 0.03


def test_what_is_strung_follows_hands_and_feet() -> None:
    pose = posed("elbows 90; forearms supinate 60")
    left, right = grasp(pose, "l"), grasp(pose, "r")
    taut = band_path(False, "", pose)
    assert distance(taut[0], left) < 0.06
    assert distance(taut[-1], right) < 0.06
    under = band_path(True, "", pose)
    assert distance(under[0], left) < 0.06
    assert max(point[2] for point in under[1:-1]) < 0.08
    assert under[1][1] > pose.origins["foot.l"][1] > under[2][1]
    assert min(point[2] for point in under) > 0.0
    around = towel_path("r", pose)
    assert [point[1] > pose.origins["foot.r"][1] for point in around[1:3]] == [True, False]


def test_a_band_thins_as_it_is_drawn() -> None:
    sizes = []
    for raised in (80, 60, 20):
        pose = posed(f"shoulders raise 85 plane {raised}; elbows 5")
        sizes.append(band_radius(False, "", band_path(False, "", pose)))
    assert sizes[0] >= sizes[1] > sizes[2] > 0.005
