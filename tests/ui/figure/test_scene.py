"""What is drawn: a body on its mat, above the floor, whole, without a jump from one picture to the next."""

from collections.abc import Callable, Mapping
from itertools import combinations, pairwise

import numpy as np
import pytest
from msgspec import structs
from numpy.typing import NDArray

from tests.ui.figure.conftest import MOVES
from trainer.library.catalogue import Catalogue
from trainer.library.move_owners import move_owners
from trainer.motion.cycle import Cycle
from trainer.ui.figure.mesh import Floats
from trainer.ui.figure.palette import DARK, LIGHT, FigurePalette
from trainer.ui.figure.scene import Model, Scene
from trainer.ui.figure.subject import Subject
from trainer.ui.figure.take import Frame

LOWEST = -0.010  # metres: how far a soft body sinks into the mat
BALL_PRESSED = 0.040
BALL_GAP = 0.012
JUMP = 60.0  # full-contrast pixels of 320 x 320 beyond the motion's own change
VISIBLE_CHANGE = 0.30
LOOKED_AT = (0.12, 0.37, 0.62, 0.87)  # of the cycle: a part pops where it passes another, not at its ends
BRISK = 0.2  # of a change, by which what speeds up changes more from one picture to the next
OTHER_COLOUR = 24  # of 255
VISIBLE_FORM = 0.20  # a form may be the same with one arm, or in a smaller range
VISIBLE_BREATH = 0.02  # all that moves while a stretch is held
SIZE = (160, 160)

MOVE_IDS = MOVES.ids()


@pytest.fixture(scope="module")
def models(subject: Callable[[str], Subject]) -> Callable[[str], Model]:
    made: dict[str, Model] = {}

    def model(move_id: str) -> Model:
        if move_id not in made:
            made[move_id] = Model(subject(move_id))
        return made[move_id]

    return model


def surface(model: Model, moments: int = 48) -> list[Floats]:
    return [model.mesh.posed(model.cycle.pose_at(model.cycle.period * i / moments)) for i in range(moments)]


def shown(scene: Scene, seconds: float, size: tuple[int, int] = SIZE) -> NDArray[np.uint8]:
    """The whole picture, (height, width, 4), the frame in its place."""
    return placed(scene.frame(seconds), size)


def placed(frame: Frame, size: tuple[int, int]) -> NDArray[np.uint8]:
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    part = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    picture[frame.top : frame.top + frame.height, frame.left : frame.left + frame.width] = part
    return picture


def without_shadow(palette: FigurePalette) -> FigurePalette:
    return FigurePalette(
        palette.tones, palette.glow, palette.haze, palette.floor, palette.floor_edge, palette.wall, shadow=0.0
    )


@pytest.mark.parametrize("move_id", MOVE_IDS)
def test_nothing_sinks_into_the_floor(models: Callable[[str], Model], move_id: str) -> None:
    assert min(float(places[:, 2].min()) for places in surface(models(move_id))) >= LOWEST


@pytest.mark.parametrize("move_id", MOVE_IDS)
def test_something_always_touches_the_floor(models: Callable[[str], Model], move_id: str) -> None:
    model = models(move_id)
    for i in range(48):
        moment = model.cycle.period * i / 48
        if not _is_about_flight(model, moment):
            assert float(model.mesh.posed(model.cycle.pose_at(moment))[:, 2].min()) <= 0.02


def _is_about_flight(model: Model, moment: float) -> bool:
    """In flight, or within the moment in which a foot takes off or lands."""
    return any(model.cycle.is_in_flight(moment + shift) for shift in (-0.08, 0.0, 0.08))


def test_the_belly_lies_on_the_ball_and_presses_it_in(models: Callable[[str], Model]) -> None:
    model = models("ball_back_extension")
    radius = model.cycle.move.posture.ball_radius
    trunk = next(patch for patch in model.mesh.patches if patch.name == "trunk")
    for places in surface(model):
        from_ball = np.linalg.norm(places[trunk.start : trunk.end] - (0.0, 0.0, radius), axis=1) - radius
        assert -BALL_PRESSED <= from_ball.min() <= BALL_GAP


@pytest.mark.parametrize("move_id", MOVE_IDS)
def test_surfaces_are_right_side_out(models: Callable[[str], Model], move_id: str) -> None:
    mesh = models(move_id).mesh
    places = mesh.posed(models(move_id).cycle.pose_at(0.0))
    normals = mesh.normals(places)
    assert np.isfinite(places).all()
    assert np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-3)
    a, b, c = (places[mesh.triangles[:, i]] for i in range(3))
    facing = np.cross(b - a, c - a)
    size = np.linalg.norm(facing, axis=1)
    agree = np.sum(facing * normals[mesh.triangles[:, 0]], axis=1)[size > 1e-9] > 0.0
    assert agree.mean() > 0.97  # in the crook of a bent joint rings overlap


@pytest.mark.parametrize("move_id", MOVE_IDS)
def test_the_picture_never_jumps(models: Callable[[str], Model], move_id: str) -> None:
    """What changes from one picture to the next is the motion's own: a part that pops is a spike of one picture."""
    size = (320, 320)
    model = models(move_id)
    scene = Scene(model, LIGHT, model.cycle.move.view, size)
    for place in LOOKED_AT:
        begin = model.cycle.period * place
        frames = [shown(scene, (begin + i / 60) % model.cycle.period, size) for i in range(4)]
        assert jump(frames) <= JUMP


def jump(pictures: list[NDArray[np.uint8]]) -> float:
    """The worst spike: how many full-contrast pixels change beyond what a picture earlier and one later did."""
    wide = [picture.astype(np.int16) for picture in pictures]
    changes = [float(np.abs(b - a).sum()) / 255 / 3 for a, b in pairwise(wide)]
    return max(
        change * (1.0 - BRISK) - max(before, after)
        for before, change, after in zip(changes, changes[1:], changes[2:], strict=False)
    )


def test_a_part_that_pops_is_found(models: Callable[[str], Model]) -> None:
    """A patch of the skin's size and a fist's contrast, there from one picture to the next."""
    size = (320, 320)
    scene = Scene(models("plank"), LIGHT, models("plank").cycle.move.view, size)
    frames = [shown(scene, i / 60, size) for i in range(4)]
    assert jump(frames) <= JUMP
    for frame in frames[2:]:
        frame[150:170, 150:170] = 255 - frame[150:170, 150:170]
    assert jump(frames) > JUMP


@pytest.mark.parametrize("move_id", MOVE_IDS)
def test_the_movement_shows_from_where_it_is_seen(
    models: Callable[[str], Model], catalogue: Catalogue, move_id: str
) -> None:
    model = models(move_id)
    scene = Scene(model, without_shadow(LIGHT), model.cycle.move.view, SIZE)
    pictures = [shown(scene, model.cycle.period * i / 12).astype(np.int16) for i in range(12)]
    change = most_changed(pictures)
    owner = move_owners(catalogue.exercises)[move_id]
    wanted = VISIBLE_CHANGE if owner.variant is None else VISIBLE_FORM
    assert change >= (VISIBLE_BREATH if owner.is_held else wanted)


def test_a_movement_too_small_to_see_is_found(subject: Callable[[str], Subject]) -> None:
    """A curl of a few degrees; as it is shipped it passes."""
    curl = subject("biceps_curl").cycle
    poses = {name: {**values, **_barely_bent(values)} for name, values in curl.move.poses.items()}
    small = Model(Subject(Cycle(structs.replace(curl.move, poses=poses), curl.tempo)))
    scene = Scene(small, without_shadow(LIGHT), small.cycle.move.view, SIZE)
    pictures = [shown(scene, small.cycle.period * i / 12).astype(np.int16) for i in range(12)]
    assert most_changed(pictures) < VISIBLE_CHANGE


def _barely_bent(pose: Mapping[str, float]) -> dict[str, float]:
    """A twentieth of how far the arms go from hanging."""
    return {name: value / 20.0 for name, value in pose.items() if name.startswith(("elbow.", "shoulder."))}


def most_changed(pictures: list[NDArray[np.int16]]) -> float:
    return max(_changed(a, b) for a, b in combinations(pictures, 2))


def _changed(a: NDArray[np.int16], b: NDArray[np.int16]) -> float:
    """The share of the figure that looks different: where it wasn't before, or in another colour."""
    in_a, in_b = a[..., 3] > 127, b[..., 3] > 127
    other = np.abs(a[..., :3] - b[..., :3]).max(2) > OTHER_COLOUR
    return float(((in_a ^ in_b) | (in_a & in_b & other)).sum() / max(in_a.sum(), in_b.sum()))


@pytest.mark.parametrize("view", [(0.0, 5.0), (90.0, 5.0), (180.0, 20.0), (-60.0, 35.0), (48.0, -10.0), (10.0, 88.0)])
def test_the_figure_is_whole_from_every_side(models: Callable[[str], Model], view: tuple[float, float]) -> None:
    model = models("russian_twist")
    picture = shown(Scene(model, DARK, view, SIZE), 0.0)
    seen = picture[..., 3] > 127
    assert 0.05 < seen.mean() < 0.7
    border = np.concatenate([seen[0], seen[-1], seen[:, 0], seen[:, -1]])
    assert not border.any()


def test_working_muscles_glow_and_more_so_at_the_peak(
    models: Callable[[str], Model], subject: Callable[[str], Subject]
) -> None:
    def coral(picture: NDArray[np.uint8]) -> int:
        blue, green, red = (picture[..., i].astype(int) for i in range(3))
        return int(((red > 200) & (green < 130) & (blue < 110)).sum())

    model = models("reverse_fly")
    scene = Scene(model, LIGHT, (150.0, 30.0), (320, 320))
    peak = model.cycle.segments[0].seconds
    assert coral(shown(scene, peak, (320, 320))) > coral(shown(scene, 0.0, (320, 320))) + 50
    idle = Model(Subject(subject("reverse_fly").cycle))
    assert coral(shown(Scene(idle, LIGHT, (150.0, 30.0), (320, 320)), peak, (320, 320))) == 0


def test_a_muscle_at_rest_blushes_and_is_no_brown_patch(
    models: Callable[[str], Model], subject: Callable[[str], Subject]
) -> None:
    idle = Model(Subject(subject("reverse_fly").cycle))
    lit, plain = (
        shown(Scene(model, LIGHT, (150.0, 30.0), (320, 320)), 0.0, (320, 320)).astype(int)
        for model in (models("reverse_fly"), idle)
    )
    changed = np.abs(lit - plain).max(2) > 25
    assert changed.sum() > 100
    assert lit[changed].mean() > plain[changed].mean() + 5  # lighter, not muddier
    assert lit[changed][:, 2].mean() > plain[changed][:, 2].mean() + 40  # and redder


def test_edges_are_smooth_and_a_quick_picture_is_the_same_within(models: Callable[[str], Model]) -> None:
    model = models("roll_down")
    scene = Scene(model, without_shadow(LIGHT), model.cycle.move.view, SIZE)
    fine, quick = placed(scene.frame(0.0), SIZE), placed(scene.frame(0.0, fine=False), SIZE)
    assert set(np.unique(quick[..., 3])) == {0, 255}
    partly = (fine[..., 3] > 0) & (fine[..., 3] < 255)
    assert partly.sum() > 100
    inside = (fine[..., 3] == 255) & (quick[..., 3] == 255)
    assert np.abs(fine[inside].astype(int) - quick[inside].astype(int)).mean() < 3.0


def test_the_shadow_is_darkest_where_the_body_stands(models: Callable[[str], Model]) -> None:
    model = models("reverse_fly")
    with_shadow = shown(Scene(model, LIGHT, (48.0, 20.0), SIZE), 0.0)
    bare = shown(Scene(model, without_shadow(LIGHT), (48.0, 20.0), SIZE), 0.0)
    shadow = (with_shadow[..., 3] > 0) & (bare[..., 3] == 0)
    assert shadow.sum() > 300
    assert (with_shadow[..., :3][shadow] == 0).all()


def test_no_frame_is_larger_than_foretold(models: Callable[[str], Model]) -> None:
    for move_id in MOVE_IDS[::6]:
        model = models(move_id)
        scene = Scene(model, LIGHT, model.cycle.move.view, SIZE)
        for i in range(8):
            assert len(scene.frame(model.cycle.period * i / 8).pixels) <= scene.most_bytes() * 1.15
