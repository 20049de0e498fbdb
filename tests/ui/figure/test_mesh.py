"""The mesh: what is held is added to whoever holds it, and of many vertices a few tell where all of them are."""

from collections.abc import Callable

import numpy as np
import pytest

from trainer.motion.channels import all_channels
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.solver import solve
from trainer.ui.figure.anatomy import TRUNK, Material
from trainer.ui.figure.body import bare_body, body_mesh
from trainer.ui.figure.mesh import Mesh, MeshBuilder, hose
from trainer.ui.figure.subject import Subject

ALL_SORTS = ("squat", "reverse_fly", "jump_rope", "ball_crunch", "step_up", "one_arm_row")


@pytest.fixture(params=ALL_SORTS)
def shown(request: pytest.FixtureRequest, subject: Callable[[str], Subject]) -> Subject:
    return subject(request.param)


def volume(mesh: Mesh, shown: Subject) -> float:
    """Cubic metres inside the surface, where all of it is right side out."""
    a, b, c = mesh.posed(shown.cycle.pose_at(0.0))[mesh.triangles.T].astype(float)
    return float(np.einsum("ni,ni->", a, np.cross(b, c))) / 6.0


def test_what_is_held_comes_after_who_holds_it_and_changes_nothing_of_it(shown: Subject) -> None:
    mesh, bare = body_mesh(shown.cycle.move), bare_body()
    tubes = len(bare.ring)
    assert len(mesh.ring) == tubes
    assert np.array_equal(mesh.area[:tubes], bare.area[:tubes])
    assert np.array_equal(mesh.neighbours[:tubes], bare.neighbours[:tubes])
    assert len(mesh.area) == len(mesh.neighbours) == len(mesh.posed(shown.cycle.pose_at(0.0)))
    assert len(mesh.material) == len(mesh.triangles)
    assert set(np.unique(mesh.triangles)) <= set(range(len(mesh.area)))
    assert mesh.area.min() >= 0.0


def test_a_thing_in_the_hand_adds_its_own_volume(subject: Callable[[str], Subject]) -> None:
    fly = subject("reverse_fly")
    more = volume(body_mesh(fly.cycle.move), fly) - volume(bare_body(), fly)
    assert 1e-3 < more < 3e-3  # two dumbbells of a litre at most


def test_of_so_many_vertices_the_first_is_where_it_is_among_all(shown: Subject) -> None:
    mesh, pose = body_mesh(shown.cycle.move), shown.cycle.pose_at(0.4)
    for every in (1, 2, 5, 7):
        assert np.allclose(mesh.posed(pose, every), mesh.posed(pose)[::every], atol=1e-6)


def test_a_tube_cannot_be_added_to_what_is_finished() -> None:
    rest = Posture("rest", RootSupport.FEET, all_channels())
    builder = MeshBuilder(bare_body())
    builder.add_tube(TRUNK)
    with pytest.raises(ValueError, match="tubes come first"):
        builder.build(solve(rest.neutral, rest))


def test_a_hose_is_as_thick_as_it_is_told_and_closed_at_both_ends() -> None:
    rings = np.array(hose([(0.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, 0.5, 1.5)], lambda share: 0.1 - 0.05 * share))
    sizes = np.linalg.norm(rings - rings.mean(1, keepdims=True), axis=2)
    assert np.allclose(sizes, sizes[:, :1])  # every ring is round
    assert sizes[2, 0] == pytest.approx(0.1)
    assert sizes[-3, 0] == pytest.approx(0.05)
    assert sizes[0, 0] < sizes[1, 0] < sizes[2, 0]
    assert sizes[-1, 0] < sizes[-2, 0] < sizes[-3, 0]


def test_materials_are_found_by_vertex(subject: Callable[[str], Subject]) -> None:
    mesh = body_mesh(subject("reverse_fly").cycle.move)
    metal = mesh.made_of((Material.METAL,))
    assert metal.any()
    assert not metal[: len(mesh.ring)].any()
