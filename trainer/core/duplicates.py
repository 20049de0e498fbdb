"""Duplicates: which workouts of a file are in the log already."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from trainer.core.workout import Workout


class LoggedTimes(Struct, frozen=True):
    """As much of a workout in the log as tells whether another is the same."""

    id: str
    started: datetime  # aware
    ended: datetime | None
    routine: str
    name: str


class Sorted(Struct, frozen=True):
    """What would come into the log, and what is in it already (or twice in the file)."""

    new: tuple[Workout, ...]
    known: tuple[Workout, ...]


def sort_out(workouts: Iterable[Workout], log: Iterable[LoggedTimes]) -> Sorted:
    """Tell the new ones from those in the log: by id, else by start and end to the second with routine or name."""
    ids, times = set[str](), set[tuple[datetime, datetime | None, str]]()
    for one in log:
        ids.add(one.id)
        times.update(_times(one.started, one.ended, one.routine, one.name))
    new: list[Workout] = []
    known: list[Workout] = []
    for workout in workouts:
        same = _times(workout.started, workout.ended, workout.routine, workout.routine_name)
        (known if workout.id in ids or not times.isdisjoint(same) else new).append(workout)
        ids.add(workout.id)
        times.update(same)
    return Sorted(tuple(new), tuple(known))


def _times(
    started: datetime, ended: datetime | None, routine: str, name: str
) -> set[tuple[datetime, datetime | None, str]]:
    span = started.replace(microsecond=0), None if ended is None else ended.replace(microsecond=0)
    found = {(*span, f"name {name.casefold()}")}
    if routine:
        found.add((*span, f"routine {routine}"))
    return found
