"""Step times: how long a routine, its blocks and its steps take, reckoned on the timeline that would be run."""

from collections.abc import Mapping

from msgspec import Struct

from trainer.core.editing import Place
from trainer.core.exercise import Exercise, Sides
from trainer.core.routine import Routine
from trainer.core.timeline import PhaseKind, Timeline, compile_timeline
from trainer.core.turns import turns_of_block


class StepTime(Struct, frozen=True):
    """Seconds of a step the first time it is done. `work` is of each side; `set_up` is the get-ready time in force."""

    set_up: float
    work: float
    sides: Sides
    planned: int  # index of its first performance into Timeline.steps


class RoutineTimes(Struct, frozen=True):
    """Seconds in all, by block, and by step; a step that is switched off has no time."""

    seconds: float
    blocks: tuple[float, ...]  # every round and rest of it; the blocks add up to `seconds`
    steps: dict[Place, StepTime]
    plan: Timeline


def routine_times(routine: Routine, exercises: Mapping[str, Exercise]) -> RoutineTimes:
    """The times of a routine as it is written, before anybody's kit or level. Raises KeyError (unknown exercise)."""
    plan = compile_timeline(routine, exercises)
    of_plan = planned_places(routine, plan)
    blocks = [0.0] * len(routine.blocks)
    set_ups: dict[int, float] = {}
    for phase in plan.phases:
        blocks[of_plan[phase.step].block] += plan.expected(phase)
        if phase.kind is PhaseKind.GET_READY:
            set_ups[phase.step] = plan.expected(phase)
    steps: dict[Place, StepTime] = {}
    for step in plan.steps:
        time = StepTime(set_ups.get(step.index, 0.0), step.estimate, step.sides, step.index)
        steps.setdefault(of_plan[step.index], time)
    return RoutineTimes(sum(blocks), tuple(blocks), steps, plan)


def planned_places(routine: Routine, plan: Timeline) -> tuple[Place, ...]:
    """Of each planned step, by its index, the step of the routine it performs: `plan` leaves out what is off alone."""
    found = tuple(Place(b, turn.place) for b, block in enumerate(routine.blocks) for turn in turns_of_block(block))
    return found[: len(plan.steps)]
