"""Seams: the light runs softly across them, and outlines stay."""

from collections.abc import Callable

import numpy as np
import pytest

from trainer.ui.figure.body import bare_body, body_mesh
from trainer.ui.figure.mesh import FINE
from trainer.ui.figure.rasterizer import NOTHING, Raster, Samples
from trainer.ui.figure.scene import Model
from trainer.ui.figure.seams import Joints, Mixture, mixed_at_seams
from trainer.ui.figure.subject import Subject

SCALE = 300.0  # pixels a metre
SIDE = 90


def halves(step: float) -> Raster:
    """Triangle 0 on the left and 1 on the right, which lies so many metres behind."""
    triangle = np.zeros((SIDE, SIDE), np.intp)
    triangle[:, SIDE // 2 :] = 1
    triangle[:6] = NOTHING
    depth = (3.0 + step * triangle).astype(np.float32)
    flat = np.zeros(SIDE * SIDE, np.float32)
    none = Samples(np.zeros(0, np.intp), flat[:0], flat[:0], flat[:0])
    return Raster(SIDE, SIDE, Samples(triangle.ravel(), flat, flat, depth.ravel()), np.zeros(0, np.intp), none)


def mixed(raster: Raster, *, joined: bool = True, materials: tuple[int, int] = (0, 0)) -> Mixture | None:
    """What is mixed of two halves that differ in all there is."""
    table = np.zeros((3, 3), bool)
    table[0, 1] = table[1, 0] = joined
    seen = raster.pixels.triangle[raster.pixels.triangle != NOTHING]
    values = np.where(seen[:, None] == 0, (1.0, 0.0, 0.0, 0.0), (0.0, 0.0, 1.0, 1.0)).astype(np.float32)
    joints = Joints(np.array((0, 1), np.int8), table)
    return mixed_at_seams(raster, np.array(materials, np.intp), joints, values, SCALE)


def test_across_a_seam_values_change_step_by_step() -> None:
    found = mixed(halves(0.0))
    assert found is not None
    glow = np.full(SIDE * SIDE, np.nan, np.float32)
    glow[found.pixels] = found.values[:, 3]
    row = glow.reshape(SIDE, SIDE)[SIDE // 2]
    near = row[~np.isnan(row)]
    assert 6 < len(near) < SIDE  # a few centimetres of skin
    assert (np.diff(near) > -1e-6).all()
    assert np.diff(near).max() < 0.25  # not at a line
    assert found.weight.max() > 0.95
    assert found.weight.min() < 0.1  # and not by a jump where the mixture ends


@pytest.mark.parametrize(
    "mixture",
    [
        pytest.param(mixed(halves(0.2)), id="one before the other"),
        pytest.param(mixed(halves(0.0), joined=False), id="no joint"),
        pytest.param(mixed(halves(0.0), materials=(0, 1)), id="another cloth"),
    ],
)
def test_what_is_no_seam_stays(mixture: Mixture | None) -> None:
    assert mixture is None


def test_nothing_is_mixed_where_nothing_is_seen() -> None:
    found = mixed(halves(0.0))
    assert found is not None
    assert found.pixels.min() >= 6 * SIDE


def test_it_is_mixed_into_its_own_pixels_alone() -> None:
    mixture = Mixture(np.array((3, 7)), np.array(((0.5,), (1.0,)), np.float32), np.ones((2, 4), np.float32))
    values = np.zeros((4, 4), np.float32)
    mixture.mix_into(values, np.array((2, 3, 7, 9)))
    assert values[:, 0].tolist() == [0.0, 0.5, 1.0, 0.0]


def test_both_legs_do_not_run_into_one_another() -> None:
    mesh = bare_body()
    joints = Joints.of(mesh.patches, mesh.triangles)
    names = [patch.name for patch in mesh.patches]
    left, right, trunk = (names.index(name) for name in ("leg.l", "leg.r", "trunk"))
    assert joints.joined[left, trunk]
    assert joints.joined[trunk, right]
    assert not joints.joined[left, right]
    assert not joints.joined[left, names.index("glute.r")]
    assert not joints.joined[-1].any()  # what is no tube
    assert joints.part.max() == len(names)


def test_the_finer_skin_has_the_same_shape(subject: Callable[[str], Subject]) -> None:
    model = Model(subject("squat"))
    pose = model.cycle.pose_at(0.6 * model.cycle.period)
    coarse, fine = body_mesh(model.cycle.move), body_mesh(model.cycle.move, grain=FINE)
    assert len(fine.area) > 1.3 * len(coarse.area)
    for low, high in ((coarse.posed(pose).min(0), fine.posed(pose).min(0)),
                      (coarse.posed(pose).max(0), fine.posed(pose).max(0))):  # fmt: skip
        assert np.abs(low - high).max() < 0.004
    assert fine.area.sum() == pytest.approx(coarse.area.sum(), rel=0.01)
