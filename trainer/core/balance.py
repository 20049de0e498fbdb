"""Muscle balance: how long each group of muscles has worked."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from trainer.core.exercise import Exercise

# Long enough for every split of a week to come round four times, short enough to be about now.
WINDOW_DAYS: Final = 28
WINDOWS: Final = (7, WINDOW_DAYS, 90)  # days, those one may look back over

# Ours, as behaviour is agreed: a second of work counts whole for a prime mover and half for a muscle that helps.
PRIMARY_SHARE: Final = 1.0
SECONDARY_SHARE: Final = 0.5


class MuscleGroup(StrEnum):
    """Muscles that are trained together, from the neck down."""

    NECK = "neck"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    UPPER_BACK = "upper-back"
    ARMS_FRONT = "arms-front"
    ARMS_BACK = "arms-back"
    ABDOMINALS = "abdominals"
    LOWER_BACK = "lower-back"
    HIPS = "hips"
    GLUTES = "glutes"
    THIGHS_FRONT = "thighs-front"
    THIGHS_BACK = "thighs-back"
    CALVES = "calves"


MUSCLES_OF: Final[dict[MuscleGroup, frozenset[str]]] = {
    MuscleGroup.NECK: frozenset({"sternocleidomastoid", "levator scapulae"}),
    MuscleGroup.SHOULDERS: frozenset(
        {"anterior deltoid", "middle deltoid", "posterior deltoid", "supraspinatus", "infraspinatus", "teres minor"}
    ),
    MuscleGroup.CHEST: frozenset({"pectoralis major", "pectoralis minor", "serratus anterior"}),
    MuscleGroup.UPPER_BACK: frozenset(
        {
            "latissimus dorsi",
            "rhomboids",
            "upper trapezius",
            "middle trapezius",
            "lower trapezius",
            "teres major",
        }
    ),
    MuscleGroup.ARMS_FRONT: frozenset({"biceps brachii", "brachialis", "brachioradialis", "forearm flexors"}),
    MuscleGroup.ARMS_BACK: frozenset({"triceps brachii"}),
    MuscleGroup.ABDOMINALS: frozenset(
        {"rectus abdominis", "transversus abdominis", "external oblique", "internal oblique"}
    ),
    MuscleGroup.LOWER_BACK: frozenset({"erector spinae", "multifidus", "quadratus lumborum"}),
    MuscleGroup.HIPS: frozenset({"iliopsoas", "hip adductors", "gracilis", "tensor fasciae latae"}),
    MuscleGroup.GLUTES: frozenset({"gluteus maximus", "gluteus medius", "gluteus minimus", "piriformis"}),
    MuscleGroup.THIGHS_FRONT: frozenset({"quadriceps femoris", "rectus femoris"}),
    MuscleGroup.THIGHS_BACK: frozenset({"hamstrings"}),
    MuscleGroup.CALVES: frozenset(
        {"gastrocnemius", "soleus", "tibialis anterior", "tibialis posterior", "fibularis longus"}
    ),
}


def window_start(today: date, days: int = WINDOW_DAYS) -> date:
    """The first of the days that end today."""
    return today - timedelta(days=days - 1)


def muscle_balance(worked: Mapping[str, float], exercises: Mapping[str, Exercise]) -> dict[MuscleGroup, float]:
    """Seconds of work of every group, from the seconds of every exercise by its id.

    A group counts once for an exercise, by the muscle of it that does most. An exercise that is known no more counts
    nothing: nobody can say what it worked.
    """
    seconds = dict.fromkeys(MuscleGroup, 0.0)
    for exercise_id, done in worked.items():
        exercise = exercises.get(exercise_id)
        if exercise is None:
            continue
        for group, muscles in MUSCLES_OF.items():
            if not muscles.isdisjoint(exercise.primary):
                seconds[group] += PRIMARY_SHARE * done
            elif not muscles.isdisjoint(exercise.secondary):
                seconds[group] += SECONDARY_SHARE * done
    return seconds


def last_led(last: Mapping[str, date], exercises: Mapping[str, Exercise]) -> dict[MuscleGroup, date]:
    """The last day on which each group held a prime mover, from the last day of every exercise by its id."""
    led: dict[MuscleGroup, date] = {}
    for exercise_id, day in last.items():
        exercise = exercises.get(exercise_id)
        for group, muscles in MUSCLES_OF.items():
            if exercise is not None and not muscles.isdisjoint(exercise.primary):
                led[group] = max(day, led.get(group, day))
    return led


def most_neglected(
    balance: Mapping[MuscleGroup, float], led: Mapping[MuscleGroup, date] | None = None
) -> MuscleGroup | None:
    """The group that has worked least; None where nothing has worked or all have alike.

    Of several the one that has not led for longest (`led`: the last day each did), of those the first. The neck is
    never named: what trains it as a prime mover is not for everybody.
    """
    named = {group: seconds for group, seconds in balance.items() if group is not MuscleGroup.NECK}
    if not named or max(named.values()) == min(named.values()):
        return None
    days = led or {}
    return min(named, key=lambda group: (named[group], days.get(group, date.min)))


def trunk_pair(balance: Mapping[MuscleGroup, float]) -> tuple[float, float]:
    """Seconds of work of the abdominals and of the lower back: what bends the trunk and what straightens it."""
    return balance.get(MuscleGroup.ABDOMINALS, 0.0), balance.get(MuscleGroup.LOWER_BACK, 0.0)


def levels(balance: Mapping[MuscleGroup, float]) -> tuple[tuple[str, float], ...]:
    """Every muscle with how much its group has worked against the one that has worked most, 0 .. 1."""
    most = max(balance.values(), default=0.0)
    if most <= 0.0:
        return ()
    return tuple(
        (muscle, seconds / most)
        for group, seconds in balance.items()
        if seconds > 0.0
        for muscle in sorted(MUSCLES_OF[group])
    )
