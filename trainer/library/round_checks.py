"""What sets and changes from round to round must be, and how much a routine comes to with them."""

from collections.abc import Iterator, Mapping

from trainer.core.exercise import Exercise, Sides
from trainer.core.routine import Block, Routine, Step
from trainer.core.turns import turns_of_block
from trainer.language import tr
from trainer.library.flaw import Flaw, number_flaws
from trainer.library.toml_places import FieldPath
from trainer.library.wording import described, nearest, quoted

MOST_SETS = 50
MOST_CHANGES = 50


def set_flaws(at: FieldPath, block: Block) -> Iterator[Flaw]:
    """Whether the block's sets have ids of their own, steps, and sensible numbers."""
    if len(block.sets) > MOST_SETS:
        said = tr("{n} sets are too many").format(n=len(block.sets))
        yield Flaw((*at, "set", MOST_SETS), said, tr("a block has at most {n}").format(n=MOST_SETS))
        return
    used = [step.set for step in block.steps]
    for n, one in enumerate(block.sets):
        where: FieldPath = (*at, "set", n)
        if not one.id or one.id in (earlier.id for earlier in block.sets[:n]):
            said = tr("{id} is the id of two sets").format(id=quoted(one.id)) if one.id else tr("empty")
            yield Flaw((*where, "id"), said, tr("each set must have its own"))
        elif one.id not in used:
            rule = tr('the steps of a set say it: set = "{id}"').format(id=one.id)
            yield Flaw((*where, "id"), tr("no step is in the set {id}").format(id=quoted(one.id)), rule)
        yield from number_flaws((*where, "rounds"), one.rounds)
        yield from number_flaws((*where, "rest_between_rounds"), one.rest_between_rounds)


def round_flaws(at: FieldPath, block: Block, step: Step, exercises: Mapping[str, Exercise]) -> Iterator[Flaw]:
    """Whether the step's set exists, and whether each of its changes is one and in a round there is."""
    sets = {one.id: one for one in block.sets}
    if step.set and step.set not in sets:
        likely = nearest(step.set, sets)
        said = tr("this block has no set {id}").format(id=quoted(step.set))
        rule = tr("it stands in a [[block.set]] of the same block")
        yield Flaw((*at, "set"), said, rule, f'"{likely}"' if likely else None)
        return
    rounds = sets[step.set].rounds if step.set else block.rounds
    if len(step.by_round) > MOST_CHANGES:
        said = tr("{n} changes are too many").format(n=len(step.by_round))
        yield Flaw((*at, "by_round"), said, tr("a step has at most {n}").format(n=MOST_CHANGES))
        return
    for n, change in enumerate(step.by_round):
        where: FieldPath = (*at, "by_round", n)
        if not 2 <= change.round <= max(2, rounds):
            rule = tr("this must be a round from 2 to {last}").format(last=max(2, rounds))
            yield Flaw((*where, "round"), described(change.round), rule)
        if change.seconds is not None and change.reps is not None:
            said = tr("{one} and {other} together").format(one="seconds", other="reps")
            yield Flaw((*where, "reps"), said, tr("a change has at most one of seconds and reps"))
        yield from number_flaws((*where, "seconds"), change.seconds)
        yield from number_flaws((*where, "reps"), change.reps)
        yield from number_flaws((*where, "rest"), change.rest)
        exercise = exercises.get(step.exercise)
        if change.variant and exercise is not None and exercise.variant(change.variant) is None:
            said = tr("{exercise} has no variant {id}").format(exercise=exercise.name, id=quoted(change.variant))
            choices = ", ".join(f'"{variant.id}"' for variant in exercise.variants)
            yield Flaw((*where, "variant"), said, tr("this must be one of {choices}").format(choices=choices))


def planned_steps(routine: Routine) -> int:
    """How many steps a session has with every round of every block and set."""
    planned = 0
    for block in routine.blocks:
        rounds = {one.id: one.rounds for one in block.sets}
        planned += block.rounds * sum(rounds.get(step.set, 1) for step in block.steps)
    return planned


def planned_seconds(routine: Routine, exercises: Mapping[str, Exercise]) -> float:
    """A routine's length in seconds with every switched-on step and its written rests; repetitions at their tempo."""
    total = 0.0
    for block in routine.blocks:
        total += (block.rounds - 1) * block.rest_between_rounds
        for turn in turns_of_block(block):
            total += _step_seconds(turn.step, exercises) + turn.step.rest + (turn.rest_before or 0)
    return total


def _step_seconds(step: Step, exercises: Mapping[str, Exercise]) -> float:
    exercise = exercises.get(step.exercise)
    if exercise is None:
        return 0.0
    variant = exercise.variant(step.variant)
    sides = 2 if ((variant.sides if variant else None) or exercise.sides) is Sides.EACH else 1
    tempo = (variant.tempo if variant else None) or exercise.tempo
    return sides * (step.seconds or (step.reps or 0) * tempo.seconds) + (step.get_ready or 0)
