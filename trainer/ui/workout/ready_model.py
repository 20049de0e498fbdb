"""What the Ready page says of a routine, worded. Pure: values in, values out."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from trainer.core.apportioning import apportioned
from trainer.core.exercise import CueKind, Equipment, EquipmentKind, Exercise
from trainer.core.fitting import Fitting
from trainer.core.preferences import WeightUnit
from trainer.core.refit_changes import Change
from trainer.core.routine import Routine
from trainer.core.timeline import PlannedStep, Timeline
from trainer.language import tr
from trainer.ui.workout.amounts import capitalised, listed, lowered, minutes_text, moves_text, whole_minutes
from trainer.ui.workout.needs_model import Kit
from trainer.ui.workout.refit_words import TimeAnswer, answer_title, change_lines, shortfall
from trainer.ui.workout.ways_model import Way

#: How hard it is to be: easier, as written, harder.
LEVELS = (-1, 0, 1)


class ReadyValues(Struct, frozen=True):
    """Everything the Ready page shows.

    `plan` is compiled with EVERY block, at the level in force and for what the person owns; `off` names the optional
    blocks to be left out.
    """

    routine: Routine
    plan: Timeline
    off: frozenset[str]
    level: int  # one of LEVELS
    fitting: Fitting
    kit: Kit
    weight_kg: float | None = None
    weight_unit: WeightUnit = WeightUnit.KG
    wanted_minutes: int | None = None  # "I have N minutes"; None: as long as it is written
    changes: tuple[Change, ...] = ()  # what that took
    missing: float = 0.0  # seconds, as in core.refit.Refit
    ways: tuple[Way, ...] = ()  # what the person may decide about

    @property
    def optional(self) -> frozenset[str]:
        """Names of the blocks with a switch."""
        return frozenset(block.name for block in self.routine.blocks if block.optional)


class Fact(Struct, frozen=True):
    """One piece of the line under the title: an icon of resources/icons and words."""

    icon: str
    text: str


class Length(Struct, frozen=True):
    """How long it is: "5 warm-up + 25 main + 5 stretch", and whole minutes of it all."""

    parts: str
    minutes: int


class Preview(Struct, frozen=True):
    """One move, shown in the hero room until the figure stands there."""

    step: int
    place: str
    name: str
    set_up: tuple[str, ...]
    works: str
    exercise: str
    variant: str


class OutlineMove(Struct, frozen=True):
    """A move of an outline and what it works."""

    name: str
    works: str


class Outline(Struct, frozen=True):
    """A routine at a glance: its main moves."""

    name: str
    line: str
    moves: tuple[OutlineMove, ...]


class Resumable(Struct, frozen=True):
    """A session that was kept or cut off and can go on. `move` counts from 1 within its round."""

    routine_name: str
    block: str
    move: int
    moves: int
    seconds_left: float


def block_seconds(plan: Timeline) -> tuple[float, ...]:
    """Seconds of each block, all rounds and all rests; what waits for the person by its estimate."""
    seconds = [0.0] * len(plan.blocks)
    for phase in plan.phases:
        seconds[plan.steps[phase.step].block] += plan.expected(phase)
    return tuple(seconds)


def seconds_with(plan: Timeline, off: Collection[str]) -> float:
    """Seconds of the session with the blocks `off` left out."""
    return sum(s for b, s in zip(plan.blocks, block_seconds(plan), strict=True) if b.name not in off)


def length(plan: Timeline, off: Collection[str]) -> Length:
    """How long the session is with the blocks `off` left out. The parts add up to the total."""
    on = [(b.name, s) for b, s in zip(plan.blocks, block_seconds(plan), strict=True) if b.name not in off]
    total = whole_minutes(sum(seconds for _, seconds in on))
    shares = apportioned([seconds / 60 for _, seconds in on], total=total)
    parts = [
        tr("{minutes} {block}").format(minutes=minutes, block=lowered(name))
        for (name, _), minutes in zip(on, shares, strict=True)
    ]
    return Length(
        parts=" + ".join(parts) if len(on) > 1 else "",
        minutes=total,
    )


def time_answer(values: ReadyValues) -> TimeAnswer:
    """What the bottom bar says of the time there is."""
    span, seconds = length(values.plan, values.off), seconds_with(values.plan, values.off)
    return TimeAnswer(
        minutes=span.minutes if values.wanted_minutes is None else values.wanted_minutes,
        title=answer_title(len(values.changes), values.missing, seconds),
        parts=span.parts,
        changes=change_lines(values.changes, values.kit.exercises),
        shortfall=shortfall(values.missing, seconds),
    )


def facts(
    routine: Routine, plan: Timeline, exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]
) -> tuple[Fact, ...]:
    """Minutes, focus, type and equipment, those there are. The level stands apart, with its dots."""
    optional = {block.name for block in routine.blocks if block.optional}
    seconds = sum(s for b, s in zip(plan.blocks, block_seconds(plan), strict=True) if b.name not in optional)
    main = [step for step in plan.steps if plan.blocks[step.block].name not in optional]
    things = equipment_names(main, exercises, equipment)
    found = (
        Fact("clock", minutes_text(seconds)),
        Fact("body", capitalised(listed(*routine.focus))),
        Fact("step", capitalised(listed(*routine.type))),
        Fact("dumbbell", capitalised(listed(*things)) or tr("No equipment")),
    )
    return tuple(fact for fact in found if fact.text)


def equipment_names(
    steps: Sequence[PlannedStep], exercises: Mapping[str, Exercise], equipment: Mapping[str, Equipment]
) -> tuple[str, ...]:
    """The things a routine is made for: no places, nothing optional, nothing that another of them stands in for."""
    counts: dict[str, int] = {}
    replaceable: dict[str, set[str]] = {}
    for step in steps:
        exercise = exercises.get(step.exercise)
        for need in exercise.needs if exercise else ():
            thing = equipment.get(need.item)
            if thing is None or need.optional or thing.kind is not EquipmentKind.ITEM:
                continue
            counts[need.item] = max(counts.get(need.item, 0), need.count)
            others = {other.item for other in need.substitutes}
            replaceable[need.item] = replaceable.get(need.item, others) & others
    ranked = sorted(counts, key=lambda item: -counts[item])
    kept: list[str] = []
    for item in ranked:
        if not replaceable[item] & set(kept):
            kept.append(item)
    return tuple(equipment[item].plural if counts[item] > 1 else equipment[item].name for item in kept)


def level_text(difficulty: int) -> str:
    """The routine's difficulty in words; empty where it was never rated."""
    return tr("Level {level} of 5, our rating").format(level=difficulty) if difficulty else ""


def preview(plan: Timeline, step: int, exercises: Mapping[str, Exercise]) -> Preview:
    """A planned step as the hero room shows it."""
    planned = plan.steps[step]
    block = plan.blocks[planned.block]
    moves = plan.moves_in_round(planned)
    exercise = exercises.get(planned.exercise)
    rung = planned.ladder[planned.rung]
    set_up = tuple(cue.text for cue in exercise.cues_of(CueKind.SETUP)) if exercise else ()
    variant = exercise.variant(rung.variant) if exercise else None
    return Preview(
        step=step,
        place=tr("{block}, move {move} of {moves}").format(block=block.name, move=planned.place + 1, moves=moves),
        name=planned.name,
        set_up=(variant.change,) if variant is not None else set_up,
        works=tr("Works {muscles}").format(muscles=exercise.works) if exercise and exercise.works else "",
        exercise=planned.exercise,
        variant=rung.variant,
    )


def outline(plan: Timeline, optional: Collection[str], exercises: Mapping[str, Exercise]) -> Outline:
    """The main part of a routine at a glance: "25 min, 8 moves", and each move once."""
    names = {step.exercise: step.name for step in plan.steps if plan.blocks[step.block].name not in optional}
    seconds = sum(s for b, s in zip(plan.blocks, block_seconds(plan), strict=True) if b.name not in optional)
    moves = tuple(
        OutlineMove(name, capitalised(exercises[exercise].works) if exercise in exercises else "")
        for exercise, name in names.items()
    )
    return Outline(plan.name, listed(minutes_text(seconds), moves_text(len(moves))), moves)


def first_main_step(plan: Timeline, optional: Collection[str]) -> int:
    """The move the page begins with: the first that no switch takes away, else the very first."""
    return next((step.index for step in plan.steps if plan.blocks[step.block].name not in optional), 0)


def has_ladder(plan: Timeline) -> bool:
    """Whether any move has an easier or a harder form."""
    return any(rung.level != 0 for step in plan.steps for rung in step.ladder)


def resume_text(kept: Resumable, time_left: str) -> str:
    """The banner's sentence."""
    return tr("Resume {routine} where you stopped: {block}, move {move} of {moves}, {time} left").format(
        routine=kept.routine_name, block=lowered(kept.block), move=kept.move, moves=kept.moves, time=time_left
    )


def variants_for_level(plan: Timeline, level: int) -> dict[str, str]:
    """The form of every exercise at a level: the nearest rung easier or harder than written, where there is one.

    Exercise id -> variant id, for `compile_timeline`; at level 0 nothing is chosen.
    """
    chosen: dict[str, str] = {}
    for step in plan.steps:
        rungs = [rung for rung in step.ladder if rung.level * level > 0]
        if rungs:
            chosen[step.exercise] = min(rungs, key=lambda rung: abs(rung.level)).variant
    return chosen
