"""Every muscle the exercises name lies somewhere on the body."""

from tests.ui.figure.conftest import MOVES
from trainer.library.catalogue import Catalogue
from trainer.motion.channels import all_channels
from trainer.ui.figure.body import body_mesh
from trainer.ui.figure.muscles import AREAS, glow

DEEP = {"transversus abdominis"}


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


def test_a_muscle_nobody_knows_glows_nowhere() -> None:
    assert glow(body_mesh(MOVES.move("roll_down")), ("eyelid",)).max() == 0.0
