"""Props in the picture: where they are, that they follow hands, feet and floor, and what is hidden by what."""

import numpy as np
import pytest
from numpy.typing import NDArray

from trainer.motion.capsules import lowest
from trainer.motion.channels import all_channels
from trainer.motion.cycle import Cycle
from trainer.motion.geometry import subtract, unit
from trainer.motion.hand_shape import closed_hands
from trainer.motion.move import MoveText, build_move
from trainer.motion.pose import Ball
from trainer.motion.posture import HandPlace, LegSupport, Posture, RootSupport
from trainer.motion.prop import PropKind, read_prop
from trainer.motion.strung import grasp
from trainer.ui.figure.anatomy import Material
from trainer.ui.figure.mesh import Floats
from trainer.ui.figure.palette import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT
from trainer.ui.figure.roll_ball import RollBall
from trainer.ui.figure.scene import Model, Scene
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.walls import wall_corners

POSTURES = {
    "stand": Posture("stand", RootSupport.FEET, all_channels()),
    "lying": Posture("lying", RootSupport.BACK, all_channels(), legs=LegSupport.FREE),
    "placed": Posture("placed", RootSupport.PLACED, all_channels()),
    "ball": Posture("ball", RootSupport.BALL, all_channels(), props=(read_prop("physio-ball"),)),
}
SIZE = (160, 160)
CURL = ("elbows 10; forearms supinate 60", "elbows 110; forearms supinate 60")
APART = ("shoulders raise 85 plane 75; elbows 8", "shoulders raise 85 plane 25; elbows 8")
LEG_UP = ("pelvis -88; left hip 80; shoulders raise 60 plane 85; elbows 30",) * 2
HOLD = ("hold x 30 z 0", "hold x 30 z -10")
STEP = ("left foot x 32 z 20; root z 82 x 10",) * 2

ALL = [
    ("dumbbells", "stand", CURL),
    ("dumbbell left", "stand", CURL),
    ("cans", "stand", CURL),
    ("dumbbell", "stand", HOLD),
    ("medicine-ball", "stand", HOLD),
    ("band", "stand", APART),
    ("band feet", "stand", CURL),
    ("band feet left", "stand", CURL),
    ("rope", "stand", CURL),
    ("towel", "stand", APART),
    ("towel left", "lying", LEG_UP),
    ("towel right", "lying", ("pelvis -88; right hip 80; shoulders raise 60 plane 85; elbows 30",) * 2),
    ("physio-ball x 60 radius 30", "stand", CURL),
    ("chair x -60", "stand", CURL),
    ("step x 45", "placed", STEP),
    ("door-frame x 10", "stand", CURL),
    ("cushion x -50 turn 30", "stand", CURL),
    ("wall x 60 turn 180", "stand", CURL),
]


def model_of(prop: str, posture: str = "stand", poses: tuple[str, ...] = CURL) -> Model:
    props = (prop,) if prop else ()
    text = MoveText(
        format=1,
        posture=posture,
        pose=dict(zip("ab", (f"feet apart 10 out 6; {pose}" for pose in poses), strict=True)),
        cycle=("b cycle 1/2", "a cycle 1/2"),
        props=props,
        hands=HandPlace.HELD if "hold" in poses[0] else None,
        held_radius=0.05 if prop == "dumbbell" else None,
    )
    return Model(Subject(Cycle(build_move("made-up", text, POSTURES), {"cycle": 2.0})))


def places_of(model: Model, material: Material, seconds: float = 0.0) -> Floats:
    places: Floats = model.mesh.posed(model.cycle.pose_at(seconds))[model.mesh.made_of((material,))]
    return places


def shown(scene: Scene, seconds: float = 0.0, size: tuple[int, int] = SIZE) -> NDArray[np.uint8]:
    frame = scene.frame(seconds)
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    part = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    picture[frame.top : frame.top + frame.height, frame.left : frame.left + frame.width] = part
    return picture


@pytest.mark.parametrize(("prop", "posture", "poses"), ALL)
def test_every_prop_is_a_sound_surface_above_the_floor(prop: str, posture: str, poses: tuple[str, ...]) -> None:
    model = model_of(prop, posture, poses)
    mesh = model.mesh
    for share in (0.0, 0.2, 0.5):
        places = mesh.posed(model.cycle.pose_at(model.cycle.period * share))
        normals = mesh.normals(places)
        assert np.isfinite(places).all()
        assert np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-3)
        props = np.isin(mesh.material, [m for m in Material if m > Material.FEATURE or m in (6, 7, 8, 9, 10, 11)])
        a, b, c = (places[mesh.triangles[props, i]] for i in range(3))
        facing = np.cross(b - a, c - a)
        sized = np.linalg.norm(facing, axis=1) > 1e-9
        agree = np.sum(facing * normals[mesh.triangles[props, 0]], axis=1)[sized] > 0.0
        assert not sized.any() or agree.mean() > 0.97
        if props.any():
            assert places[np.unique(mesh.triangles[props])][:, 2].min() > -0.004


@pytest.mark.parametrize(("prop", "posture", "poses"), ALL)
@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK])
def test_no_frame_is_cut_off_or_larger_than_foretold(
    prop: str,
    posture: str,
    poses: tuple[str, ...],
    palette: object,
) -> None:
    model = model_of(prop, posture, poses)
    scene = Scene(model, palette, (40.0, 12.0), SIZE)  # type: ignore[arg-type]
    for share in (0.0, 0.3):
        frame = scene.frame(model.cycle.period * share)
        assert len(frame.pixels) <= scene.most_bytes() * 1.15
    picture = shown(scene)[..., 3] > 127
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    assert not border.any()
    assert picture.mean() > 0.04


@pytest.mark.parametrize(
    ("prop", "closed"),
    [
        ("dumbbells", "lr"),
        ("dumbbell left", "l"),
        ("dumbbell right", "r"),
        ("dumbbell", ""),
        ("medicine-ball", ""),
        ("band feet left", "l"),
        ("rope", "lr"),
        ("towel left", "lr"),
        ("cans", "lr"),
        ("chair", ""),
    ],
)
def test_only_hands_that_hold_something_are_closed(prop: str, closed: str) -> None:
    assert closed_hands((read_prop(prop),)) == closed


def test_one_dumbbell_is_in_the_hand_of_its_side() -> None:
    for word, side in (("left", "l"), ("right", "r")):
        model = model_of(f"dumbbell {word}")
        metal = places_of(model, Material.METAL, 1.0)
        assert np.linalg.norm(metal.mean(0) - grasp(model.cycle.pose_at(1.0), side)) < 0.002


def test_an_upright_dumbbell_has_its_upper_bell_between_the_hands() -> None:
    model = model_of("dumbbell", "stand", HOLD)
    held = model.cycle.pose_at(0.7).held
    assert held is not None
    metal = places_of(model, Material.METAL, 0.7)
    near = np.linalg.norm(metal - held.centre, axis=1) < 0.06
    assert near.mean() == pytest.approx(0.5)
    way = unit(subtract(tuple(metal[~near].mean(0)), held.centre))
    assert np.dot(way, held.axes[2]) < -0.99


@pytest.mark.parametrize("material", [Material.BAND, Material.ROPE, Material.TOWEL])
def test_what_is_strung_reaches_from_hand_to_hand_in_every_pose(material: Material) -> None:
    model = model_of({Material.BAND: "band", Material.ROPE: "rope", Material.TOWEL: "towel"}[material], poses=APART)
    for seconds in (0.0, 0.4, 1.0):
        pose = model.cycle.pose_at(seconds)
        places = places_of(model, material, seconds)
        for side in "lr":
            assert np.linalg.norm(places - grasp(pose, side), axis=1).min() < 0.12


def test_a_drawn_band_is_thinner() -> None:
    model = model_of("band", poses=APART)
    spans = [np.ptp(places_of(model, Material.BAND, seconds)[:, 2]) for seconds in (0.0, 1.0)]
    assert spans[1] < spans[0] * 0.9


def test_a_band_from_the_feet_and_a_strap_run_under_the_soles() -> None:
    band = places_of(model_of("band feet"), Material.BAND)
    assert band[:, 2].min() < 0.006
    assert band[:, 2].max() > 0.7
    strap = model_of("towel left", "lying", LEG_UP)
    sole = strap.cycle.pose_at(0.0).point("foot.l", (0.09, 0.0, -0.0663))
    assert np.linalg.norm(places_of(strap, Material.TOWEL) - sole, axis=1).min() < 0.05


def test_a_rope_is_overhead_and_half_a_cycle_later_under_the_feet() -> None:
    model = model_of("rope", poses=("shoulders raise 20 plane 20; elbows 60; forearms supinate 70",) * 2)
    up, down = (places_of(model, Material.ROPE, seconds) for seconds in (0.0, 1.0))
    head = model.cycle.pose_at(0.0).origins["head"][2]
    assert up[:, 2].max() > head + 0.25
    assert down[:, 2].min() < 0.01
    assert down[:, 2].max() < head
    low, high = model.reach.min(0), model.reach.max(0)  # and the camera knows
    for i in range(24):
        rope = places_of(model, Material.ROPE, model.cycle.period * i / 24)
        assert (rope > low - 0.03).all()
        assert (rope < high + 0.03).all()


def test_a_ball_rolls_and_takes_its_lines_along() -> None:
    ball = RollBall(0.3, (0.0, 0.0, 0.3))
    pose = model_of("").cycle.pose_at(0.0)
    still = ball.placed(pose)
    pose.ball = Ball((0.15, 0.0, 0.3), 0.5)
    rolled = ball.placed(pose)
    top, moved = int(still[:, 2].argmax()), rolled - still
    assert moved[top][0] == pytest.approx(0.15 + 0.3 * np.sin(0.5), abs=0.02)
    assert np.linalg.norm(rolled - (0.15, 0.0, 0.3), axis=1) == pytest.approx(0.3, abs=1e-4)
    lines = [material is Material.BALL_LINE for material in ball.materials]
    assert sum(lines) == 4
    tilt = [np.abs(places.reshape(ball.rows, ball.columns, 3)[0].mean(0)) for places in (still, rolled)]
    assert np.linalg.norm(tilt[0] - tilt[1]) > 0.05


def test_a_ball_that_carries_stands_flat_and_keeps_its_volume() -> None:
    pose = model_of("").cycle.pose_at(0.0)
    pose.ball = Ball((0.0, 0.0, 0.3), 0.3)
    free, pressed = (RollBall(0.3, (0.0, 0.0, 0.3), carries).placed(pose) for carries in (False, True))
    flat = pressed[pressed[:, 2] < 1e-4]
    assert np.ptp(flat[:, 0]) > 0.12
    assert pressed[:, 2].min() == pytest.approx(0.0, abs=1e-6)
    assert 0.600 < np.ptp(pressed[:, 1]) < 0.620
    above = free[:, 2] > 0.35  # where somebody lies it is as the engine has it
    assert np.allclose(free[above], pressed[above], atol=1e-6)
    assert _volume(RollBall(0.3, (0, 0, 0.3)), pressed) == pytest.approx(4 / 3 * np.pi * 0.027, rel=0.04)


def _volume(ball: RollBall, places: Floats) -> float:
    grid = places.reshape(ball.rows, ball.columns, 3).astype(float) - (0.0, 0.0, 0.3)
    a, b = grid[:-1], grid[1:]
    a2, b2 = np.roll(a, -1, 1), np.roll(b, -1, 1)
    six = np.sum(a * np.cross(a2, b2)) + np.sum(a * np.cross(b2, b))
    return abs(float(six)) / 6.0


def test_a_ball_under_a_belly_is_pressed_in_and_one_beside_is_not() -> None:
    lying = model_of("", "ball", ("pelvis 80; lumbar 20",) * 2)
    beside = model_of("physio-ball x 60 radius 30")
    flat = [int((places_of(model, Material.BALL)[:, 2] < 1e-4).sum()) for model in (lying, beside)]
    assert flat[0] > 20
    assert flat[1] <= 1


@pytest.mark.parametrize(("turn", "toward"), [(0, (1.0, 0.0)), (90, (0.0, 1.0)), (180, (-1.0, 0.0))])
def test_a_chair_faces_where_it_is_turned(turn: int, toward: tuple[float, float]) -> None:
    model = model_of(f"chair x 80 y 10 turn {turn}")
    seat, wood = places_of(model, Material.SEAT), places_of(model, Material.WOOD)
    assert seat[:, 2].max() == pytest.approx(0.45)
    assert seat[:, :2].mean(0) == pytest.approx((0.8, 0.1), abs=1e-3)
    back = wood[wood[:, 2] > 0.7][:, :2].mean(0) - (0.8, 0.1)
    assert np.dot(back, toward) < -0.15
    assert wood[:, 2].min() == pytest.approx(0.0, abs=1e-6)


def test_a_step_is_as_high_as_it_is_said() -> None:
    model = model_of("step x 45 height 12", "placed", ("left foot x 32 z 12; root z 82 x 10",) * 2)
    assert places_of(model, Material.STEP_TOP)[:, 2].max() == pytest.approx(0.12, abs=1e-6)


def test_a_cushion_is_plump_in_its_middle_and_thin_at_its_seam() -> None:
    places = places_of(model_of("cushion x -60 y 10 z 8 height 16 radius 18"), Material.CUSHION)
    assert places[:, 2].min() == pytest.approx(0.08, abs=1e-4)
    assert places[:, 2].max() == pytest.approx(0.24, abs=1e-4)
    out = np.abs(places[:, :2] - (-0.6, 0.1)).max(1)
    assert out.max() == pytest.approx(0.18, abs=1e-4)
    assert np.abs(places[out > 0.175][:, 2] - 0.16).max() < 0.03


def test_what_stands_in_front_hides_what_is_behind() -> None:
    """From in front a chair before the figure is seen whole, one behind it is not."""
    seen = []
    for place in ("x 60 turn 180", "x -60"):
        model = model_of(f"chair {place}", poses=("elbows 10",) * 2)
        scene = Scene(model, LIGHT, (0.0, 8.0), (240, 240))
        alone = _of_wood(shown(scene, size=(240, 240)))
        seen.append(alone)
    assert seen[0] > 1.25 * seen[1]


def _of_wood(picture: NDArray[np.uint8]) -> int:
    blue, green, red = (picture[..., i].astype(int) for i in range(3))
    brown = (red > green + 15) & (green > blue + 12) & (red < 205) & (picture[..., 3] == 255)
    seat = (green > red + 12) & (np.abs(green - blue) < 14) & (red > 70)
    return int((brown | seat).sum())


def test_a_door_frame_fades_away_upward_and_leaves_the_figure_large() -> None:
    view, size = (10.0, 8.0), (240, 240)
    framed, bare = (Scene(model_of(prop), LIGHT, view, size) for prop in ("door-frame x 10", ""))
    assert framed.camera.scale > 0.9 * bare.camera.scale
    model = model_of("door-frame x 10")
    assert model.fading.opacity is not None
    top = model.reach[:, 2].max()
    heights = model.mesh.posed(model.cycle.pose_at(0.0))[:, 2]
    posts = model.mesh.made_of((Material.DOOR,))
    assert (model.fading.opacity[~posts] == 1.0).all()
    assert (model.fading.opacity[posts & (heights < top - 0.4)] == 1.0).all()
    assert (model.fading.opacity[posts & (heights > top + 0.06)] == 0.0).all()
    assert framed.frame(0.0).top > 0  # nor does what is faded away make the frame larger
    alpha = shown(framed, size=size)[..., 3]
    assert ((alpha[:40] > 20) & (alpha[:40] < 230)).sum() > 30


def test_a_wall_is_seen_from_its_face_along_it_and_never_before_the_figure() -> None:
    reach = np.array([[-0.3, -0.3, 0.0], [0.4, 0.3, 1.7]], np.float32)
    front = read_prop("wall x 60 turn 180")
    face, edge, behind = (wall_corners(front, reach, (yaw, 10.0)) for yaw in (180.0, 90.0, 20.0))
    assert {round(x, 6) for x, _, _ in face} == {0.6}
    assert max(z for _, _, z in face) > 1.7
    assert np.ptp([y for _, y, _ in face]) == pytest.approx(1.5)
    assert np.ptp([x for x, _, _ in edge]) < 0.1
    assert max(z for _, _, z in edge) > 1.7
    assert max(z for _, _, z in behind) < 0.15
    beside = wall_corners(read_prop("wall y -50 turn 90"), reach, (90.0, 10.0))
    assert {round(y, 6) for _, y, _ in beside} == {-0.5}
    unplaced = wall_corners(read_prop("wall"), reach, (20.0, 10.0))
    assert unplaced[0][0] == pytest.approx(-0.304)
    assert max(z for _, _, z in unplaced) == pytest.approx(1.05)
    raised = np.append(reach, [[-0.2, 0.5, 2.0]], 0).astype(np.float32)
    behind_hands = wall_corners(read_prop("wall"), raised, (20.0, 10.0))
    assert max(z for _, _, z in behind_hands) == pytest.approx(2.24)


def test_the_mat_ends_at_the_wall_and_stays_short_under_a_rope() -> None:
    lengths = {}
    for prop in ("", "rope", "wall x 30 turn 180", "wall x -30"):
        mat = Scene(model_of(prop), LIGHT, (90.0, 60.0), SIZE)._mat  # noqa: SLF001
        lengths[prop] = mat
    assert lengths["rope"] == pytest.approx(lengths[""], abs=0.01)
    assert lengths["wall x 30 turn 180"][1] == pytest.approx(0.3)
    assert lengths["wall x -30"][0] == pytest.approx(-0.3)


def test_props_cast_shadows() -> None:
    bare, with_chair = (
        shown(Scene(model_of(prop, poses=("elbows 10",) * 2), LIGHT, (20.0, 25.0), SIZE))
        for prop in ("", "chair x -70")
    )
    dark = [((p[..., 3] > 10) & (p[..., 3] < 200) & (p[..., :3].max(2) == 0)).sum() for p in (bare, with_chair)]
    assert dark[1] > dark[0]


def test_the_checks_know_how_low_the_drawn_body_is() -> None:
    model = model_of("", "lying", ("pelvis -88; hips 2; knees 3; shoulders raise 25 plane 5",) * 2)
    pose = model.cycle.pose_at(0.0)
    drawn = float(model.mesh.posed(pose)[:, 2].min())
    assert lowest(pose)[0] == pytest.approx(drawn, abs=0.008)
    assert model.cycle.move.prop(PropKind.MAT) is None
