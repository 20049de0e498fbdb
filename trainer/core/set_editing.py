"""Editing sets: a step repeated, or done in turn with the next. Every operation takes a value and returns a new one."""

from msgspec import Struct, structs

from trainer.core.editing import Edited, Place, change_block, step_at
from trainer.core.routine import Block, Routine, Step, StepSet

USUAL_ROUNDS = 3  # of a superset that is made: what people mean by one


class Repeats(Struct, frozen=True):
    """How a step is repeated: `times` in a row, or in turn with its set's others; `rest` between the rounds."""

    times: int = 1
    rest: int = 0
    with_next: bool | None = None  # None: there is no next step


def repeats(routine: Routine, place: Place) -> Repeats:
    """How the step there is repeated. Raises IndexError where there is no such step."""
    block, steps, at = _around(routine, place)
    own = _set_of(block, steps[at])
    joined = None if at + 1 >= len(steps) else bool(own and steps[at + 1].set == own.id)
    return Repeats(own.rounds if own else 1, own.rest_between_rounds if own else 0, joined)


def repeat(routine: Routine, place: Place, times: int, rest: int) -> Edited:
    """The step, or its set, so many times, with seconds of rest between. Once: in no set. Raises IndexError."""
    block, steps, at = _around(routine, place)
    own = _set_of(block, steps[at])
    if times <= 1:
        if own is not None:
            steps = tuple(structs.replace(step, set="", by_round=()) if step.set == own.id else step for step in steps)
        return _changed(routine, place, block.sets, steps)
    if own is None:
        own = StepSet(_free_id(block))
        steps = _marked(steps, at, own.id)
    made = structs.replace(own, rounds=times, rest_between_rounds=rest)
    sets = (*(one for one in block.sets if one.id != own.id), made)
    return _changed(routine, place, sets, steps)


def join_next(routine: Routine, place: Place, joined: bool) -> Edited:
    """The step done in turn with the one after it, or not. Raises IndexError where there is no such step."""
    block, steps, at = _around(routine, place)
    own = _set_of(block, steps[at])
    if at + 1 >= len(steps):
        return Edited(routine, place)
    if not joined:
        if own is None or steps[at + 1].set != own.id:
            return Edited(routine, place)
        run = next((n for n in range(at + 1, len(steps)) if steps[n].set != own.id), len(steps))
        left = tuple(
            structs.replace(step, set="", by_round=()) if at < n < run else step for n, step in enumerate(steps)
        )
        return _changed(routine, place, block.sets, left)
    sets = block.sets
    if own is None:
        own = _set_of(block, steps[at + 1]) or StepSet(_free_id(block), USUAL_ROUNDS)
        sets = (*(one for one in sets if one.id != own.id), own)
        steps = _marked(steps, at, own.id)
    return _changed(routine, place, sets, _marked(steps, at + 1, own.id))


def _around(routine: Routine, place: Place) -> tuple[Block, tuple[Step, ...], int]:
    if place.step is None or step_at(routine, place) is None:
        raise IndexError(place)
    block = routine.blocks[place.block]
    return block, block.steps, place.step


def _set_of(block: Block, step: Step) -> StepSet | None:
    return next((one for one in block.sets if step.set and one.id == step.set), None)


def _free_id(block: Block) -> str:
    """A letter, as trainers write A1, A2; then letters with a number."""
    taken = {one.id for one in block.sets}
    letters = [chr(ord("A") + n) for n in range(26)]
    names = (f"{letter}{number or ''}" for number in range(len(taken) + 2) for letter in letters)
    return next(name for name in names if name not in taken)


def _marked(steps: tuple[Step, ...], at: int, set_id: str) -> tuple[Step, ...]:
    return tuple(structs.replace(step, set=set_id) if n == at else step for n, step in enumerate(steps))


def _changed(routine: Routine, place: Place, sets: tuple[StepSet, ...], steps: tuple[Step, ...]) -> Edited:
    return Edited(change_block(routine, place.block, sets=sets, steps=steps).routine, place)
