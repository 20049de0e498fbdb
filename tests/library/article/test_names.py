"""Names on a page and the catalogue."""

import pytest

from trainer.library.article.names import MatchKind, Names
from trainer.library.catalogue import Catalogue


@pytest.mark.parametrize(
    ("said", "exercise", "kind"),
    [
        ("Squats", "squat", MatchKind.NAME),
        ("Press-ups", "push_up", MatchKind.NAME),
        ("Bird Dogs", "kneeling_superman", MatchKind.SYNONYM),
        ("Swiss Ball Back Extension", "ball_back_extension", MatchKind.NAME),
        ("Rear Delt Flys", "reverse_fly", MatchKind.SYNONYM),
        ("Plié squats", "sumo_squat", MatchKind.SYNONYM),
        ("Russian twsits", "russian_twist", MatchKind.FUZZY),
        ("Alternating Forward Lunges", "forward_lunge", MatchKind.FUZZY),
        ("Lunges", "forward_lunge", MatchKind.FUZZY),
        ("Cat/Cow", "cat_cow", MatchKind.NAME),
        ("Romanian dead lifts", "romanian_deadlift", MatchKind.NAME),
        ("Seated butterfly", "butterfly_stretch", MatchKind.FUZZY),
        ("Single-leg glute bridge", "single_leg_bridge", MatchKind.NAME),
        ("Running on the spot", "jog_in_place", MatchKind.SYNONYM),
    ],
)
def test_a_name_is_matched_and_how_is_told(said: str, exercise: str, kind: MatchKind, names: Names) -> None:
    found = names.match(said)
    assert found is not None
    assert (found.exercise, found.kind) == (exercise, kind)


@pytest.mark.parametrize(
    "said", ["Sit-ups", "Side Plank with Hip Dip", "Chest", "Walking lunges", "Deadlift", "Leg raises", ""]
)
def test_what_is_not_in_the_catalogue_is_not_guessed(said: str, names: Names) -> None:
    assert names.match(said) is None


def test_every_name_and_synonym_of_the_catalogue_finds_its_exercise(names: Names, catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        found = names.match(exercise.name)
        assert found is not None, exercise.name
        assert found.exercise == exercise.id


def test_a_form_is_matched_with_its_variant(names: Names) -> None:
    found = names.match("Knee push-ups")
    assert found is not None
    assert (found.exercise, found.variant) == ("push_up", "knees-down")
