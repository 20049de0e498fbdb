"""The words for what the balance linter remarks."""

from collections.abc import Mapping

from trainer.core.balance import MuscleGroup
from trainer.core.balance_lint import Remark
from trainer.core.editing import Place, step_at
from trainer.core.exercise import Exercise
from trainer.core.routine import RemarkKind, Routine
from trainer.language import ntr, tr


def remark_sentence(remark: Remark, routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    """The remark as one sentence that says what is the matter and what would help."""
    match remark.kind:
        case RemarkKind.SIDES if remark.waits:
            return tr("Nobody says when to change sides: give it seconds or repetitions.")
        case RemarkKind.SIDES:
            return ntr(
                "{n} repetition in turn gives one side one more: take an even number.",
                "{n} repetitions in turn give one side one more: take an even number.",
                round(remark.seconds),
            )
        case RemarkKind.SAME_MUSCLE:
            return tr(
                "{muscle} leads without relief since {name}, {seconds} s in all: put another move between, or rest."
            ).format(
                muscle=_capitalised(remark.muscle),
                name=_name(remark.other, routine, exercises),
                seconds=round(remark.seconds),
            )
        case RemarkKind.ZIGZAG:
            return tr("The effort jumps up and down from {name} to here: put like beside like.").format(
                name=_name(remark.other, routine, exercises)
            )
        case RemarkKind.CUE:
            return tr("“{cue}” can't be read in the {seconds} s it is shown: give the step more time.").format(
                cue=remark.text, seconds=round(remark.seconds)
            )
        case RemarkKind.ORDER:
            return tr("Done after {name}, it saves {seconds} s of setting up.").format(
                name=_name(remark.other, routine, exercises), seconds=round(remark.seconds)
            )
        case RemarkKind.WARM_UP:
            return _warm_up(remark)
        case _:
            return _stretch(remark)


def remark_title(remark: Remark) -> str:
    """The remark in two or three words, for a small tag."""
    titles = {
        RemarkKind.SIDES: tr("Left and right differ"),
        RemarkKind.SAME_MUSCLE: tr("Same muscle too long"),
        RemarkKind.WARM_UP: tr("Warm-up doesn't fit") if remark.place else tr("No warm-up"),
        RemarkKind.STRETCH: tr("Stretch doesn't fit") if remark.place else tr("No stretch"),
        RemarkKind.CUE: tr("Cue too long"),
        RemarkKind.ZIGZAG: tr("Effort jumps"),
        RemarkKind.ORDER: tr("Saves a set-up"),
    }
    return titles[remark.kind]


def group_name(group: MuscleGroup) -> str:
    """A group of muscles as one says it."""
    names = {
        MuscleGroup.NECK: tr("the neck"),
        MuscleGroup.SHOULDERS: tr("the shoulders"),
        MuscleGroup.CHEST: tr("the chest"),
        MuscleGroup.UPPER_BACK: tr("the upper back"),
        MuscleGroup.ARMS_FRONT: tr("the front of the arms"),
        MuscleGroup.ARMS_BACK: tr("the back of the arms"),
        MuscleGroup.ABDOMINALS: tr("the abdominals"),
        MuscleGroup.LOWER_BACK: tr("the lower back"),
        MuscleGroup.HIPS: tr("the hips"),
        MuscleGroup.GLUTES: tr("the buttocks"),
        MuscleGroup.THIGHS_FRONT: tr("the front of the thighs"),
        MuscleGroup.THIGHS_BACK: tr("the back of the thighs"),
        MuscleGroup.CALVES: tr("the calves"),
    }
    return names[group]


def _warm_up(remark: Remark) -> str:
    if remark.place is None:
        return tr("The main part begins cold: put a warm-up before it.")
    if remark.group is None:
        return tr("The main part is vigorous, but nothing here raises the pulse: add a march or a step touch.")
    return tr("The main part works {group} most, but nothing here moves them.").format(group=group_name(remark.group))


def _stretch(remark: Remark) -> str:
    if remark.place is None or remark.group is None:
        return tr("The main part is long: put a stretch after it.")
    return tr("The main part works {group} most, but nothing here stretches them.").format(
        group=group_name(remark.group)
    )


def _name(place: Place | None, routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    step = None if place is None else step_at(routine, place)
    exercise = None if step is None else exercises.get(step.exercise)
    return "" if exercise is None else exercise.name


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
