"""Ways to do what the kit, a place or the body does not allow as written, worded. Pure: values in, values out."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from trainer.core.exercise import Exercise
from trainer.core.fitting import FittedExercise, Fitting, NeedUse, Resolution
from trainer.language import tr
from trainer.ui.widgets.load_words import load_words
from trainer.ui.widgets.step_words import move_name
from trainer.ui.workout.amounts import capitalised, listed
from trainer.ui.workout.needs_model import Kit


class Choice(StrEnum):
    """Who says how an exercise is done."""

    SUGGESTED = "suggested"
    FORM = "form"
    LEFT_OUT = "left-out"


class WayOption(Struct, frozen=True):
    """One way to do it; `form` with Choice.FORM ("" as written)."""

    choice: Choice
    text: str
    form: str = ""


class Way(Struct, frozen=True):
    """An exercise the person may decide about: why, the options, and which holds."""

    exercise: str
    name: str
    reason: str
    options: tuple[WayOption, ...]
    current: int


def ways(suggested: Fitting, decided: Mapping[str, str | None], kit: Kit) -> tuple[Way, ...]:
    """Every exercise that isn't simply done as written, in the order of the routine.

    `suggested`: the pre-flight without any decision. `decided`: exercise id -> form, None: left out.
    """
    found = []
    for name, fitted in suggested.exercises.items():
        reason = _reason(name, suggested, kit)
        if reason or name in decided:
            found.append(_way(kit.exercises[name], fitted, reason, decided))
    return tuple(found)


def _way(exercise: Exercise, fitted: FittedExercise, reason: str, decided: Mapping[str, str | None]) -> Way:
    suggestion = next(iter(fitted.chosen.values()), None)
    options = [WayOption(Choice.SUGGESTED, tr("As suggested: {way}").format(way=_in_words(exercise, suggestion)))]
    if "" not in fitted.forms:
        options.append(WayOption(Choice.FORM, tr("As written all the same")))
    forms = ("", *(variant.id for variant in sorted(exercise.variants, key=lambda variant: variant.level)))
    options += (
        WayOption(Choice.FORM, capitalised(_in_words(exercise, form)), form) for form in forms if form in fitted.forms
    )
    options.append(WayOption(Choice.LEFT_OUT, tr("Leave it out")))
    current = 0
    if exercise.id in decided:
        own = decided[exercise.id]
        wanted = (Choice.LEFT_OUT, "") if own is None else (Choice.FORM, own)
        current = next((n for n, one in enumerate(options) if (one.choice, one.form) == wanted), 0)
    return Way(exercise.id, exercise.name, reason, tuple(options), current)


def _in_words(exercise: Exercise, form: str | None) -> str:
    if form is None:
        return tr("left out")
    variant = exercise.variant(form)
    return tr("as written") if variant is None else variant.name


def _reason(name: str, fitting: Fitting, kit: Kit) -> str:
    fitted = fitting.exercises[name]
    if fitted.spared:
        return tr("You would rather spare yourself: {loads}").format(loads=listed(*map(load_words, fitted.spared)))
    uses = [(use.item, one) for use in fitting.equipment for one in use.uses if one.exercise == name]
    return listed(*dict.fromkeys(_why(item, one, kit) for item, one in uses if not one.optional))


def _why(item: str, use: NeedUse, kit: Kit) -> str:
    thing = kit.equipment.get(item)
    if thing is None or use.resolution is Resolution.HAVE:
        return ""
    wanted = thing.name if use.wanted == 1 else tr("{n} {things}").format(n=use.wanted, things=thing.plural)
    match use.resolution:
        case Resolution.SUBSTITUTE:
            how = use.gear.how if use.gear else ""
            return tr("Without {thing}: {how}").format(thing=wanted, how=how)
        case Resolution.VARIANT:
            exercise = kit.exercises[use.exercise]
            form = _in_words(exercise, use.variant)
            return tr("Without {thing}: {how}").format(thing=wanted, how=move_name(exercise.name, form))
        case Resolution.MISSING:
            return tr("Without {thing} it can't be done").format(thing=wanted)
        case _:
            return tr("It wants: {thing}").format(thing=wanted)
