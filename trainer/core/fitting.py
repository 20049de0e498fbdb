"""Pre-flight: what each exercise of a routine will be done with, by what the person owns.

For each exercise and the form wanted of it, in this order:

1. its own items, or other things the person owns that serve;
2. where some but too few are owned (one dumbbell of a pair): a variant that makes do with them;
3. household things that serve (a bottle, a can), or nothing in the hand at all, as the exercise's file allows;
4. another variant, the nearest in effort first, easier before harder;
5. else the exercise is dropped.

A form that asks of the body what the person would rather spare (load tags) isn't done either: the nearest one that
spares it is, or none. The person's own decision about an exercise goes before all of this.

A place (an open wall, floor room) can't be owned: it is named, to be checked before Start, and counts as there.
Nothing owned at all means nobody was asked yet: then nothing is changed and everything is named.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from trainer.core.exercise import Equipment, EquipmentKind, Exercise, LoadTag, Need, Variant
from trainer.core.routine import Routine
from trainer.core.turns import turns_of_block


class Resolution(StrEnum):
    """How a need is met, from the smoothest to the worst."""

    HAVE = "have"
    CHECK = "check"  # a place, or what the person said would be there: look whether it is
    ASK = "ask"  # nobody has said yet what they own
    SUBSTITUTE = "substitute"
    VARIANT = "variant"
    MISSING = "missing"  # nothing serves: the exercise is dropped, or goes without where the item is optional


class Gear(Struct, frozen=True):
    """A thing or place really used. `instead_of` is the item wanted, where this one replaces it.

    `item` empty: nothing, the hands stay empty in place of `instead_of`; `how` then says how that is done.
    """

    item: str
    count: int = 1
    why: str = ""
    how: str = ""
    instead_of: str = ""


class NeedUse(Struct, frozen=True):
    """One exercise's want of one item and what comes of it: the reason behind every substitution."""

    exercise: str
    wanted: int
    owned: int
    resolution: Resolution
    optional: bool = False
    why: str = ""
    gear: Gear | None = None  # what serves instead, with SUBSTITUTE
    variant: str = ""  # the form done instead, with VARIANT


class EquipmentUse(Struct, frozen=True):
    """A line of the "What you need" card: an item, the most of it wanted at once, and its worst resolution."""

    item: str
    count: int
    owned: int
    resolution: Resolution
    uses: tuple[NeedUse, ...]

    @property
    def decisive(self) -> NeedUse:
        """The first use that has the line's resolution."""
        return next(use for use in self.uses if use.resolution is self.resolution)


class FittedExercise(Struct, frozen=True):
    """`forms`: every form that can be done, with its gear ("" as written). `chosen`: form wanted -> form done.

    `spared`: what forms that were wanted would have asked of the body. `decided`: the person said how to do it.
    """

    exercise: str
    forms: dict[str, tuple[Gear, ...]]
    chosen: dict[str, str]
    spared: tuple[LoadTag, ...] = ()
    decided: bool = False

    def form_for(self, wanted: str) -> str | None:
        """The form to do where `wanted` was asked for; None where the exercise is dropped."""
        if wanted in self.chosen:
            return self.chosen[wanted]
        if wanted in self.forms:
            return wanted
        return next(iter(self.chosen.values()), next(iter(self.forms), None))


class Fitting(Struct, frozen=True):
    """A routine's exercises as they can be done, and the equipment that takes, in the order of first use."""

    told: bool  # False: nothing is known of what the person owns
    exercises: dict[str, FittedExercise]
    equipment: tuple[EquipmentUse, ...]

    @property
    def dropped(self) -> tuple[str, ...]:
        """The exercises that can't be done at all."""
        return tuple(name for name, fitted in self.exercises.items() if not fitted.forms)


def needs_of(exercise: Exercise, form: str) -> tuple[Need, ...]:
    """What the form of that id wants ("" as written)."""
    variant = exercise.variant(form)
    return exercise.needs if variant is None or variant.needs is None else variant.needs


def wanted_form(exercise: Exercise, remembered: Mapping[str, str], in_routine: str) -> str:
    """The form asked for: the one the person chose before, else the routine's. An unknown one is as written."""
    form = remembered.get(exercise.id, in_routine)
    return form if exercise.variant(form) else ""


def as_wanted(needs: Iterable[Need]) -> tuple[Gear, ...]:
    """The gear of a form where everything is there just as its file wants it."""
    return tuple(Gear(need.item, need.count, need.why) for need in needs if not need.optional)


def preflight(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    equipment: Mapping[str, Equipment],
    owned: Mapping[str, int],
    *,
    variants: Mapping[str, str] = {},
    without_blocks: Collection[str] = (),
    avoid: Collection[LoadTag] = (),
    decided: Mapping[str, str | None] = {},
) -> Fitting:
    """Fit the routine to `owned` (equipment id -> how many; empty: nobody was asked).

    `variants` (exercise id -> variant id) and `without_blocks` (names) as for `compile_timeline`. `avoid`: what to
    spare the body. `decided`: exercise id -> the form the person wants done whatever else holds, None: left out.
    Raises KeyError for an exercise that isn't in `exercises`: a routine is checked when it is read.
    """
    wanted: dict[str, list[str]] = {}
    for block in routine.blocks:
        if block.name in without_blocks:
            continue
        for step in (turn.step for turn in turns_of_block(block)):
            form = wanted_form(exercises[step.exercise], variants, step.variant)
            forms = wanted.setdefault(step.exercise, [])
            if form not in forms:
                forms.append(form)
    store = _Store(equipment, owned)
    fitted = {
        name: _as_decided(exercises[name], forms, decided[name], store)
        if name in decided
        else _fit(exercises[name], forms, store, frozenset(avoid))
        for name, forms in wanted.items()
    }
    uses: dict[str, list[NeedUse]] = {}
    for name, forms in wanted.items():
        for form in _forms_to_equip(forms, fitted[name]):
            for need in needs_of(exercises[name], form):
                uses.setdefault(need.item, []).append(_use(exercises[name], form, need, fitted[name], store))
    return Fitting(bool(owned), fitted, tuple(_summary(item, of_item, store) for item, of_item in uses.items()))


class _Store:
    """What is at hand."""

    def __init__(self, equipment: Mapping[str, Equipment], owned: Mapping[str, int]) -> None:
        self._equipment = equipment
        self._owned = owned
        self.told = bool(owned)

    def owned(self, item: str) -> int:
        return self._owned.get(item, 0)

    def is_space(self, item: str) -> bool:
        known = self._equipment.get(item)
        return known is not None and known.kind is EquipmentKind.SPACE

    def is_household(self, item: str) -> bool:
        known = self._equipment.get(item)
        return known is not None and known.household

    def has(self, item: str, count: int, *, household: bool) -> bool:
        """Whether `count` of it are at hand; nothing (`item` empty) and household things only if `household`."""
        if household and (not item or self.is_household(item)):
            return True
        return bool(item) and (self.is_space(item) or self.owned(item) >= count)

    def gear(self, need: Need, *, household: bool) -> Gear | None:
        """What meets the need, None if nothing at hand does."""
        if not self.told or self.has(need.item, need.count, household=True):
            return Gear(need.item, need.count, need.why)
        for other in need.substitutes:
            if self.has(other.item, 1, household=household):
                # One thing serves for the pair unless the person owns a pair of it too.
                count = need.count if self.has(other.item, need.count, household=household) else 1
                return Gear(other.item, count, need.why, other.how, instead_of=need.item)
        return None

    def all_gear(self, needs: Iterable[Need], *, household: bool) -> tuple[Gear, ...] | None:
        """What meets every need, None if one that isn't optional stays unmet."""
        found = []
        for need in needs:
            gear = self.gear(need, household=household)
            if gear is not None and not (need.optional and not self.told):
                found.append(gear)
            elif not need.optional:
                return None
        return tuple(found)


def _fit(exercise: Exercise, wanted: Iterable[str], store: _Store, avoid: frozenset[LoadTag]) -> FittedExercise:
    forms = {}
    for form in ("", *(variant.id for variant in exercise.variants)):
        gear = store.all_gear(needs_of(exercise, form), household=True)
        if gear is not None and not avoid.intersection(exercise.loads_of(form)):
            forms[form] = gear
    wanted = tuple(wanted)
    chosen = {form: fit for form in wanted if (fit := _choose(exercise, form, forms, store)) is not None}
    spared = tuple(tag for tag in LoadTag if tag in avoid and any(tag in exercise.loads_of(form) for form in wanted))
    return FittedExercise(exercise.id, forms, chosen, spared)


def _forms_to_equip(wanted: Iterable[str], fitted: FittedExercise) -> list[str]:
    """The forms whose needs are told: those wanted, or those done where it is not for want of equipment."""
    if not fitted.spared and not fitted.decided:
        return list(wanted)
    return list(dict.fromkeys(fitted.chosen.values()))


def _as_decided(exercise: Exercise, wanted: Iterable[str], form: str | None, store: _Store) -> FittedExercise:
    """As the person said; what it takes is at hand then, or was swapped as the file allows."""
    if form is None:
        return FittedExercise(exercise.id, {}, {}, decided=True)
    needs = needs_of(exercise, form)
    gear = store.all_gear(needs, household=True)
    others = _fit(exercise, (), store, frozenset()).forms
    forms = {**others, form: as_wanted(needs) if gear is None else gear}
    return FittedExercise(exercise.id, forms, dict.fromkeys(wanted, form), decided=True)


def _choose(exercise: Exercise, wanted: str, feasible: Collection[str], store: _Store) -> str | None:
    needs = needs_of(exercise, wanted)
    if wanted in feasible and store.all_gear(needs, household=False) is not None:
        return wanted
    others = [variant for variant in sorted(exercise.variants, key=_distance) if variant.id in feasible]
    too_few = [need.item for need in needs if 0 < store.owned(need.item) < need.count]
    for variant in others:
        makes_do = {need.item for need in needs_of(exercise, variant.id)}.intersection(too_few)
        if makes_do and store.all_gear(needs_of(exercise, variant.id), household=False) is not None:
            return variant.id
    if wanted in feasible:
        return wanted
    return next((form for form in ("", *(variant.id for variant in others)) if form in feasible), None)


def _distance(variant: Variant) -> tuple[int, int]:
    """Nearest in effort first; of two as near, the easier."""
    return abs(variant.level), variant.level


def _use(exercise: Exercise, form: str, need: Need, fitted: FittedExercise, store: _Store) -> NeedUse:
    """What comes of one need of the form wanted."""
    gear, variant = None, ""
    done = fitted.form_for(form)
    met = store.gear(need, household=True)
    if store.is_space(need.item):
        resolution = Resolution.CHECK
    elif store.has(need.item, need.count, household=True):
        resolution = Resolution.HAVE
    elif not store.told:
        resolution = Resolution.ASK
    elif done is not None and done != form:
        resolution, variant = Resolution.VARIANT, done
    elif met is not None and done is not None:
        resolution, gear = Resolution.SUBSTITUTE, met
    elif fitted.decided:
        resolution = Resolution.CHECK
    else:
        resolution = Resolution.MISSING
    owned = store.owned(need.item)
    return NeedUse(exercise.id, need.count, owned, resolution, need.optional, need.why, gear, variant)


def _summary(item: str, uses: list[NeedUse], store: _Store) -> EquipmentUse:
    rank = list(Resolution).index
    worst = max((use for use in uses), key=lambda use: (not use.optional, rank(use.resolution)))
    count = max(use.wanted for use in uses)
    return EquipmentUse(item, count, store.owned(item), worst.resolution, tuple(uses))
