"""Every muscle the exercises name lies somewhere on the body."""

from collections.abc import Callable

import msgspec
import pytest

from tests.ui.figure.conftest import MOVES
from trainer.core.preferences import FigureChoice
from trainer.library.catalogue import Catalogue
from trainer.motion.channels import all_channels
from trainer.motion.posture import Posture, RootSupport
from trainer.motion.solver import solve
from trainer.ui.figure.body import body_mesh
from trainer.ui.figure.muscles import AREAS, BRACING, glow
from trainer.ui.figure.scene import Model
from trainer.ui.figure.subject import Subject

STANDING = Posture("stand", RootSupport.FEET, all_channels())


def test_every_muscle_of_every_exercise_has_its_place(catalogue: Catalogue) -> None:
    named = {m for exercise in catalogue.exercises.values() for m in (*exercise.primary, *exercise.secondary)}
    assert named - set(AREAS) == set()
    assert all_channels()


def test_every_area_lights_something_on_both_sides() -> None:
    mesh = body_mesh(MOVES.move("roll_down"))
    for name in AREAS:
        weights = glow(mesh, (name,))
        assert weights.max() > 0.6, name
        assert weights.min() >= 0.0
        for patch in mesh.patches:
            if patch.name.endswith(".l"):
                right = next(other for other in mesh.patches if other.name == patch.name[:-1] + "r")
                assert (weights[patch.start : patch.end] == weights[right.start : right.end]).all()


@pytest.mark.parametrize("figure", FigureChoice)
def test_what_works_on_one_side_lights_the_left_alone(figure: FigureChoice) -> None:
    mesh = body_mesh(MOVES.move("roll_down"), figure)
    left = mesh.posed(solve(STANDING.neutral, STANDING))[:, 1] > 0.0
    for name in BRACING:
        assert (glow(mesh, (name,)) == glow(mesh, (name,), left_only=True)).all()
    for name in set(AREAS) - set(BRACING):
        both, one = glow(mesh, (name,)), glow(mesh, (name,), left_only=True)
        assert one.max() > 0.6, name
        assert (one <= both).all()
        assert one[left].sum() > 0.4 * both.sum(), name
        assert one[~left].sum() < 0.12 * both.sum(), name  # soft edges pass the middle a little


def test_a_subject_works_on_one_side_where_its_exercise_says_so(subject: Callable[[str], Subject]) -> None:
    assert subject("side_plank").left_only
    assert not subject("roll_down").left_only
    assert not subject("dead_bug").left_only  # alternating: either side within the cycle
    assert subject("overhead_press_one_arm").left_only  # a form may say otherwise than its exercise
    assert not subject("overhead_press").left_only


def test_one_side_alone_lights_in_the_picture(subject: Callable[[str], Subject]) -> None:
    shown = subject("side_plank")
    both = Model(msgspec.structs.replace(shown, left_only=False))
    one = Model(shown)
    assert one.glow.sum() == pytest.approx(0.55 * both.glow.sum(), rel=0.2)


def test_a_muscle_nobody_knows_glows_nowhere() -> None:
    assert glow(body_mesh(MOVES.move("roll_down")), ("eyelid",)).max() == 0.0
