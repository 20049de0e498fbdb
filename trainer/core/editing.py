"""Editing: a routine changed step by step. Every operation takes a value and returns a new one."""

from typing import Any

from msgspec import Struct, structs

from trainer.core.routine import Block, Routine, Step


class Place(Struct, frozen=True, order=True):
    """A step by the indices of its block and of itself; `step` None: the block as a whole."""

    block: int
    step: int | None = None


class Edited(Struct, frozen=True):
    """A routine after a change, and the place the change leaves one at; None where nothing is left."""

    routine: Routine
    place: Place | None


class History(Struct, frozen=True):
    """The states of a routine being edited: those before, the present one, and those undone."""

    now: Edited
    past: tuple[Edited, ...] = ()
    future: tuple[Edited, ...] = ()
    field: str = ""  # what the last change typed into; the next letter in it is no change of its own

    def changed(self, to: Edited, field: str = "") -> "History":
        """The history with a new present. Changes of the same non-empty `field` in a row are undone as one."""
        if to.routine == self.now.routine:
            return structs.replace(self, now=to)
        if field and field == self.field and self.past:
            return History(to, self.past, (), field)
        return History(to, (*self.past, self.now), (), field)

    def at(self, place: Place | None) -> "History":
        """The same routine with another place in view."""
        return structs.replace(self, now=Edited(self.now.routine, place), field="")

    def undone(self) -> "History":
        """One change back; itself where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redone(self) -> "History":
        """One undone change forward again; itself where there is none."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])


def step_at(routine: Routine, place: Place) -> Step | None:
    """The step there; None of a block, or where there is none."""
    if place.step is None or not 0 <= place.block < len(routine.blocks):
        return None
    steps = routine.blocks[place.block].steps
    return steps[place.step] if 0 <= place.step < len(steps) else None


def places(routine: Routine) -> tuple[Place, ...]:
    """Every block and step, in the order they are shown."""
    found: list[Place] = []
    for b, block in enumerate(routine.blocks):
        found.append(Place(b))
        found += (Place(b, s) for s in range(len(block.steps)))
    return tuple(found)


def free_name(routine: Routine, wanted: str) -> str:
    """`wanted`, or with a number where a block is called so: names of blocks are unique."""
    names = {block.name for block in routine.blocks}
    number, name = 2, wanted
    while name in names:
        name, number = f"{wanted} {number}", number + 1
    return name


def change_step(routine: Routine, place: Place, **values: Any) -> Edited:
    """The routine with some of a step's fields set. Raises IndexError where there is no such step."""
    step = _step(routine, place)
    return Edited(_with_step(routine, place, structs.replace(step, **values)), place)


def change_block(routine: Routine, block: int, **values: Any) -> Edited:
    """The routine with some of a block's fields set. Raises IndexError."""
    changed = structs.replace(routine.blocks[block], **values)
    return Edited(_with_block(routine, block, changed), Place(block))


def insert_step(routine: Routine, place: Place, step: Step) -> Edited:
    """The routine with a step more, at `place`; at the end of its block where `place` names the block itself."""
    block = routine.blocks[place.block]
    at = len(block.steps) if place.step is None else max(0, min(place.step, len(block.steps)))
    step = _between(step, block.steps[at - 1 : at] if at else (), block.steps[at : at + 1])
    steps = (*block.steps[:at], step, *block.steps[at:])
    return Edited(_with_block(routine, place.block, structs.replace(block, steps=steps)), Place(place.block, at))


def insert_block(routine: Routine, at: int, block: Block) -> Edited:
    """The routine with a block more, under a name of its own."""
    at = max(0, min(at, len(routine.blocks)))
    block = structs.replace(block, name=free_name(routine, block.name))
    return Edited(_with_blocks(routine, (*routine.blocks[:at], block, *routine.blocks[at:])), Place(at))


def remove(routine: Routine, place: Place) -> Edited:
    """The routine without that step or block. What follows it comes into view, else what is before it."""
    if place.step is None:
        blocks = (*routine.blocks[: place.block], *routine.blocks[place.block + 1 :])
        left = _with_blocks(routine, blocks)
        return Edited(left, Place(min(place.block, len(blocks) - 1)) if blocks else None)
    block = routine.blocks[place.block]
    steps = (*block.steps[: place.step], *block.steps[place.step + 1 :])
    left = _with_block(routine, place.block, structs.replace(block, steps=steps))
    return Edited(left, Place(place.block, min(place.step, len(steps) - 1) if steps else None))


def duplicate(routine: Routine, place: Place) -> Edited:
    """The routine with that step or block twice, the copy after it and in view."""
    if place.step is None:
        return insert_block(routine, place.block + 1, routine.blocks[place.block])
    return insert_step(routine, Place(place.block, place.step + 1), _step(routine, place))


def move_step(routine: Routine, source: Place, target: Place) -> Edited:
    """The routine with a step taken to before the step at `target` (as places are before the move).

    A `target` that names a block, or lies behind its last step: to the end of that block. Raises IndexError.
    """
    step = _step(routine, source)
    taken = remove(routine, source).routine
    at = target.step
    if at is not None and source.block == target.block and source.step is not None and source.step < at:
        at -= 1
    return insert_step(taken, Place(target.block, at), step)


def move_block(routine: Routine, source: int, target: int) -> Edited:
    """The routine with a block taken to before the block at `target`, as they stand before the move."""
    block = routine.blocks[source]
    rest = (*routine.blocks[:source], *routine.blocks[source + 1 :])
    at = max(0, min(target - 1 if source < target else target, len(rest)))
    return Edited(_with_blocks(routine, (*rest[:at], block, *rest[at:])), Place(at))


def shift(routine: Routine, place: Place, by: int) -> Edited:
    """The routine with a step or block one place up (`by` -1) or down (1); at either end of all, as it was.

    A step at an end of its block goes over into the next block.
    """
    if place.step is None:
        there = place.block + by
        if not 0 <= there < len(routine.blocks):
            return Edited(routine, place)
        return move_block(routine, place.block, there if by < 0 else there + 1)
    there = place.step + by
    if 0 <= there < len(routine.blocks[place.block].steps):
        return move_step(routine, place, Place(place.block, there if by < 0 else there + 1))
    next_block = place.block + by
    if not 0 <= next_block < len(routine.blocks):
        return Edited(routine, place)
    return move_step(routine, place, Place(next_block, None if by < 0 else 0))


def _step(routine: Routine, place: Place) -> Step:
    step = step_at(routine, place)
    if step is None:
        raise IndexError(place)
    return step


def _with_step(routine: Routine, place: Place, step: Step) -> Routine:
    block = routine.blocks[place.block]
    steps = tuple(step if at == place.step else other for at, other in enumerate(block.steps))
    return _with_block(routine, place.block, structs.replace(block, steps=steps))


def _with_block(routine: Routine, at: int, block: Block) -> Routine:
    return _with_blocks(routine, (*routine.blocks[:at], _tidied(block), *routine.blocks[at + 1 :]))


def _between(step: Step, before: tuple[Step, ...], after: tuple[Step, ...]) -> Step:
    """The step as it is between those two: within a set it belongs to it, away from its set it doesn't."""
    names = [other.set for other in (*before, *after)]
    if len(names) == 2 and names[0] == names[1] and names[0]:
        return structs.replace(step, set=names[0])
    return step if not step.set or step.set in names else structs.replace(step, set="", by_round=())


def _tidied(block: Block) -> Block:
    """The block without sets that have no steps, and without changes for rounds that aren't done any more."""
    rounds = {one.id: one.rounds for one in block.sets}
    steps = []
    for step in block.steps:
        last = max(2, rounds.get(step.set, block.rounds))
        if step.set not in rounds and step.set:
            step = structs.replace(step, set="")  # noqa: PLW2901 - the same step, put right
        kept = tuple(change for change in step.by_round if change.round <= last)
        steps.append(step if kept == step.by_round else structs.replace(step, by_round=kept))
    used = {step.set for step in steps}
    sets = tuple(one for one in block.sets if one.id in used)
    return structs.replace(block, steps=tuple(steps), sets=sets)


def _with_blocks(routine: Routine, blocks: tuple[Block, ...]) -> Routine:
    return structs.replace(routine, blocks=blocks)
