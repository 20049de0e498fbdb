"""Every group of muscles has a name, and every exercise's muscles belong to one."""

from tests.ui.examples import catalogue
from trainer.core.balance import MuscleGroup
from trainer.library.muscle_words import everyday_words, group_name, groups_helping, groups_worked


def test_every_group_has_words() -> None:
    assert len({group_name(group) for group in MuscleGroup}) == len(MuscleGroup)
    assert all(everyday_words(group) for group in MuscleGroup)


def test_every_exercise_works_a_group() -> None:
    assert [one.id for one in catalogue().exercises.values() if not groups_worked(one)] == []


def test_what_leads_does_not_only_help() -> None:
    twist = catalogue().exercises["russian_twist"]
    assert groups_worked(twist) == (MuscleGroup.ABDOMINALS,)
    assert groups_helping(twist) == (MuscleGroup.LOWER_BACK, MuscleGroup.HIPS)
