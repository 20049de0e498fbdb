"""Turns: the steps of one round of a block as they are done: sets repeated, each step as that round wants it."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from trainer.core.routine import Block, RoundChange, Step


class Turn(Struct, frozen=True):
    """A step done once. `place`: its index in the block. `rest_before`: in place of the rest of the step before it."""

    step: Step
    place: int
    rest_before: int | None = None


def turns(block: Block, round_: int) -> tuple[Turn, ...]:
    """What round `round_` (0 is the first) of the block does, in order; steps that are off in it are left out."""
    return tuple(turn for turn in _all_turns(block, round_) if turn.step.on)


def turns_of_block(block: Block) -> tuple[Turn, ...]:
    """All rounds of the block, one after the other."""
    return tuple(turn for round_ in range(block.rounds) for turn in turns(block, round_))


def in_round(step: Step, round_: int) -> Step:
    """The step as it is done in round `round_`, 0 the first: the written one with every change so far."""
    for change in sorted(step.by_round, key=lambda change: change.round):
        if change.round <= round_ + 1:
            step = _changed(step, change)
    return step


def _all_turns(block: Block, round_: int) -> Iterator[Turn]:
    sets = {one.id: one for one in block.sets}
    for name, run in groupby(enumerate(block.steps), key=lambda placed: placed[1].set):
        steps = list(run)
        repeated = sets.get(name)
        if repeated is None:
            yield from (Turn(in_round(step, round_), place) for place, step in steps)
            continue
        for inner in range(repeated.rounds):
            rest: int | None = repeated.rest_between_rounds if inner else None
            for place, step in steps:
                done = in_round(step, inner)
                yield Turn(done, place, rest)
                rest = None if done.on else rest  # a step left out leaves its rest to the one that begins the round


def _changed(step: Step, change: RoundChange) -> Step:
    if change.seconds is not None:
        step = replace(step, seconds=change.seconds, reps=None, open=False)
    if change.reps is not None:
        step = replace(step, reps=change.reps, seconds=None, open=False)
    return replace(
        step,
        rest=step.rest if change.rest is None else change.rest,
        variant=step.variant if change.variant is None else change.variant,
        on=step.on if change.on is None else change.on,
    )
