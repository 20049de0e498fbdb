"""How groups of muscles are called, and the everyday words somebody may look for them by."""

from trainer.core.balance import MUSCLES_OF, MuscleGroup
from trainer.core.exercise import Exercise
from trainer.language import tr


def group_name(group: MuscleGroup) -> str:
    """A group of muscles in words."""
    return {
        MuscleGroup.NECK: tr("Neck"),
        MuscleGroup.SHOULDERS: tr("Shoulders"),
        MuscleGroup.CHEST: tr("Chest"),
        MuscleGroup.UPPER_BACK: tr("Upper back"),
        MuscleGroup.ARMS_FRONT: tr("Biceps and forearms"),
        MuscleGroup.ARMS_BACK: tr("Triceps"),
        MuscleGroup.ABDOMINALS: tr("Abdominals"),
        MuscleGroup.LOWER_BACK: tr("Lower back"),
        MuscleGroup.HIPS: tr("Hip flexors and inner thighs"),
        MuscleGroup.GLUTES: tr("Glutes"),
        MuscleGroup.THIGHS_FRONT: tr("Front of the thighs"),
        MuscleGroup.THIGHS_BACK: tr("Back of the thighs"),
        MuscleGroup.CALVES: tr("Calves and shins"),
    }[group]


def everyday_words(group: MuscleGroup) -> str:
    """Other words for the group that people type, apart from its name."""
    return {
        MuscleGroup.NECK: tr("nape"),
        MuscleGroup.SHOULDERS: tr("delts rotator cuff"),
        MuscleGroup.CHEST: tr("pecs"),
        MuscleGroup.UPPER_BACK: tr("lats traps shoulder blades"),
        MuscleGroup.ARMS_FRONT: tr("arms"),
        MuscleGroup.ARMS_BACK: tr("arms"),
        MuscleGroup.ABDOMINALS: tr("abs core stomach belly waist obliques"),
        MuscleGroup.LOWER_BACK: tr("spine core"),
        MuscleGroup.HIPS: tr("groin adductors"),
        MuscleGroup.GLUTES: tr("buttocks bottom seat hips"),
        MuscleGroup.THIGHS_FRONT: tr("quads legs"),
        MuscleGroup.THIGHS_BACK: tr("hamstrings legs"),
        MuscleGroup.CALVES: tr("legs lower legs"),
    }[group]


def groups_worked(exercise: Exercise) -> tuple[MuscleGroup, ...]:
    """The groups that hold a prime mover of the exercise."""
    return tuple(group for group, muscles in MUSCLES_OF.items() if not muscles.isdisjoint(exercise.primary))


def groups_helping(exercise: Exercise) -> tuple[MuscleGroup, ...]:
    """The groups that help and do not lead."""
    leading = groups_worked(exercise)
    helping = (group for group, muscles in MUSCLES_OF.items() if not muscles.isdisjoint(exercise.secondary))
    return tuple(group for group in helping if group not in leading)
