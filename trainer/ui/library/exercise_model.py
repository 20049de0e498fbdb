"""What an exercise's card and its page say. Pure: values in, values out."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.exercise import CueKind, Equipment, EquipmentKind, Exercise, Need, Variant
from trainer.core.fitting import needs_of
from trainer.language import tr
from trainer.library.muscle_words import group_name, groups_worked
from trainer.ui.library.words import capitalised, impact_name, posture_name, sides_name
from trainer.ui.widgets.load_words import load_words


class ExerciseCardValues(Struct, frozen=True):
    """Everything a card shows."""

    id: str
    name: str
    line: str  # the muscles that lead
    difficulty: int
    icons: tuple[str, ...]
    needs: str  # the same in words

    @property
    def spoken(self) -> str:
        """The card in one sentence; it begins with the exercise's name."""
        level = tr("level {level} of 5").format(level=self.difficulty)
        return ", ".join(part for part in (self.name, self.line, level, self.needs) if part)


class FormValues(Struct, frozen=True):
    """One form of an exercise, to be chosen."""

    id: str  # "" as written
    name: str
    rung: str  # easier, harder, otherwise
    change: str
    met: str
    loads: tuple[str, ...]  # what it asks of the body


class NeedValues(Struct, frozen=True):
    """What is wanted, what for, and what serves instead."""

    icon: str
    name: str
    line: str
    instead: tuple[str, ...]


class CueGroup(Struct, frozen=True):
    """Instructions of one kind."""

    kind: CueKind
    title: str
    lines: tuple[str, ...]


class ExerciseValues(Struct, frozen=True):
    """Everything the page of an exercise says, apart from its routines."""

    id: str
    name: str
    others: str  # its other names, one sentence
    facts: tuple[str, ...]
    difficulty: int
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    forms: tuple[FormValues, ...]
    cues: tuple[CueGroup, ...]


def exercise_card(exercise: Exercise, equipment: Mapping[str, Equipment]) -> ExerciseCardValues:
    """Word an exercise's card."""
    things = [thing for need in exercise.needs if not need.optional and (thing := equipment.get(need.item))]
    shown = [thing for thing in things if thing.kind is EquipmentKind.ITEM]
    return ExerciseCardValues(
        id=exercise.id,
        name=exercise.name,
        line=", ".join(group_name(group) for group in groups_worked(exercise)),
        difficulty=exercise.difficulty,
        icons=tuple(thing.icon for thing in shown),
        needs=tr("with {things}").format(things=", ".join(thing.name for thing in things)) if things else "",
    )


def exercise_values(exercise: Exercise) -> ExerciseValues:
    """Word an exercise's page."""
    others = tr("Also called {names}").format(names=", ".join(exercise.synonyms)) if exercise.synonyms else ""
    return ExerciseValues(
        id=exercise.id,
        name=exercise.name,
        others=others,
        facts=(posture_name(exercise.posture), sides_name(exercise.sides), impact_name(exercise.impact)),
        difficulty=exercise.difficulty,
        primary=tuple(capitalised(muscle) for muscle in exercise.primary),
        secondary=tuple(capitalised(muscle) for muscle in exercise.secondary),
        forms=(_as_written(exercise), *(_form(exercise, variant) for variant in _by_level(exercise))),
        cues=tuple(
            CueGroup(kind, title, tuple(cue.text for cue in exercise.cues_of(kind)))
            for kind, title in _cue_titles()
            if exercise.cues_of(kind)
        ),
    )


def form_needs(exercise: Exercise, form: str, equipment: Mapping[str, Equipment]) -> tuple[NeedValues, ...]:
    """What a form of it wants."""
    return tuple(
        _need(need, equipment[need.item], equipment) for need in needs_of(exercise, form) if need.item in equipment
    )


def _need(need: Need, thing: Equipment, equipment: Mapping[str, Equipment]) -> NeedValues:
    name = thing.name
    if need.count == 2:
        name = tr("pair of {things}").format(things=thing.plural)
    elif need.count > 2:
        name = tr("{n} {things}").format(n=need.count, things=thing.plural)
    why = capitalised(need.why)
    if need.optional:
        why = tr("{why}, if you like").format(why=why) if why else tr("If you like")
    instead = tuple(capitalised(other.how or equipment[other.item].name) for other in need.substitutes)
    return NeedValues(thing.icon, capitalised(name), why, instead)


def _as_written(exercise: Exercise) -> FormValues:
    return FormValues("", tr("As written"), "", "", _met(exercise.met.value, exercise.met.code), _loads(exercise, ""))


def _form(exercise: Exercise, variant: Variant) -> FormValues:
    met = variant.met or exercise.met
    rung = tr("Easier") if variant.level < 0 else tr("Harder") if variant.level > 0 else tr("Otherwise")
    return FormValues(
        variant.id,
        capitalised(variant.name),
        rung,
        variant.change,
        _met(met.value, met.code),
        _loads(exercise, variant.id),
    )


def _loads(exercise: Exercise, form: str) -> tuple[str, ...]:
    return tuple(capitalised(load_words(tag)) for tag in exercise.loads_of(form))


def _by_level(exercise: Exercise) -> list[Variant]:
    return sorted(exercise.variants, key=lambda variant: variant.level)


def _met(value: float, code: str) -> str:
    """The energy an exercise takes, in multiples of rest, and its code in the 2024 Adult Compendium."""
    return tr("{value} MET, Compendium code {code}").format(value=f"{value:g}", code=code)


def _cue_titles() -> tuple[tuple[CueKind, str], ...]:
    return (
        (CueKind.SETUP, tr("Set up")),
        (CueKind.DO, tr("Do")),
        (CueKind.BREATHE, tr("Breathe")),
        (CueKind.SAFETY, tr("Stay safe")),
        (CueKind.EASIER, tr("Make it easier")),
        (CueKind.HARDER, tr("Make it harder")),
    )
