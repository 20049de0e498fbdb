"""What a routine is filtered and sorted by, for this person and their kit, without compiling it.

Two thousand routines share ninety exercises: what is known of an exercise in a form is worked out once.
"""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor
from typing import Final

from msgspec import Struct

from trainer.core.balance import MuscleGroup
from trainer.core.exercise import Equipment, EquipmentKind, Exercise, Impact, Posture, Sides
from trainer.core.fitting import Fitting, Resolution, needs_of, wanted_form
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.timeline import (
    NEW_EQUIPMENT,
    NEW_POSTURE,
    OPEN_ESTIMATE,
    REP_ESTIMATE,
    SAME_POSTURE,
    SHORTEST_SIDE,
    SWITCH,
)
from trainer.library.muscle_words import groups_worked
from trainer.library.search import fold, words_of


class Region(StrEnum):
    """What a routine is for, as coarse as one asks for it."""

    BACK = "back"
    CORE = "core"
    UPPER_BODY = "upper-body"
    LOWER_BODY = "lower-body"
    FULL_BODY = "full-body"
    HEART = "heart"


# Ours: a routine that says nothing of it is for a region whose muscles lead in half of its working time.
LEADING_SHARE: Final = 0.5

_GROUPS: Final = {
    Region.BACK: {MuscleGroup.UPPER_BACK, MuscleGroup.LOWER_BACK},
    Region.CORE: {MuscleGroup.ABDOMINALS, MuscleGroup.LOWER_BACK},
    Region.UPPER_BODY: {
        MuscleGroup.NECK, MuscleGroup.SHOULDERS, MuscleGroup.CHEST, MuscleGroup.UPPER_BACK,
        MuscleGroup.ARMS_FRONT, MuscleGroup.ARMS_BACK,
    },
    Region.LOWER_BODY: {
        MuscleGroup.HIPS, MuscleGroup.GLUTES, MuscleGroup.THIGHS_FRONT, MuscleGroup.THIGHS_BACK, MuscleGroup.CALVES,
    },
}  # fmt: skip
_SAID: Final = {
    Region.BACK: {"back"},
    Region.CORE: {"core", "abs", "abdominals", "waist"},
    Region.UPPER_BODY: {"shoulders", "arms", "chest", "neck", "biceps", "triceps"},
    Region.LOWER_BODY: {"legs", "buttocks", "glutes", "hips", "thighs", "calves"},
    Region.HEART: {"heart", "cardio", "endurance"},
}
_OF_THE_BODY: Final = {  # with "body"; of the back, the same words say which part of it and no more
    Region.UPPER_BODY: {"upper"},
    Region.LOWER_BODY: {"lower"},
    Region.FULL_BODY: {"full", "whole"},
}
_LOW_IMPACT, _HIGH_IMPACT = "low impact", "high impact"  # as types say it
# Of a routine that does not say its type.
_TYPES: Final = {
    BlockKind.STRENGTH: "strength",
    BlockKind.CARDIO: "cardio",
    BlockKind.MOBILITY: "mobility",
    BlockKind.STRETCH: "stretching",
}
_FOR_THE_HEART: Final = {BlockKind.CARDIO: (Region.HEART,)}
_THERE: Final = (Resolution.HAVE, Resolution.CHECK)
_IMPACTS: Final = (Impact.NONE, Impact.LOW, Impact.HIGH)


class RoutineFacts(Struct, frozen=True):
    """What a filter asks about."""

    minutes: int  # of the main part, as the card says
    regions: frozenset[Region]
    types: frozenset[str]  # as its file says them, folded; else by its blocks
    difficulty: int  # 0: not rated
    impact: Impact  # as its file says it, else the hardest of its exercises
    free: bool  # as written, nothing has to be owned
    owned: bool  # all it wants is owned, or what every home has
    possible: bool  # all of it can be done, with stand-ins and other forms; where nobody was asked, with what it wants


class _Part(Struct, frozen=True):
    """An exercise as it is done for whoever wanted a form of it."""

    done: bool
    sides: Sides
    halved: bool  # done side by side although written for both: the sides share its window
    posture: Posture
    items: frozenset[str]  # of its gear
    repetition: float  # seconds
    impact: Impact
    free: bool
    owned: bool
    regions: tuple[Region, ...]


class FactFinder:
    """Finds the facts of routines for one kit, one memory of forms and one scale of the times to get ready."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        equipment: Mapping[str, Equipment],
        fit: Callable[[Routine], Fitting],
        *,
        variants: Mapping[str, str] = {},
        get_ready_scale: float = 1.0,
    ) -> None:
        """`fit` is the pre-flight as it is done for the cards; `variants` and the scale as for `compile_timeline`."""
        self._exercises, self._equipment, self._fit = exercises, equipment, fit
        self._variants, self._scale = variants, get_ready_scale
        self._parts: dict[tuple[str, str], _Part] = {}
        self._told = True

    def facts(self, routine: Routine) -> RoutineFacts:
        """All of them. Raises KeyError for an exercise that isn't known: a routine is checked when it is read."""
        optional = {block.name for block in routine.blocks if block.optional}
        parts = [self._part(step) for block in routine.blocks for step in block.steps if step.on]
        free = all(part.free for part in parts)
        types = types_of(routine)
        return RoutineFacts(
            minutes=max(1, int(self._main_seconds(routine, optional) / 60 + 0.5)),
            regions=self._regions(routine, optional),
            types=types,
            difficulty=routine.difficulty,
            impact=_impact(types, parts),
            free=free,
            owned=all(part.owned if self._told else part.done and part.free for part in parts),
            possible=all(part.done for part in parts),
        )

    def is_possible(self, routine: Routine) -> bool:
        """The one fact that orders a shelf nobody has asked anything of yet: `RoutineFacts.possible`."""
        return all(self._part(step).done for block in routine.blocks for step in block.steps if step.on)

    def _part(self, step: Step) -> _Part:
        key = (step.exercise, step.variant)
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = self._make_part(step)
        return part

    def _make_part(self, step: Step) -> _Part:
        exercise = self._exercises[step.exercise]
        alone = Step(step.exercise, seconds=SHORTEST_SIDE, variant=step.variant)
        fitting = self._fit(Routine(1, "", "", (Block(BlockKind.STRENGTH, "", (alone,)),)))
        self._told = fitting.told
        fitted = fitting.exercises[exercise.id]
        form = fitted.form_for(wanted_form(exercise, self._variants, step.variant))
        variant = None if form is None else exercise.variant(form)
        sides = exercise.sides if variant is None or variant.sides is None else variant.sides
        tempo = exercise.tempo if variant is None or variant.tempo is None else variant.tempo
        gear = () if form is None else fitted.forms[form]
        groups = set(groups_worked(exercise))
        return _Part(
            done=form is not None,
            sides=sides,
            halved=sides is Sides.EACH and exercise.sides is not Sides.EACH,
            posture=exercise.posture,
            items=frozenset(one.item for one in gear if one.item),
            repetition=tempo.seconds or REP_ESTIMATE,
            impact=exercise.impact,
            free=is_free(exercise, step.variant, self._equipment),
            owned=form is not None and is_owned(fitting),
            regions=tuple(region for region, of_it in _GROUPS.items() if not groups.isdisjoint(of_it)),
        )

    # minutes: what `compile_timeline` would come to, as tests/library/test_routine_facts.py holds

    def _main_seconds(self, routine: Routine, optional: Collection[str]) -> float:
        total, before = 0.0, None
        for block in routine.blocks:
            steps = [step for step in block.steps if step.on and self._part(step).done]
            if not steps:
                continue
            seconds = self._seconds(steps[0], before, 0 if before is None else before.rest)
            inside = sum(self._seconds(step, ahead, ahead.rest) for ahead, step in pairwise(steps))
            again = self._seconds(steps[0], steps[-1], block.rest_between_rounds) + inside
            if block.name not in optional:
                total += seconds + inside + (block.rounds - 1) * again
            before = steps[-1]
        return total

    def _seconds(self, step: Step, before: Step | None, rest: int) -> float:
        """One performance of a step after another, its rest and getting ready included."""
        part = self._part(step)
        work, sided = OPEN_ESTIMATE, False
        if step.seconds is not None:
            seconds = max(SHORTEST_SIDE, ceil(step.seconds / 2)) if part.halved else step.seconds
            work, sided = float(seconds), part.sides is Sides.EACH
        elif step.reps is not None:
            reps = ceil(step.reps / 2) if part.halved else step.reps
            work, sided = reps * part.repetition, part.sides is Sides.EACH
        ready = self._scaled(self._get_ready(step, part, before))
        return max(0, rest) + ready + (2 * work + self._scaled(SWITCH) if sided else work)

    def _get_ready(self, step: Step, part: _Part, before: Step | None) -> int:
        if step.get_ready is not None:
            return step.get_ready
        last = None if before is None else self._part(before)
        if part.items and (last is None or not part.items <= last.items):
            return NEW_EQUIPMENT
        return SAME_POSTURE if last is not None and last.posture is part.posture else NEW_POSTURE

    def _scaled(self, seconds: int) -> int:
        return floor(seconds * self._scale + 0.5)

    # what it is for

    def _regions(self, routine: Routine, optional: Collection[str]) -> frozenset[Region]:
        """As its name and focus say; of a routine that says nothing of it, by what its main part works."""
        said = said_regions((routine.name, *routine.focus))
        if said:
            return said
        work: dict[Region, float] = {}
        total = 0.0
        for block in routine.blocks:
            if block.name in optional or block.kind is BlockKind.WARM_UP:
                continue
            for step in block.steps:
                if step.on:
                    part = self._part(step)
                    seconds = float(step.seconds or (step.reps or 0) * part.repetition or OPEN_ESTIMATE) * block.rounds
                    total += seconds
                    for region in (*part.regions, *_FOR_THE_HEART.get(block.kind, ())):
                        work[region] = work.get(region, 0.0) + seconds
        return frozenset(region for region, seconds in work.items() if seconds >= LEADING_SHARE * total)


def is_free(exercise: Exercise, form: str, equipment: Mapping[str, Equipment]) -> bool:
    """Whether the form wants nothing that has to be owned: places and household things don't."""
    return not items_of(exercise, form, equipment)


def is_owned(fitting: Fitting) -> bool:
    """Whether everything is there just as it is wanted; what is only nice to have aside."""
    uses = (use for item in fitting.equipment for use in item.uses if not use.optional)
    return all(use.resolution in _THERE for use in uses)


def items_of(exercise: Exercise, form: str, equipment: Mapping[str, Equipment]) -> tuple[str, ...]:
    """The things that the form wants and that have to be owned."""
    wanted = (need.item for need in needs_of(exercise, form) if not need.optional)
    return tuple(item for item in wanted if (thing := equipment.get(item)) is not None and _is_owned(thing))


def said_regions(focus: Collection[str]) -> frozenset[Region]:
    """The regions that the words of a routine's focus name."""
    return frozenset().union(*(_said_in(phrase) for phrase in focus))


def types_of(routine: Routine) -> frozenset[str]:
    """The types of training it says it is, folded; of one that says none, by its blocks."""
    return _folded(routine.type) or frozenset(
        _TYPES[b.kind] for b in routine.blocks if b.kind in _TYPES and not b.optional
    )


@lru_cache(maxsize=4096)  # thousands of routines say the same few things
def _said_in(phrase: str) -> frozenset[Region]:
    words = set(words_of(phrase))
    found = {region for region, said in _SAID.items() if words & said}
    if "body" in words:
        found |= {region for region, said in _OF_THE_BODY.items() if words & said}
    return frozenset(found)


@lru_cache(maxsize=512)
def _folded(types: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(one) for one in types)


def _impact(types: Collection[str], parts: Collection[_Part]) -> Impact:
    """An easier form may take the jump out of an exercise: what the author says goes before what its exercises say."""
    if _HIGH_IMPACT in types:
        return Impact.HIGH
    hardest = max((part.impact for part in parts), key=_IMPACTS.index, default=Impact.NONE)
    return min(hardest, Impact.LOW, key=_IMPACTS.index) if _LOW_IMPACT in types else hardest


def _is_owned(thing: Equipment) -> bool:
    return thing.kind is EquipmentKind.ITEM and not thing.household
