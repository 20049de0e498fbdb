"""Refit dials: how far work, rests, rounds and the blocks around may give, and a routine set that way.

The floors and ceilings are ours but for the 20 s of work, which behaviour.md promises ("Time").
"""

from collections.abc import Mapping
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from trainer.core.exercise import Exercise
from trainer.core.routine import Block, BlockKind, Routine, Step
from trainer.core.timeline import REP_ESTIMATE

WORK_FLOOR = 20  # seconds of a side; with repetitions, as many as fill them
REST_FLOOR = 10  # seconds after a step: enough to change position
ROUND_REST_FLOOR = 20  # seconds between rounds
STRETCH_OUT = 1.5  # work and the blocks around it may become that much longer
WORK_CEILING = 120  # seconds, where they were not longer as written
REST_CEILING = 2.0  # rests may become that much longer
LONGEST_BREATHER = 90  # seconds between rounds, where they were not longer as written
GRID = 5  # seconds of work come in fives, as a person would write them

StepPlace = tuple[int, int]  # block, step: as in Routine.blocks


class Dials(Struct, frozen=True):
    """How a routine is set. A dial: -1 at the floor, 0 as written, 1 at the ceiling, and all between."""

    more_rounds: int = 0  # added to the main blocks' rounds; never fewer than one
    left_out: frozenset[StepPlace] = frozenset()
    work: float = 0.0  # of the main blocks
    rest: float = 0.0  # everywhere
    outer: float = 0.0  # work of warm-up and stretch


def main_blocks(routine: Routine) -> frozenset[int]:
    """Which blocks the routine is for: neither warm-up nor stretch; where it has no other, those without a switch."""
    around = {BlockKind.WARM_UP, BlockKind.STRETCH}
    main = frozenset(n for n, block in enumerate(routine.blocks) if block.kind not in around)
    if not main:
        main = frozenset(n for n, block in enumerate(routine.blocks) if not block.optional)
    return main or frozenset(range(len(routine.blocks)))


def set_to(routine: Routine, dials: Dials, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine with its dials turned. Raises KeyError for an exercise that isn't in `exercises`."""
    main = main_blocks(routine)
    blocks = []
    for n, block in enumerate(routine.blocks):
        work = dials.work if n in main else dials.outer
        steps = tuple(
            replace(_set_step(step, work, dials, exercises), on=step.on and (n, place) not in dials.left_out)
            for place, step in enumerate(block.steps)
        )
        rounds = max(1, block.rounds + dials.more_rounds) if n in main else block.rounds
        between = _rest(block.rest_between_rounds, ROUND_REST_FLOOR, dials)
        sets = tuple(
            replace(one, rest_between_rounds=_rest(one.rest_between_rounds, ROUND_REST_FLOOR, dials))
            for one in block.sets
        )
        blocks.append(
            replace(block, steps=steps, rounds=rounds, rest_between_rounds=_between(block, rounds, between), sets=sets)
        )
    return replace(routine, blocks=tuple(blocks))


def turned(value: int, lowest: float, highest: float, dial: float) -> int:
    """A number of seconds turned towards its floor (dial below 0) or its ceiling (above 0); never past either."""
    if dial < 0:
        return value if value <= lowest else floor(lowest + (value - lowest) * (1 + dial))
    return value if value >= highest else floor(value + (highest - value) * dial)


def longest_work(seconds: int) -> int:
    """Seconds a step of so many may be lengthened to."""
    return max(seconds, min(WORK_CEILING, floor(seconds * STRETCH_OUT)))


def rep_seconds(exercise: Exercise) -> float:
    """Seconds of one repetition, as the timeline estimates it."""
    return exercise.tempo.seconds or REP_ESTIMATE


def _rest(seconds: int, lowest: int, dials: Dials) -> int:
    return turned(seconds, lowest, seconds * REST_CEILING, dials.rest)


def _set_step(step: Step, work: float, dials: Dials, exercises: Mapping[str, Exercise]) -> Step:
    def set_work(seconds: int | None, reps: int | None) -> dict[str, int | None]:
        if seconds is not None:
            seconds = _on_grid(turned(seconds, WORK_FLOOR, longest_work(seconds), work), seconds)
        if reps is not None:
            fewest = ceil(WORK_FLOOR / rep_seconds(exercises[step.exercise]))
            reps = turned(reps, fewest, reps * STRETCH_OUT, work)
        return {"seconds": seconds, "reps": reps}

    by_round = tuple(
        replace(
            change,
            **set_work(change.seconds, change.reps),
            rest=None if change.rest is None else _rest(change.rest, REST_FLOOR, dials),
        )
        for change in step.by_round
    )
    rest = _rest(step.rest, REST_FLOOR, dials)
    return replace(step, **set_work(step.seconds, step.reps), rest=rest, by_round=by_round)


def _on_grid(seconds: int, written: int) -> int:
    """Down to the grid, but never below the floor or, where something is lengthened, below what is written."""
    if seconds == written:
        return written
    gridded = max(min(WORK_FLOOR, written), seconds - seconds % GRID)
    return max(gridded, written) if seconds > written else gridded


def _between(block: Block, rounds: int, seconds: int) -> int:
    """Rest between rounds; a block of one round that gets a second one needs some."""
    return max(seconds, ROUND_REST_FLOOR) if rounds > 1 and block.rounds == 1 else seconds
