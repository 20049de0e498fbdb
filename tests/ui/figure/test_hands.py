"""Fingers: where they go in each shape, and that each is a sound surface."""

import numpy as np
import pytest

from tests.ui.figure.conftest import MOVES
from trainer.core.preferences import FigureChoice
from trainer.motion.channels import all_channels
from trainer.motion.hand_shape import HandShape
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.solver import solve
from trainer.ui.figure.builds import BUILDS
from trainer.ui.figure.hands import Hand, add_hand, hands_of
from trainer.ui.figure.mesh import Floats, Mesh, MeshBuilder

REST = Posture("rest", RootSupport.FEET, all_channels())


def left_fingers(hand: Hand) -> tuple[Mesh, Floats]:
    """A mesh with this left hand, and the places of its fingers in the hand's frame, metres."""
    builder = MeshBuilder()
    builder.add_tube(BUILDS[FigureChoice.TOP_KNOT].tubes[-1])
    add_hand(builder, "hand.l", hand)
    mesh = builder.build(solve(REST.neutral, REST))
    return mesh, mesh.rigid


@pytest.mark.parametrize("girth", [0.0135, 0.033, 0.11])
@pytest.mark.parametrize("shape", list(HandShape))
def test_every_shape_is_a_sound_surface(shape: HandShape, girth: float) -> None:
    mesh, fingers = left_fingers(Hand(shape, girth))
    normals = mesh.normals(mesh.posed(solve(REST.neutral, REST)))
    assert np.isfinite(fingers).all()
    assert np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-3)


def test_a_fist_is_short_and_a_flat_hand_long() -> None:
    reach = {shape: -float(left_fingers(Hand(shape))[1][:, 2].min()) for shape in HandShape}
    assert reach[HandShape.FIST] < 0.125
    assert reach[HandShape.FIST] < reach[HandShape.GRIP] < reach[HandShape.RELAXED]
    assert reach[HandShape.RELAXED] < reach[HandShape.OPEN]


@pytest.mark.parametrize("girth", [0.0135, 0.033])
def test_a_grip_leaves_room_for_what_it_holds(girth: float) -> None:
    _, fingers = left_fingers(Hand(HandShape.GRIP, girth))
    middle = np.array((-0.003 - girth - 0.0095, -0.092))
    assert np.linalg.norm(fingers[:, 1:] - middle, axis=1).min() > 0.6 * girth  # the thumb sinks in a little


def test_hands_are_those_of_the_move() -> None:
    assert [hand.shape for hand in hands_of(MOVES.move("shadow_boxing"))] == [HandShape.FIST, HandShape.FIST]
    assert [hand.shape for hand in hands_of(MOVES.move("push_up"))] == [HandShape.FLAT, HandShape.FLAT]
    assert {hand.shape for hand in hands_of(MOVES.move("goblet_squat"))} == {HandShape.CUPPED}
    ball = hands_of(MOVES.move("russian_twist"))[0]
    assert (ball.shape, ball.girth) == (HandShape.CUPPED, MOVES.move("russian_twist").posture.held_radius)
