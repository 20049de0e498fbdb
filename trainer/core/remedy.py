"""Remedy: the routine that trains a group of muscles most, for the one that has been forgotten."""

from collections.abc import Iterable, Mapping

from trainer.core.balance import MUSCLES_OF, PRIMARY_SHARE, SECONDARY_SHARE, MuscleGroup
from trainer.core.exercise import Exercise, Sides
from trainer.core.routine import BlockKind, Routine
from trainer.core.timeline import OPEN_ESTIMATE, REP_ESTIMATE
from trainer.core.turns import turns_of_block

_TRAINING = {BlockKind.STRENGTH, BlockKind.CARDIO}  # what the muscle balance counts


def remedy(group: MuscleGroup, routines: Iterable[Routine], exercises: Mapping[str, Exercise]) -> Routine | None:
    """The routine of which the largest share of work trains the group, of equals the first; None where none does.

    A second counts whole for a prime mover of an exercise and half for a helper, as in the balance.
    """
    shares = {name: _share(exercise, group) for name, exercise in exercises.items()}
    best, most = None, 0.0
    for routine in routines:
        share = _trained(routine, shares, exercises)
        if share > most:
            best, most = routine, share
    return best


def _share(exercise: Exercise, group: MuscleGroup) -> float:
    muscles = MUSCLES_OF[group]
    if not muscles.isdisjoint(exercise.primary):
        return PRIMARY_SHARE
    return SECONDARY_SHARE if not muscles.isdisjoint(exercise.secondary) else 0.0


def _trained(routine: Routine, shares: Mapping[str, float], exercises: Mapping[str, Exercise]) -> float:
    """The share of the routine's work in strength and cardio that trains the group, 0 .. 1."""
    whole = trained = 0.0
    for block in routine.blocks:
        for turn in turns_of_block(block) if block.kind in _TRAINING else ():
            step = turn.step
            exercise = exercises.get(step.exercise)
            if exercise is None:
                continue
            seconds = OPEN_ESTIMATE if step.seconds is None else step.seconds
            if step.reps is not None:
                seconds = step.reps * (exercise.tempo.seconds or REP_ESTIMATE)
            seconds *= 2 if exercise.sides is Sides.EACH else 1
            whole += seconds
            trained += seconds * shares[step.exercise]
    return trained / whole if whole else 0.0
